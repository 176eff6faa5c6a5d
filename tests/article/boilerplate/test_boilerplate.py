"""Which lines of a text are not the article."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.article.boilerplate import is_whole_page, mark_boilerplate
from rashomon.languages import Language, language_of
from rashomon.records import Boilerplate, Document

ENGLISH = language_of("en")
TITLE = "Dam bursts above Orvale"
ARTICLE = [
    "The Lower Orvale dam burst on Tuesday night, the governor told reporters, and the water reached the first houses.",
    "Twelve people were brought to the hospital of Norvik, which had been warned in the afternoon, a nurse said there.",
    "The road to the capital was closed for most of the day, and the trains stood still until Thursday evening.",
    "“We had asked for a new wall three times,” said the mayor, who had slept for two hours in the school.",
    "Engineers of the region will look at the other two dams of the valley before the week is over, the office said.",
]


def marked(*lines: str, title: str | None = TITLE) -> dict[str, str]:
    """The marked lines of a text, with their kinds."""
    text = "\n\n".join(lines)
    document = mark_boilerplate(Document("d", "d.txt", "", text, title=title), ENGLISH)
    return {text[mark.start : mark.end]: mark.kind for mark in document.boilerplate}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Photo: Press service of the region", "caption"),
        ("Photo – A man carries a dog through the water in Orvale, 6 March 2031. EPA-EFE/JANE ROE", "caption"),
        ("Rescuers bring a woman to a boat on Tuesday after the wall gave way in Orvale. Reuters", "caption"),
        ("People lay flowers at the gate of the works on Thursday ©Jane Roe (AFP)", "caption"),
        ("Reuters A man looks at what is left of his house in Orvale", "caption"),
        ("Orvale Map", "caption"),
        ("Image copyright EPA Image caption The wave left a large hole in the wall.", "caption"),
        ("Scroll down for video", "caption"),
        ("Close this window", "navigation"),
        ("Address of this page: http://www.velm.example/news/1.html", "navigation"),
        ("24.1K subscribers", "subscription"),
        ("POLITICS", "navigation"),
        ("Support us on Patreon", "subscription"),
        ("Ann Roe (left) and her sister at the gate of the works in Norvik", "caption"),
        ("A nurse said that twelve people were brought to the hospital of Norvik", "caption"),
        ("We pay for your stories! Do you have one for us? Email us.", "notice"),
        ("Read more: Farmers ask for help after the flood", "related link"),
        ("RELATED: Farmers ask for help after the flood", "related link"),
        ("Ministry of agriculture names seven new inspectors", "related link"),
        ("Reading Time: 3 minutes", "other"),
        ("4 min read", "other"),
        ("Updated: 2031-03-06 06:50", "other"),
        ("Subscribe now to keep reading and get access to the full archive.", "subscription"),
        ("Sign up for our morning letter", "subscription"),
        ("Share", "navigation"),
        ("Advertisement", "navigation"),
        ("(Daily Example 03/06/2031 page1)", "notice"),
        ("Copyright © 2031 The Daily Example. All rights reserved.", "notice"),
        ("(Reporting by Jane Roe; Editing by John Doe)", "notice"),
    ],
)
def test_furniture_between_paragraphs_is_marked(line: str, kind: str) -> None:
    assert marked(TITLE, *ARTICLE[:3], line, *ARTICLE[3:]) == {line: kind}


@pytest.mark.parametrize(
    "line",
    [
        "What happened?",
        "The mayor asks for help",
        "JANE ROE, HOST:",
        "ROE: Good evening, and thank you for coming.",
        "• Twelve people were hurt.",
        "– We saw it coming, he said.",
        "Share prices of the builder fell by a third, the exchange said.",
        "Posted soldiers keep people away from the river, an officer said.",
        "He updated his list of the missing.",
        "The water rose by a metre in one hour, said the office (Xinhua)",
        "The water may come again, the office told people of the valley in the evening",
        "More than 200 people slept in the school.",
        "The wall had been tested in the spring, the head of the office said, as cited by Reuters.",
        "“Mother knew that water would reach Orvale before nightfall,” Jane Roe told CNN",
        "She said she had read more about the wall than anybody.",
    ],
)
def test_the_articles_own_lines_are_kept(line: str) -> None:
    assert marked(TITLE, *ARTICLE[:3], line, *ARTICLE[3:]) == {}


def test_a_headline_repeated_with_a_stamp_is_marked_and_one_without_is_not() -> None:
    stamped = f"{TITLE} Updated: 2031-03-06 06:50 (Agency)"
    assert marked(TITLE, stamped, *ARTICLE) == {stamped: "other"}
    assert marked(TITLE, TITLE, *ARTICLE) == {}


GALLERIES = [
    [
        "1/3 2029 The dam before the flood. Jane Roe",
        "2/3 2030 The wall is mended. Jane Roe",
        "3/3 2031 The lake. Jane Roe",
    ],
    [
        "Orvale dam turns sixty A wall for the valley In the beginning there was a mill.",
        "Orvale dam turns sixty The years of growth Two more dams were built.",
        "Orvale dam turns sixty Water for Norvik The town drinks from the lake.",
    ],
    [
        "Split: Jane Roe, 47, said that she would leave the works in May",
        "Happy time: Jane Roe and John Doe were seen in Norvik last October",
    ],
]


@pytest.mark.parametrize("gallery", GALLERIES)
def test_the_captions_of_a_gallery_are_marked(gallery: list[str]) -> None:
    assert marked(TITLE, *ARTICLE[:3], *gallery, *ARTICLE[3:]) == dict.fromkeys(gallery, "caption")


OWN = [
    [
        "At the first session, Roe spoke of the dam.",
        "At the first session, Doe spoke of the wall.",
        "At the first session, Ito spoke.",
    ],
    [
        "According to early counts of votes in Norvik it is lost.",
        "According to early counts of votes by the office it is won.",
        "According to early counts of all votes it stands.",
    ],
    ["Police: three houses are gone and we look for two people — Norvik Police (@norvikpolice) March 6, 2031"],
    ["“We all just knew that we had to run for the hills of Norvik,” she told us"],
    ["Earlier, the agency had quoted the mayor as saying that Norvik had closed its schools for now"],
]


@pytest.mark.parametrize("lines", OWN)
def test_paragraphs_that_begin_alike_and_posts_and_speech_are_no_captions(lines: list[str]) -> None:
    assert marked(TITLE, *ARTICLE[:3], *lines, *ARTICLE[3:]) == {}


def test_a_byline_is_marked_near_the_top_only() -> None:
    assert marked(TITLE, "By Jane Roe and John Doe", *ARTICLE) == {"By Jane Roe and John Doe": "author box"}
    assert "By Wednesday evening it had" not in marked(TITLE, *ARTICLE, "By Wednesday evening it had")


def test_the_lower_end_of_a_page_is_marked_to_its_last_line() -> None:
    tail = [
        "About Jane Roe",
        "Football entered her life with the first cup in 1998, and she has never scored a goal ... she still tries.",
        "Check Also",
        "Far Land. A thousand hens were sold at once",
        "The decision to sell the hens was made after the price of corn had risen …",
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
        "Once you're here...",
        "Back to top button",
    ]
    found = marked(TITLE, *ARTICLE, *tail)
    assert set(found) == set(tail)
    assert found[tail[1]] == "author box"


def test_a_link_before_the_last_paragraphs_does_not_take_them_with_it() -> None:
    link = "Read more: Farmers ask for help after the flood"
    assert marked(TITLE, *ARTICLE[:4], link, ARTICLE[4]) == {link: "related link"}


QUOTE = "“We had asked for a new wall three times.”"


def test_a_sentence_that_a_paragraph_holds_word_for_word_is_a_pull_quote() -> None:
    spoken = "The mayor slept for two hours. “We had asked for a new wall three times. Nobody came to look,” he said."
    assert marked(TITLE, *ARTICLE[:3], QUOTE, ARTICLE[4], spoken) == {QUOTE: "other"}
    assert marked(TITLE, *ARTICLE[:3], spoken, ARTICLE[4], QUOTE, ARTICLE[1][::-1] + ".") == {QUOTE: "other"}


@pytest.mark.parametrize(
    "lines",
    [
        (TITLE, QUOTE, *ARTICLE, f"{QUOTE} So the mayor said to people in the yard of the school."),  # the lead
        (TITLE, *ARTICLE, *["“And still the water rose, and rose.”"] * 2),  # a refrain
        (TITLE, *ARTICLE, "He did not sleep.", "He did not sleep. The mayor stayed at the school with the families."),
        (TITLE, *ARTICLE, "“Who had asked for a new dam?”", "Nobody knows who had asked for a new damask in May."),
    ],
)
def test_a_lead_a_refrain_and_a_short_sentence_are_no_pull_quotes(lines: tuple[str, ...]) -> None:
    assert marked(*lines) == {}


def test_marks_that_came_with_a_document_are_kept() -> None:
    mark = Boilerplate(0, 4, "other")
    document = Document("d", "d.txt", "", "Head\n\nShare", boilerplate=(mark,))
    assert mark_boilerplate(document, ENGLISH) == document


def test_beside_captions_that_came_with_a_page_the_other_lines_are_judged() -> None:
    caption, link = "A man and his dog in the water", "Read more: Farmers ask for help after the flood"
    text = "\n".join([caption, TITLE, *ARTICLE[:3], link, *ARTICLE[3:]])
    own = Boilerplate(0, len(caption), "caption")
    document = mark_boilerplate(Document("d", "d.html", "", text, title=TITLE, boilerplate=(own,)), ENGLISH)
    assert document.boilerplate[0] == own
    assert [text[mark.start : mark.end] for mark in document.boilerplate] == [caption, link]


MENU = ["Home", "World", "Politics", "Weather", "Sport", "Log in", "Search", "Follow us", "Live", "Newsletters"]
LINKS = [f"{place} council votes on new bridge" for place in ("Norvik", "Selm", "Harlow Bay", "Upper Tarn", "Ostby")]


def test_of_a_whole_page_the_article_is_left_and_its_headline_is_the_title() -> None:
    lines = [
        "The Daily Example",
        *MENU,
        TITLE,
        "By Jane Roe",
        *ARTICLE,
        "Most read",
        *LINKS,
        *MENU,
        "© 2031 The Daily Example",
    ]
    text = "\n".join(lines)
    assert is_whole_page(lines)
    document = mark_boilerplate(Document("d", "d.txt", "", text, title="The Daily Example"), ENGLISH)
    kept = [line for line in lines if line not in {text[mark.start : mark.end] for mark in document.boilerplate}]
    assert kept == [TITLE, *ARTICLE]
    assert document.title == TITLE


def test_a_list_a_table_and_a_transcript_are_no_whole_pages() -> None:
    assert not is_whole_page([TITLE, *(f"- item {n}" for n in range(30))])
    assert not is_whole_page([TITLE, *(f"Injured in district {n}: {n}" for n in range(30))])
    assert not is_whole_page([TITLE, *(f"ROE: Answer number {n}." for n in range(30))])


@pytest.mark.parametrize(
    "text", ["", " \n\n ", "word", "Share", "Share\nTweet\nPrint", "\u200b\n\u202e", "a" * 1_000_000, "x\n" * 5_000]
)
def test_odd_texts_are_borne(text: str) -> None:
    document = mark_boilerplate(Document("d", "d.txt", "", text, title=text[:20] or None), ENGLISH)
    assert len(document.boilerplate) <= text.count("\n") + 1


@given(
    st.lists(st.sampled_from([*MENU, *LINKS, *ARTICLE, TITLE, "", "İ ſ é \u0301", "© ", "(", "By ", "\t"]), max_size=40)
)
def test_marks_are_sorted_whole_lines_and_never_all_of_them(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = mark_boilerplate(Document("d", "d.txt", "", text, title=lines[0] if lines else None), ENGLISH)
    written = [line.strip() for line in lines if line.strip()]
    spans = [(mark.start, mark.end) for mark in found.boilerplate]
    assert spans == sorted(spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert all(text[start:end] in written for start, end in spans)
    assert len(spans) < len(written) or not spans
    assert mark_boilerplate(found, ENGLISH) == found


GERMAN_ARTICLE = [
    "Der Damm oberhalb von Orvale ist in der Nacht zum Mittwoch gebrochen, sagte der Gouverneur vor der Presse.",
    "Zwölf Menschen wurden in das Krankenhaus von Norvik gebracht, das am Nachmittag gewarnt worden war, so ein Arzt.",
    "Die Straße in die Hauptstadt war den größten Teil des Tages gesperrt, und die Züge standen bis zum Abend still.",
    "Ingenieure der Region werden sich die beiden anderen Dämme des Tals ansehen, bevor die Woche vorbei ist.",
]


def test_without_a_table_of_the_language_an_article_keeps_its_lines() -> None:
    text = "\n\n".join(
        [GERMAN_ARTICLE[0], "Zwölf Menschen im Krankenhaus von Norvik nach dem Bruch", *GERMAN_ARTICLE[1:]]
    )
    assert mark_boilerplate(Document("d", "d.txt", "", text), Language("de")).boilerplate == ()


def test_without_a_table_of_the_language_menus_and_credits_are_still_marked() -> None:
    menu = ["Startseite", "Politik", "Wirtschaft", "Sport", "Kultur", "Wetter", "Reise", "Auto", "Anmelden", "Abo"]
    lines = [*menu, "Damm bricht oberhalb von Orvale", *GERMAN_ARTICLE, "Mehr", *menu[::-1], "Impressum"]
    document = mark_boilerplate(Document("d", "d.txt", "", "\n".join(lines)), Language("de"))
    cut = {document.text[mark.start : mark.end] for mark in document.boilerplate}
    assert {*menu, "Impressum"} <= cut
    assert not cut & set(GERMAN_ARTICLE)
    credit = "\n".join(
        [*GERMAN_ARTICLE[:2], "Ein Mann trägt einen Hund durch das Wasser © Jane Roe", *GERMAN_ARTICLE[2:]]
    )
    assert [mark.kind for mark in mark_boilerplate(Document("d", "d.txt", "", credit), Language("de")).boilerplate] == [
        "caption"
    ]


def test_a_list_within_an_article_of_a_whole_page_is_kept() -> None:
    menu = ["Home", "World", "Business", "Sport", "Culture", "Weather", "Travel", "Cars", "Log in", "Subscribe"]
    hurt = [f"A {age}-year-old was hurt in the {part}" for age, part in ((21, "arm"), (34, "leg"), (40, "foot"))]
    lines = [*menu, "The Daily Example", TITLE, *ARTICLE[:3], *hurt, *ARTICLE[3:], "More stories", *menu[::-1]]
    document = mark_boilerplate(Document("d", "d.txt", "", "\n".join(lines)), ENGLISH)
    cut = {document.text[mark.start : mark.end] for mark in document.boilerplate}
    assert is_whole_page(lines)
    assert set(menu) <= cut
    assert not cut & {*hurt, *ARTICLE}


@pytest.mark.parametrize(
    "text",
    [
        "(" + "photo," * 30_000,
        "a\n" * 50_000,
        "Subscribe\nabc\n" * 20_000 + "The water came. " * 300,
        "updated:" * 25_000,
        ". " * 100_000,
    ],
    ids=["credit", "lines", "ends", "stamps", "dots"],
)
def test_a_text_made_to_be_slow_is_not(text: str) -> None:
    start = time.process_time()
    mark_boilerplate(Document("d", "d.txt", "", f"{TITLE}\n{ARTICLE[0]}\n{text}", title=TITLE), ENGLISH)
    assert time.process_time() - start < 5


def test_paragraphs_that_begin_alike_are_no_gallery() -> None:
    ports = ("Odrin", "Norvik", "Selm", "Varzhen")
    text = "\n".join((
        "Water rises along the coast",
        "The water rose along the whole coast on Monday, and the people of four towns left their homes in the night.",
        *(f"In the port of {port} the boats lay in the streets, and nobody came to their help." for port in ports),
        *(f"The dam above the town burst on Tuesday, the mayor said. Report {n} tells more of it." for n in range(4)),
    ))  # fmt: skip
    document = Document("d", "a.txt", "", text, title="Water rises along the coast", language="en")
    assert mark_boilerplate(document, language_of("en")).boilerplate == ()


@pytest.mark.parametrize(
    "line",
    [
        "Home | World | Velm | Opinions",
        "Radio Velm live   |   Listen",
        "HOMEPAGE > VELM",
        "The Lantern / Politics / Exclusive",
        "Print   Share   Comments",
        "VNA - Velmian News Agency",
        "Orvale Today newspaper - Your newspaper",
        "March 6, 2031   By Our Velm Service",
        "By JANE ROE   MARCH 6, 2031 08:12   Updated: MARCH 6, 2031 10:30",
        "News ID: 3188120",
        "Issued on: 06/03/2031",
    ],
)
def test_what_stands_above_an_article_is_marked_by_its_shape(line: str) -> None:
    assert list(marked(TITLE, line, *ARTICLE)) == [line]


def test_a_menu_with_a_day_may_tell_when_it_came_out() -> None:
    assert marked(TITLE, "VNA | Updated: 2031-03-06 21:45", *ARTICLE) == {"VNA | Updated: 2031-03-06 21:45": "other"}


@pytest.mark.parametrize(
    "line",
    [
        "#Flood #Orvale",
        "VNA grb/ass/lll",
        "Enditem",
        "End of message/",
        "Editor: Roe",
        "Reported by VNA Orvale. Translated by Jane Roe.",
        "Staff writer Jane Roe in Norvik contributed to this report.",
        "Did you find a mistake? Select the text and press Ctrl+Enter",
        "Receive the news of the valley directly in your mailbox. I subscribe",
    ],
)
def test_what_stands_below_an_article_is_marked_by_its_words_or_shape(line: str) -> None:
    assert list(marked(TITLE, *ARTICLE, line)) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Dam breach: what we know",
        "Killed - 12",
        "Velm – a town that was warned",
        "The wall and/or the gate",
        "Orvale: no news",
    ],
)
def test_a_line_of_the_article_is_no_menu(line: str) -> None:
    assert line not in marked(TITLE, *ARTICLE[:2], line, *ARTICLE[2:])


def test_a_line_that_begins_with_the_name_of_the_byline_tells_of_the_author() -> None:
    bio = "Jane Roe covers the valley. She worked for Radio Velm before."
    assert marked(TITLE, "By Jane Roe", *ARTICLE, bio)[bio] == "author box"
    assert bio not in marked(TITLE, *ARTICLE, bio)
