"""A dossier in parts: a large one is made, and written, story by story, and never held whole."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from operator import attrgetter
from typing import Any  # records of many kinds

from .dossier import Dossier, Tool

_PLACE = ("document", "start", "end", "id")

# By which fields each list is sorted; a list that is not here keeps the order in which it is made.
ORDER: Mapping[str, tuple[str, ...]] = {
    "documents": ("id",),
    "stories": ("id",),
    "times": _PLACE,
    "statements": _PLACE,
    "figures": _PLACE,
    "events": _PLACE,
    "findings": ("id",),
    "timeline": ("earliest", "latest", "summary", "events"),
    "questions": ("story", "measure", "group", "place", "unit"),
    "passages": ("document", "start", "id"),
}


def together(tool: Tool, parts: Iterable[Dossier]) -> Dossier:
    """One dossier of its parts; no record is in two of them."""
    lists: dict[str, list[Any]] = {field.name: [] for field in fields(Dossier) if field.name != "tool"}
    for part in parts:
        for name, held in lists.items():
            held.extend(getattr(part, name))
    for name, by in ORDER.items():
        lists[name].sort(key=_key(by))
    return Dossier(tool, **{name: tuple(held) for name, held in lists.items()})


def _key(by: tuple[str, ...]) -> Callable[[Any], Any]:
    """The values of those fields; what is not known comes first, as in the tables."""
    values = attrgetter(*by) if len(by) > 1 else lambda record: (getattr(record, by[0]),)
    return lambda record: tuple((value is not None, value) for value in values(record))
