"""A source in, documents out; one bad document never stops the rest."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from ..errors import SourceError
from ..records import Document
from ..settings import Settings
from .addresses import host_of
from .formats import reader_for
from .guess import detect_language
from .items import Item, refusal_of, used_twice
from .walk import walk

__all__ = ["Item", "read", "read_item", "walk"]


def read(sources: Iterable[str | Path], settings: Settings) -> Iterator[Document | SourceError]:
    """Every document of the sources, or the reason why it is none; the order of `sources` does not matter.

    A source is a file, a folder, a glob, a URL or "-" for standard input. The second document of one id is refused.
    """
    place_of: dict[str, str] = {}
    for item in walk(sources, settings):
        if isinstance(item, SourceError):
            yield item
            continue
        for found in read_item(item, settings):
            yield found if isinstance(found, SourceError) else _once(found, item, place_of)


def read_item(item: Item, settings: Settings) -> Iterator[Document | SourceError]:
    """The documents of one file, each with its language."""
    try:
        for found in reader_for(item)(item, settings):
            yield found if isinstance(found, SourceError) else _with_language(_as_fetched(found, item), settings)
    except SourceError as problem:
        yield problem
    except (OSError, EOFError, ValueError) as problem:
        yield refusal_of(item, problem)


def _once(document: Document, item: Item, place_of: dict[str, str]) -> Document | SourceError:
    _, mark, part = document.source.partition("#")
    place = item.place + mark + part
    if document.id in place_of:
        return used_twice(document.id, place, place_of[document.id])
    place_of[document.id] = place
    return document


def _as_fetched(document: Document, item: Item) -> Document:
    url = document.url or item.url
    # A host stands in for the name of an outlet that is told nowhere.
    return replace(
        document, url=url, outlet=document.outlet or host_of(url), retrieved=document.retrieved or item.retrieved
    )


def _with_language(document: Document, settings: Settings) -> Document:
    if settings.language:
        return replace(document, language=settings.language)
    return document if document.language else replace(document, language=detect_language(document.text))
