"""Counts made comparable: each with the day it holds for and the place it is of."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from ..article.words import singular
from ..bounds import bounds, compatible, counts_of
from ..languages import code_told, known_languages, language_of
from ..records import Days, Document, Entity, Figure, Relation
from .affair_places import AffairPlaces, affair_places
from .cues import are_all_of_kind, is_earlier, is_lowered

# A count of something further back than this before its report is told as history, not as the present affair.
# Set on the two cases: their affairs run over ten and twenty-one days, their histories lie months back.
HISTORY = timedelta(days=28)
# A report without a day tells its own affair by days and months, history by years.
HISTORY_GRAIN = timedelta(days=31)
# A count of a day so long before the first report is of another affair, which is recalled beside this one.
RECALLED = timedelta(days=4)
OWN_KIND = 0.5  # share of the reports
ROUND_UP = 3  # counts of one voice in one report that cannot all be true: a list of several affairs
_WORD = re.compile(r"\w+")
Teller = tuple[str, str, Days]  # a document, a voice in it, and the days that it tells of
PERSON = "person"  # the unit of counts of people; amounts have others
_BOUNDS: tuple[Relation, ...] = ("at_least", "more_than", "at_most", "less_than", "approximately")
ANYBODY = "people"  # the group of those who are told by no group of their own


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with the days it holds for and the place it is of, as far as reports can be compared on them."""

    figure: Figure
    days: Days
    place: str | None
    voice: str  # who is behind it: the speaker, or the outlet's own document (its original, where it is a copy)
    historical: bool
    behind: str = ""  # the voice; of a headline's number, that to which its report gives it
    contrary: bool = False  # told by one of those who count against the authorities
    earlier: bool = False  # told as one that no longer holds
    lowered: bool = False  # told as fewer than were counted before
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
    where = affair_places(kept, document_of, place_of)
    found: dict[Topic, list[Told]] = defaultdict(list)
    affairs = _affairs(document_of, kept)
    for figure in _with_whole_kinds(kept, document_of):
        document = document_of[figure.document]
        told = _told(figure, document, where, affairs[document.story or ""])
        found[_topic(told, document_of[figure.document])].append(told)
    ordered = {topic: sorted(found[topic], key=_order) for topic in sorted(found, key=_topic_key)}
    headlines = {document.id: _headline_end(document) for document in document_of.values()}
    kinds = {topic: _with_own_kind(_as_in_body(told, headlines)) for topic, told in ordered.items()}
    wholes = (told for topic, told in kinds.items() if topic.part is None)
    round_ups = frozenset(teller for told in wholes for teller in _round_ups(told))
    return {topic: _one_answer_each(told, round_ups) for topic, told in kinds.items()}


def _with_whole_kinds(figures: Iterable[Figure], documents: Mapping[str, Document]) -> Iterator[Figure]:
    """The figures; those of a kind among all who were told count as all of that kind: "50 dead, including 5 children".

    Not where the report told of more before, so that those among whom they are counted are some of these.
    """
    totals: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in sorted(figures, key=lambda f: (f.document, f.start, f.id)):
        alike = totals[figure.document, figure.measure]
        of_kind = figure.scope == "part" and figure.unit == PERSON and figure.group not in (None, ANYBODY)
        if figure.scope != "part" and figure.group == ANYBODY:
            alike.append(figure)
        whole = alike and counts_of(alike[-1])[0] >= counts_of(alike[0])[0] > counts_of(figure)[0]
        is_all = of_kind and whole and are_all_of_kind(figure, documents[figure.document])
        yield replace(figure, scope="total") if is_all else figure


@dataclass(frozen=True, slots=True)
class _Affair:
    """When a story's own affair was, as far as its reports tell."""

    begun: date | None  # the first day on which a report of it is known to have appeared
    told: frozenset[date]  # the days that many of its reports date their counts by
    counts: frozenset[tuple[str, Decimal | None]]  # measures and numbers that are told without a day

    def recalls(self, figure: Figure) -> bool:
        """The count is of a day too long before the first report, and told so by few: of another affair."""
        last = figure.as_of.latest
        if last is None or self.begun is None or self.begun - last <= RECALLED:
            return False
        return last not in self.told and (figure.measure, figure.low) not in self.counts


def _affairs(documents: Mapping[str, Document], figures: Iterable[Figure]) -> Mapping[str, _Affair]:
    """{story: when its affair was}."""
    first: dict[str, date] = {}
    for document in documents.values():
        if document.story and (day := document.published.earliest):
            first[document.story] = min(day, first.get(document.story, day))
    dated: dict[str, dict[date, set[str]]] = defaultdict(lambda: defaultdict(set))
    undated: dict[str, set[tuple[str, Decimal | None]]] = defaultdict(set)
    counting: dict[str, set[str]] = defaultdict(set)
    for figure in figures:
        story = documents[figure.document].story or ""
        counting[story].add(figure.document)
        if figure.when is not None and figure.as_of.latest is not None:
            dated[story][figure.as_of.latest].add(figure.document)
        else:
            undated[story].add((figure.measure, figure.low))
    return {
        story: _Affair(
            first.get(story),
            frozenset(day for day, tellers in dated[story].items() if len(tellers) > OWN_KIND * len(counting[story])),
            frozenset(undated[story]),
        )
        for story in sorted(counting)
    }


def _headline_end(document: Document) -> int:
    at = document.text.find(document.title) if document.title else -1
    return at + len(document.title or "") if at >= 0 else 0


def _as_in_body(told: list[Told], headlines: Mapping[str, int]) -> list[Told]:
    """A headline's bare number is that of its report, with the bound and the voice given there: "at least 12"."""
    body: dict[tuple[str, Decimal | None], list[Told]] = defaultdict(list)
    for one in told:
        if one.figure.start >= headlines[one.figure.document]:
            number = one.figure.low if one.figure.low is not None else one.figure.high
            body[(one.figure.document, number)].append(one)
    return [_meant(one, again) if (again := _told_again(one, body, headlines)) is not None else one for one in told]


def _told_again(
    one: Told, body: Mapping[tuple[str, Decimal | None], list[Told]], headlines: Mapping[str, int]
) -> list[Told] | None:
    """Where the report tells a headline's number again, with its bound if any; `None` of what is no headline's."""
    figure = one.figure
    if figure.start >= headlines[figure.document]:
        return None
    again = body.get((figure.document, figure.low), [])
    return again if figure.relation == "exactly" or any(a.figure.relation == figure.relation for a in again) else None


def _meant(headline: Told, body: list[Told]) -> Told:
    bound = next((one.figure.relation for one in body if one.figure.relation in _BOUNDS), None)
    voice = next((one.voice for one in body if one.figure.source_text), headline.behind)
    figure = headline.figure
    if bound is not None and figure.low is not None:
        low, high = bounds(bound, figure.low)
        figure = replace(figure, relation=bound, low=low, high=high)
    return replace(headline, figure=figure, behind=voice)


def _with_own_kind(told: list[Told]) -> list[Told]:
    """The affair's own kind of people is set apart from nobody: of a mine, the miners; of a liner, the passengers.

    It is the kind by which most reports tell their highest count.
    """
    highest: dict[str, Told] = {}
    for one in told:
        first = highest.setdefault(one.figure.document, one)
        if counts_of(one.figure)[0] > counts_of(first.figure)[0]:
            highest[one.figure.document] = one
    kinds = Counter(one.apart for one in highest.values())
    own = {kind for kind, count in kinds.items() if kind and count > OWN_KIND * len(highest)}
    return [replace(one, apart="") if one.apart in own else one for one in told]


def _one_answer_each(told: Iterable[Told], round_ups: frozenset[Teller]) -> tuple[Told, ...]:
    """Of counts that one voice gives in one report and that cannot all be true, those that other reports bear out.

    They tell of several happenings, or of several places. Where nobody bears one out, the first one told stands; of a
    round-up of several affairs, none does.
    """
    everything = tuple(told)
    dropped: set[str] = set()
    for teller, answers in _by_teller(everything).items():
        first = min(answers, key=lambda a: a.figure.start)
        if teller not in round_ups and all(_agree(a, first) for a in answers):
            continue
        others = [o for o in everything if _bears(o, first)]
        borne_out = [a for a in answers if any(_confirms(o.figure, a.figure) for o in others)]
        kept = borne_out if borne_out or teller in round_ups else [a for a in answers if _agree(a, first)]
        dropped.update(a.figure.id for a in answers if a not in kept)
    return tuple(one for one in everything if one.figure.id not in dropped)


def _round_ups(told: Iterable[Told]) -> Iterator[Teller]:
    """Those who give so many counts of one thing for one day that they tell of several affairs."""
    for teller, answers in _by_teller(told).items():
        apart: list[Told] = []
        for one in answers:
            if not any(_agree(one, other) for other in apart):
                apart.append(one)
        if len(apart) >= ROUND_UP:
            yield teller


def _by_teller(told: Iterable[Told]) -> Mapping[Teller, list[Told]]:
    found: dict[Teller, list[Told]] = defaultdict(list)
    for one in told:
        if not one.earlier:
            found[(one.figure.document, one.voice, one.days)].append(one)
    return found


def _agree(a: Told, b: Told) -> bool:
    return compatible(a.figure, b.figure) or (a.place, a.apart) != (b.place, b.apart)


def _confirms(witness: Figure, figure: Figure) -> bool:
    """Both can be true, and not only because the one has no upper end: "at least 18" bears out no 301."""
    open_ended = witness.high is None and witness.low != figure.low
    return compatible(figure, witness) and not (open_ended and figure.high is not None)


def _bears(witness: Told, told: Told) -> bool:
    """Another report's count of the same; a vague word bears out nothing."""
    return (
        witness.figure.document != told.figure.document
        and witness.figure.relation != "vague"
        and (witness.place, witness.apart) == (told.place, told.apart)
    )


def is_climbing(document: Document) -> bool:
    """A report says that the toll was rising, so that counts of one day may follow one another."""
    return _climbs(document.text, code_told(document.language))


def _is_contrary(figure: Figure, document: Document) -> bool:
    words = _contrary_words(code_told(document.language))
    return any(word in words for word in _WORD.findall((figure.source_text or "").casefold()))


@cache
def _contrary_words(code: str) -> frozenset[str]:
    if code not in known_languages():
        return frozenset()
    return frozenset(language_of(code).table("figures")["contrary"]["words"])


def _climbs(text: str, code: str) -> bool:
    pattern = _climbing_pattern(code)
    return pattern is not None and pattern.search(text) is not None


@cache
def _climbing_pattern(code: str) -> re.Pattern[str] | None:
    if code not in known_languages():
        return None
    table = language_of(code).table("figures")["climbing"]
    nouns, verbs = ("|".join(map(re.escape, table[key])) for key in ("nouns", "verbs"))
    return re.compile(rf"\b(?:{nouns})\b[^.!?\n]{{0,70}}\b(?:{verbs})\b", re.IGNORECASE)


def _told(figure: Figure, document: Document, where: AffairPlaces, affair: _Affair) -> Told:
    days, historical = _days(figure, document, affair)
    place = where.of(figure, document.story or "")
    voice = _voice(figure, document)
    contrary, earlier = _is_contrary(figure, document), is_earlier(figure, document)
    lowered, apart = is_lowered(figure, document), _apart(figure, document)
    return Told(figure, days, place, voice, historical, voice, contrary, earlier, lowered, apart)


def _apart(figure: Figure, document: Document) -> str:
    """The words that set those counted apart from the rest: "tourist", "miner"; what befell them is none of these."""
    if figure.group != ANYBODY:
        return ""
    plain = _plain_words(code_told(document.language))
    words = (singular(word) for word in _WORD.findall((figure.group_text or "").casefold()))
    return " ".join(word for word in words if word not in plain)


@cache
def _plain_words(code: str) -> frozenset[str]:
    """Words that set nobody apart: nouns of people at large, and what is told of all those counted."""
    if code not in known_languages():
        return frozenset()
    table = language_of(code).table("figures")
    told = (word for kinds in table["measures"].values() for word in (*kinds["nouns"], *kinds["states"]))
    return frozenset(map(singular, (*table["plain"]["words"], *table["scope"]["additional"], *told)))


def _days(figure: Figure, document: Document, affair: _Affair) -> tuple[Days, bool]:
    """The days a count holds for, those of the report where it tells of something recent; and whether it is history."""
    published, told = document.published.days, figure.as_of
    if figure.when is None or not told.known:
        return told, False
    if affair.recalls(figure):
        return told, True
    if published.known:
        return (told, True) if _day(published.earliest) - _day(told.latest) > HISTORY else (published, False)
    if _day(told.latest) - _day(told.earliest) > HISTORY_GRAIN:  # "in 1994", in a report that nothing dates
        return told, True
    # The day of the deed, in a report that nothing dates, is no day of the count: "the strike of 8 May killed 57"
    deed = told.day is not None and affair.begun is not None and told.day <= affair.begun
    return (Days(told.earliest, None) if deed else told), False


def _day(day: date | None) -> date:
    return day or date.min


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
