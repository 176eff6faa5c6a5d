"""The entity that joined clusters make: its name, its forms, where it lies."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ...article.mentions.lexicon import Lexicon
from ...ids import make_id
from ...names.comparing import person_words
from ...records import Entity, EntityType, Mention
from .clusters import Cluster
from .whereabouts import Company, Whereabouts, whereabouts

_MOST_REASONS = 12


def where_lies(clusters: Sequence[Cluster], lexicon: Lexicon, company: Company) -> Whereabouts:
    """Where the thing lies that clusters of one story name."""
    mentions, kind = _mentions(clusters), _type(clusters)
    return whereabouts(_best_name(_named(mentions), kind, lexicon), kind, mentions, lexicon, company)


def entity_of_clusters(
    clusters: Sequence[Cluster], why: Iterable[str], where: Whereabouts, day_of: Mapping[str, date], lexicon: Lexicon
) -> Entity:
    """One entity; its id comes from its earliest mention, since what is read later is as a rule later news.

    `day_of` tells when each document appeared.
    """
    mentions, kind = _mentions(clusters), _type(clusters)
    named = _named(mentions)
    name = _best_name(named, kind, lexicon)
    return Entity(
        id=make_id("entity", kind, min((day_of[m.document], m.id) for m in named)[1]),
        type=kind,
        name=name,
        aliases=tuple(sorted({m.text for m in named})),
        country=where.country,
        latitude=where.latitude,
        longitude=where.longitude,
        mentions=mentions,
        why=tuple(sorted({*why, *where.doubts, *(m.why for m in named if m.why and m.form == "acronym")}))[
            :_MOST_REASONS
        ],
    )


def _mentions(clusters: Iterable[Cluster]) -> tuple[Mention, ...]:
    return tuple(sorted((m for c in clusters for m in c.mentions), key=lambda m: (m.document, m.start, m.end)))


def _named(mentions: Iterable[Mention]) -> Sequence[Mention]:
    return [mention for mention in mentions if mention.form in ("name", "acronym")]


def _type(clusters: Sequence[Cluster]) -> EntityType:
    votes: Counter[EntityType] = Counter()
    for cluster in clusters:
        votes[cluster.type] += len(cluster.mentions)
    return max(sorted(votes), key=lambda kind: (kind != "OTHER", votes[kind]))


def _best_name(named: Sequence[Mention], kind: EntityType, lexicon: Lexicon) -> str:
    """The most frequent full form: a person's with a given name, a body's in words, no "Mass."; not all in capitals."""
    counts = Counter(m.text for m in named)
    if len(counts) == 1:
        return next(iter(counts))

    def rank(text: str) -> tuple[bool, bool, int, int, str]:
        # "Berg-Dahl" is a surname alone, although it is two words to compare.
        bare = kind in ("PERSON", "ORG") and (len(person_words(text)) < 2 or len(text.split()) < 2)
        bare = bare or text in lexicon.place_signs.abbreviations
        return (bare, text.isupper(), -counts[text], -len(text), text)

    return min(counts, key=rank)
