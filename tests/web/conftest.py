"""A small dossier made by hand: an affair that never was, with every kind of record, and a hostile one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from rashomon.dossier import Dossier, Problem, Tool
from rashomon.ids import make_id
from rashomon.records import (
    Boilerplate,
    Days,
    Document,
    Entity,
    Event,
    Figure,
    Finding,
    Mention,
    Publication,
    Span,
    Statement,
    Story,
    Time,
    TimelineEntry,
    Words,
)
from rashomon.story.questions import questions
from rashomon.story.sources import Sources

MONDAY, TUESDAY = date(2031, 3, 3), date(2031, 3, 4)
GAZETTE = (
    "Menu\n"
    "Ferry runs aground\n\n"
    "On Monday the ferry ran aground. Four people were killed, the coast guard said.\n"
    "“Nobody had turned off the lights,” Minister Ilona Verrin told reporters.\n"
)
HERALD = (
    "Ferry toll is seven\n\n"
    "Six people died on Monday, said the union. By Tuesday it was seven.\n"
    "Minister Ilona Werrin said that no one had switched off the lights.\n"
)

Make = Callable[..., Dossier]


def document(name: str, text: str, day: date | None, outlet: str) -> Document:
    published = Publication(day, day, "stated", (Span(0, 4),), "a made-up reason") if day else Publication()
    title, story = text.split("\n")[0], make_id("story", "s")
    return Document(
        make_id("document", name), name, "", text, title=title, outlet=outlet, published=published, story=story
    )


def where(document: Document, words: str) -> dict[str, object]:
    start = document.text.index(words)
    return {"document": document.id, "start": start, "end": start + len(words), "text": words}


def figure(document: Document, words: str, low: int, high: int | None, day: date | None, **more: object) -> Figure:
    span = where(document, words)
    return Figure(
        id=make_id("figure", document.id, words),
        **span,
        measure="killed",
        relation="exactly" if high == low else "at_least",
        low=Decimal(low),
        high=None if high is None else Decimal(high),
        group="people",
        as_of=Days(day, day),
        **more,
    )


def statement(document: Document, words: str, speaker: str | None, **more: object) -> Statement:
    return Statement(
        make_id("statement", document.id, words), **where(document, words), kind="direct", speaker=speaker, **more
    )


def event(document: Document, words: str, trigger: str, day: date) -> Event:
    span = where(document, words)
    start = document.text.index(trigger)
    trigger_words = Words(start, start + len(trigger), trigger)
    return Event(make_id("event", document.id, words), **span, trigger=trigger_words, earliest=day, latest=day)


def mention(document: Document, words: str, form: str = "name", role: str | None = None) -> Mention:
    return Mention(
        make_id("mention", document.id, words), **where(document, words), type="PERSON", form=form, role=role
    )


def finding(kind: str, about: str, members: tuple[str, ...], origins: int, question: str) -> Finding:
    return Finding(make_id("finding", kind), kind, about, members, origins, question, "a made-up reason")


@pytest.fixture(scope="session")
def affair() -> Dossier:
    """Two papers on one ferry: a conflict, an update, one utterance in two versions, a name in two spellings."""
    gazette = document("gazette.txt", GAZETTE, MONDAY, "Gazette")
    gazette = Document(
        **{f: getattr(gazette, f) for f in gazette.__slots__} | {"boilerplate": (Boilerplate(0, 4, "navigation"),)}
    )
    herald = document("herald.txt", HERALD, None, "Herald")
    minister = Entity(
        make_id("entity", "minister"), "PERSON", "Ilona Verrin", ("Ilona Verrin", "Ilona Werrin"),
        mentions=(
            mention(gazette, "Ilona Verrin", role="Minister"),
            mention(herald, "Ilona Werrin", role="Harbour Minister"),
        ),
        why=("one surname in two spellings",),
    )  # fmt: skip
    four = figure(gazette, "Four people were killed", 4, 4, MONDAY, source_text="the coast guard")
    six = figure(herald, "Six people died", 6, 6, MONDAY, source_text="the union", via=("Radio One",))
    seven = figure(herald, "seven", 7, 7, TUESDAY)
    lights = statement(
        gazette, "Nobody had turned off the lights", minister.id, stance="denies", made=Days(MONDAY, MONDAY)
    )
    again = statement(herald, "no one had switched off the lights", minister.id, stance="denies")
    nameless = statement(herald, "By Tuesday it was seven", None)
    aground = event(gazette, "the ferry ran aground", "ran", MONDAY)
    monday = where(gazette, "On Monday")
    told = Dossier(
        tool=Tool("rashomon", "0", ""),
        documents=(gazette, herald),
        stories=(Story(make_id("story", "s"), "Ferry runs aground", (gazette.id, herald.id), MONDAY, TUESDAY, (), 2),),
        entities=(minister,),
        times=(Time(make_id("time", "m"), **monday, type="DATE", value="2031-03-03", earliest=MONDAY, latest=MONDAY),),
        statements=(lights, again, nameless),
        figures=(four, six, seven),
        events=(aground,),
        findings=(
            finding("conflict", "figures", (four.id, six.id), 2, "people killed"),
            finding("update", "figures", (six.id, seven.id), 1, "people killed"),
            finding("same_statement", "statements", (lights.id, again.id), 1, "lights"),
        ),
        timeline=(TimelineEntry(MONDAY, MONDAY, "the ferry ran aground", (aground.id,), 1, 1, True),),
        problems=(Problem("broken.pdf", "no text in it"),),
    )  # fmt: skip
    sources = Sources({document.id: document for document in told.documents})
    return replace(told, questions=questions(sources, told.figures, told.findings, told.entities))


ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=https://evil.example/x.png onerror=alert(1)>",
    "</style><style>body{background:url(https://evil.example)}",
    "<svg onload=alert(1)>",
    "{{ 7 * 7 }}{% for x in y %}",
    "\u202egnol eht fo dne\u2066",
    '" onmouseover="alert(1)" x=\'',
    "javascript:alert(1)",
    "\x00\x08 \ud800 null and half a pair",
    "--><!--<base href=//evil.example>",
)


@pytest.fixture(scope="session", params=range(len(ATTACKS)), ids=lambda n: f"attack {n}")
def hostile(request: pytest.FixtureRequest) -> Dossier:
    """A dossier whose every word is an attack."""
    attack = ATTACKS[request.param]
    text = f"{attack}\n\nbefore {attack} after\n"
    paper = Document(
        attack, attack, "", text, attack, attack, attack, f"javascript:{attack}", attack, problems=(attack,)
    )
    span = {
        "document": attack,
        "start": text.index("before"),
        "end": len(text) - 1,
        "text": text[text.index("before") : -1],
    }
    one = Figure(
        "f\"'<1>", **span, measure=attack, relation="exactly", low=Decimal("1E+99999"), high=None, group=attack,
        group_text=attack, source_text=attack, via=(attack,), as_of=Days(MONDAY, MONDAY),
    )  # fmt: skip
    said = Statement("s&<2>", **span, kind="direct", speaker_text=attack, via=(attack,))
    named = Mention("m<3>", **span, type="PERSON", role=attack)
    return Dossier(
        tool=Tool(attack, attack, ""),
        documents=(paper,),
        stories=(Story("story", attack, (attack,)),),
        entities=(Entity("e<4>", "PERSON", attack, (attack,), attack, mentions=(named,), why=(attack,)),),
        statements=(said,),
        figures=(one,),
        findings=(Finding("g<5>", "conflict", "figures", (one.id, said.id), 1, attack, attack),),
        timeline=(TimelineEntry(MONDAY, MONDAY, attack, (), 1, 1, False),),
    )
