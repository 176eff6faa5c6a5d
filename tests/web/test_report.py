"""The report: safe, whole, and the same each time."""

import base64
import hashlib
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from rashomon.dossier import Dossier, Tool
from rashomon.records import Entity, Mention
from rashomon.web.report import render_report, write_report

VOID = {"meta", "input", "br", "img", "link", "base", "hr"}
OURS = {
    "html", "head", "meta", "title", "style", "script", "body", "a", "header", "p", "h1", "h2", "h3", "h4", "h5", "bdi",
    "span", "div", "nav", "ul", "ol", "li", "main", "section", "article", "figure", "blockquote", "figcaption",
    "details", "summary", "table", "caption", "thead", "tbody", "tr", "th", "td", "small", "svg", "line", "text",
    "polygon", "circle", "dl", "dt", "dd", "time", "em", "sup", "fieldset", "legend", "label", "input",
    "strong", "footer", "path",
}  # fmt: skip


class Page(HTMLParser):
    """Tags, attributes and text of a page; says where tags do not close in order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"an attribute twice in {tag}"
        if tag == "a":
            assert "a" not in self.open, "a link in a link"
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] not in (["style"], ["script"]):
            self.text += data

    def values(self, name: str) -> list[str]:
        return [attributes[name] or "" for _, attributes in self.tags if name in attributes]


@pytest.fixture(scope="module")
def html(affair: Dossier) -> str:
    return render_report(affair)


def test_every_link_inside_the_page_has_its_target_and_no_id_stands_twice(html: str) -> None:
    page = Page(html)
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.values("href") if href.startswith("#")} <= set(ids)
    assert page.open == []


def test_every_record_can_be_reached(affair: Dossier, html: str) -> None:
    hrefs = set(Page(html).values("href"))
    for record in (*affair.figures, *affair.statements, *affair.events):
        assert f"#{record.id}" in hrefs


def test_articles_are_printed_whole(affair: Dossier, html: str) -> None:
    text = Page(html).text
    for document in affair.documents:
        for line in document.text.split("\n"):
            assert line in text


def test_words_of_others_are_never_markup(hostile: Dossier) -> None:
    html = render_report(hostile)
    page = Page(html)
    assert {tag for tag, _ in page.tags} <= OURS
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert not [name for _, attributes in page.tags for name in attributes if name.startswith(("on", "style", "src"))]
    assert all(href.startswith("#") for href in page.values("href"))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in page.values("href")} <= set(ids)


def test_the_map_of_the_places_is_in_it(affair: Dossier) -> None:
    text = affair.documents[1].text
    where = text.index("the union")
    named = Mention("mention-lisbon", affair.documents[1].id, where, where + 9, text[where : where + 9], "GPE")
    lisbon = Entity("entity-1234567890abcdef", "GPE", "Lisbon", ("Lisbon",), "PT", 38.72, -9.14, mentions=(named,))
    page = Page(render_report(replace(affair, entities=(*affair.entities, lisbon))))
    dots = [attributes["href"] for tag, attributes in page.tags if tag == "a" and attributes.get("class") == "dot"]
    assert dots == [f"#{lisbon.id}"] and lisbon.id in page.values("id")
    assert "#map" in page.values("href")


def test_nothing_is_loaded_from_anywhere(html: str) -> None:
    page = Page(html)
    assert not {"link", "img", "iframe", "base", "object", "embed"} & {tag for tag, _ in page.tags}
    assert page.values("src") == []
    assert "url(" not in html and "@import" not in html and "style=" not in html


def test_the_policy_allows_only_the_style_and_the_script_of_the_page(html: str) -> None:
    policy = next(a["content"] or "" for _, a in Page(html).tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'")
    assert policy.count("sha256-") == 2
    assert "unsafe" not in policy and "http" not in policy


def test_the_hashes_of_the_policy_are_those_of_the_contents(html: str) -> None:
    for tag in ("style", "script"):
        content = html.split(f"<{tag}>")[1].split(f"</{tag}>")[0]
        assert base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() in html


def test_an_empty_dossier_gives_a_page_too() -> None:
    page = Page(render_report(Dossier(tool=Tool("rashomon", "0", ""))))
    assert "No conflict" in page.text


def test_the_same_dossier_gives_the_same_bytes(affair: Dossier, tmp_path: Path) -> None:
    write_report(affair, tmp_path / "one.html")
    write_report(affair, tmp_path / "two.html")
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_a_link_out_is_a_plain_web_address_and_tells_nothing(affair: Dossier) -> None:
    papers = tuple(
        replace(d, url=url)
        for d, url in zip(affair.documents, ("https://g.example/1", "data:text/html,x"), strict=True)
    )
    page = Page(render_report(replace(affair, documents=papers)))
    out = [a for tag, a in page.tags if tag == "a" and not (a["href"] or "").startswith("#")]
    assert [(a["href"], a["rel"]) for a in out] == [("https://g.example/1", "noopener noreferrer external")]
