"""The year of a day that a page tells without it: another report tells in full a day that the whole story tells of."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from ...article.times import resolve
from ...records import UNKNOWN_DAYS, Publication, Span, Time
from .clues import Clues, quoted

SOON = 31  # days after the day that the story tells of; later the year proves less
JUST_BEFORE = 14  # days before it: a later report tells it
LATEST = 1  # days by which a report may come after the last weekday it tells
TELLERS = 2  # reports that tell of the day, one of them in full
WEEK = 7

Told = tuple[date, Clues, Time]  # a full date, and where it stands


def stamped_by_story(open_clues: Sequence[Clues], all_clues: Sequence[Clues]) -> Mapping[str, Publication]:
    """Days for documents that state theirs without a year; where two years would do, the document is left out."""
    told = _full_days(all_clues)
    found = ((clue, _years(clue, told)) for clue in open_clues if clue.stamp is not None and clue.weekday is not None)
    return {clue.document.id: _publication(clue, *years[0]) for clue, years in found if len(years) == 1}


def _full_days(clues: Sequence[Clues]) -> list[Told]:
    """The days told in full, each once, that other reports tell of too, with their year or without.

    Where all full days of a story are of one year, and no later one is told of, one report is enough.
    """
    tellers = Counter(day for clue in clues for day in {_day_of_year(time) for time in clue.dates})
    first: dict[date, Told] = {}
    for clue in clues:
        for time in clue.dates:
            day = resolve(time, UNKNOWN_DAYS).earliest if time.meaning and time.meaning.year else None
            if day is not None:
                first.setdefault(day, (day, clue, time))
    years = {time.meaning.year for clue in clues for time in clue.times if time.meaning and time.meaning.year}
    alone = {day.year for day in first} == {max(years, default=None)}
    return [first[day] for day in sorted(first) if alone or tellers[_day_of_year(first[day][2])] >= TELLERS]


def _day_of_year(time: Time) -> tuple[int | None, int | None]:
    meaning = time.meaning
    return (meaning.month, meaning.day) if meaning is not None else (None, None)


def _years(clue: Clues, told: Sequence[Told]) -> list[tuple[date, Told]]:
    """The full days that the stamp may mean, one a year, each with the nearest day that another report tells."""
    found: dict[date, Told] = {}
    for row in told:
        day = _in_year(clue, row[0].year)
        near = day is not None and -JUST_BEFORE <= (day - row[0]).days <= SOON and row[1] is not clue
        if day is not None and near and (day.weekday() - (clue.weekday_number or 0)) % WEEK <= LATEST:
            found[day] = row
    return sorted(found.items())


def _in_year(clue: Clues, year: int) -> date | None:
    month, day = _day_of_year(clue.stamp) if clue.stamp is not None else (None, None)
    try:
        return date(year, month or 0, day or 0)
    except ValueError:
        return None


def _publication(clue: Clues, day: date, told: Told) -> Publication:
    stamp, weekday = clue.stamp, clue.weekday
    times = sorted((t.start, t.end) for t in (stamp, weekday) if t is not None)
    words = [quoted(t) for t in (stamp, weekday) if t is not None]
    why = (
        f"a line that tells its day is of {words[0]}, the last day it tells as past is {words[1]}, "
        f"and {told[1].document.source}, of the same story, tells of {quoted(told[2])}"
    )
    return Publication(day, day, "story", tuple(Span(start, end) for start, end in dict.fromkeys(times)), why)
