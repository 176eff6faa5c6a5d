"""The days of events: those of their own times, else lent by what the same people did before, else by the report."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta

from ..records import UNKNOWN_DAYS, Days, Event

# News is of the last days: an earlier day that a report tells of lends nothing to what follows it. Set on the
# Wikinews timelines of SemEval-2015, where half of the events have no time of their own.
NEWS = timedelta(days=7)
LENT_PRECISION = 2  # UCDP: within a week of the day


def date_events(events: Iterable[Event], days_of: Mapping[str, Days], published: Days) -> tuple[Event, ...]:
    """One document's events with their days.

    News without a time of its own has the day that its actor was last told of, else the day of the report; it is known
    no better than to the week. `when` stays `None` there. Plans, possibilities and what is long past are lent no day.
    """
    lent: dict[str, Days] = {}
    dated = []
    for event in sorted(events, key=lambda e: (e.trigger.start, e.trigger.end, e.id)):
        own = days_of.get(event.when or "", UNKNOWN_DAYS)
        if own.known:
            dated.append(_dated(event, own, _precision(own)))
            if event.modality == "actual" and _is_news(own, published):
                lent.update(dict.fromkeys(event.actors, own))
        elif event.when is None and event.modality in ("actual", "denied") and published.known:
            days = next((lent[actor] for actor in event.actors if actor in lent), published)
            dated.append(_dated(event, days, max(_precision(days), LENT_PRECISION)))
        else:
            dated.append(event)
    return tuple(dated)


def _dated(event: Event, days: Days, precision: int) -> Event:
    return replace(event, earliest=days.earliest, latest=days.latest, date_precision=precision)


def _is_news(days: Days, published: Days) -> bool:
    """A single day shortly before the publication."""
    if days.day is None or published.earliest is None or published.latest is None:
        return False
    return published.earliest - NEWS <= days.day <= published.latest


def _precision(days: Days) -> int:
    """UCDP date precision of a known interval."""
    assert days.earliest is not None and days.latest is not None
    length = (days.latest - days.earliest).days + 1
    return next((code for code, most in ((1, 1), (2, 6), (3, 7), (4, 31)) if length <= most), 5)
