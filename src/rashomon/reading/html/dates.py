"""When a page was first published, as its markup and its text near the headline tell."""

from copy import deepcopy
from datetime import date, datetime

from htmldate import find_date
from lxml.html import HtmlElement

from ...records import Publication
from ..days import days_of
from .linked import Linked

# The search must not ask the clock; no page is from after this day.
LATEST = "2099-12-31"
HEADERS = ("article:published_time", "datepublished")
SAME_MOMENT = 60  # seconds


def publication_of(tree: HtmlElement, linked: Linked) -> Publication:
    """The day of first publication: what is marked as such, else what the whole page makes likely."""
    day, why = _marked(tree), "the page marks this as its day of publication"
    if day is None:
        day, why = _found(tree, _day(linked.published)), "the page's markup, address or text tells this day"
    if day is None:
        return Publication()
    day = _local(tree, day)
    return Publication(day, day, "metadata", (), why)


def _marked(tree: HtmlElement) -> date | None:
    elements = tree.xpath("//*[@itemprop='datePublished']")
    days = (_day(element.get("content") or element.get("datetime") or element.text or "") for element in elements)
    return next((day for day in days if day), None)


def _found(tree: HtmlElement, linked: date | None) -> date | None:
    """The day that a search of the page finds, held against the days that its markup tells.

    A page that tells no day but one single time means that; a day that no markup bears out gives way to the one in
    the page's header. Both set on 336 hand-read pages.
    """
    shown = {day for written in tree.xpath("//time/@datetime") if (day := _day(written))}
    metas = [
        (str(meta.get("property") or meta.get("name")).lower(), _day(meta.get("content"))) for meta in tree.iter("meta")
    ]
    told = next((day for name, day in metas if day and name in HEADERS), None)
    if told is None and linked is None and len(shown) == 1:
        return shown.pop()
    written = find_date(deepcopy(tree), original_date=True, max_date=LATEST)
    found = date.fromisoformat(written) if written else None
    return found if told is None or found in {linked, *shown, *(day for _, day in metas)} else told


def _day(written: str | None) -> date | None:
    days = days_of(written or "")
    return days.day if days else None


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
