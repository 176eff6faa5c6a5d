"use strict";
// The page works without this script. With it: folded parts open on the way to a target and for paper; j and k walk the points.
function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let part = target.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
  target.scrollIntoView({ block: target.closest(".report p, .quote, .why") ? "center" : "start" });
}
function walk(step) {
  const points = [...document.querySelectorAll("#contested .contest .point, #figures .question")];
  const here = points.indexOf(document.activeElement.closest(".point, .question"));
  const next = points[Math.min(Math.max(here + step, 0), points.length - 1)];
  if (next) { next.focus({ preventScroll: true }); next.scrollIntoView({ block: "start" }); }
}
addEventListener("hashchange", reveal);
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((part) => { part.open = true; }));
addEventListener("keydown", (press) => {
  if (press.ctrlKey || press.metaKey || press.altKey || press.target.closest("input")) return;
  if (press.key === "Escape") document.activeElement.blur();
  if (press.key === "j") walk(1);
  if (press.key === "k") walk(-1);
});
if (location.hash) reveal();
