"""View models: what the report prints, apart from how."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.dossier import Dossier
from rashomon.ids import make_id
from rashomon.records import Days, Entity, Figure
from rashomon.web.pages import report_page
from rashomon.web.pages.articles import title_of
from rashomon.web.pages.chart import HEIGHT, WIDTH, chart_of
from rashomon.web.pages.drift import align
from rashomon.web.pages.evidence import anchor_of, sentence_around
from rashomon.web.pages.nesting import DEEPEST, Mark, anchors, nest, plain_text
from rashomon.web.pages.words import days_in_words, number_in_words, value_in_words

MARCH = [date(2031, 3, day) for day in range(1, 30)]


def count(low: int | None, high: int | None, day: date | None = MARCH[0], relation: str = "exactly") -> Figure:
    bounds = [None if bound is None else Decimal(bound) for bound in (low, high)]
    return Figure(f"figure-{low}-{high}-{day}", "d", 0, 1, "x", "killed", relation, *bounds, as_of=Days(day, day))


def test_contested_points_come_conflict_first_with_one_side_an_answer(affair: Dossier) -> None:
    page = report_page(affair)
    assert [contest.kind for contest in page.contests] == ["conflict", "update"]
    sides = page.contests[0].points[0].sides
    assert [side.heading for side in sides] == ["4", "6"]
    assert sides[1].voices[0].evidence.speaker == "the union"
    assert sides[1].voices[0].evidence.via == ("Radio One",)


def test_findings_that_share_a_claim_are_one_point_and_others_are_not(affair: Dossier) -> None:
    four, six, seven = (figure.id for figure in affair.figures)
    aground = affair.events[0].id
    pairs = [("b", (four, six)), ("a", (six, seven)), ("c", (aground, affair.statements[2].id))]
    updates = [replace(affair.findings[1], id=name, members=members, why=name) for name, members in pairs]
    (contest,) = report_page(replace(affair, findings=tuple(updates))).contests
    assert [[reason.why for reason in point.reasons] for point in contest.points] == [["b", "a"], ["c"]]


def test_the_same_words_in_two_reports_are_one_entry(affair: Dossier) -> None:
    first, *_ = affair.documents
    copy = replace(first, id="copy", outlet="Echo")
    figures = (*affair.figures, replace(affair.figures[0], id="figure-copy", document="copy"))
    conflict = replace(affair.findings[0], members=tuple(figure.id for figure in figures))
    page = report_page(replace(affair, documents=(*affair.documents, copy), figures=figures, findings=(conflict,)))
    voices = page.contests[0].points[0].sides[0].voices
    assert [{voice.evidence.outlet, *(e.outlet for e in voice.also)} for voice in voices] == [{"Gazette", "Echo"}]


def test_figures_that_a_finding_ties_are_one_question_in_the_order_of_days(affair: Dossier) -> None:
    (question,) = report_page(affair).questions
    assert [row.evidence.value for row in question.rows] == ["4", "6", "7"]
    assert [link.text for link in question.rows[1].findings] == ["conflict", "update"]
    assert question.title == "People killed"


def test_a_question_of_several_places_is_told_of_the_one_that_most_counts_are_of(affair: Dossier) -> None:
    town, country = (Entity(f"entity-{name}", "GPE", name, (name,)) for name in ("Bergen", "Norway"))
    places = (town.id, country.id, country.id)
    figures = tuple(replace(f, place=place) for f, place in zip(affair.figures, places, strict=True))
    told = replace(affair, entities=(*affair.entities, town, country), figures=figures, questions=())
    (question,) = report_page(told).questions
    assert question.title == "People killed in Norway"


def test_a_question_tells_the_present_answer_with_its_range(affair: Dossier) -> None:
    (question,) = report_page(affair).questions
    assert question.answer.startswith("7")
    assert question.answer.endswith("on 1 independent origin")


def test_what_led_to_the_story_stands_last_in_the_timeline_and_under_no_day_of_it(affair: Dossier) -> None:
    (aground,) = affair.events
    told = affair.timeline[0]
    years = [date(year, 1, 1) for year in (2030, 2031)]
    past = [replace(aground, id=f"{aground.id}-{at}") for at in range(2)]
    old = replace(told, earliest=years[0], latest=years[0], summary="she was bought", events=(past[0].id,))
    long = replace(told, earliest=years[1], latest=date(2031, 12, 31), summary="she sailed", events=(past[1].id,))
    dossier = replace(affair, events=(aground, *past), timeline=(old, long, told))
    days = report_page(dossier).timeline
    assert [(day.happenings[0].summary, day.background) for day in days] == [
        (told.summary, False),
        ("she was bought", True),
        ("she sailed", True),
    ]


def test_a_title_of_furniture_gives_way_to_the_first_words_of_the_article(affair: Dossier) -> None:
    gazette = replace(affair.documents[0], title="Menu")
    assert title_of(gazette) == "Ferry runs aground"
    assert title_of(replace(gazette, title="Another headline")) == "Another headline"


def test_versions_of_one_utterance_stand_together_with_their_drift_marked(affair: Dossier) -> None:
    speakers = report_page(affair).speakers
    assert [speaker.name for speaker in speakers] == ["Ilona Verrin", "Nobody is named"]
    (utterance,) = speakers[0].utterances
    drifts = [[run.text for run in version.runs if run.drifts] for version in utterance.versions]
    assert drifts == [["Nobody", "turned"], ["no one", "switched"]]


def test_a_name_is_listed_with_all_its_forms(affair: Dossier) -> None:
    (group,) = report_page(affair).name_groups
    assert [form.text for form in group.names[0].forms] == ["Ilona Verrin", "Ilona Werrin"]


def test_voices_that_call_one_person_differently_are_set_side_by_side(affair: Dossier) -> None:
    wording = next(w for w in report_page(affair).wordings if w.meant == "Ilona Verrin")
    assert wording.labels == ("harbour minister", "minister")
    assert [(usage.voice.name, [len(cell) for cell in usage.cells]) for usage in wording.usages] == [
        ("Gazette", [0, 1]), ("Herald", [1, 0])
    ]  # fmt: skip


def test_a_word_is_of_whoever_says_it(affair: Dossier) -> None:
    wording = next(w for w in report_page(affair).wordings if w.meant == "That people lost their lives")
    assert wording.labels == ("died", "killed")
    assert [(usage.voice.name, usage.voice.quoted) for usage in wording.usages] == [
        ("Gazette", False),
        ("Herald", False),
    ]


def with_text(affair: Dossier, added: str) -> Dossier:
    first, *others = affair.documents
    return replace(affair, documents=(replace(first, text=first.text + added), *others))


def gaps_of(dossier: Dossier) -> dict[str, list[str]]:
    return {gap.title: [item.text for item in gap.items] for gap in report_page(dossier).gaps}


def test_a_question_that_a_report_leaves_open_is_told_and_one_that_another_answers_apart(affair: Dossier) -> None:
    found = gaps_of(with_text(affair, "Why it sailed is unknown. It is not clear how many people were killed.\n"))
    assert found["Questions that no report answers"] == ["Gazette: Why it sailed is unknown."]
    (line,) = found["Open in one report, told in another"]
    assert line.startswith("Gazette: It is not clear how many people were killed. – told elsewhere")


def test_a_count_that_is_only_feared_is_told(affair: Dossier) -> None:
    figures = tuple(replace(figure, polarity="feared") for figure in affair.figures)
    (line,) = gaps_of(replace(affair, figures=figures))["Only feared or unconfirmed"]
    assert line.endswith("7, feared (Herald)")


def test_a_conflict_is_settled_by_a_later_count_or_by_others_who_agree(affair: Dossier) -> None:
    assert "Contested and never settled" not in gaps_of(affair)  # six became seven
    conflict = affair.findings[0]
    assert gaps_of(replace(affair, findings=(conflict,)))["Contested and never settled"] == [
        "People killed – a made-up reason"
    ]
    agreed = replace(conflict, id="finding-a", kind="agreement", origins=2)
    assert "Contested and never settled" not in gaps_of(replace(affair, findings=(conflict, agreed)))


def test_a_point_that_only_a_party_tells_is_told(affair: Dossier) -> None:
    minister, (aground,) = affair.entities[0], affair.events
    deeds = tuple(replace(aground, id=make_id("event", str(n)), type="COERCE", actors=(minister.id,)) for n in range(2))
    by_minister = tuple(replace(figure, source=None, source_text="Ilona Verrin’s aide") for figure in affair.figures)
    found = gaps_of(replace(affair, figures=by_minister, events=(aground, *deeds)))
    (line,) = found["Points that rest only on a party to the affair"]
    assert line.endswith("only Ilona Verrin says so")
    assert "Points that rest only on a party to the affair" not in gaps_of(replace(affair, events=(aground, *deeds)))


def test_what_is_not_known_is_told(affair: Dossier) -> None:
    gaps = {gap.title: [item.text for item in gap.items] for gap in report_page(affair).gaps}
    assert any("Herald" in line for line in gaps["Reports whose day is not known"])
    assert gaps["Statements without a named speaker"] == ["By Tuesday it was seven"]
    assert gaps["Contested points that rest on one origin"] == ["people killed – update"]
    assert gaps["Problems met in reading"] == ["broken.pdf: no text in it"]


def test_furniture_is_told_from_the_article(affair: Dossier) -> None:
    gazette = next(view for view in report_page(affair).articles if view.outlet == "Gazette")
    assert [block.furniture for block in gazette.blocks] == ["navigation", None, None, None]


def test_a_record_whose_span_shows_nothing_keeps_its_anchor(affair: Dossier) -> None:
    blank = affair.documents[0].text.index("\n\n")
    odd = replace(affair.figures[0], id="figure-odd", start=blank, end=blank + 1, text="\n")
    views = report_page(replace(affair, figures=(*affair.figures, odd))).articles
    assert [view.strays for view in views if view.strays] == [(anchor_of("figure-odd"),)]


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("One thing. Two things happened here. Three.", "things", "Two things happened here."),
        ("At 3 p.m. Gov. X spoke to the U.S. envoy. He left.", "spoke", "At 3 p.m. Gov. X spoke to the U.S. envoy."),
        ("First line\nSecond line without end\nThird", "line without", "Second line without end"),
        ("“It burned!” Then it rained.", "rained", "Then it rained."),
        ("Sie kam. Überall lag Staub.", "lag", "Überall lag Staub."),
    ],
)
def test_a_claim_is_shown_in_its_sentence(text: str, words: str, sentence: str) -> None:
    start = text.index(words)
    assert "".join(sentence_around(text, start, start + len(words))) == sentence


def test_a_line_without_end_is_cut_around_the_claim() -> None:
    text = "a" * 100_000 + " here " + "b" * 100_000
    before, marked, after = sentence_around(text, 100_001, 100_005)
    assert marked == "here"
    assert len(before) + len(after) < 1000


@given(st.text("ab \n", max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=12))
def test_nesting_keeps_the_text_and_each_anchor_once(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [Mark(min(s), min(max(s), len(text)), "x", f"a{n}") for n, s in enumerate(spans) if min(s) < len(text)]
    nodes = nest(text, marks, 0, len(text))
    assert plain_text(nodes) == text
    assert sorted(anchors(nodes)) == sorted(mark.anchor or "" for mark in marks if mark.start < mark.end)


def test_a_thousand_spans_within_one_another_do_not_break_the_page() -> None:
    nodes = nest("x" * 4000, [Mark(n, 4000 - n, "one", f"a{n}") for n in range(1500)], 0, 4000)
    assert plain_text(nodes) == "x" * 4000
    assert len(list(anchors(nodes))) == DEEPEST


def test_spans_that_cross_are_cut_and_only_the_first_part_is_the_target() -> None:
    nodes = nest("abcdef", [Mark(0, 4, "one", "1"), Mark(2, 6, "two", "2")], 0, 6)
    assert [(node.mark.kind, node.text) for node in nodes if node.mark] == [("one", "abcd"), ("two", "ef")]
    assert list(anchors(nodes)) == ["1", "2"]


@given(st.lists(st.lists(st.sampled_from(["the", "lights", "were", "off,", "on", "Off"])).map(" ".join), max_size=4))
def test_alignment_keeps_all_words(versions: list[str]) -> None:
    for version, runs in zip(versions, align(versions), strict=True):
        assert " ".join(run.text for run in runs) == version


def test_one_version_alone_drifts_nowhere() -> None:
    ((run,),) = align(["nothing to compare"])
    assert not run.drifts


@given(
    st.lists(
        st.builds(
            lambda low, more, day: count(low, None if more is None else low + more, day),
            st.integers(0, 10**9), st.none() | st.integers(0, 1000), st.none() | st.sampled_from(MARCH),
        ),
        max_size=8,
    )
)  # fmt: skip
def test_marks_of_a_chart_stay_on_it_and_every_dated_figure_has_one(figures: list[Figure]) -> None:
    chart = chart_of(figures)
    dated = [figure for figure in figures if figure.as_of.latest]
    if chart is None:
        assert len(dated) < 2
        return
    assert len(chart.spots) == len(dated)
    assert chart.undated == len(figures) - len(dated)
    assert all(0 <= spot.x <= WIDTH and 0 <= spot.y <= HEIGHT and spot.top <= spot.bottom for spot in chart.spots)
    assert all(0 <= label.x <= WIDTH for label in (*chart.values, *chart.days))


def test_a_later_higher_count_stands_further_right_and_higher_up() -> None:
    chart = chart_of([count(4, 4, MARCH[0]), count(9, 9, MARCH[5])])
    assert chart is not None
    first, second = chart.spots
    assert second.x > first.x
    assert second.y < first.y


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (count(12, 12), "12"),
        (count(1300, None, relation="more_than"), "more than 1,300"),
        (count(9, None, relation="at_least"), "at least 9"),
        (count(9, None, relation="vague"), "at least 9"),
        (count(None, 40, relation="at_most"), "at most 40"),
        (count(24, 99, relation="vague"), "24–99"),
        (count(0, 0, relation="none"), "0"),
        (count(None, None, relation="vague"), "no number"),
    ],
)
def test_a_count_is_told_with_its_bounds(figure: Figure, words: str) -> None:
    assert value_in_words(figure) == words


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (MARCH[0], MARCH[0], "1 March 2031"),
        (MARCH[0], MARCH[2], "1–3 March 2031"),
        (date(2031, 2, 27), MARCH[1], "27 February – 2 March 2031"),
        (date(2030, 12, 31), date(2031, 1, 1), "31 December 2030 – 1 January 2031"),
        (date(2031, 2, 1), date(2031, 2, 28), "February 2031"),
        (date(2031, 2, 1), date(2031, 3, 31), "February – March 2031"),
        (date(2031, 1, 1), date(2031, 12, 31), "2031"),
        (None, MARCH[0], "until 1 March 2031"),
        (MARCH[0], None, "from 1 March 2031"),
        (None, None, ""),
    ],
)
def test_days_are_told_as_short_as_can_be(earliest: date | None, latest: date | None, words: str) -> None:
    assert days_in_words(Days(earliest, latest)) == words


@pytest.mark.parametrize("number", ["1E+99999", "-1E+99999", "NaN", "Infinity", "0.30", "1E-9999"])
def test_no_number_is_too_odd_to_print(number: str) -> None:
    assert len(number_in_words(Decimal(number))) < 24


def test_an_id_that_others_made_becomes_a_plain_fragment() -> None:
    assert anchor_of("figure-0123456789abcdef") == "figure-0123456789abcdef"
    assert anchor_of('"><script>').startswith("r-")
    assert anchor_of("a\ud800") != anchor_of("b")
