"""Counts made comparable: each with the day it holds for and the place it is of."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from ..languages import known_languages, language_of
from ..records import Days, Document, Entity, Figure

# A count of something further back than this before its report is told as history, not as the present affair.
# Set on the two cases: their affairs run over ten and twenty-one days, their histories lie months back.
HISTORY = timedelta(days=28)
_WORD = re.compile(r"\w+")
_ANYBODY = "people"  # the group of those who are told by no group of their own


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with the days it holds for and the place it is of, as far as reports can be compared on them."""

    figure: Figure
    days: Days
    place: str | None
    voice: str  # who is behind it: the speaker, or the outlet's own document (its original, where it is a copy)
    historical: bool
    apart: str = ""  # words that set those counted apart from people at large: a nationality, a trade

    @property
    def value(self) -> tuple[object, ...]:
        """What makes two counts the same answer: bounds, days and place."""
        figure = self.figure
        days = self.days
        return (figure.relation, figure.low, figure.high, days.earliest, days.latest, self.place, self.apart)


@dataclass(frozen=True, slots=True)
class Topic:
    """What is counted: the same for all figures that may be compared."""

    story: str
    measure: str
    unit: str
    group: str
    part: str | None  # the words of those counted, where they are a part of all
    historical: bool


def topics(
    documents: Iterable[Document], figures: Iterable[Figure], entities: Iterable[Entity]
) -> Mapping[Topic, tuple[Told, ...]]:
    """The figures of each topic, in order of days, then documents; denied and additional counts are left out."""
    document_of = {document.id: document for document in documents}
    place_of = {entity.id: entity for entity in entities}
    kept = [f for f in figures if document_of[f.document].story and f.scope != "additional" and f.polarity != "denied"]
    main = _main_places(kept, document_of, place_of)
    found: dict[Topic, list[Told]] = defaultdict(list)
    for figure in kept:
        told = _told(figure, document_of[figure.document], main, place_of)
        found[_topic(told, document_of[figure.document])].append(told)
    return {topic: tuple(sorted(found[topic], key=_order)) for topic in sorted(found, key=_topic_key)}


def is_country(place: Entity | None) -> bool:
    """A state as a whole: the gazetteer knows its code, and no point on the map."""
    return place is not None and place.country is not None and place.latitude is None and place.type == "GPE"


def holds(outer: str | None, inner: str | None, places: Mapping[str, Entity]) -> bool:
    """The first place is the country that the second lies in."""
    a, b = places.get(outer or ""), places.get(inner or "")
    return a is not None and b is not None and a.id != b.id and is_country(a) and a.country == b.country


def is_climbing(documents: Iterable[Document]) -> bool:
    """Some report says that the toll was rising, so that counts of one day may follow one another."""
    return any(_climbs(d.text, (d.language or "en").split("-")[0]) for d in documents)


def _climbs(text: str, code: str) -> bool:
    pattern = _climbing_pattern(code)
    return pattern is not None and pattern.search(text) is not None


@cache
def _climbing_pattern(code: str) -> re.Pattern[str] | None:
    if code not in known_languages():
        return None
    table = language_of(code).table("figures")["climbing"]
    nouns, verbs = ("|".join(map(re.escape, table[key])) for key in ("nouns", "verbs"))
    return re.compile(rf"\b(?:{nouns})\b[^.!?\n]{{0,40}}\b(?:{verbs})\b", re.IGNORECASE)


def _main_places(
    figures: Iterable[Figure], documents: Mapping[str, Document], places: Mapping[str, Entity]
) -> Mapping[str, str]:
    """{story: the town or country that most of its documents count in}."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for story, _, place in sorted({(documents[f.document].story or "", f.document, f.place or "") for f in figures}):
        if place in places and places[place].type == "GPE":
            votes[story][place] += 1
    return {story: min(counts, key=lambda p: (-counts[p], p)) for story, counts in votes.items()}


def _told(figure: Figure, document: Document, main: Mapping[str, str], places: Mapping[str, Entity]) -> Told:
    days, historical = _days(figure, document)
    place = _place(figure, main.get(document.story or ""), places)
    return Told(figure, days, place, _voice(figure, document), historical, _apart(figure, document))


def _apart(figure: Figure, document: Document) -> str:
    """The words that count some people apart from the rest: "tourists", "miners"."""
    code = (document.language or "en").split("-")[0]
    words = " ".join(_WORD.findall((figure.group_text or "").casefold()))
    plain = language_of(code).table("figures")["plain"]["words"] if code in known_languages() else ()
    return "" if figure.group != _ANYBODY or words in plain else words


def _days(figure: Figure, document: Document) -> tuple[Days, bool]:
    """The days a count holds for: those of the report, where it tells of something recent."""
    published = document.published.days
    if figure.when is None or not figure.as_of.known or not published.known:
        return figure.as_of, False
    before = _day(published.earliest) - _day(figure.as_of.latest)
    return (figure.as_of, True) if before > HISTORY else (published, False)


def _day(day: date | None) -> date:
    return day or date.min


def _place(figure: Figure, main: str | None, places: Mapping[str, Entity]) -> str | None:
    """Where a count is of; a street, nowhere told and the country around the main town stand for that town."""
    place = places.get(figure.place or "")
    if place is None or place.type != "GPE" or holds(place.id, main, places):
        return main
    return place.id


def _voice(figure: Figure, document: Document) -> str:
    words = " ".join(_WORD.findall((figure.source_text or "").casefold()))
    return figure.source or words or document.copy_of or document.id


def _topic(told: Told, document: Document) -> Topic:
    figure = told.figure
    part = " ".join(_WORD.findall((figure.group_text or "").casefold())) if figure.scope == "part" else None
    return Topic(document.story or "", figure.measure, figure.unit, figure.group or "", part, told.historical)


def _topic_key(topic: Topic) -> tuple[str, ...]:
    return (topic.story, topic.measure, topic.unit, topic.group, topic.part or "", str(topic.historical))


def _order(told: Told) -> tuple[date, date, str, int, str]:
    figure = told.figure
    return (_day(told.days.earliest), _day(told.days.latest), figure.document, figure.start, figure.id)
