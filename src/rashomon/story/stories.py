"""Which documents tell of one story: clusters by words and days, of the grain that the reports themselves show."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from ..ids import make_id
from ..records import Document, EntityType, Story
from .alike import alike
from .claims import Claims
from .clustering import Grain, clusters
from .entities.groups import Group
from .sources import root_of
from .vectors import Counts, Vector

# Set on three collections at once (local shootings, world news clusters, ECB+), one setting for all; of 288 settings
# around it 177 reach 0.95, 0.94 and 0.94 of B-cubed F1 on them. Numbers chosen on two of them give 0.977, 0.966 and
# 0.992 on the third; numbers chosen on half of the affairs 0.977, 0.965 and 0.974 on the others (mean of 20 halvings).
GRAIN = Grain(share=0.4, more=0.15, large=8, usual=0.3, trust=3)
FAINT = 0.08  # a likeness of two documents below this counts as none
COPIED = 0.45  # and one above this as this: reprints of one text are no closer to the affair than two reports of it
NEAR_DAYS = 1.35  # a pair told within a day of each other is that much likelier one story than an undated pair
FAR_DAYS = 0.8  # and a pair told far apart that much less
FADING = 30  # days over which nearness fades
_WORD = re.compile(r"[^\W\d_]+|\d+")


def find_stories(documents: Sequence[Document], counts: Counts, *, one_story: bool = False) -> Mapping[str, str]:
    """{document id: story id}; a story is named by the first of its documents. `counts` are of them, in their order."""
    groups = [list(documents)] if one_story and documents else _clusters(documents, counts.vectors())
    return {member.id: make_id("story", _first(group)) for group in groups for member in group}


def with_stories(documents: Iterable[Document], story_of: Mapping[str, str]) -> tuple[Document, ...]:
    """The documents with `story` filled."""
    return tuple(replace(document, story=story_of.get(document.id)) for document in documents)


def make_story(id: str, documents: Iterable[Document], claims: Claims, places: tuple[str, ...]) -> Story:
    """The story of that id, with a headline and its days; among the documents are the originals of its copies."""
    by_id = {document.id: document for document in documents}
    told = [document for document in by_id.values() if document.story == id]
    published = sorted(d.published.days.day for d in told if d.published.days.day)
    days = _span_of(_happened(claims), published)
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


def places_most_named(groups: Iterable[Group], entity_of: Mapping[str, str], places: Container[str]) -> tuple[str, ...]:
    """The places named in most documents of a story, then most often; `places` are all entities that are places."""
    documents: dict[str, set[str]] = defaultdict(set)
    mentions: Counter[str] = Counter()
    for group in groups:
        place = entity_of[group.id]
        if place in places:
            documents[place].update(cluster.document for cluster in group.clusters)
            mentions[place] += sum(count for _, count in group.types)
    ranked = sorted(documents, key=lambda place: (-len(documents[place]), -mentions[place], place))
    return tuple(ranked[:MOST_PLACES])


# -- likeness of documents


def _clusters(documents: Sequence[Document], vectors: Sequence[Vector]) -> list[list[Document]]:
    ranked = sorted(range(len(documents)), key=lambda number: documents[number].id)
    days = [documents[number].published.days.day for number in ranked]
    pairs = alike([vectors[number] for number in ranked], days, FAINT / NEAR_DAYS)
    likely = ((left, right, value * _nearness(days[left], days[right])) for left, right, value in pairs)
    near = ((left, right, min(value, COPIED)) for left, right, value in likely if value >= FAINT)
    groups = clusters(len(ranked), near, GRAIN)
    return [[documents[ranked[number]] for number in group] for group in groups]


def _first(documents: Iterable[Document]) -> str:
    """The id of the document that names a story: the earliest, since what is read later is as a rule later news."""
    return min((d.published.days.day or date.max, d.id) for d in documents)[1]


def _nearness(a: date | None, b: date | None) -> float:
    if a is None or b is None:
        return 1.0
    return FAR_DAYS + (NEAR_DAYS - FAR_DAYS) * math.exp(-max(0, abs((a - b).days) - 1) / FADING)


# -- what a story is called, and when and where it happened


PLACES: tuple[EntityType, ...] = ("GPE", "LOC", "FACILITY")
MOST_PLACES = 5


def _happened(claims: Claims) -> Sequence[tuple[date, int]]:
    """Days of the story's events, with how many documents tell each."""
    telling: dict[date, set[str]] = defaultdict(set)
    for event in claims.events:
        if event.earliest is not None and event.earliest == event.latest and event.modality == "actual":
            telling[event.earliest].add(event.document)
    return [(day, len(documents)) for day, documents in sorted(telling.items())]


BACKGROUND_DAYS = 14  # a day longer before the first report than this is history, not the story
# A day is of the story where it is told by this share of the reports that tell the day told most: what a single report
# recalls is background. Set on the shootings: 63 % of first days were right with every day told, 83 % with these.
MAIN_SHARE = 0.6


def _span_of(happened: Iterable[tuple[date, int]], published: list[date]) -> list[date]:
    """First and last day of a story: of what its reports tell most of, not long before them, else of the reports."""
    first, last = (published[0], published[-1]) if published else (date.min, date.max)
    since = first - timedelta(days=BACKGROUND_DAYS) if published else date.min
    near = [(day, told) for day, told in happened if since <= day <= last]
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
