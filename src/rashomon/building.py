"""A dossier from sources, and from its file: reading, analysing, putting together, storing."""

import gc
import json
import logging
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from fnmatch import fnmatch
from functools import partial
from importlib.metadata import version
from itertools import chain, count
from pathlib import Path
from typing import Literal

from .article import analyse
from .article.fingerprint import fingerprint_of
from .article.parse import parser_for
from .between import in_parts
from .dossier import Dossier, Problem, Tool
from .engine import Engine, Failure, InProcess, Processes
from .errors import MisuseError, SourceError
from .ids import digest_of
from .reading import read
from .records import Analysis, Document, Judgement
from .settings import Settings
from .store import Kept, Read, Store, packed, reading, writing
from .story import reconcile_in_parts

# A worker process takes two seconds to load its parser, in which one process reads about this many short reports.
DOCUMENTS_A_WORKER = 8

# When Python looks for circles of objects while a dossier is put together (see `gc.set_threshold`).
COLLECTING = (1_000_000, 100, 100)

DEFAULTS = Settings()

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Step:
    """How far a build has come."""

    doing: Literal["reading", "analysing", "reconciling"]
    done: int = 0
    total: int | None = None  # None: not known yet
    about: str | None = None  # the source that was just done
    problem: str | None = None  # why it failed, if it did


Progress = Callable[[Step], None]


def build(
    sources: str | Path | Iterable[str | Path],
    out: str | Path | None = None,
    *,
    settings: Settings = DEFAULTS,
    workers: int | None = None,
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> Dossier:
    """The dossier of the sources and, where `out` is a dossier already, of all that is in it.

    `out` is written whole or left as it was; `None` keeps the dossier in memory. `workers` is the number of processes
    (`None`: as many as there are cores), `engine` where else than on this machine the reports are read; neither changes
    the dossier.
    """
    with writing(out) as store:
        _update(store, _named(sources), settings, _Where(workers, engine), progress)
        return store.dossier()


def update(
    sources: str | Path | Iterable[str | Path],
    out: str | Path,
    *,
    settings: Settings = DEFAULTS,
    workers: int | None = None,
    engine: Engine | None = None,
    progress: Progress | None = None,
) -> Mapping[str, int]:
    """Like `build`, but never holds the whole dossier: how many records of each kind it has now (`Store.sizes`)."""
    with writing(out) as store:
        _update(store, _named(sources), settings, _Where(workers, engine), progress)
        return store.sizes()


def open(path: str | Path) -> Dossier:
    """The dossier in a file."""
    with reading(path) as store:
        return store.dossier()


def judge(path: str | Path, judgement: Judgement) -> Dossier:
    """The dossier with a person's judgement heeded."""
    with writing(path) as store:
        store.judge(judgement)
        _put_together(store, store.document_ids(), _settings_of(store), store.problems())
        return store.dossier()


def undo(path: str | Path, judgement: str) -> Dossier:
    """The dossier without a person's judgement, as if it had never been given."""
    with writing(path) as store:
        if judgement not in {known.id for known in store.people()}:
            raise MisuseError(
                f"{path}: no person's judgement {judgement!r}; expected the id of one. See the judgements."
            )
        store.undo(judgement)
        _put_together(store, store.document_ids(), _settings_of(store), store.problems())
        return store.dossier()


def refresh(path: str | Path) -> Dossier:
    """The dossier put together anew, with the judgements that are in its file by now."""
    with writing(path) as store:
        _put_together(store, store.document_ids(), _settings_of(store), store.problems())
        return store.dossier()


def remove(path: str | Path, document: str) -> Dossier:
    """The dossier without one of its documents, as if it had never been read."""
    with writing(path) as store:
        held = store.document_ids()
        if document not in held:
            raise MisuseError(f"{path}: no document {document!r}; expected the id of one of its {len(held)} documents.")
        _put_together(store, held - {document}, _settings_of(store), store.problems())
        return store.dossier()


def _named(sources: str | Path | Iterable[str | Path]) -> tuple[str, ...]:
    given = (str(sources),) if isinstance(sources, str | Path) else tuple(str(source) for source in sources)
    if not given:
        raise MisuseError("no sources; expected files, folders or globs to read. Name at least one.")
    return given


def _update(
    store: Store, sources: tuple[str, ...], settings: Settings, where: "_Where", progress: Progress | None
) -> None:
    """Read the sources, analyse what is new in them, and put all documents together."""
    tell: Progress = progress or (lambda step: None)
    documents, problems = _read(sources, settings, tell)
    known = store.reads()
    wanted = {id: known[id].document for id in store.document_ids()} | {d.id: d for d in documents}
    pending = _pending(wanted, known, _maker(settings))
    del documents, known
    for kept in _analysed(pending, where.engine_for(len(pending)), settings, tell):
        store.keep(kept)
    tell(Step("reconciling"))
    older = (problem for problem in store.problems() if not any(_lies_in(problem, s) for s in sources))
    _put_together(store, frozenset(wanted), settings, sorted({*problems, *older}), again=False)


def _pending(wanted: Mapping[str, Document], known: Mapping[str, Read], maker: str) -> list[Document]:
    """What is to be analysed; what failed before comes last, so that a build that goes on cuts the rest as before."""
    order = sorted(wanted, key=lambda id: (id in known, id))
    return [wanted[id] for id in order if known.get(id) != Read(wanted[id], maker)]


def _read(sources: Iterable[str], settings: Settings, tell: Progress) -> tuple[list[Document], list[Problem]]:
    documents: list[Document] = []
    problems: list[Problem] = []
    for found in read(sources, settings):
        if isinstance(found, SourceError):
            problems.append(Problem(found.source, f"{found.found}; expected {found.expected}. {found.cure}"))
            tell(Step("reading", len(documents), None, found.source, problems[-1].why))
        else:
            documents.append(found)
            tell(Step("reading", len(documents), None, found.source))
    return documents, problems


def _lies_in(problem: Problem, source: str) -> bool:
    """The problem is of that source, so that reading the source again settles it."""
    place = problem.source.partition(", ")[0]  # "crawl.jsonl, line 3"
    return place == source or fnmatch(place, source) or Path(source) in Path(place).parents


def _analysed(pending: Sequence[Document], engine: Engine, settings: Settings, tell: Progress) -> Iterator[list[Kept]]:
    """What is to be kept of the documents, in order, as many at a time as come at a time."""
    tell(Step("analysing", 0, len(pending)))
    done = count(1)
    for answers in _answers(pending, engine, settings):
        yield [_failed(document, kept.why) if isinstance(kept, Failure) else kept for document, kept in answers]
        for document, answer in answers:
            problem = answer.why if isinstance(answer, Failure) else None
            tell(Step("analysing", next(done), len(pending), document.source, problem))


def _answers(
    pending: Sequence[Document], engine: Engine, settings: Settings
) -> Iterator[list[tuple[Document, Kept | Failure]]]:
    maker = _maker(settings)
    work = partial(_analyse, settings.pipeline, maker)
    if engine.between:
        return in_parts(engine, work, pending, maker)
    return ([pair] for pair in zip(pending, engine.map(work, pending), strict=True))


def _analyse(pipeline: str, maker: str, document: Document) -> Kept:
    """Packed by the worker: what comes back is small, and the one process that takes it in has only to write it."""
    analysis = analyse(document, parser_for(pipeline))
    return packed(Read(document, maker), analysis, fingerprint_of(analysis))


def _failed(document: Document, why: str) -> Kept:
    """The document alone with the reason: its text stays and can be searched, and the next build tries again."""
    problem = f"nothing could be read from the text: {why}"
    return packed(Read(document, None), Analysis(replace(document, problems=(*document.problems, problem))))


@dataclass(frozen=True, slots=True)
class _Where:
    """Where reports are analysed."""

    workers: int | None
    engine: Engine | None

    def engine_for(self, documents: int) -> Engine:
        """The engine for so many documents; nothing is started for none."""
        if self.engine and documents:
            return self.engine
        useful = min(self.workers or cores(), documents // DOCUMENTS_A_WORKER)
        return Processes(useful) if useful > 1 else InProcess()


def cores() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _put_together(
    store: Store, documents: frozenset[str], settings: Settings, problems: Iterable[Problem], *, again: bool = True
) -> None:
    """Reconcile the documents with those ids, and put the result in the place of what was there.

    Unless it is to be done `again`, a dossier that was made from the very same stays as it is.
    """
    tool = Tool("rashomon", version("rashomon"), settings.sha256())
    told = Dossier(tool, problems=tuple(problems))
    while True:
        people = store.people()
        # Read back, new ones too, so that a dossier cannot depend on which documents were analysed today.
        before = store.before(documents, people)
        made_from = digest_of((told, settings, people, sorted(before.versions.items())))
        if not again and store.made_from() == made_from:
            logger.info("nothing is new: the dossier stays as it is")
            return
        parts = reconcile_in_parts(documents, store, tool, people, one_story=settings.one_story, before=before)
        with _collecting_rarely():
            if store.finish(chain((told,), parts), json.dumps(asdict(settings), sort_keys=True), people, made_from):
                return
        logger.info("the file was written to while the documents were put together: once more")


@contextmanager
def _collecting_rarely() -> Iterator[None]:
    """Records refer to one another in no circles, so looking for such among hundreds of thousands is a fifth lost."""
    before = gc.get_threshold()
    gc.set_threshold(*COLLECTING)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _settings_of(store: Store) -> Settings:
    return Settings(**json.loads(store.settings()))


def _maker(settings: Settings) -> str:
    """What an analysis depends on besides its document: not on what the story half alone heeds."""
    return f"{version('rashomon')} {replace(settings, one_story=False).sha256()}"
