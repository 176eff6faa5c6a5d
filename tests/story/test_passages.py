"""Copies in part: what stands word for word in another outlet's report, from which side it came, and what is none."""

from collections.abc import Collection, Iterable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.article.fingerprint import fingerprint_of
from rashomon.article.words import folded
from rashomon.dossier import Tool
from rashomon.records import Analysis, Boilerplate, Document, Passage, Publication, Span, Statement
from rashomon.story import NOTHING
from rashomon.story.copies import find_copies
from rashomon.story.passages import Comparing, find_passages
from rashomon.story.takings import PASSAGE_WORDS

AGENCY = [
    "The ferry Gull left the harbour of Port Senna at dawn with forty passengers and a load of timber on board.",
    "By noon the wind had turned to the north and the captain asked the coast guard for a tug, officials said there.",
    "A spokeswoman for the shipping line told reporters that the engine had been repaired only a week before the trip.",
    "Fishermen from three villages went out in their small boats and took the living back to the old pier by dusk.",
    "The minister of transport cut short a visit abroad and promised that an inquiry would begin on the next Monday.",
    "Relatives waited through the night in the old customs house, where the Red Cross had set up beds and a kitchen.",
    "Divers were to go down to the wreck as soon as the swell allowed it, the navy said in a short statement late on.",
    "It was the worst wreck on the coast since a freighter ran ashore off a lighthouse some thirty years earlier.",
]
PAPER = [
    "Old men on the quay remember other ships, and they will tell you about each of them if you stay for a while.",
    "My own father worked on the timber boats until his back gave out, and he never spoke of the sea again after.",
    "The town has one hotel, two bars and a museum of nets that opens when somebody finds the key to its front door.",
    "You can see the mast from the window of the school, where lessons went on as if nothing at all had happened.",
    "Someone had put flowers on the bollard that the Gull was tied to, tulips from a garden up the hill by the church.",
    "What the town wants to know is simple enough, and nobody in the capital seems to be in a hurry to answer it.",
    "In the evening the choir sang in the square, and for an hour the wind was the only thing that anyone could hear.",
    "There will be a funeral on Friday, and then another one, and the shops on the main street will be shut for both.",
]


def report(id: str, paragraphs: Iterable[str], day: int | None = None, **fields: object) -> Document:
    published = Publication(date(2031, 5, day), date(2031, 5, day), "given") if day else Publication()
    known = {"outlet": f"outlet {id}", "story": "s", **fields}
    text = "\n\n".join(paragraphs)
    return Document(id=id, source=f"{id}.txt", sha256="", text=text, published=published, **known)  # type: ignore[arg-type]


def taken(documents: Iterable[Document], *quoted: Statement) -> tuple[Passage, ...]:
    kept = tuple(documents)
    read = (Analysis(d, statements=tuple(q for q in quoted if q.document == d.id)) for d in kept)
    samples = {analysis.document.id: fingerprint_of(analysis).sample for analysis in read}

    def texts_of(ids: Collection[str]) -> list[Document]:
        return [document for document in kept if document.id in ids]

    copies = find_copies(kept, samples, texts_of)
    return find_passages(kept, Comparing(samples, copies, texts_of, Tool("", "", ""), NOTHING))[0]


def ways(passages: Iterable[Passage]) -> set[tuple[str, str]]:
    return {(passage.document, passage.original) for passage in passages}


def test_three_paragraphs_of_an_agency_in_a_longer_piece_are_told_with_both_places() -> None:
    agency = report("agency", AGENCY, 2)
    paper = report("paper", [*PAPER[:3], *AGENCY[2:5], *PAPER[3:]], 3)
    (passage,) = taken([agency, paper])
    assert (passage.document, passage.original) == ("paper", "agency")
    assert passage.text == paper.text[passage.start : passage.end]
    assert folded(passage.text) == folded("\n\n".join(AGENCY[2:5]))
    assert folded(agency.text[passage.original_start : passage.original_end]) == folded(passage.text)
    assert passage.words == len(folded(passage.text))
    assert passage.share == pytest.approx(passage.words / len(folded(paper.text)), abs=0.001)
    assert "2031-05-02" in passage.why


def test_an_editor_may_touch_a_word() -> None:
    touched = AGENCY[3].replace("small boats", "little rowing boats")
    (passage,) = taken([report("a", AGENCY, 2), report("b", [*PAPER, AGENCY[2], touched], 3)])
    assert passage.words == len(folded(AGENCY[2])) + len(folded(touched)) - 2


def test_few_words_alike_are_chance() -> None:
    words = " ".join(AGENCY[0].split()[: PASSAGE_WORDS - 1])
    assert taken([report("a", AGENCY, 2), report("b", [*PAPER, f"{words} and so it went."], 3)]) == ()


def test_what_both_quote_neither_took_from_the_other() -> None:
    quoted = [f"“{AGENCY[2]}” said the mayor.", *PAPER]
    told = [report("a", [*AGENCY[4:], quoted[0]], 2), report("b", quoted, 3)]
    speech = [Statement(d.id, d.id, d.text.index("“") + 1, d.text.index("”"), "", "direct") for d in told]
    assert taken(told, *speech) == ()
    assert len(taken(told)) == 1


def test_copies_versions_and_papers_of_one_house_take_nothing_from_one_another() -> None:
    whole = report("a", AGENCY, 2)
    part = [*PAPER, *AGENCY[2:5]]
    assert taken([whole, report("b", AGENCY, 3)]) == ()
    assert taken([whole, report("b", part, 3, outlet="outlet a")]) == ()
    url = "https://echo.example/gull"
    states = [report("a", AGENCY, 2, url=url), report("b", part, 3, url=f"{url}/")]
    assert taken(states) == ()


def test_what_a_copy_took_it_took_from_the_original_and_what_it_adds_is_its_own() -> None:
    agency, reprint = report("a", AGENCY, 2), report("b", [*AGENCY[:7], PAPER[0]], 3)
    paper = report("c", [*PAPER, *AGENCY[2:5]], 4)
    assert ways(taken([agency, reprint, paper])) == {("c", "a")}


def test_lines_that_stand_in_other_stories_too_are_furniture() -> None:
    line = AGENCY[0]
    told = [report("a", [*AGENCY[1:], line], 2), report("b", [*PAPER, line], 3)]
    assert len(taken(told)) == 1
    assert taken([*told, report("c", ["Another affair.", line], 4, story="t")]) == ()


def test_other_stories_are_not_compared() -> None:
    assert taken([report("a", AGENCY, 2), report("b", [*PAPER, *AGENCY[2:5]], 3, story="t")]) == ()


def test_what_was_cut_out_parts_a_passage() -> None:
    text = [*PAPER, AGENCY[2], "Follow us.", AGENCY[3]]
    start = "\n\n".join(text).index("Follow us.")
    paper = report("b", text, 3, boilerplate=(Boilerplate(start, start + 10, "subscription"),))
    assert all("Follow" not in passage.text for passage in taken([report("a", AGENCY, 2), paper]))


PART = [*PAPER, *AGENCY[2:5]]


@pytest.mark.parametrize(
    ("agency", "paper", "why"),
    [
        (report("a", AGENCY, 3), report("b", [*PART, "From outlet a"], 2), "names outlet a as a source"),
        (report("a", AGENCY, 3), report("b", [PAPER[0], "The mayor told outlet a so.", *PART], 2), "names outlet a"),
        (report("a", [*AGENCY, "© AFP"], 3), report("b", PART, 2), "credited to an agency"),
        (report("a", AGENCY, 2), report("b", PART, 3), "had it on 2031-05-02"),
        (report("a", AGENCY), report("b", PART), "larger part"),
        (report("a", AGENCY, 3), report("b", PART, 3), "larger part"),
    ],
)
def test_who_was_first_is_told_by_credit_then_day_then_completeness(
    agency: Document, paper: Document, why: str
) -> None:
    (passage,) = taken([agency, paper])
    assert ways([passage]) == {("b", "a")}
    assert why in passage.why


@settings(max_examples=40, deadline=None)
@given(
    kept=st.lists(st.sampled_from(range(len(AGENCY))), min_size=1, max_size=3, unique=True).map(sorted),
    at=st.integers(0, len(PAPER)),
    headline=st.sampled_from(["", "A town waits", "Ferry: what we know"]),
    third=st.booleans(),
    order=st.randoms(use_true_random=False),
)
def test_generated_syndications_in_part_are_found_word_for_word(
    kept: list[int], at: int, headline: str, third: bool, order: object
) -> None:
    agency = report("agency", AGENCY, 1)
    inserted = [*PAPER[:at], *(AGENCY[k] for k in kept), *PAPER[at:]]
    made = [agency, report("paper", [headline, *inserted] if headline else inserted, 2)]
    if third:
        made.append(report("other", [*PAPER[:1], "Nobody here has seen a thing like it.", *AGENCY[:1]], 3))
    order.shuffle(made)  # type: ignore[attr-defined]
    found = [passage for passage in taken(made) if passage.document == "paper"]
    assert {passage.original for passage in found} == {"agency"}
    texts = {d.id: d.text for d in made}
    for passage in found:
        source = texts[passage.original][passage.original_start : passage.original_end]
        assert passage.text == texts["paper"][passage.start : passage.end]
        assert folded(passage.text) == folded(source)
    copied, whole = folded(" ".join(p.text for p in found)), folded(" ".join(AGENCY[k] for k in kept))
    assert all(" ".join(folded(AGENCY[k])) in " ".join(copied) for k in kept)
    assert len(copied) <= len(whole) + 2 * len(kept)  # the word before or after may be alike by chance


@pytest.mark.parametrize("texts", [["", ""], ["x", "x"], ["one line " * 4000, "one line " * 4000], ["İ ı ſ" * 9] * 2])
def test_odd_texts_take_nothing_and_break_nothing(texts: list[str]) -> None:
    assert taken([report(str(n), [text], 1 + n) for n, text in enumerate(texts)]) == ()
    assert Span(0, 1) < Span(0, 2)
