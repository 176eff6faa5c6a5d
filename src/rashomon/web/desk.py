"""The desk: the dossier's file as readers see it, and what reviewers write into it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import get_args

from ..building import judge, undo
from ..errors import MisuseError
from ..ids import make_id
from ..judging import judgement_on, of_people
from ..records import Judgement, Verdict
from ..store import Hit, Opinion, Review, adding, reading
from .pages.addresses import addresses
from .pages.room import Room

SEARCH_SECONDS = 2.0  # a search that takes longer is broken off
MOST_HITS = 200
LONGEST_NAME = 80
LONGEST_REASON = 2_000


@dataclass(frozen=True, slots=True)
class Opened:
    """A state of the dossier, with the address of each record."""

    content: str
    room: Room
    addresses: Mapping[str, str]

    def to(self, href: str) -> str:
        """The address that a link of a view model leads to."""
        return self.addresses.get(href[1:], href) if href.startswith("#") else href


class Desk:
    """One dossier file; what is computed from it is kept until its content changes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._opened: Opened | None = None
        self._stamp: tuple[int, int] = (0, 0)
        self._loading = Lock()  # one thread computes, the others wait for it
        self._building = Lock()

    def prepare_to_write(self) -> None:
        """Bring the file up to date, so that reviews have their place in it."""
        with adding(self.path):
            pass

    def opened(self) -> Opened:
        """The dossier as it stands now."""
        stat = self.path.stat()
        stamp = stat.st_mtime_ns, stat.st_size
        with self._loading:
            if self._opened is None or stamp != self._stamp:
                self._opened = self._read(self._opened)
                self._stamp = stamp
            return self._opened

    def search(self, words: str) -> tuple[Hit, ...]:
        """Documents that have all the words."""
        with reading(self.path) as store:
            return store.search(words, MOST_HITS, SEARCH_SECONDS)

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
        return of_people(self.opened().room.dossier)

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
        """Judge whether two names are one; the dossier is put together anew."""
        if verdict not in get_args(Verdict):
            raise MisuseError(f"no verdict {verdict!r}; expected one of {', '.join(get_args(Verdict))}.")
        told: Verdict = verdict  # type: ignore[assignment]  # one of the set, as checked above
        reason = why.strip()[:LONGEST_REASON] or "judged in the reading room"
        judgement = judgement_on(self.opened().room.dossier, told, pair, _name(by), reason, _now())
        with self._building:
            judge(self.path, judgement)
        return judgement

    def undo(self, judgement: str) -> None:
        """Take a judgement back; the dossier is as if it had never been given."""
        with self._building:
            undo(self.path, judgement)

    def _read(self, known: Opened | None) -> Opened:
        with reading(self.path) as store:
            content = store.content()
            if known and content and content == known.content:
                return known  # only reviews were written
            room = Room(store.dossier())
        room.prepare()
        return Opened(content, room, addresses(room))


def _name(by: str) -> str:
    """A reviewer's name; `rule` is what rules sign with."""
    name = " ".join(by.split())[:LONGEST_NAME]
    if not name or name.casefold() == "rule":
        raise MisuseError(f"{by!r} is nobody's name; expected yours. Write it beside your judgement.")
    return name


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
