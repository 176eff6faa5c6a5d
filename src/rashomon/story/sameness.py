"""Whether two reports that may tell of one happening say enough in common for a reader to see it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from .happenings import Told, overlapping
from .likeness import Wording, likeness, opposed, weight_of, wording_of

# Cosine of two clauses of one sort of happening that say the same, and weight of a word that tells one argument from
# another. Set by judging findings of six affairs of the bench of stories.
SAME_WORDS = 0.5
TELLING_WORD = 0.3
ENOUGH = 2  # arguments in common; a plain happening needs one
# A happening told in as many reports, and in as large a share of its story's, is the story's own. Set on ECB+.
MAIN_REPORTS = 3
MAIN_SHARE = 0.3
MOST_PARTS = 24  # of a group that a telling is compared with, the latest first
MOST_MEMBERS = 8  # of a part that a telling is compared with
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Worded:
    """A telling with its words, fit for comparison."""

    told: Told
    clause: Wording
    actor: frozenset[str]
    recipient: frozenset[str]


def surely_same(group: tuple[Told, ...], reports: int) -> Iterator[tuple[Told, ...]]:
    """The parts of a group of which each member has much in common with another one.

    A plain happening that many of its story's `reports` tell is what the story is about, and all mentions are of it;
    else bare mentions ("the crash") are of the part that is told most.
    """
    if not _takes_care(group[0]) and _is_main(group, reports):
        yield group
        return
    parts = _parts(group)
    sure = [[item.told for item in part] for part in parts if len(part) > 1]
    if sure:
        main = max(sure, key=len)
        main.extend(part[0].told for part in parts if len(part) == 1 and _is_bare(part[0].told, main[0]))
    yield from (tuple(part) for part in sure)


def _parts(group: Iterable[Told]) -> list[list[_Worded]]:
    """A group's tellings, each with those it has much in common with."""
    parts: dict[int, list[_Worded]] = {}  # the latest told of last
    for number, item in enumerate(map(_worded, group)):
        latest = islice(reversed(parts), MOST_PARTS)
        fitting = [key for key in latest if any(_same(item, other) for other in parts[key][:MOST_MEMBERS])]
        part = parts.pop(fitting[0]) if fitting else []
        for key in fitting[1:]:
            part.extend(parts.pop(key))
        part.append(item)
        parts[number] = part
    return list(parts.values())


def _is_main(group: tuple[Told, ...], reports: int) -> bool:
    telling = len({told.event.document for told in group})
    return telling >= max(MAIN_REPORTS, MAIN_SHARE * reports)


def _takes_care(told: Told) -> bool:
    return told.with_care or told.is_one_of_many


def _is_bare(told: Told, of: Told) -> bool:
    """A mention that tells of no party of its own, of the same reality and days."""
    event = told.event
    return (
        not _takes_care(told)
        and not (event.actors and event.recipients)
        and (event.modality == "actual") == (of.event.modality == "actual")
        and overlapping(told.days, of.days)
    )


def _same(left: _Worded, right: _Worded) -> bool:
    if (left.told.event.modality == "actual") != (right.told.event.modality == "actual"):
        return False
    if not overlapping(left.told.days, right.told.days):
        return False
    if _in_common(left, right) >= (ENOUGH if _takes_care(left.told) else 1):
        return True
    alike = likeness(left.clause, right.clause).cosine >= SAME_WORDS
    return alike and not opposed(left.clause, right.clause)


def _in_common(left: _Worded, right: _Worded) -> int:
    """Arguments in common, each in its own part: who does it, whom it befalls, where; none where one is another's."""
    common = 0
    one, other = left.told.event, right.told.event
    for ids, others, words, their_words in (
        (one.actors, other.actors, left.actor, right.actor),
        (one.recipients, other.recipients, left.recipient, right.recipient),
    ):
        shared = any(party in others for party in ids) or not words.isdisjoint(their_words)
        if ids and others and not shared:
            return 0
        common += shared
    return common + (one.place is not None and one.place == other.place)


def _worded(told: Told) -> _Worded:
    event = told.event
    return _Worded(told, wording_of(event.text), _telling(event.actor_text), _telling(event.recipient_text))


def _telling(words: str | None) -> frozenset[str]:
    """The stems of a phrase, without those of every article."""
    return frozenset(stem for stem in wording_of(words).stems if weight_of(stem) >= TELLING_WORD) if words else _NONE
