"""Where analyses and fingerprints are kept, and the same without the lines that outlets print under many articles."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Protocol

from ..article.fingerprint import fingerprint_of
from ..fingerprint import Fingerprint
from ..records import Analysis, Document, Span
from .repeated import without

ALL = tuple(field.name for field in fields(Analysis) if field.name != "document")


class Analyses(Protocol):
    """Where what was read of each document is kept; what is asked for comes in the order of the ids."""

    def analyses(self, documents: Collection[str], lists: Collection[str] = ..., /) -> Iterable[Analysis]:
        """The analyses of those documents; `lists` names what of them is asked for."""
        ...

    def documents(self, documents: Collection[str], /) -> Iterable[Document]:
        """The documents as their analyses have them, without their texts."""
        ...

    def texts(self, documents: Collection[str], /) -> Iterable[str]:
        """Their texts."""
        ...

    def fingerprints(self, documents: Collection[str], /) -> Iterable[Fingerprint | None]:
        """Their fingerprints; `None` where none is kept."""
        ...


@dataclass(frozen=True, slots=True)
class Held:
    """Analyses that are all in memory, by document."""

    by_id: Mapping[str, Analysis]

    def analyses(self, documents: Collection[str], lists: Collection[str] = ALL, /) -> Iterator[Analysis]:
        return (self.by_id[id] for id in sorted(documents))

    def documents(self, documents: Collection[str], /) -> Iterator[Document]:
        return (replace(self.by_id[id].document, text="") for id in sorted(documents))

    def texts(self, documents: Collection[str], /) -> Iterator[str]:
        return (self.by_id[id].document.text for id in sorted(documents))

    def fingerprints(self, documents: Collection[str], /) -> Iterator[Fingerprint | None]:
        return (None for _ in documents)


@dataclass(frozen=True, slots=True)
class Whole:
    """The same with a fingerprint of every document."""

    kept: Analyses

    def analyses(self, documents: Collection[str], lists: Collection[str] = ALL, /) -> Iterable[Analysis]:
        return self.kept.analyses(documents, lists)

    def documents(self, documents: Collection[str], /) -> Iterable[Document]:
        return self.kept.documents(documents)

    def texts(self, documents: Collection[str], /) -> Iterable[str]:
        return self.kept.texts(documents)

    def fingerprints(self, documents: Collection[str], /) -> Iterator[Fingerprint]:
        for id, told in zip(sorted(documents), self.kept.fingerprints(documents), strict=True):
            yield told or fingerprint_of(next(iter(self.kept.analyses([id]))))


@dataclass(frozen=True, slots=True)
class Cut:
    """The same without some lines of some documents."""

    kept: Whole
    cuts: Mapping[str, Sequence[Span]]  # by document

    def analyses(self, documents: Collection[str], lists: Collection[str] = ALL, /) -> Iterator[Analysis]:
        for id in sorted(documents):
            cut = self.cuts.get(id)
            # What refers to what in a line tells what of it goes, so there the whole analysis is needed.
            (analysis,) = self.kept.analyses([id], lists if cut is None else ALL)
            yield analysis if cut is None else without(analysis, cut)

    def texts(self, documents: Collection[str], /) -> Iterable[str]:
        return self.kept.texts(documents)
