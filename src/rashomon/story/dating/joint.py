"""The days of one story's documents, solved together."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ...article.times import resolve
from ...records import UNKNOWN_DAYS, Days, Publication, Span, Time
from .clues import Clues, quoted
from .nearness import Story

BACK, AHEAD = 3, 24  # days about a known day in which other reports of its story are looked for
RECENT = 60  # days; a date further from the story's own days is history
WEEK = 7
# Set on the two cases: what a report tells as past seldom comes after it (the tense of a clause may be misread); each
# day between the last day told and the report costs little, so that a report of the same happening outweighs a week.
AFTER_ITSELF = 1.0
SURELY_AFTER = 5.0  # where the weekday is told with the date
COST_OF_A_DAY = 0.02
SAME_PART = 1.0
ENOUGH = 0.3  # of support by other reports, where nearest in words is 1, for a day the document alone does not give
CANDIDATES = 12  # days of a document that are weighed against those of the others
BEAM = 32


@dataclass(frozen=True, slots=True)
class Candidate:
    """A day a document may be of, and what speaks for it in the document itself."""

    day: date
    own: float
    last: Time | None  # the last day of the calendar that it tells before
    gap: int  # days from that to this one


def solve_story(open_clues: Sequence[Clues], dated: Sequence[tuple[Clues, Publication]]) -> Mapping[str, Publication]:
    """Days for the documents of a story that have none; those that stay unknown are left out."""
    story = Story(open_clues, dated)
    candidates = {clue.document.id: _candidates(clue, story) for clue in open_clues}
    order = sorted((c for c in open_clues if candidates[c.document.id]), key=lambda c: _order(c, candidates))
    chosen = _best(order, candidates, story)
    return _borne_out(order, chosen, story)


def _borne_out(order: Sequence[Clues], chosen: Mapping[str, Candidate], story: Story) -> Mapping[str, Publication]:
    """The chosen days for which there is a reason.

    A document bears another out only once its own day stands, so none is dated in a circle; one of the same day is
    asked before one of the day before or after.
    """
    days = {clue.document.id: publication.days for clue, publication in story.dated}
    found: dict[str, Publication] = {}
    while True:
        left = [clue for clue in order if clue.document.id not in found]
        new = _reasoned(left, chosen, story, days, 0) or _reasoned(left, chosen, story, days, 1)[:1]
        if not new:
            return found
        found.update(new)
        days.update((key, publication.days) for key, publication in new)


def _reasoned(
    left: Sequence[Clues], chosen: Mapping[str, Candidate], story: Story, days: Mapping[str, Days], reach: int
) -> list[tuple[str, Publication]]:
    """Documents with a reason for their day, from documents at most so many days off."""
    tried = ((clue.document.id, _publication(clue, chosen[clue.document.id], story, days, reach)) for clue in left)
    return [(key, publication) for key, publication in tried if publication is not None]


def _order(clue: Clues, candidates: Mapping[str, Sequence[Candidate]]) -> tuple[int, str]:
    return len(candidates[clue.document.id]), clue.document.id


def _candidates(clue: Clues, story: Story) -> tuple[Candidate, ...]:
    """The days that the weekday told leaves, about the days the story is known to be of."""
    if clue.weekday is None and not clue.today:
        return ()
    days = {
        known + timedelta(days=n)
        for known in _known_days(story)
        for n in range(-BACK, AHEAD + 1)
        if date.min + timedelta(days=BACK) < known < date.max - timedelta(days=AHEAD)
    }
    possible = (
        day
        for day in sorted(days)
        if clue.weekday_number in (None, day.weekday())
        and (clue.document.retrieved is None or day <= clue.document.retrieved)
    )
    found = [candidate for day in possible if (candidate := _candidate(clue, day)) is not None]
    shares = story.shares(clue)
    found.sort(key=lambda c: (-round(c.own + _support(clue, c.day, story, shares), 9), c.day))
    return tuple(sorted(found[:CANDIDATES], key=lambda candidate: candidate.day))


def _known_days(story: Story) -> tuple[date, ...]:
    """The days of dated documents; where there are none, the full dates that the others tell, of the last year told."""
    dated = [day for _, publication in story.dated if (day := publication.days.day)]
    told = [day for clue in story.open for time in (*clue.dates, *clue.furniture_dates) if (day := _full_day(time))]
    if dated:
        return tuple(sorted({*dated, *(d for d in told if any(abs((d - other).days) <= RECENT for other in dated))}))
    last = max(told, default=None)
    return () if last is None else tuple(sorted({day for day in told if (last - day).days <= RECENT}))


def _full_day(time: Time) -> date | None:
    return resolve(time, UNKNOWN_DAYS).earliest


def _candidate(clue: Clues, day: date) -> Candidate | None:
    """How well the days that the document tells go with that day; `None` where they cannot."""
    told = [(resolve(time, Days(day, day)).earliest, time) for time in clue.dates]
    cost = sum(_cost_after(time) for d, time in told if d and d > day)
    before = [(d, t) for d, t in told if d and d <= day and (day - d).days <= RECENT]
    last = max(before, key=lambda pair: (pair[0], -pair[1].start), default=None)
    if last is not None and _is_told_otherwise(clue, day, last[0], last[1]):
        return None
    gap = 0 if last is None else (day - last[0]).days
    return Candidate(day, -cost - COST_OF_A_DAY * gap, None if last is None else last[1], gap)


def _cost_after(time: Time) -> float:
    """What it costs that a report tells of a day after its own."""
    meaning = time.meaning
    if meaning is None or meaning.direction != "past":
        return 0.0
    return AFTER_ITSELF if meaning.weekday is None else SURELY_AFTER


def _is_told_otherwise(clue: Clues, day: date, last: date, time: Time) -> bool:
    """A report calls its own day by the weekday: the same day is not also told as day and month."""
    bare = time.meaning is not None and time.meaning.weekday is None and time.meaning.year is None
    return clue.weekday is not None and last == day and bare


def _best(
    order: Sequence[Clues], candidates: Mapping[str, Sequence[Candidate]], story: Story
) -> Mapping[str, Candidate]:
    """The days that go together best, by a beam over the documents; ties go to the earlier days."""
    beam: list[tuple[float, tuple[Candidate, ...]]] = [(0.0, ())]
    for number, clue in enumerate(order):
        shares = story.shares(clue)
        among = [(n, other) for n, other in enumerate(order[:number]) if other.document.id in shares]
        grown = []
        for candidate in candidates[clue.document.id]:
            alone = candidate.own + _support(clue, candidate.day, story, shares)
            bonds = {
                (n, c.day): shares[other.document.id] * _bond(clue, candidate.day, other, c.day)
                for n, other in among
                for c in candidates[other.document.id]
            }
            for score, taken in beam:
                together = math.fsum(bonds[n, taken[n].day] for n, _ in among)
                grown.append((score + alone + together, (*taken, candidate)))
        beam = sorted(grown, key=lambda pair: (-round(pair[0], 9), [c.day for c in pair[1]]))[:BEAM]
    return {clue.document.id: candidate for clue, candidate in zip(order, beam[0][1], strict=True)}


def _support(clue: Clues, day: date, story: Story, shares: Mapping[str, float]) -> float:
    """What the dated documents say for a day."""
    days = ((other, publication.days.day) for other, publication in story.dated)
    return math.fsum(
        shares[other.document.id] * _bond(clue, day, other, known)
        for other, known in days
        if known is not None and other.document.id in shares
    )


def _bond(clue: Clues, day: date, other: Clues, known: date) -> float:
    """How well two documents go together on their days: near, and one telling of the night the other calls its own."""
    same_part = _tells_own_part(clue, day, other, known) or _tells_own_part(other, known, clue, day)
    return _near(day, known) + (SAME_PART if same_part else 0.0)


def _tells_own_part(clue: Clues, day: date, other: Clues, known: date) -> bool:
    parts = {time.meaning.part for time in clue.today if time.meaning and time.meaning.part}
    told = (time for time in other.times if time.meaning and time.meaning.part in parts)
    return any(resolve(time, Days(known, known)).earliest == day for time in told)


def _near(day: date, other: date) -> float:
    return 0.5 ** min(abs((day - other).days), 40)


def _publication(
    clue: Clues, chosen: Candidate, story: Story, days: Mapping[str, Days], reach: int
) -> Publication | None:
    """The day with its reasons; `None` where neither the document nor the story gives enough of them."""
    reasons = [_told(clue)]
    follows = clue.weekday is not None and chosen.last is not None and chosen.gap < WEEK
    if follows and chosen.last is not None:
        reasons.append(f"the day told before it is {quoted(chosen.last)}")
    own_year = follows and chosen.last is not None and chosen.last.meaning and chosen.last.meaning.year is not None
    other = None if own_year else _witness(clue, chosen.day, story, None if follows else reach, days)
    if other is not None:
        reasons.append(f"{story.source_of(other)}, of the same story, is of {days[other].day}")
    elif not own_year:
        return None
    evidence = [time for time in (clue.weekday, *clue.today[:1], chosen.last if follows else None) if time is not None]
    spans = tuple(Span(start, end) for start, end in sorted({(t.start, t.end) for t in evidence}))
    why = ", and ".join((", ".join(reasons[:-1]), reasons[-1])) if len(reasons) > 1 else reasons[0]
    return Publication(chosen.day, chosen.day, "calendar" if own_year else "story", spans, why)


def _told(clue: Clues) -> str:
    if clue.weekday is not None:
        return f"the last day it tells as past is {quoted(clue.weekday)}"
    return f"it tells of {quoted(clue.today[0])}"


def _witness(clue: Clues, day: date, story: Story, reach: int | None, days: Mapping[str, Days]) -> str | None:
    """The nearest in words of the documents that bear a day out: those at most `reach` days off, if they weigh enough.

    For a day that follows one told, whose year alone is open, `reach` is `None`, and any dated document will do.
    """
    shares = story.shares(clue)
    known = {key: known for key in shares if (known := days.get(key, UNKNOWN_DAYS).day)}
    near = [key for key in known if reach is None or abs((known[key] - day).days) <= reach]
    if not near or (reach is not None and math.fsum(shares[key] for key in near) < ENOUGH):
        return None
    return max(near, key=lambda key: (shares[key], key))
