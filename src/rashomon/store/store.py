"""What can be asked of an open dossier file, and what can be written to it."""

import json
import logging
import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, replace
from operator import attrgetter
from typing import Any, TypeVar  # Any: rows of many kinds

from ..codec import from_json, to_json
from ..dossier import Dossier, Problem, Tool
from ..fingerprint import Fingerprint, from_bytes
from ..parts import Before, Part, merged_relays, merged_voices
from ..records import Analysis, Document, Entity, Judgement, Mention, Story
from ..succession import StoryChange, story_changes
from .kept import COLUMNS, Kept, Read
from .reviews import Hit, Review, add_review, all_reviews, end_review, pieces, search
from .rows import columns, from_row
from .staging import staged
from .standing import told_before
from .tables import LISTS, SHARES, Table, order_of, table_of

R = TypeVar("R")
logger = logging.getLogger(__name__)
_UNHEEDED = "unheeded"  # a key of `meta`, while people judged what the dossier does not show yet

LISTS_OF_ANALYSIS = tuple(field.name for field in fields(Analysis) if field.name != "document")

_COLUMNS = tuple(field.name for field in fields(Kept))
_KEEP = f"INSERT OR REPLACE INTO analysis ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"
_values = attrgetter(*_COLUMNS)


class Store:
    """An open dossier file."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def dossier(self) -> Dossier:
        """The whole dossier, as the last finished build left it."""
        with self._transaction("BEGIN"):  # one state of the file, whoever writes meanwhile
            lists: dict[str, Any] = {name: tuple(self._select(kind, table)) for name, table, kind in LISTS}
            lists["entities"] = self._with_mentions(lists["entities"])
            lists["voices"] = tuple(merged_voices(lists["voices"]))
            lists["relays"] = tuple(merged_relays(lists["relays"]))
            meta = self._meta()
        tool = Tool(**{field.name: meta.get(field.name, "") for field in fields(Tool)})
        return Dossier(tool=tool, **lists)

    def sizes(self) -> dict[str, int]:
        """How many records each list of the dossier has, and how many of the findings are "contested"."""
        counted = {name: self._count(_distinct(table)) for name, table, _ in LISTS}
        return counted | {"contested": self._count("finding WHERE kind IN ('conflict', 'denial')")}

    def settings(self) -> str:
        """The settings of the last finished build, as JSON text."""
        return self._meta().get("settings", "{}")

    def reads(self) -> dict[str, Read]:
        """Every document that an analysis is kept of, as it was read, by id."""
        rows = self._connection.execute("SELECT document, read, made_by FROM analysis ORDER BY document")
        return {id: Read(from_json(Document, json.loads(read)), made_by) for id, read, made_by in rows}

    def analyses(self, documents: Iterable[str], lists: Collection[str] = LISTS_OF_ANALYSIS) -> Iterator[Analysis]:
        """The analyses of those documents, in the order of their ids; of the lists of records only those asked for."""
        ids, wanted = sorted(documents), frozenset(("document", *lists))
        for told, text in zip(self._told(ids, wanted), self.texts(ids), strict=True):
            analysis: Analysis = from_json(Analysis, told)
            yield replace(analysis, document=replace(analysis.document, text=text))

    def documents(self, documents: Iterable[str]) -> Iterator[Document]:
        """Those documents as their analyses have them, without their texts, in the order of their ids."""
        for told in self._told(documents, frozenset(("document",))):
            yield from_json(Document, told["document"])

    def _told(self, documents: Iterable[str], wanted: frozenset[str]) -> Iterator[dict[str, Any]]:
        """What is wanted of their analyses, as JSON values."""
        listed = [column for column, names in COLUMNS.items() if wanted.intersection(names)]
        # Files of before have all of it, or all but the claims, in `found`.
        listed[0] = "coalesce(about, found)"
        query = f"SELECT {', '.join(listed)} FROM analysis WHERE document = ?"
        for id in sorted(documents):
            packed = self._connection.execute(query, (id,)).fetchone()
            told = {name: value for part in packed if part for name, value in json.loads(zlib.decompress(part)).items()}
            yield {name: value for name, value in told.items() if name in wanted}

    def texts(self, documents: Iterable[str]) -> Iterator[str]:
        """Their texts, in the order of their ids."""
        for id in sorted(documents):
            (read,) = self._connection.execute("SELECT read FROM analysis WHERE document = ?", (id,)).fetchone()
            yield json.loads(read)["text"]

    def fingerprints(self, documents: Iterable[str]) -> Iterator[Fingerprint | None]:
        """Their fingerprints, in the order of their ids; `None` where none was kept."""
        for id in sorted(documents):
            query = "SELECT fingerprint FROM analysis WHERE document = ?"
            (told,) = self._connection.execute(query, (id,)).fetchone()
            yield from_bytes(told) if told else None

    def document_ids(self) -> frozenset[str]:
        """The documents of the dossier; an analysis may be kept of others, by a build that did not finish."""
        return frozenset(id for (id,) in self._connection.execute("SELECT id FROM document"))

    def problems(self) -> tuple[Problem, ...]:
        """The sources that gave no document."""
        return tuple(self._select(Problem, "problem"))

    def people(self) -> tuple[Judgement, ...]:
        """The judgements of people, in the order they were given."""
        return tuple(self._select(Judgement, "judgement", "WHERE by <> 'rule' ORDER BY at, id"))

    def keep(self, rows: Iterable[Kept]) -> None:
        """Keep analyses, each in place of an earlier one of the same document; all of them or none."""
        with self._transaction():
            self._connection.executemany(_KEEP, map(_values, rows))

    def judge(self, judgement: Judgement) -> None:
        """Write down a person's judgement; the next build heeds it."""
        with self._transaction():
            self._insert(table_of("judgement", Judgement, [judgement]))
            self._connection.execute("INSERT OR REPLACE INTO meta VALUES (?, '')", (_UNHEEDED,))

    def undo(self, judgement: str) -> None:
        """Take a person's judgement back; the next build does without it."""
        with self._transaction():
            self._connection.execute("DELETE FROM judgement WHERE id = ? AND by <> 'rule'", (judgement,))
            self._connection.execute("INSERT OR REPLACE INTO meta VALUES (?, '')", (_UNHEEDED,))

    def unheeded(self) -> bool:
        """Somebody judged, or took a judgement back, since the documents were last put together."""
        return _UNHEEDED in self._meta()

    def reviews(self) -> tuple[Review, ...]:
        """What people think of findings and records, in the order it was given, also what was taken back."""
        return all_reviews(self._connection)

    def review(self, review: Review) -> None:
        """Write a review down; no build touches it."""
        with self._transaction():
            add_review(self._connection, review)

    def end_review(self, review: str, by: str, at: str) -> None:
        """Take a review back; it stays on record."""
        with self._transaction():
            end_review(self._connection, review, by, at)

    def story_changes(self) -> tuple[StoryChange, ...]:
        """What became of stories that are no more what they were, in the order it happened."""
        return tuple(self._select(StoryChange, "story_change"))

    def search(self, words: str, most: int, seconds: float) -> tuple[str, ...]:
        """Ids of the documents that have all the words, the most telling first."""
        return search(self._connection, words, most, seconds)

    def pieces(self, words: str, documents: Iterable[str]) -> tuple[Hit, ...]:
        """A piece of each of the documents, with the words between marks."""
        return tuple(pieces(self._connection, words, documents))

    def content(self) -> str:
        """A digest of the dossier's rows: two files with one digest hold one dossier."""
        return self._meta().get("content", "")

    def made_from(self) -> str:
        """What the last finished build said that it was made from."""
        return self._meta().get("made_from", "")

    def before(self, documents: Iterable[str], people: Iterable[Judgement]) -> Before:
        """By what a build of those documents, with those judgements, knows what it need not tell again."""
        return told_before(self._connection, documents, people)

    def finish(
        self,
        parts: Iterable[Part],
        settings: str,
        heeded: tuple[Judgement, ...] | None = None,
        made_from: str = "",
    ) -> bool:
        """Put a new dossier in the place of the old one, and let go of analyses it has no document for.

        The dossier comes in parts, so that a large one is never held whole; other programs may read and write the file
        while the parts are made. `heeded` are the judgements of people that they were made with: where they are not
        those of the file any more, because somebody judged meanwhile, nothing is written and the answer is False; as
        where a story that is to stand as it is was told anew by another program. `made_from` is a digest of all that
        it was made from.
        """
        with staged(self._connection, parts) as new, self._transaction():
            if not new.fits() or (heeded is not None and self.people() != heeded):
                return False
            before = tuple(self._select(Story, "story"))
            new.take_place()
            changes = story_changes(before, self._select(Story, "story"))
            self._insert(table_of("story_change", StoryChange, changes))
            self._connection.execute("DELETE FROM analysis WHERE document NOT IN (SELECT id FROM document)")
            meta = {**to_json(new.tool), "settings": settings, "content": new.content, "made_from": made_from}
            self._connection.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", sorted(meta.items()))
            self._connection.execute("DELETE FROM meta WHERE key = ?", (_UNHEEDED,))
        logger.info("%d stories told, %d stand as they were", new.told, new.standing)
        return True

    def _select(self, kind: type[R], table: str, tail: str = "") -> Iterator[R]:
        names = ", ".join(f'"{column.name}"' for column in columns(kind))
        for row in self._connection.execute(f'SELECT {names} FROM "{table}" {tail or f"ORDER BY {order_of(table)}"}'):
            yield from_row(kind, row)

    def _with_mentions(self, entities: Iterable[Entity]) -> tuple[Entity, ...]:
        ordered = f"SELECT entity FROM mention ORDER BY {order_of('mention')}"
        owners = (id for (id,) in self._connection.execute(ordered))
        mentions_of: Mapping[str, list[Mention]] = defaultdict(list)
        for owner, mention in zip(owners, self._select(Mention, "mention"), strict=True):
            mentions_of[owner].append(mention)
        return tuple(replace(entity, mentions=tuple(mentions_of[entity.id])) for entity in entities)

    def _insert(self, table: Table) -> None:
        names = ", ".join(f'"{name}"' for name in table.columns)
        marks = ", ".join("?" * len(table.columns))
        self._connection.executemany(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', table.rows)

    def _count(self, rows: str) -> int:
        (count,) = self._connection.execute(f"SELECT count(*) FROM {rows}").fetchone()
        return int(count)

    def _meta(self) -> dict[str, str]:
        return dict(self._connection.execute("SELECT key, value FROM meta").fetchall())

    @contextmanager
    def _transaction(self, begin: str = "BEGIN IMMEDIATE") -> Iterator[None]:
        self._connection.execute(begin)
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")


def _distinct(table: str) -> str:
    """The records of a table in SQL, each once."""
    return f'(SELECT DISTINCT id FROM "{table}")' if table in SHARES else f'"{table}"'
