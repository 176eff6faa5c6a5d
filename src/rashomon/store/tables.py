"""The tables of a dossier: a list of records each, and the mentions with the entity they belong to."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple  # Any: cells of many types

from ..answers import Question
from ..dossier import Dossier, Problem
from ..parts import ORDER, ORDER_OF_MENTIONS
from ..records import (
    Document,
    Entity,
    Event,
    Figure,
    Finding,
    Judgement,
    Mention,
    Passage,
    Relay,
    Statement,
    Story,
    Time,
    TimelineEntry,
    Voice,
)
from .rows import columns, to_row

# The list of the dossier, the table that holds it, the kind of record in it.
LISTS: tuple[tuple[str, str, type], ...] = (
    ("documents", "document", Document),
    ("stories", "story", Story),
    ("entities", "entity", Entity),
    ("times", "time", Time),
    ("statements", "statement", Statement),
    ("figures", "figure", Figure),
    ("events", "event", Event),
    ("findings", "finding", Finding),
    ("timeline", "timeline", TimelineEntry),
    ("questions", "question", Question),
    ("passages", "passage", Passage),
    ("voices", "voice", Voice),
    ("relays", "relay", Relay),
    ("judgements", "judgement", Judgement),
    ("problems", "problem", Problem),
)

SHARES = ("voice", "relay")  # tables in which each story has its own share of what spans stories


class Table(NamedTuple):
    """A table's name, the names of its columns, and its rows as they are made."""

    name: str
    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


def tables_of(dossier: Dossier) -> Iterator[Table]:
    """Every table of the dossier, also those without rows."""
    for list_name, table, kind in LISTS:
        yield table_of(table, kind, getattr(dossier, list_name))
    yield mentions_of((entity.id, mention) for entity in dossier.entities for mention in entity.mentions)


def mentions_of(told: Iterable[tuple[str, Mention]]) -> Table:
    """The table of mentions, which are told each after its entity's id."""
    names = (*(column.name for column in columns(Mention)), "entity")
    return Table("mention", names, ((*to_row(mention), entity) for entity, mention in told))


def order_of(table: str) -> str:
    """The SQL terms that put the rows of a table into the order of the dossier's list."""
    lists = {name: list_name for list_name, name, _ in LISTS}
    order = ORDER_OF_MENTIONS if table == "mention" else ORDER.get(lists.get(table, ""), ())
    return ", ".join(f'"{field}"' for field in order or ("rowid",))


def table_of(name: str, kind: type, records: Iterable[Any]) -> Table:
    """A table of records of one kind."""
    return Table(name, tuple(column.name for column in columns(kind)), (to_row(record) for record in records))
