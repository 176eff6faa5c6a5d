"""The laws of the architecture, each for reports made of sentences at random."""

import json
import tempfile
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import rashomon
from rashomon import Dossier, Judgement, Settings
from rashomon.building import judge, remove, undo
from rashomon.export.json import to_text

# Parsing takes its time: few examples a run, other ones each run of the same length.
few = settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck), database=None)

PEOPLE = st.sampled_from(["Ilona Verrin", "Ilona Werrin", "Minister Otto Brandauer", "Brandauer", "the coast guard"])
PLACES = st.sampled_from(["Port Velsk", "Velsk", "Orlinka", "northern Kestria"])
DAYS = st.sampled_from(["Monday", "on Tuesday evening", "March 3, 2031", "last week", "in early February"])
COUNTS = st.sampled_from(["Four", "At least 12", "More than 1.3 thousand", "Dozens of", "No", "Between 10 and 20"])
DEEDS = st.sampled_from(["were killed", "were injured", "were detained", "fled their homes"])
SENTENCES = st.one_of(
    st.builds("{} people {} in {} {}, {} said.".format, COUNTS, DEEDS, PLACES, DAYS, PEOPLE),
    st.builds("“The lights in {} were on,” {} told reporters {}.".format, PLACES, PEOPLE, DAYS),
    st.builds("{} denied that the ferry had left {} {}.".format, PEOPLE, PLACES, DAYS),
    st.builds("{} asked {} for help {}.".format, PEOPLE, PEOPLE, DAYS),
    st.builds("According to the Kestrian Broadcasting Union (KBU), {} visited {}.".format, PEOPLE, PLACES),
    st.text(max_size=40),
)
TEXTS = st.lists(SENTENCES, min_size=1, max_size=4).map("\n\n".join)
LONG = (
    "The ferry Marisol left the eastern pier at nine in the evening with sixty passengers and a crew of eight. "
    "Half an hour later it struck the rocks below the old lighthouse, whose lamp had not been lit since the storm. "
    "Fishermen from three villages reached the wreck before the coast guard did and took the children off first. "
    "An inquiry will ask who ordered the lamp to be switched off, and why no warning was sent to ships at sea."
)  # a copy of something shorter cannot be told from two writers who chose the same words
PUBLISHED = st.sampled_from([None, "2031-03-04", "2031-03-09"])
REPORTS = st.builds(
    lambda text, outlet, published: {"text": text, "outlet": outlet, "published": published, "retrieved": "2031-03-10"},
    TEXTS,
    st.sampled_from([None, "The Courier", "Dispatch"]),
    PUBLISHED,
)
AFFAIRS = st.lists(REPORTS, min_size=2, max_size=4, unique_by=lambda report: report["text"])


@contextmanager
def files_of(reports):
    """The reports as files, one each."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"report-{number}.jsonl") for number in range(len(reports))]
        for number, (path, report) in enumerate(zip(paths, reports, strict=True)):
            told = {"id": f"r{number}", **{name: value for name, value in report.items() if value is not None}}
            path.write_text(json.dumps(told) + "\n", encoding="utf-8")
        yield paths


def built(reports, **options):
    with files_of(reports) as paths:
        return rashomon.build(paths, **options)


def records_in(value):
    """Every record in a value, however deep."""
    if is_dataclass(value):
        yield value
        for field in fields(value):
            yield from records_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from records_in(item)


def claims_of(dossier):
    return (*dossier.times, *dossier.statements, *dossier.figures, *dossier.events, *dossier.passages)


@few
@given(AFFAIRS)
def test_law_1_every_span_quotes_its_document(reports):
    dossier = built(reports)
    text_of = {document.id: document.text for document in dossier.documents}
    mentions = tuple(mention for entity in dossier.entities for mention in entity.mentions)
    for claim in (*claims_of(dossier), *mentions):
        text = text_of[claim.document]
        assert 0 <= claim.start < claim.end <= len(text)
        for part in records_in(claim):
            if hasattr(part, "text"):
                assert text[part.start : part.end] == part.text
    for document in dossier.documents:
        for part in (*document.boilerplate, *document.published.evidence):
            assert 0 <= part.start < part.end <= len(document.text)


@few
@given(AFFAIRS)
def test_law_1_every_reference_names_a_record(reports):
    dossier = built(reports)
    known = {record.id for kind in Dossier.KINDS for record in getattr(dossier, kind) if hasattr(record, "id")}
    for claim in claims_of(dossier):
        named = [getattr(claim, name, None) for name in ("document", "speaker", "source", "place", "statement", "when")]
        assert {name for name in named if name} <= known
    for finding in dossier.findings:
        assert set(finding.members) <= known
        assert len(finding.origins_why) == finding.origins
    for relay in dossier.relays:
        assert {relay.taker, relay.giver, *relay.evidence} <= known
    for entry in dossier.timeline:
        assert set(entry.events) <= known
    for question in dossier.questions:
        answers = [figure for answer in question.history for figure in answer.figures]
        assert {question.story, *([question.place] if question.place else ()), *answers} <= known
        assert sorted(answers) == sorted(question.figures)


@few
@given(AFFAIRS)
def test_law_2_the_order_of_the_sources_changes_nothing(reports):
    with files_of(reports) as paths:
        assert to_text(rashomon.build(paths)) == to_text(rashomon.build(paths[::-1]))


def test_law_2_the_number_of_workers_changes_nothing(reports, monkeypatch):
    alone = to_text(rashomon.build(reports, workers=1))
    monkeypatch.setattr("rashomon.building.DOCUMENTS_A_WORKER", 1)
    assert to_text(rashomon.build(reports, workers=2)) == alone


@few
@given(AFFAIRS)
def test_law_3_twice_is_once_and_what_is_added_can_be_removed(reports):
    with files_of(reports) as paths, tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "a.rashomon")
        once = rashomon.build(paths[:-1], out)
        assert to_text(rashomon.build(paths[:-1], out)) == to_text(once)
        more = rashomon.build(paths, out)
        assert to_text(more) == to_text(rashomon.build(paths))
        assert {claim.id for claim in claims_of(once)} <= {claim.id for claim in claims_of(more)}
        (added,) = {document.id for document in more.documents} - {document.id for document in once.documents}
        assert to_text(remove(out, added)) == to_text(once)


@few
@given(AFFAIRS)
def test_law_4_a_copy_is_no_new_origin(reports):
    one = Settings(one_story=True)
    first = {**reports[0], "text": f"{reports[0]['text']}\n\n{LONG}"}
    copy = {**first, "outlet": "The Echo"}
    before, after = built([first, *reports[1:]], settings=one), built([first, *reports[1:], copy], settings=one)
    assert sum(story.origins for story in after.stories) <= sum(story.origins for story in before.stories)
    for dossier in (before, after):
        outlet_of = {document.id: document.outlet or document.id for document in dossier.documents}
        for story in dossier.stories:
            assert story.origins <= len({outlet_of[id] for id in story.documents}) <= len(story.documents)


@few
@given(AFFAIRS)
def test_law_5_bounds_are_in_order(reports):
    dossier = built(reports)
    for record in records_in(tuple(getattr(dossier, kind) for kind in Dossier.KINDS)):
        for least, most in pairwise(("earliest", "latest")):
            low, high = getattr(record, least, None), getattr(record, most, None)
            assert low is None or high is None or low <= high
    for counted in (*dossier.figures, *dossier.questions):
        assert counted.low is None or counted.high is None or counted.low <= counted.high
    for document in dossier.documents:
        latest = document.published.latest
        assert latest is None or latest <= document.retrieved


@few
@given(AFFAIRS, st.sampled_from(["same", "different", "undecided"]), st.randoms(use_true_random=False))
def test_law_6_undoing_a_judgement_restores_what_was_there(reports, verdict, random):
    with files_of(reports) as paths, tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "a.rashomon")
        before = rashomon.build(paths, out)
        mentions = [mention.id for entity in before.entities for mention in entity.mentions]
        if len(mentions) < 2:
            return
        left, right = sorted(random.sample(mentions, 2))
        said = Judgement("j", left, right, verdict, "Ada", "I know them", at="2031-03-11T09:00:00Z")
        assert said in judge(out, said).judgements
        assert said in rashomon.build(paths, out).judgements
        assert to_text(undo(out, "j")) == to_text(before)


@few
@given(AFFAIRS)
def test_law_7_store_and_json_give_back_the_same_dossier(reports):
    with files_of(reports) as paths, tempfile.TemporaryDirectory() as folder:
        dossier = rashomon.build(paths, Path(folder, "a.rashomon"))
        assert rashomon.open(Path(folder, "a.rashomon")) == dossier
        assert Dossier.from_dict(json.loads(to_text(dossier))) == dossier


BAD = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 40,
    "broken.jsonl": b'{"text": "half a',
    "no-text.jsonl": b'{"id": "x"}\n',
    "surrogate.jsonl": b'{"text": "One \\ud800 half."}\n',
    "broken.html": b"<html><body><p>Unclosed <div <<<",
    "no-page.html": b"\x00\x01\x02",
    "one-word.txt": b"Fire",
    "blank.txt": b" \n\n\t \n",
    "wrong-encoding.txt": "Żuraw padł.".encode("utf-16-le"),
    "long-line.txt": b"word " * 4000,
}


@pytest.mark.parametrize("name", BAD)
def test_law_8_one_bad_document_never_stops_a_build(name, reports):
    good = rashomon.build(reports)
    (reports / name).write_bytes(BAD[name])
    dossier = rashomon.build(reports)
    assert {document.id for document in good.documents} <= {document.id for document in dossier.documents}
    assert len(dossier.documents) > len(good.documents) or name in dossier.problems[0].source
    json.loads(to_text(dossier))


def test_law_8_a_document_above_the_limit_is_refused_and_told(reports):
    (reports / "endless.txt").write_bytes(b"word " * 1000)
    dossier = rashomon.build(reports, settings=Settings(max_document_bytes=4000))
    assert len(dossier.documents) == 2
    assert "endless.txt" in dossier.problems[0].source


def test_a_dossier_without_its_problems_is_the_dossier_of_the_good_sources(reports):
    good = rashomon.build(reports)
    (reports / "broken.jsonl").write_bytes(BAD["broken.jsonl"])
    assert replace(rashomon.build(reports), problems=()) == good
