"""Chains: outlet ← agency ← official, with what shows each step."""

from decimal import Decimal
from itertools import permutations

from rashomon.parts import merged_relays, merged_voices
from rashomon.records import Document, Entity, Figure, Passage, Relay, Statement, Voice
from rashomon.story.chains import find_chains
from rashomon.story.claims import Claims
from rashomon.story.sources import Sources, media_of

AGENCY = Entity("e-agency", "ORG", "Coast News", ("Coast News",))
MAYOR = Entity("e-mayor", "PERSON", "Ada Lind")


def document(id: str, outlet: str | None = None, text: str = "", copy_of: str | None = None) -> Document:
    return Document(id=id, source=f"{id}.txt", sha256="", text=text, outlet=outlet, copy_of=copy_of, story="s")


def said(id: str, document: str, speaker: str | None, *via: str, words: str | None = None) -> Statement:
    return Statement(id, document, 0, 1, "x", "indirect", speaker=speaker, speaker_text=words, via=via)


def chains(
    documents: list[Document], statements: list[Statement], passages: tuple[Passage, ...] = (), *figures: Figure
) -> tuple[dict[str, Voice], list[tuple[str, str, str, tuple[str, ...]]], tuple[Relay, ...]]:
    names = {entity.id: entity.name for entity in (AGENCY, MAYOR)}
    sources = Sources({d.id: d for d in documents}, passages, statements, names, media_of((AGENCY, MAYOR)))
    voices, relays = find_chains(Claims(statements=tuple(statements), figures=figures), passages, sources)
    names = {voice.id: voice.name for voice in voices}
    told = sorted((names[r.taker], names[r.giver], r.way, r.evidence) for r in relays)
    return {voice.name: voice for voice in voices}, told, relays


def test_an_outlet_has_from_an_agency_what_the_agency_has_from_an_official() -> None:
    voices, told, _ = chains(
        [document("a", "Post"), document("b", "Times")],
        [said("s1", "a", "e-mayor", "e-agency"), said("s2", "b", "e-mayor"), said("s3", "a", "e-mayor", "e-agency")],
    )
    assert told == [
        ("Coast News", "Ada Lind", "quotes", ("s1", "s3")),
        ("Post", "Coast News", "quotes", ("s1", "s3")),
        ("Times", "Ada Lind", "quotes", ("s2",)),
    ]
    assert {name: voice.kind for name, voice in voices.items()} == {
        "Ada Lind": "speaker",
        "Coast News": "agency",
        "Post": "outlet",
        "Times": "outlet",
    }
    assert voices["Coast News"].entity == "e-agency"
    assert voices["Post"].documents == ("a",)


def test_an_agency_with_reports_of_its_own_is_one_voice_with_its_name_in_others() -> None:
    voices, told, _ = chains(
        [document("a", "Post"), document("b", "www.coast-news.example"), document("c", "Coast News")],
        [said("s1", "a", "e-mayor", "e-agency"), said("s2", "a", "e-agency")],
    )
    assert voices["Coast News"].kind == "outlet"
    assert voices["Coast News"].documents == ("b", "c")
    assert ("Post", "Coast News", "quotes", ("s1", "s2")) in told


def test_the_words_of_a_copy_reached_the_original_first() -> None:
    _, told, _ = chains(
        [document("a", "Coast News"), document("b", "Post", copy_of="a")],
        [said("s1", "a", "e-mayor"), said("s2", "b", "e-mayor")],
    )
    assert told == [("Coast News", "Ada Lind", "quotes", ("s1", "s2")), ("Post", "Coast News", "copies", ("b",))]


def test_the_words_within_a_passage_reached_its_original_first() -> None:
    text = "Ada Lind said the bridge was safe."
    passage = Passage("p", "b", 0, len(text), text, "a", 0, len(text), 7, 0.5, "")
    statement = Statement("s", "b", 14, 33, text[14:33], "indirect", speaker="e-mayor")
    _, told, _ = chains([document("a", "Echo", text), document("b", "Post", text)], [statement], (passage,))
    assert told == [("Echo", "Ada Lind", "quotes", ("s",)), ("Post", "Echo", "passage", ("p",))]


def test_a_credited_report_has_all_its_words_from_the_agency() -> None:
    text = "PORT SENNA (Coast News) - All were saved."
    _, told, _ = chains([document("a", "Post", text)], [said("s", "a", "e-mayor")])
    assert told == [("Coast News", "Ada Lind", "quotes", ("s",)), ("Post", "Coast News", "credits", ("a",))]


def test_who_is_not_named_is_kept_as_words_and_pronouns_are_nobody() -> None:
    figure = Figure("f", "a", 0, 1, "3", "killed", "exactly", Decimal(3), Decimal(3), source_text="the  harbour police")
    voices, told, _ = chains([document("a")], [said("s", "a", None, words="she")], (), figure)
    assert told == [("a.txt", "the harbour police", "quotes", ("f",))]
    assert voices["the harbour police"].entity is None


def test_who_is_told_by_words_alone_is_one_voice_with_an_article_and_without() -> None:
    words = ("Police", "the police", "police", "harbour police")
    statements = [said(f"s{n}", "a", None, words=told) for n, told in enumerate(words)]
    _, told, _ = chains([document("a", "Post")], statements)
    assert told == [("Post", "Police", "quotes", ("s0", "s1", "s2")), ("Post", "harbour police", "quotes", ("s3",))]


def test_outlets_are_told_also_where_they_have_their_words_from_nobody() -> None:
    voices, told, _ = chains([document("a", "Post"), document("b", "The Post"), document("c")], [])
    assert told == []
    assert sorted(voice.documents for voice in voices.values()) == [("a", "b"), ("c",)]


def test_the_order_of_claims_and_documents_changes_nothing() -> None:
    documents = [document("a", "Post"), document("b", "Times", copy_of="a"), document("c")]
    statements = [said("s1", "a", "e-mayor", "e-agency"), said("s2", "b", "e-mayor"), said("s3", "c", None, "radio")]
    results = [chains(list(d), list(s)) for d in permutations(documents) for s in permutations(statements)]
    assert all(result == results[0] for result in results)
    assert [relay.id for relay in results[0][2]] == sorted(relay.id for relay in results[0][2])


def test_the_chains_of_two_stories_together_are_those_of_all_their_reports() -> None:
    agency = document("a", "Coast News"), [said("s1", "a", "e-mayor")]
    paper = document("b", "Post"), [said("s2", "b", "e-mayor", "e-agency")]
    parts = [chains([document], statements) for document, statements in (agency, paper)]
    voices, _, relays = chains([agency[0], paper[0]], [*agency[1], *paper[1]])
    told = (voice for part, _, _ in parts for voice in part.values())
    assert merged_voices(told) == sorted(voices.values(), key=lambda voice: voice.id)
    assert merged_relays(relay for _, _, part in parts for relay in part) == list(relays)
