"""When a page was first published, as its markup and its text near the headline tell."""

from copy import deepcopy
from datetime import date, datetime

from htmldate import find_date
from lxml.html import HtmlElement

from ...records import Publication
from ..days import days_of

# The search must not ask the clock; no page is from after this day.
LATEST = "2099-12-31"
SAME_MOMENT = 60  # seconds


def publication_of(tree: HtmlElement) -> Publication:
    """The day of first publication: what is marked as such, else what the whole page makes likely."""
    day, why = _marked(tree), "the page marks this as its day of publication"
    if day is None:
        found = find_date(deepcopy(tree), original_date=True, max_date=LATEST)
        day, why = date.fromisoformat(found) if found else None, "the page's markup, address or text tells this day"
    if day is None:
        return Publication()
    day = _local(tree, day)
    return Publication(day, day, "metadata", (), why)


def _marked(tree: HtmlElement) -> date | None:
    for element in tree.xpath("//*[@itemprop='datePublished']"):
        days = days_of(element.get("content") or element.get("datetime") or element.text or "")
        if days and days.day:
            return days.day
    return None


def _local(tree: HtmlElement, day: date) -> date:
    """The same moment's day in the page's own time zone, where the page tells it in both."""
    moments = [moment for written in _written(tree) if (moment := _moment(written)) and moment.tzinfo]
    for one in moments:
        if one.date() == day and not one.utcoffset():
            for other in moments:
                if other.utcoffset() and abs((other - one).total_seconds()) < SAME_MOMENT:
                    return other.date()
    return day


def _written(tree: HtmlElement) -> list[str]:
    return [str(value) for value in tree.xpath("//time/@datetime | //meta[contains(@property, 'time')]/@content")]


def _moment(written: str) -> datetime | None:
    try:
        return datetime.fromisoformat(written.strip())
    except ValueError:
        return None
