"""How likely each day is for a document: what it tells of days, weekdays and nights, and how near its story lies.

The shares were counted on one half of the events of two collections, local shootings and world news, and rounded;
weekdays long past count half of what was seen, since there it was mostly the day called published that was wrong. What
the collections tell too seldom (days with a weekday, nights, the weights against a report) was set on the two cases.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ...article.times import resolve
from ...records import UNKNOWN_DAYS, Days, Time
from .clues import NIGHTS, Clues
from .marks import in_brackets

# Reports by how many days they come after the last weekday told.
AFTER_WEEKDAY = (0.70, 0.165, 0.05, 0.03, 0.025, 0.02, 0.01)
AFTER_MORNING = (0.72, 0.20, 0.02, 0.02, 0.02, 0.01, 0.01)
AFTER_NIGHT = (0.25, 0.61, 0.07, 0.02, 0.02, 0.02, 0.01)
AFTER_SAME_DAY = (0.96, 0.02, 0.004, 0.004, 0.004, 0.004, 0.004)  # "today, Thursday"
# By how many days they come after the last full date told; the rest is history, and a few dates lie ahead.
AFTER_DATE = {-1: 0.04, 0: 0.42, 1: 0.11, 2: 0.03, 3: 0.02, 4: 0.02, 5: 0.015, 6: 0.015, 7: 0.015}
LONG_AFTER_DATE = 0.33
AHEAD_OF_DATE = 0.03
BEFORE_DATE = 0.2  # against a report that tells a later full date
# After the last day and month told with a weekday; without one, days and months say little.
AFTER_SURE_DAY = {0: 0.15, 1: 0.25, 2: 0.15, 3: 0.1, 4: 0.08, 5: 0.07, 6: 0.07}
LONG_AFTER_SURE_DAY = 0.13
# After one on which the lead says that its news was told. Set, not counted.
AFTER_SAID_DAY = {0: 0.7, 1: 0.2, 2: 0.03}
# By how many days they come after a day without its year in a line that tells the day of publication. Set, not counted:
# such lines are as sure as those with a year, and what is of another day is of the one after.
AFTER_STAMP = {0: 0.9, 1: 0.05}
ELSEWHERE = 0.001
# By how many days two reports of one story lie apart that lie near.
APART = {0: 0.64, 1: 0.13, 2: 0.03, 3: 0.01, 4: 0.005, 5: 0.003, 6: 0.002}
# The share that lies further apart: less where the words are near, and where several documents agree on their day.
FAR_APART, NEAREST_APART, BY_LIKENESS = 0.45, 0.12, 1.2
IF_SPLIT, IF_AGREED, BY_DOCUMENT, DOCUMENTS = 2.2, 0.8, 0.8, 4
MOST_APART = 0.6
WEEK = 7
SOON, TAIL = 30, 365  # days over which one half and the other of what is far spreads
OUTSIDE = 0.75  # of what is far, the share that lies on none of the days weighed
# Against a report that tells a day after its own as past: the tense of a clause may be misread, seldom with a weekday.
AFTER_ITSELF = 0.2
SURELY_AFTER = 0.0002
SAME_PART = 40.0  # "tonight" in one report is the night of that day in another
SAME_PART_AFTER = 1  # days after the last weekday told; where that would lie further back, "this morning" is no clue
OTHER_WAY = {0: 0.05, 1: 0.1, 2: 0.2}  # against days and months for what a report with weekdays calls by them
OTHER_YEAR = 0.01  # than that of the page's copyright notice: 3 of 211 pages
BEFORE_POST = 0.01  # more than a day before a post that the report shows: none of 40; one day before, 3


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The dated documents of a story as one document sees them: the weight of each day, and how far they may lie."""

    weights: Mapping[date, float]
    far: float
    parts: Mapping[date, float]  # of the days whose night, or other part, it calls its own: the share that tells of it


def far_share(weights: Mapping[date, float], documents: int, likeness: float) -> float:
    """The share of reports that lie far from what such neighbours say."""
    total = math.fsum(weights.values())
    agreed = max(math.fsum(w for d, w in weights.items() if abs((d - day).days) <= 1) for day in weights) / total
    share = max(FAR_APART - BY_LIKENESS * likeness, NEAREST_APART)
    split = IF_SPLIT - (IF_SPLIT - IF_AGREED) * agreed
    return min(share * split * BY_DOCUMENT ** (min(documents, DOCUMENTS) - 1), MOST_APART)


@dataclass(frozen=True, slots=True)
class Likelihood:
    """Days a document may be of, with the share each has of what is possible, and the last date told before each."""

    shares: Mapping[date, float]
    last: Mapping[date, Time]

    @property
    def best(self) -> date | None:
        """The likeliest day; of equally likely ones the earliest."""
        return min(self.shares, key=lambda day: (-self.shares[day], day), default=None)


def likelihood_of(clue: Clues, near: Neighbours | None) -> Likelihood:
    """The days of a document, by its own words and by its story."""
    own = _last_full_date(clue)
    days = {*_around(near.weights if near else ()), *_around([own] if own else [])}
    possible = [day for day in sorted(days) if clue.document.retrieved is None or day <= clue.document.retrieved]
    told = {day: _told_before(clue, day) for day in possible}
    scores = {
        day: _of_weekday(clue, day)
        * _of_anchors(day, near, own)
        * _of_stamp(clue, day)
        * _of_dates(clue, day, told[day])
        * _of_marks(clue, day)
        * _of_part(clue, day, near)
        for day in possible
    }
    rest = _rest(clue, near)
    total = math.fsum(scores.values()) + rest
    shares = {day: score / total for day, score in scores.items()}
    return Likelihood(shares, {day: time for day, found in told.items() if (time := found[1]) is not None})


def _rest(clue: Clues, near: Neighbours | None) -> float:
    """The weight of all days that are far from whatever is told."""
    tails = [OUTSIDE * (near.far if near else LONG_AFTER_DATE)]
    if any(t.meaning and t.meaning.year is None and t.meaning.weekday is not None for t in clue.dates):
        tails.append(LONG_AFTER_SURE_DAY)
    weekday = 1.0 if clue.weekday is None else 1 / len(AFTER_WEEKDAY)
    stamp = 1.0 if clue.stamp is None else ELSEWHERE
    return stamp * weekday * math.prod(tails) / float(TAIL) ** (len(tails) - 1)


def _around(days: Mapping[date, float] | Sequence[date]) -> Iterator[date]:
    for day in days:
        if date.min + timedelta(days=TAIL) < day < date.max - timedelta(days=TAIL):
            yield from (day + timedelta(days=n) for n in range(-8, 25))


def _last_full_date(clue: Clues) -> date | None:
    times = (t for t in (*clue.dates, *clue.furniture_dates) if t.meaning and t.meaning.direction != "future")
    return max((day for time in times if (day := resolve(time, UNKNOWN_DAYS).earliest)), default=None)


def _of_weekday(clue: Clues, day: date) -> float:
    if clue.weekday is None or clue.weekday_number is None or clue.weekday.meaning is None:
        return 1.0
    meaning = clue.weekday.meaning
    table = AFTER_WEEKDAY
    if meaning.shift == 0:
        table = AFTER_SAME_DAY
    elif meaning.part in NIGHTS:
        table = AFTER_NIGHT
    elif meaning.part == "MO" or meaning.position == "START":
        table = AFTER_MORNING
    if (
        clue.stamp is not None
        and day.weekday() in clue.weekdays
        and resolve(clue.stamp, Days(day, day)).earliest == day
    ):
        return table[0]  # the page tells that day, and the text its weekday: a later one lies ahead or long before
    return table[_after_weekday(clue, day)]


def _of_part(clue: Clues, day: date, near: Neighbours | None) -> float:
    if near is None or not (clue.weekday_number is None or _after_weekday(clue, day) <= SAME_PART_AFTER):
        return 1.0
    return 1 + SAME_PART * near.parts.get(day, 0.0)


def _after_weekday(clue: Clues, day: date) -> int:
    return (day.weekday() - (clue.weekday_number or 0)) % WEEK


def _of_marks(clue: Clues, day: date) -> float:
    """By the year of the page's notice, and by the last post it shows."""
    year = 1.0 if clue.year in (None, day.year) else OTHER_YEAR
    return year * (BEFORE_POST if clue.posted and (clue.posted - day).days > 1 else 1.0)


def _of_stamp(clue: Clues, day: date) -> float:
    told = resolve(clue.stamp, Days(day, day)).earliest if clue.stamp else None
    return 1.0 if told is None else AFTER_STAMP.get((day - told).days, ELSEWHERE)


def _of_anchors(day: date, near: Neighbours | None, own: date | None) -> float:
    """By the story and by the last full date: both lie near the happening, so they are no two witnesses."""
    if near is None or own is None:
        return _of_story(day, near) * _of_full_date(day, own)
    return (_of_story(day, near) + _of_full_date(day, own)) / 2 if day >= own else _of_story(day, near) * BEFORE_DATE


def _of_story(day: date, near: Neighbours | None) -> float:
    if near is None:
        return 1.0
    weight = math.fsum(w * APART.get(abs((day - other).days), 0.0) for other, w in near.weights.items())
    return (1 - near.far) * weight / math.fsum(near.weights.values()) + near.far * _far(
        min(abs((day - d).days) for d in near.weights)
    ) / 2


def _far(gap: int) -> float:
    """The share of each single day of those that are far."""
    return 0.5 / SOON + 0.5 / TAIL if abs(gap) <= SOON else 0.5 / TAIL


def _of_full_date(day: date, own: date | None) -> float:
    if own is None:
        return 1.0
    gap = (day - own).days
    return AFTER_DATE.get(gap, (LONG_AFTER_DATE if gap > 0 else AHEAD_OF_DATE) * _far(gap))


def _told_before(clue: Clues, day: date) -> tuple[float, Time | None, int]:
    """What it costs that days are told after that one, the last day told before it, and how many days lie between."""
    told = [(resolve(time, Days(day, day)).earliest, time) for time in clue.dates]
    cost = math.prod((_after_itself(time) for d, time in told if d and d > day), start=1.0)
    before = [(d, t) for d, t in told if d and d <= day]
    last = max(before, key=lambda pair: (pair[0], -pair[1].start), default=None)
    return (cost, None, 0) if last is None else (cost, last[1], (day - last[0]).days)


def _after_itself(time: Time) -> float:
    meaning = time.meaning
    if meaning is None or meaning.direction != "past":
        return 1.0
    return AFTER_ITSELF if meaning.weekday is None else SURELY_AFTER


def _of_dates(clue: Clues, day: date, told: tuple[float, Time | None, int]) -> float:
    cost, last, gap = told
    if last is None or last.meaning is None or last.meaning.year is not None:
        return cost
    bare = gap in OTHER_WAY and last.meaning.weekday is None and clue.weekday is not None
    if bare and not (in_brackets(clue.document.text, last) and gap == _after_weekday(clue, day)):
        return cost * OTHER_WAY[gap]
    if last in clue.said and gap in AFTER_SAID_DAY:
        return cost * AFTER_SAID_DAY[gap]
    if last.meaning.weekday is not None:
        return cost * AFTER_SURE_DAY.get(gap, LONG_AFTER_SURE_DAY * _far(gap))
    return cost
