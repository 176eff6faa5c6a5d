"""The days of one story's documents, solved together: the surest first, which then bear out the others."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from ...article.times import resolve
from ...records import Days, Publication, Span
from .clues import Clues, quoted
from .likelihood import Likelihood, Neighbours, far_share, likelihood_of
from .nearness import Story

# Shares of what is possible that a day, or a run of days, needs to be told. On the halves the shares were counted on,
# with no address to go by, two of three told days were right and seven of eight within a day; three of four at 0.75,
# where the two cases lose two of eleven days. What is called published there is itself often a day off.
ENOUGH = 0.7
ENOUGH_TOGETHER = 0.9
LONGEST = 3  # days of a run; a longer one tells little
WEEK = 7


def solve_story(open_clues: Sequence[Clues], dated: Sequence[tuple[Clues, Publication]]) -> Mapping[str, Publication]:
    """Days for the documents of a story that have none; those that stay unknown are left out.

    A document bears others out only once its own day stands, so none is dated in a circle.
    """
    story = Story(open_clues, dated)
    days = {clue.document.id: day for clue, publication in dated if (day := publication.days.day)}
    found: dict[str, Publication] = {}
    while True:
        left = [clue for clue in open_clues if clue.document.id not in found]
        new = [(clue, publication) for clue in left if (publication := _single(clue, story, days))]
        if not new:
            break
        found.update((clue.document.id, publication) for clue, publication in new)
        days.update((clue.document.id, day) for clue, publication in new if (day := publication.days.day))
    runs = ((clue, _run(clue, story, days)) for clue in open_clues if clue.document.id not in found)
    return {**found, **{clue.document.id: publication for clue, publication in runs if publication}}


def _likelihood(clue: Clues, story: Story, days: Mapping[str, date]) -> Likelihood:
    return likelihood_of(clue, _neighbours(clue, story, days))


def _neighbours(clue: Clues, story: Story, days: Mapping[str, date]) -> Neighbours | None:
    weights: dict[date, float] = {}
    keys = sorted(story.shares(clue).keys() & days.keys())
    for key in keys:
        weights[days[key]] = weights.get(days[key], 0.0) + story.shares(clue)[key]
    if not any(weights.values()):
        return None
    likeness = max(story.likeness(clue.document.id, key) for key in keys)
    return Neighbours(weights, far_share(weights, len(keys), likeness), _nights(clue, story, days))


def _nights(clue: Clues, story: Story, days: Mapping[str, date]) -> Mapping[date, float]:
    """The days whose night, or other part, this document calls its own: by the share of tellings."""
    parts = {time.meaning.part for time in clue.today if time.meaning and time.meaning.part}
    if not parts:
        return {}
    others = [c for c in story.all if c.document.id in days and c.document.id in story.shares(clue)]
    told: Counter[date] = Counter()
    for other in others:
        day = days[other.document.id]
        times = (t for t in other.times if t.meaning and t.meaning.part in parts)
        told.update({found for t in times if (found := resolve(t, Days(day, day)).earliest)})
    return {day: told[day] / told.total() for day in sorted(told)}


def _single(clue: Clues, story: Story, days: Mapping[str, date]) -> Publication | None:
    """One day that is likely enough."""
    likelihood = _likelihood(clue, story, days)
    best = likelihood.best
    if best is None or likelihood.shares[best] < ENOUGH:
        return None
    return _publication(clue, (best, best), likelihood, story, days)


def _run(clue: Clues, story: Story, days: Mapping[str, date]) -> Publication | None:
    """The shortest run of days that is likely enough."""
    shares = _likelihood(clue, story, days).shares
    for length in range(2, LONGEST + 1):
        sums = {day: sum(shares.get(day + timedelta(days=n), 0.0) for n in range(length)) for day in sorted(shares)}
        first = max(sums, key=lambda day: sums[day], default=None)
        if first is not None and sums[first] >= ENOUGH_TOGETHER:
            last = first + timedelta(days=length - 1)
            return _publication(clue, (first, last), _likelihood(clue, story, days), story, days)
    return None


def _publication(
    clue: Clues, run: tuple[date, date], likelihood: Likelihood, story: Story, days: Mapping[str, date]
) -> Publication | None:
    """The days with their reasons; `None` where there is none that can be shown."""
    last = likelihood.last.get(run[1])
    day_told = None if last is None else resolve(last, Days(*run)).earliest
    follows = last is not None and day_told is not None and (run[1] - day_told).days < WEEK
    evidence = [
        time for time in (clue.stamp, clue.weekday, *clue.today[:1], last if follows else None) if time is not None
    ]
    reasons = _told(clue)
    if follows and last is not None and last is not clue.stamp:
        reasons.append(f"the day told before it is {quoted(last)}")
    dated_alone = follows and last is not None and last.meaning is not None and last.meaning.year is not None
    other = _witness(clue, run[1], story, days)
    if other is not None and not dated_alone:
        reasons.append(f"{story.source_of(other)}, of the same story, is of {days[other]}")
    if not evidence or (other is None and not dated_alone):
        return None
    spans = tuple(Span(start, end) for start, end in sorted({(t.start, t.end) for t in evidence}))
    why = ", and ".join((", ".join(reasons[:-1]), reasons[-1])) if len(reasons) > 1 else reasons[0]
    return Publication(run[0], run[1], "calendar" if dated_alone else "story", spans, why)


def _told(clue: Clues) -> list[str]:
    stamp = [f"a line that tells its day is of {quoted(clue.stamp)}"] if clue.stamp else []
    return [*stamp, *_told_in_text(clue)]


def _told_in_text(clue: Clues) -> list[str]:
    if clue.weekday is not None:
        return [f"the last day it tells as past is {quoted(clue.weekday)}"]
    return [f"it tells of {quoted(clue.today[0])}"] if clue.today else []


def _witness(clue: Clues, day: date, story: Story, days: Mapping[str, date]) -> str | None:
    """Of the dated documents the one that bears a day out best: near in days, then in words."""
    shares = {key: share for key, share in story.shares(clue).items() if key in days}
    return min(shares, key=lambda key: (abs((days[key] - day).days) > 1, -shares[key], key), default=None)
