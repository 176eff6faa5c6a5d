"""Web pages: the article, and what the page tells of itself."""

import json
import time
from datetime import date
from pathlib import Path

import pytest

from rashomon.errors import SourceError
from rashomon.reading import read
from rashomon.reading.html import page_of
from rashomon.reading.html.metadata import without_site
from rashomon.settings import Settings

BODY = "".join(
    f"<p>{sentence} It was the third time this spring that the water came over the wall, engineers said.</p>"
    for sentence in (
        "The Lower Orvale dam burst on Tuesday night, the governor told reporters.",
        "Twelve people were brought to the hospital of Norvik.",
        "The road to the capital was closed for most of the day.",
    )
)


def page(head: str = "", top: str = "", body: str = BODY, html: str = '<html lang="en-GB">') -> str:
    return f"<!DOCTYPE html>{html}<head>{head}</head><body>{top}<article>{body}</article></body></html>"


def test_paragraphs_and_headings_are_a_line_each() -> None:
    text = page_of(page(body=f"<h1>Dam bursts</h1>{BODY}<h2>What is known of the wall</h2>{BODY}"), "a").text
    assert "\nTwelve people were brought" in text
    assert "<" not in text


LEAD = "Three villages of the valley are under water, and the road to the capital is closed."
COMMENT = "I live there, and nobody told us anything before the water stood in the kitchen."


@pytest.mark.parametrize(
    "lead",
    [
        f"<p class='lead'>{LEAD}</p>",
        f"<p class='teaser'>{LEAD}</p>",
        f"<div class='article__teaser'><p>{LEAD}</p></div>",
        f"<header><p>{LEAD}</p></header>",
        f"<p><strong>{LEAD}</strong></p>",
        f"<h2 class='teaser-text'>{LEAD}</h2>",
    ],
)
def test_the_lead_is_kept_whatever_it_is_named(lead: str) -> None:
    assert page_of(page(body=f"<h1>Dam bursts</h1>{lead}{BODY}"), "a").text.split("\n")[:2] == ["Dam bursts", LEAD]


@pytest.mark.parametrize(
    "teaser",
    [
        f"<div class='teaser'><a href='/other'>{LEAD}</a></div>",
        f"<div class='teaser'><h3>Farmers ask for help</h3><p>{LEAD}</p></div>",
    ],
)
def test_a_teaser_of_another_article_is_no_lead(teaser: str) -> None:
    assert LEAD not in page_of(page(body=f"<h1>Dam bursts</h1>{BODY}{teaser}"), "a").text


@pytest.mark.parametrize(
    "comments",
    [
        "<div id='comments'><p>{}</p></div>",
        "<section class='reader-comments'><div><p>{}</p></div></section>",
        "<div class='fb-comments'><p>{}</p></div>",
        "<div data-component='comments'><p>{}</p></div>",
        "<section aria-label='Comments'><p>{}</p></section>",
        "<div class='kommentare'><ul><li>{}</li></ul></div>",
        "<div itemprop='comment' itemscope itemtype='https://schema.org/Comment'><p itemprop='text'>{}</p></div>",
        "<div id='respond'><p>{}</p></div>",
        "<div id='disqus_thread'><p>{}</p></div>",
    ],
)
def test_readers_comments_are_left_out(comments: str) -> None:
    below = comments.format(COMMENT)
    assert COMMENT not in page_of(page(body=f"<h1>Dam bursts</h1>{BODY}{below}"), "a").text
    assert COMMENT not in page_of(page(body=BODY).replace("</article>", f"</article>{below}"), "a").text


def test_a_commentary_and_a_page_that_is_all_comments_are_kept() -> None:
    assert "Lower Orvale" in page_of(page(body=f"<div class='commentary'>{BODY}</div>"), "a").text
    script = f"<script>{'x = 1;' * 1000}</script>"
    assert "Lower Orvale" in page_of(page(body=f"<div class='comments'>{BODY}</div>{script}"), "a").text


def test_lists_and_quotations_are_a_line_an_item_and_a_line_a_paragraph() -> None:
    parts = (
        "<p>What is known so far:</p><ul><li>Twelve people were <b>hurt</b>.</li><li>A road is closed.</li></ul>"
        "<p>The mayor wrote in May:</p><blockquote><p>The wall is old.</p><p>I ask for help.</p></blockquote>"
    )
    lines = page_of(page(body=f"<h1>Dam bursts</h1>{BODY}{parts}{BODY}"), "a").text.split("\n")
    start = lines.index("What is known so far:")
    assert lines[start + 1 : start + 6] == [
        "- Twelve people were hurt.",
        "- A road is closed.",
        "The mayor wrote in May:",
        "The wall is old.",
        "I ask for help.",
    ]


def test_the_title_is_the_heading_without_the_sites_name() -> None:
    site = "<meta property='og:site_name' content='The Daily Example'>"
    head = f"<title>Dam bursts above Orvale | The Daily Example</title>{site}"
    assert (
        page_of(page(head, "<h1>The Daily Example</h1>", f"<h1>Dam bursts above Orvale</h1>{BODY}"), "a").title
        == "Dam bursts above Orvale"
    )
    assert page_of(page(head), "a").title == "Dam bursts above Orvale"


@pytest.mark.parametrize(
    ("title", "outlet", "short"),
    [
        ("Dam bursts above Orvale | News", None, "Dam bursts above Orvale"),
        ("Dam bursts above Orvale - The Daily Example", "Daily Example", "Dam bursts above Orvale"),
        ("Dam bursts above Orvale – three missing", "The Daily Example", "Dam bursts above Orvale – three missing"),
        ("Floods | News", None, "Floods | News"),
        ("Dam bursts above Orvale", "The Daily Example", "Dam bursts above Orvale"),
    ],
)
def test_a_sites_name_is_cut_from_the_end_of_a_title(title: str, outlet: str | None, short: str) -> None:
    assert without_site(title, outlet) == short


def test_outlet_authors_address_and_day_are_read() -> None:
    linked = {
        "@type": "NewsArticle", "headline": "Dam bursts", "datePublished": "2031-03-04T21:00:00+01:00",
        "author": [{"@type": "Person", "name": "By Jane Roe"}, {"@type": "Organization", "name": "Daily Example"}],
        "publisher": {"name": "Daily Example"},
    }  # fmt: skip
    head = (
        "<link rel='canonical' href='https://www.daily.example/dam'><meta name='author' content='Somebody Else'>"
        f"<script type='application/ld+json'>{json.dumps(linked)}</script>"
    )
    found = page_of(page(head), "a")
    assert (found.outlet, found.author, found.url) == ("Daily Example", "Jane Roe", "https://www.daily.example/dam")
    assert (found.published.earliest, found.published.basis) == (date(2031, 3, 4), "metadata")
    assert found.language == "en-GB"


def test_the_host_stands_in_for_an_outlet_that_is_not_told() -> None:
    assert page_of(page("<link rel='canonical' href='https://www.daily.example/dam'>"), "a").outlet == "daily.example"


def test_a_moment_told_in_two_zones_has_the_day_of_the_pages_own() -> None:
    head = "<meta property='article:published_time' content='2031-03-05T03:00:00+00:00'>"
    body = f"<time datetime='2031-03-04T22:00:00-05:00'>4 March</time>{BODY}"
    assert page_of(page(head, body=body), "a").published.earliest == date(2031, 3, 4)


def test_the_first_publication_is_taken_and_not_the_update() -> None:
    head = (
        "<meta property='article:published_time' content='2031-03-04T10:00:00Z'>"
        "<meta property='article:modified_time' content='2031-05-06T10:00:00Z'>"
    )
    assert page_of(page(head), "a").published.earliest == date(2031, 3, 4)


def test_a_declared_encoding_is_followed(tmp_path: Path) -> None:
    head = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'
    markup = page(head, body=BODY.replace("Norvik", "Норвик"))
    (tmp_path / "a.html").write_bytes(markup.encode("cp1251"))
    (found,) = read([tmp_path / "a.html"], Settings(language="en"))
    assert not isinstance(found, SourceError)
    assert "Норвик" in found.text


def test_a_page_of_several_articles_keeps_the_one_it_tells_of() -> None:
    own = BODY * 2
    other = "".join(
        f"<p>In other news of the day, item {n} tells of a football match in a far town that went on.</p>"
        for n in range(60)
    )
    told = own.replace("<p>", "").replace("</p>", " ")
    script = json.dumps({"@type": "Article", "headline": "Dam", "articleBody": told})
    text = page_of(page(f"<script type='application/ld+json'>{script}</script>", body=own + other), "a").text
    assert "Lower Orvale" in text
    assert "football" not in text


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12)
)


@pytest.mark.parametrize(
    "markup",
    [
        "<p>" * 1_000_000 + "deep",
        "<div><span>" * 10_000 + BODY,
        ENTITIES + "]><html><body>&m;" + BODY + "</body></html>",
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><html><body><p>&e;</p>' + BODY + "</body></html>",
        "<html><body>\0\x01\ud800" + BODY,
        "<table>" * 3000 + BODY,
        "<!--" + "-" * 100_000,
        "<p " + "a=1 " * 50_000 + ">" + BODY,
        "&#0;&#xD800;&#99999999999;" + BODY,
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>" + BODY,
        '<script type="application/ld+json">{"@type":"Article","headline":5,"author":{"name":{"x":1}}}</script>' + BODY,
        '<link rel="canonical" href="http://[::1"><meta property="og:url" content="javascript:alert(1)">' + BODY,
        '<meta charset="utf-7"><meta name="date" content="99999-99-99">' + BODY,
        "</html></body></p>" + BODY,
        "<frameset><frame src=x></frameset>",
        "\u202e<p>\u200b\u200d</p>",
        "just words, and no tags at all",
        "{}",
        "<",
    ],
    ids=range(19),
)
def test_a_hostile_page_gives_a_document_or_a_reason_in_good_time(tmp_path: Path, markup: str) -> None:
    (tmp_path / "a.html").write_bytes(markup.encode("utf-8", "surrogatepass"))
    started = time.monotonic()
    (found,) = read([tmp_path / "a.html"], Settings(language="en"))
    assert time.monotonic() - started < 20
    assert isinstance(found, SourceError) or ("root:" not in found.text and len(found.text) < 2_000_000)
