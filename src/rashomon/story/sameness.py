"""Whether two reports that may tell of one happening say enough in common for a reader to see it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..records import Event
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
MOST_COMPARED = 40  # sets of tellings, and tellings of a set, that a telling is compared with


def surely_same(group: tuple[Told, ...], reports: int) -> Iterator[tuple[Told, ...]]:
    """The parts of a group of which each member has much in common with another one.

    A plain happening that many of its story's `reports` tell is what the story is about, and all mentions are of it;
    else bare mentions ("the crash") are of the part that is told most.
    """
    if not _takes_care(group[0]) and _is_main(group, reports):
        yield group
        return
    parts: list[list[Told]] = []
    for told in group:
        fitting = [part for part in parts[-MOST_COMPARED:] if any(_same(told, o) for o in part[:MOST_COMPARED])]
        joined = [member for part in fitting for member in part]
        parts = [part for part in parts if not any(part is other for other in fitting)]
        parts.append([*joined, told])
    sure = [part for part in parts if len(part) > 1]
    if sure:
        main = max(sure, key=len)
        main.extend(told for part in parts if len(part) == 1 for told in part if _is_bare(told, main[0]))
    yield from (tuple(part) for part in sure)


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


def _same(left: Told, right: Told) -> bool:
    if (left.event.modality == "actual") != (right.event.modality == "actual"):
        return False
    if not overlapping(left.days, right.days):
        return False
    one, other = _worded(left.event), _worded(right.event)
    if likeness(one.clause, other.clause).cosine >= SAME_WORDS and not opposed(one.clause, other.clause):
        return True
    common = _in_common(left, right)
    return common >= (ENOUGH if _takes_care(left) else 1)


def _in_common(left: Told, right: Told) -> int:
    """Arguments in common, each in its own part: who does it, whom it befalls, where; none where one is another's."""
    one, other = left.event, right.event
    common = 0
    for ids, others, words, their_words in (
        (one.actors, other.actors, _worded(one).actor, _worded(other).actor),
        (one.recipients, other.recipients, _worded(one).recipient, _worded(other).recipient),
    ):
        shared = bool(set(ids) & set(others)) or bool(words & their_words)
        if ids and others and not shared:
            return 0
        common += shared
    return common + (one.place is not None and one.place == other.place)


@dataclass(frozen=True, slots=True)
class _Worded:
    """The words of an event, fit for comparison."""

    clause: Wording
    actor: frozenset[str]
    recipient: frozenset[str]


@lru_cache(maxsize=4096)
def _worded(event: Event) -> _Worded:
    return _Worded(wording_of(event.text), _telling(event.actor_text), _telling(event.recipient_text))


def _telling(words: str | None) -> frozenset[str]:
    """The stems of a phrase, without those of every article."""
    return frozenset(stem for stem in wording_of(words or "").stems if weight_of(stem) >= TELLING_WORD)
