"""Which documents tell of one story: average-link clustering over words, helped by the days."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ..ids import make_id
from ..records import Analysis, Document, Entity, Story
from .claims import Claims
from .clustering import clusters
from .sources import root_of
from .vectors import alike, product, vectors_of

# Set on three collections at once (local shootings, world news clusters, ECB+); one setting for all.
THRESHOLD = 0.155  # least mean likeness of two clusters that are one story
NEAR_DAYS = 1.35  # a pair told within a day of each other is that much likelier one story than an undated pair
FAR_DAYS = 0.8  # and a pair told far apart that much less
FADING = 30  # days over which nearness fades
LEAST_LIKENESS = 0.03  # a fainter likeness of two documents counts as none
_WORD = re.compile(r"[^\W\d_]+|\d+")


def find_stories(analyses: Iterable[Analysis], *, one_story: bool = False) -> Mapping[str, str]:
    """{document id: story id}; a story is named by the first of its documents."""
    documents = sorted((analysis.document for analysis in analyses), key=lambda document: document.id)
    groups = [[document.id for document in documents]] if one_story and documents else _clusters(documents)
    return {member: make_id("story", min(group)) for group in groups for member in group}


def with_stories(documents: Iterable[Document], story_of: Mapping[str, str]) -> tuple[Document, ...]:
    """The documents with `story` filled."""
    return tuple(replace(document, story=story_of.get(document.id)) for document in documents)


def make_stories(
    documents: Iterable[Document], story_of: Mapping[str, str], claims: Claims, entities: Iterable[Entity]
) -> tuple[Story, ...]:
    """The stories, with a headline, their days and the places most spoken of."""
    told: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        told[story_of[document.id]].append(document)
    places = _places(story_of, entities)
    happened = _happened(story_of, claims)
    by_id = {document.id: document for group in told.values() for document in group}
    return tuple(_story(id, told[id], places[id], happened[id], by_id) for id in sorted(told))


# -- likeness of documents


def _clusters(documents: Sequence[Document]) -> list[list[str]]:
    vectors = vectors_of(documents)
    days = [document.published.days.day for document in documents]

    def likeness(left: int, right: int) -> float:
        value = product(vectors[left], vectors[right])
        return value * _nearness(days[left], days[right]) if value >= LEAST_LIKENESS else 0.0

    pairs = ((a, b, value * _nearness(days[a], days[b])) for a, b, value in alike(vectors, THRESHOLD / NEAR_DAYS))
    near = (pair for pair in pairs if pair[-1] >= THRESHOLD)
    groups = clusters(len(vectors), near, likeness, THRESHOLD)
    return [[documents[number].id for number in group] for group in groups]


def _nearness(a: date | None, b: date | None) -> float:
    if a is None or b is None:
        return 1.0
    return FAR_DAYS + (NEAR_DAYS - FAR_DAYS) * math.exp(-max(0, abs((a - b).days) - 1) / FADING)


# -- what a story is called, and when and where it happened


MOST_PLACES = 5


@dataclass(frozen=True, slots=True)
class _Happened:
    """Days of a story's events, with how many documents tell each."""

    days: tuple[tuple[date, int], ...] = ()


def _happened(story_of: Mapping[str, str], claims: Claims) -> dict[str, _Happened]:
    telling: dict[str, dict[date, set[str]]] = defaultdict(lambda: defaultdict(set))
    for event in claims.events:
        if event.earliest is not None and event.earliest == event.latest and event.modality == "actual":
            telling[story_of[event.document]][event.earliest].add(event.document)
    found: dict[str, _Happened] = defaultdict(_Happened)
    for story, days in telling.items():
        found[story] = _Happened(tuple((day, len(documents)) for day, documents in sorted(days.items())))
    return found


def _places(story_of: Mapping[str, str], entities: Iterable[Entity]) -> dict[str, tuple[str, ...]]:
    """The places named in most documents of each story, then most often."""
    ranked: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for entity in entities:
        if entity.type in ("GPE", "LOC", "FACILITY"):
            mentions = Counter(story_of[m.document] for m in entity.mentions)
            documents = Counter(story for story, _ in {(story_of[m.document], m.document) for m in entity.mentions})
            for story, count in mentions.items():
                ranked[story].append((-documents[story], -count, entity.id))
    return defaultdict(tuple, {s: tuple(id for _, _, id in sorted(r)[:MOST_PLACES]) for s, r in ranked.items()})


def _story(
    id: str, told: list[Document], places: tuple[str, ...], happened: _Happened, by_id: Mapping[str, Document]
) -> Story:
    published = sorted(d.published.days.day for d in told if d.published.days.day)
    days = _span_of(happened, published)
    origins = len({root_of(document, by_id).outlet or root_of(document, by_id).id for document in told})
    return Story(
        id=id,
        label=_label(told),
        documents=tuple(sorted(document.id for document in told)),
        earliest=days[0] if days else None,
        latest=days[-1] if days else None,
        places=places,
        origins=origins,
    )


BACKGROUND_DAYS = 14  # a day longer before the first report than this is history, not the story
# A day is of the story where it is told by this share of the reports that tell the day told most: what a single report
# recalls is background. Set on the shootings: 63 % of first days were right with every day told, 83 % with these.
MAIN_SHARE = 0.6


def _span_of(happened: _Happened, published: list[date]) -> list[date]:
    """First and last day of a story: of what its reports tell most of, not long before them, else of the reports."""
    first, last = (published[0], published[-1]) if published else (date.min, date.max)
    since = first - timedelta(days=BACKGROUND_DAYS) if published else date.min
    near = [(day, told) for day, told in happened.days if since <= day <= last]
    most = max((told for _, told in near), default=0)
    main = [day for day, told in near if told >= MAIN_SHARE * most]
    return [(main or published)[0], (published or main)[-1]] if main or published else []


def _label(told: list[Document]) -> str:
    """The headline that shares most words with the others."""
    titles = sorted({" ".join(document.title.split()) for document in told if document.title})
    if not titles:
        return "(untitled)"
    words = {title: {w.casefold() for w in _WORD.findall(title)} for title in titles}
    spread = Counter(word for held in words.values() for word in held)
    return max(titles, key=lambda t: (sum(spread[w] for w in words[t]) / (len(words[t]) + 2), t))
