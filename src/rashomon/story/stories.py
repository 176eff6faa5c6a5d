"""Which documents tell of one story: average-link clustering over words, helped by the days."""

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ..article.layout import article_blocks
from ..ids import make_id
from ..languages import language_of
from ..records import Analysis, Document, Entity, Story
from .claims import Claims
from .origins import root_of

# Set on three collections at once (local shootings, world news clusters, ECB+); one setting for all.
THRESHOLD = 0.155  # least mean likeness of two clusters that are one story
NEAR_DAYS = 1.35  # a pair told within a day of each other is that much likelier one story than an undated pair
FAR_DAYS = 0.8  # and a pair told far apart that much less
FADING = 30  # days over which nearness fades
LEAD_WORDS = 600  # what an article is about stands in its beginning
TITLE_WEIGHT = 2
LEAST_LIKENESS = 0.03  # a fainter likeness of two documents counts as none
COMMON_SHARE = 0.25  # a word in more than this share of a large dossier says nothing of which story it is
LEAST_COMMON = 50  # documents; below, no word is too common
_WORD = re.compile(r"[^\W\d_]+|\d+")


def find_stories(analyses: Iterable[Analysis], *, one_story: bool = False) -> Mapping[str, str]:
    """{document id: story id}; a story is named by the first of its documents."""
    documents = tuple(analysis.document for analysis in analyses)
    ids = [document.id for document in documents]
    if one_story:
        groups = [ids] if ids else []
    else:
        day_of = {document.id: document.published.days.day for document in documents}
        groups = _clusters(ids, _likenesses(_vectors(documents), day_of))
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


Vector = Mapping[str, float]


def _vectors(documents: Iterable[Document]) -> dict[str, Vector]:
    """TF-IDF of each document, of length one; how common a word is comes from the language and the dossier both."""
    counts = {document.id: _counts(document) for document in documents}
    holding = Counter(term for count in counts.values() for term in count)
    common = language_of("en").table("commonness")
    articles, known = common["articles"], common["words"]

    def weight(term: str) -> float:
        return math.log((len(counts) + articles + 1) / (holding[term] + known.get(term, 0) + 0.5))

    return {id: _normed({t: (1 + math.log(n)) * weight(t) for t, n in count.items()}) for id, count in counts.items()}


def _counts(document: Document) -> Counter[str]:
    # Joined names were tried as terms of their own; on the three collections they added nothing to the words.
    body = (w for b in article_blocks(document) for w in _WORD.findall(document.text[b.start : b.end]))
    counts = Counter(word.casefold() for word, _ in zip(body, range(LEAD_WORDS), strict=False))
    for word in _WORD.findall(document.title or ""):
        counts[word.casefold()] += TITLE_WEIGHT
    return counts


def _normed(vector: dict[str, float]) -> Vector:
    length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
    return {term: value / length for term, value in vector.items()}


def _likenesses(vectors: Mapping[str, Vector], day_of: Mapping[str, date | None]) -> dict[tuple[str, str], float]:
    """{(left, right): likeness} of all pairs that share enough, left before right."""
    postings: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for id in sorted(vectors):
        for term, value in vectors[id].items():
            postings[term].append((id, value))
    most = max(LEAST_COMMON, int(COMMON_SHARE * len(vectors)))
    sums: dict[tuple[str, str], float] = defaultdict(float)
    for term in sorted(postings):
        holders = postings[term]
        if len(holders) <= most:
            for at, (left, value) in enumerate(holders):
                for right, other in holders[at + 1 :]:
                    sums[left, right] += value * other
    return {pair: v * _nearness(day_of, *pair) for pair, v in sums.items() if v >= LEAST_LIKENESS}


def _nearness(day_of: Mapping[str, date | None], left: str, right: str) -> float:
    a, b = day_of[left], day_of[right]
    if a is None or b is None:
        return 1.0
    return FAR_DAYS + (NEAR_DAYS - FAR_DAYS) * math.exp(-max(0, abs((a - b).days) - 1) / FADING)


# -- clusters


def _clusters(ids: list[str], likeness: Mapping[tuple[str, str], float]) -> list[list[str]]:
    """Average-link clusters: the two likest are joined until none are like enough; a pair not given is not alike."""
    members = {id: [id] for id in ids}
    near: dict[str, dict[str, float]] = {id: {} for id in ids}  # sums over pairs of members
    for (left, right), value in likeness.items():
        near[left][right] = near[right][left] = value
    queue = [(-value, left, right, 2) for (left, right), value in likeness.items() if value >= THRESHOLD]
    heapq.heapify(queue)
    while queue:
        _, left, right, size = heapq.heappop(queue)
        if left in members and right in members and len(members[left]) + len(members[right]) == size:
            _join(left, right, members, near)
            for entry in _candidates(left, members, near):
                heapq.heappush(queue, entry)
    return sorted(sorted(group) for group in members.values())


def _join(left: str, right: str, members: dict[str, list[str]], near: dict[str, dict[str, float]]) -> None:
    members[left] += members.pop(right)
    for other, value in near.pop(right).items():
        near[other].pop(right)
        if other != left:
            near[left][other] = near[other][left] = near[left].get(other, 0.0) + value


def _candidates(
    cluster: str, members: Mapping[str, list[str]], near: Mapping[str, Mapping[str, float]]
) -> Iterator[tuple[float, str, str, int]]:
    for other, total in near[cluster].items():
        mean = total / (len(members[cluster]) * len(members[other]))
        if mean >= THRESHOLD:
            left, right = sorted((cluster, other))
            yield -mean, left, right, len(members[cluster]) + len(members[other])


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


BACKGROUND_DAYS = 31  # a day longer before the first report than this is history, not the story


def _span_of(happened: _Happened, published: list[date]) -> list[date]:
    """First and last day of a story: its reports' days, and the days of its happenings near to them."""
    if not published:
        return [day for day, _ in happened.days]
    first, last = published[0], published[-1]
    near = [day for day, _ in happened.days if 0 <= (first - day).days <= BACKGROUND_DAYS or first <= day <= last]
    return sorted([*near, first, last])


def _label(told: list[Document]) -> str:
    """The headline that shares most words with the others."""
    titles = sorted({" ".join(document.title.split()) for document in told if document.title})
    if not titles:
        return "(untitled)"
    words = {title: {w.casefold() for w in _WORD.findall(title)} for title in titles}
    spread = Counter(word for held in words.values() for word in held)
    return max(titles, key=lambda t: (sum(spread[w] for w in words[t]) / (len(words[t]) + 2), t))
