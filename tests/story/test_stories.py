"""Stories: what belongs together, in any order, and what a story is called."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.article.fingerprint import fingerprint_of
from rashomon.article.mentions.lexicon import lexicon_of
from rashomon.languages import language_of
from rashomon.records import Analysis, Document, Event, Publication, Words
from rashomon.story import stories
from rashomon.story.claims import Claims
from rashomon.story.entities.groups import named_in
from rashomon.story.stories import make_story, places_most_named, with_stories
from rashomon.story.vectors import Counts

from .named import report

TEXTS = {
    "ferry1": "The ferry Gull sank off Port Senna on Monday. Coast guard boats searched for passengers of the Gull.",
    "ferry2": "Divers reached the wreck of the Gull, the ferry that sank near Port Senna; passengers are missing.",
    "bank1": "The central bank of Ostrava kept its interest rate. The governor Ivana Dole spoke of weak prices.",
    "bank2": "Governor Ivana Dole of the Ostrava central bank said the interest rate would stay while prices are weak.",
}


def analysis(id: str, text: str, day: date | None = None) -> Analysis:
    published = Publication(day, day, "given") if day else Publication()
    return Analysis(Document(id=id, source=id, sha256="", text=text, title=text.split(".")[0], published=published))


def find_stories(read, **options):
    counts = Counts()
    for analysis in read:
        counts.add(fingerprint_of(analysis).terms)
    return stories.find_stories([analysis.document for analysis in read], counts, **options)


def groups(story_of):
    return {frozenset(d for d in story_of if story_of[d] == s) for s in story_of.values()}


@settings(max_examples=10, deadline=None)
@given(st.permutations(sorted(TEXTS)))
def test_documents_of_one_affair_are_one_story_in_any_order(order):
    story_of = find_stories([analysis(id, TEXTS[id]) for id in order])
    assert groups(story_of) == {frozenset({"ferry1", "ferry2"}), frozenset({"bank1", "bank2"})}
    assert story_of == find_stories([analysis(id, TEXTS[id]) for id in sorted(TEXTS)])


def test_the_user_may_say_that_all_is_one_story():
    assert len(set(find_stories([analysis(i, t) for i, t in TEXTS.items()], one_story=True).values())) == 1


def test_no_documents_are_no_story():
    assert find_stories([]) == find_stories([], one_story=True) == {}


def test_a_like_report_of_a_year_later_is_another_story():
    text = "A man was shot on Elm Street in Kettle Falls late at night, police said. Detectives look for witnesses."
    near = find_stories([analysis("a", text, date(2031, 5, 1)), analysis("b", TEXTS["bank1"], date(2031, 5, 1))])
    assert near["a"] != near["b"]


def test_a_story_has_the_days_of_its_reports_and_their_headline():
    made = [
        analysis("ferry1", TEXTS["ferry1"], date(2031, 5, 2)),
        analysis("ferry2", TEXTS["ferry2"], date(2031, 5, 4)),
    ]
    story_of = find_stories(made)
    documents = with_stories([a.document for a in made], story_of)
    story = make_story(story_of["ferry1"], documents, Claims(), ())
    assert (story.earliest, story.latest) == (date(2031, 5, 2), date(2031, 5, 4))
    assert story.documents == ("ferry1", "ferry2")
    assert story.label in {d.title for d in documents}
    assert story.origins == 2


def test_a_day_that_one_report_recalls_does_not_begin_the_story():
    made = [analysis(name, TEXTS["ferry1"], date(2031, 5, 4)) for name in ("a", "b", "c")]
    story_of = find_stories(made)
    documents = with_stories([a.document for a in made], story_of)
    day, before = date(2031, 5, 3), date(2031, 4, 25)
    told = [("a", day), ("b", day), ("c", day), ("a", before)]
    events = tuple(
        Event(f"{name}{when}", name, 0, 1, "x", Words(0, 1, "x"), earliest=when, latest=when) for name, when in told
    )
    story = make_story(story_of["a"], documents, Claims(events=events), ())
    assert (story.earliest, story.latest) == (day, date(2031, 5, 4))


def test_the_places_of_a_story_are_those_that_most_reports_name():
    reports = [
        report("a", ("Oslo", "GPE"), ("Velsk", "GPE"), ("Velsk", "GPE"), ("Ada Holm", "PERSON")),
        report("b", ("Oslo", "GPE"), ("Ada Holm", "PERSON")),
        report("c", ("Oslo", "GPE"), ("Zhavorsk", "GPE"), ("Ada Holm", "PERSON")),
    ]
    named, _ = named_in(reports, {}, (), lexicon_of(language_of("en")))
    entity_of = {group.id: group.lead.text for group in named.groups}
    assert places_most_named(named.groups, entity_of, {"Oslo", "Velsk", "Zhavorsk"}) == ("Oslo", "Velsk", "Zhavorsk")
