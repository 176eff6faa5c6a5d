"use strict";
// Every page works without this. With it: enter opens, s, d and u judge the point that j and k have reached.
const OPINIONS = { s: "same", d: "different", u: "undecided" };
addEventListener("keydown", (press) => {
  if (press.ctrlKey || press.metaKey || press.altKey || press.target.closest("input, textarea, select")) return;
  const here = press.target.closest(".point, .question, .stop, .timeline li li, .entry");
  if (!here) return;
  if (press.key === "Enter" && press.target === here) {
    const link = here.querySelector("a[href]");
    if (link) { press.preventDefault(); link.click(); }
  }
  const opinion = OPINIONS[press.key];
  const button = opinion && here.querySelector(`.review button[value="${opinion}"]`);
  if (!button) return;
  press.preventDefault();
  const form = button.form;
  form.closest("details").open = true;
  if (form.checkValidity()) form.requestSubmit(button); else form.reportValidity();
});
const again = document.querySelector("[data-again]");
if (again) setTimeout(() => location.reload(), 1000 * Number(again.dataset.again));
