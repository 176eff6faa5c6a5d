"""Captions of an article's pictures in the text of a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.article.boilerplate import mark_boilerplate
from rashomon.languages import language_of
from rashomon.reading.html import page_of
from rashomon.reading.html.captions import with_captions
from rashomon.reading.html.tree import tree_of
from rashomon.reading.pages import to_document

TITLE = "Dam bursts above Orvale"
PARAGRAPHS = [
    "The Lower Orvale dam burst on Tuesday night, the governor told reporters, and the water reached the first houses.",
    "Twelve people were brought to the hospital of Norvik, which had been warned in the afternoon, a nurse said there.",
    "The road to the capital was closed for most of the day, and the trains stood still until Thursday evening.",
    "Engineers of the region will look at the other two dams of the valley before the week is over, the office said.",
]
CAPTION = "A man carries a dog through the water, 6 March 2031."
PICTURE = "<img src='a.jpg'>"
FIGURE = f"<figure>{PICTURE}<figcaption>{CAPTION}</figcaption></figure>"


def page(inside: str = "", above: str = "", below: str = "", around: str = "") -> str:
    first, *others = (f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    body = f"{above}{first}{inside}{''.join(others)}{below}"
    return f"<html><body><article><h1>{TITLE}</h1>{body}</article>{around}</body></html>"


def lines_of(markup: str) -> list[tuple[str, bool]]:
    """The lines of the text, and whether each is marked as a caption."""
    found = page_of(markup, "a")
    marks = {found.text[mark.start : mark.end] for mark in found.boilerplate}
    assert {mark.kind for mark in found.boilerplate} <= {"caption"}
    return [(line, line in marks) for line in found.text.split("\n")]


def captions_of(markup: str) -> list[str]:
    return [line for line, is_caption in lines_of(markup) if is_caption]


@pytest.mark.parametrize(
    "figure",
    [
        FIGURE,
        f"<figure><a href='large.jpg'>{PICTURE}</a><figcaption><p>{CAPTION}</p></figcaption></figure>",
        f"<div class='wp-caption alignleft'>{PICTURE}<p class='wp-caption-text'>{CAPTION}</p></div>",
        f"<div class='wp-caption'>{PICTURE}<p>{CAPTION}</p></div>",
        f"<div class='image'><div>{PICTURE}</div><div class='ImageCaption'>{CAPTION}</div></div>",
        f"<div>{PICTURE}<span itemprop='caption'>{CAPTION}</span></div>",
        f"<figure>{PICTURE}<p>{CAPTION}</p></figure>",
        f"<table><tr><td>{PICTURE}</td></tr><tr><td class='tr-caption'>{CAPTION}</td></tr></table>",
        f"<figure>{PICTURE}<noscript>off</noscript><figcaption>{CAPTION}<script>x()</script></figcaption></figure>",
    ],
)
def test_a_caption_stands_where_its_picture_stands_and_is_marked(figure: str) -> None:
    first, *others = PARAGRAPHS
    expected = [(TITLE, False), (first, False), (CAPTION, True), *((paragraph, False) for paragraph in others)]
    assert lines_of(page(figure)) == expected


def test_the_article_is_the_same_with_captions_and_without() -> None:
    markup = page(FIGURE, above=FIGURE.replace("dog", "cat"), below=FIGURE.replace("dog", "hen"))
    assert [line for line, is_caption in lines_of(markup) if not is_caption] == [TITLE, *PARAGRAPHS]
    assert captions_of(markup) == [CAPTION.replace("dog", animal) for animal in ("cat", "dog", "hen")]


def test_a_caption_and_its_credit_are_one_line_with_a_space_between() -> None:
    parts = "<span class='caption-text'>The <b>w</b>all at night</span><span class='credit'>Ann Roe</span>"
    assert captions_of(page(f"<figure>{PICTURE}<figcaption>{parts}</figcaption></figure>")) == [
        "The wall at night Ann Roe"
    ]


def test_a_caption_shown_twice_is_told_once() -> None:
    assert captions_of(page(FIGURE, above=FIGURE)) == [CAPTION]


def test_a_picture_above_the_headline_is_the_articles() -> None:
    markup = page().replace("<h1>", f"{FIGURE}<h1>")
    assert lines_of(markup)[0] == (CAPTION, True)
    document = to_document(page_of(markup, "a"), "a.html", "")
    assert document.title == TITLE


def test_a_caption_is_no_title() -> None:
    found = page_of(page(above=FIGURE.replace(".<", "<")).replace(f"<h1>{TITLE}</h1>", ""), "a")
    assert found.text.startswith("A man carries")
    assert found.title is None


TEASER = f"<figure>{PICTURE}<figcaption>Farmers ask for help after the flood</figcaption></figure>"


@pytest.mark.parametrize(
    "teaser",
    [
        f"<a href='/other'>{TEASER}</a>",
        f"<figure>{PICTURE}<figcaption><a href='/other'>Farmers ask for help after the flood</a></figcaption></figure>",
        f"<figure>{PICTURE}<figcaption><h3>Farmers ask for help after the flood</h3></figcaption></figure>",
        f"<div class='related-stories'>{TEASER}</div>",
        f"<nav>{TEASER}</nav>",
        f"<div><h3>More of the valley</h3>{TEASER}<p>{'The farmers met again in the hall. ' * 4}</p></div>",
        "<p class='caption'>Farmers ask for help after the flood</p>",
    ],
)
def test_captions_of_other_articles_are_left_out(teaser: str) -> None:
    for markup in (page(f"<aside>{teaser}</aside>"), page(around=f"<div>{teaser}</div>")):
        assert captions_of(markup) == []


def test_pictures_below_all_of_the_article_are_not_its_own() -> None:
    assert captions_of(page(around=f"<div>{TEASER}</div><footer>{TEASER}</footer>")) == []


def test_a_quotation_in_a_figure_is_no_caption() -> None:
    quote = "<blockquote><p>We asked three times for a new wall</p></blockquote>"
    assert captions_of(page(f"<figure class='wp-block-pullquote'>{quote}</figure>")) == []


def test_a_paragraph_of_the_article_is_never_taken_for_a_caption() -> None:
    again = f"<figure>{PICTURE}<figcaption>{PARAGRAPHS[0]}</figcaption></figure>"
    assert lines_of(page(again))[1] == (PARAGRAPHS[0], False)
    long = f"<figure>{PICTURE}<figcaption>{' '.join(PARAGRAPHS * 3)}</figcaption></figure>"
    assert captions_of(page(long)) == []


def test_a_line_that_stands_only_in_a_caption_gives_way_to_it() -> None:
    tree, _ = tree_of(page(FIGURE), "a")
    text, marks = with_captions(tree, "\n".join([PARAGRAPHS[0], CAPTION, *PARAGRAPHS[1:]]))
    assert text.count(CAPTION) == 1
    assert [text[mark.start : mark.end] for mark in marks] == [CAPTION]


def test_other_furniture_of_the_page_is_marked_beside_captions() -> None:
    markup = page(FIGURE + "<p>Read more: Farmers ask for help after the flood in the valley</p>")
    document = mark_boilerplate(to_document(page_of(markup, "a"), "a.html", ""), language_of("en"))
    assert [mark.kind for mark in document.boilerplate] == ["caption", "related link"]
    assert all(
        one.end < other.start for one, other in zip(document.boilerplate, document.boilerplate[1:], strict=False)
    )


@pytest.mark.parametrize(
    "markup",
    [
        "<figure>" * 2_000 + page(FIGURE),
        page("<div class='caption'>" * 2_000 + PICTURE + CAPTION),
        page(FIGURE * 3_000),
        page("".join(FIGURE.replace("dog", f"dog number {n}") for n in range(3_000))),
        page("<figure><figcaption></figcaption></figure><figcaption>\u202e\u200b</figcaption>"),
        f"<html><body>{FIGURE}</body></html>",
        page(FIGURE.replace("dog", "İ ſ \u0301 " * 20)),
    ],
    ids=range(7),
)
def test_odd_pictures_are_borne(markup: str) -> None:
    tree, _ = tree_of(markup, "a")
    text, marks = with_captions(tree, "\n".join(PARAGRAPHS))
    assert [line for line in text.split("\n") if line in PARAGRAPHS] == PARAGRAPHS
    assert all(text[mark.start : mark.end].strip() for mark in marks)


@given(st.lists(st.sampled_from([*PARAGRAPHS, TITLE, CAPTION, "", "word", "\t", "– “x”"]), max_size=12))
def test_captions_change_no_other_line(lines: list[str]) -> None:
    tree, _ = tree_of(page(FIGURE, below=TEASER), "a")
    text, marks = with_captions(tree, "\n".join(lines))
    told = {text[mark.start : mark.end] for mark in marks}
    assert [line for line in text.split("\n") if line not in told] == [
        line for line in lines or [""] if line not in told
    ]
    assert [mark.start for mark in marks] == sorted(mark.start for mark in marks)
