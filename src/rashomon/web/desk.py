"""The desk: the dossier's file as readers see it, and what reviewers write into it."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import get_args

from ..errors import MisuseError
from ..ids import make_id
from ..judging import judgement_on
from ..records import Judgement, Verdict
from ..store import Hit, Opinion, Review, adding, reading
from .opened import Opened, State, opened_state
from .rebuilding import Rebuilder

SEARCH_SECONDS = 2.0  # a search that takes longer is broken off
MOST_HITS = 200
LONGEST_NAME = 80
LONGEST_REASON = 2_000
PATIENCE = 2.0  # seconds for which whoever asks waits for a newer state, before the one before is shown


class Desk:
    """One dossier file; what is computed from it is kept until its content changes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.patience = PATIENCE
        self._state: State | None = None
        self._stamp: tuple[int, int] = (0, 0)
        self._lock = Lock()
        self._reader = ThreadPoolExecutor(1, "reading")  # one thread computes, the others wait for it
        self._reading: Future[None] | None = None
        self._rebuilder = Rebuilder(path)

    def prepare_to_write(self) -> None:
        """Bring the file up to date, so that reviews have their place in it; heed what was judged and is not heeded."""
        with adding(self.path) as store:
            unheeded = store.unheeded()
        if unheeded:
            self._rebuilder.ask()

    def opened(self) -> Opened:
        """The dossier as it stands now, all of it."""
        return self.state().whole

    def state(self) -> State:
        """The dossier as it stands now; while a new state of a large one is read, the state before."""
        with self._lock:
            if self._state and self._stamp_now() == self._stamp:
                return self._state
            if self._reading is None or self._reading.done():
                self._reading = self._reader.submit(self._read)
            reading = self._reading
        wait([reading], self.patience if self._state else None)
        if reading.done():
            reading.result()  # raises what went wrong
        assert self._state
        return self._state

    def waiting(self) -> str:
        """What the state that is shown does not hold yet, in words; empty where it holds all."""
        if judged := self._rebuilder.waiting:
            return f"The dossier is put together anew ({judged} judged); this is the state before."
        if self._reading and not self._reading.done():
            return "The dossier was put together anew and is being opened; this is the state before."
        return self._rebuilder.problem

    def is_settled(self, seconds: float) -> bool:
        """Wait until all that was judged is heeded and shown; False where that takes longer."""
        return self._rebuilder.wait(seconds) and self.opened() is not None and not self.waiting()

    def search(self, words: str, most: int = MOST_HITS) -> tuple[str, ...]:
        """Ids of documents that have all the words, the most telling first."""
        with reading(self.path) as store:
            return store.search(words, most, SEARCH_SECONDS)

    def pieces(self, words: str, documents: Sequence[str]) -> tuple[Hit, ...]:
        """A piece of each of the documents with the words in it."""
        if not documents:
            return ()
        with reading(self.path) as store:
            return store.pieces(words, documents)

    def reviews(self) -> tuple[Review, ...]:
        """All reviews, the oldest first."""
        with reading(self.path) as store:
            return store.reviews()

    def standing(self) -> dict[str, tuple[Review, ...]]:
        """Reviews that were not taken back, by what they are on."""
        found: dict[str, list[Review]] = {}
        for review in self.reviews():
            if review.ended_at is None:
                found.setdefault(review.subject, []).append(review)
        return {subject: tuple(reviews) for subject, reviews in found.items()}

    def judgements(self) -> tuple[Judgement, ...]:
        """What people judged of names, the oldest first."""
        with reading(self.path) as store:
            return store.people()

    def review(self, subject: str, opinion: str, by: str, why: str) -> Review:
        """Write a review down."""
        if opinion not in get_args(Opinion):
            raise MisuseError(f"no opinion {opinion!r}; expected one of {', '.join(get_args(Opinion))}.")
        if f"#{subject}" == self.opened().to(f"#{subject}"):
            raise MisuseError(f"nothing here has the id {subject!r}; expected that of a finding or a record.")
        by, why, at = _name(by), why.strip()[:LONGEST_REASON], _now()
        if opinion == "note" and not why:
            raise MisuseError("a note without words; expected some. Write what you want to note.")
        made: Opinion = opinion  # type: ignore[assignment]  # one of the set, as checked above
        review = Review(make_id("review", subject, opinion, by, why, at), subject, made, by, why, at)
        with adding(self.path) as store:
            store.review(review)
        return review

    def end_review(self, review: str, by: str) -> None:
        """Take a review back."""
        with adding(self.path) as store:
            store.end_review(review, _name(by), _now())

    def judge(self, pair: tuple[str, str], verdict: str, by: str, why: str) -> Judgement:
        """Judge whether two names are one: it is written down at once, the dossier is put together anew behind it."""
        if verdict not in get_args(Verdict):
            raise MisuseError(f"no verdict {verdict!r}; expected one of {', '.join(get_args(Verdict))}.")
        told: Verdict = verdict  # type: ignore[assignment]  # one of the set, as checked above
        reason = why.strip()[:LONGEST_REASON] or "judged in the reading room"
        judgement = judgement_on(self.opened().room.dossier, told, pair, _name(by), reason, _now())
        with adding(self.path) as store:
            store.judge(judgement)
        self._rebuilder.ask()
        return judgement

    def undo(self, judgement: str) -> None:
        """Take a judgement back; the dossier will be as if it had never been given."""
        with adding(self.path) as store:
            if judgement not in {known.id for known in store.people()}:
                raise MisuseError(f"no person's judgement {judgement!r}; expected the id of one. See the reviews.")
            store.undo(judgement)
        self._rebuilder.ask()

    def _stamp_now(self) -> tuple[int, int]:
        stat = self.path.stat()
        return stat.st_mtime_ns, stat.st_size

    def _read(self) -> None:
        """Open the state that the file holds now."""
        stamp, known = self._stamp_now(), self._state
        with reading(self.path) as store:
            content = store.content()
            if not (known and content and content == known.whole.content):  # else only reviews were written
                known = opened_state(content, store.dossier(), store.story_changes())
        with self._lock:
            self._state, self._stamp = known, stamp


def _name(by: str) -> str:
    """A reviewer's name; `rule` is what rules sign with."""
    name = " ".join(by.split())[:LONGEST_NAME]
    if not name or name.casefold() == "rule":
        raise MisuseError(f"{by!r} is nobody's name; expected yours. Write it beside your judgement.")
    return name


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
