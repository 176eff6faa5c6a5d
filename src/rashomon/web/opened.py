"""A state of the dossier as it is shown: all of it, or one of its stories by itself."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from urllib.parse import quote

from ..dossier import Dossier
from ..records import Story
from ..succession import StoryChange
from .pages.addresses import addresses
from .pages.parts import parts_of
from .pages.room import Room

LARGE = 40  # reports of a story; a larger one takes over 120 ms of a processor to open, so no reader waits for it
MOST_KEPT = 48  # smaller stories that were looked at last
OF_ALL = ("/reviews", "/review/", "/api", "/stories", "/static/", "/openapi.json")  # pages that know no story


@dataclass(frozen=True, slots=True)
class Opened:
    """What the pages show, with the address of each record."""

    content: str
    room: Room
    addresses: Mapping[str, str]
    story: Story | None = None  # that is shown alone
    around: "Opened | None" = None  # the whole, where a story is shown

    @property
    def whole(self) -> "Opened":
        """All stories together."""
        return self.around or self

    @property
    def several(self) -> bool:
        """The dossier has more than one story."""
        return len(self.whole.room.dossier.stories) > 1

    def to(self, href: str) -> str:
        """The address that a link of a view model or of a template leads to, in the same story where it can."""
        known = href if href.startswith("/") else self.addresses.get(href[1:])
        if known is not None:
            return self._kept(known)
        return self.around.to(href) if self.around else href

    def _kept(self, address: str) -> str:
        return at_story(address, self.story.id) if self.story and not address.startswith(OF_ALL) else address


def at_story(address: str, story: str) -> str:
    """The address of the same page, in a story alone.

    >>> at_story("/voices/x?page=2#said-y", "story-1")
    '/voices/x?page=2&story=story-1#said-y'
    """
    path, hash, fragment = address.partition("#")
    return f"{path}{'&' if '?' in path else '?'}story={quote(story, safe='')}{hash}{fragment}"


@dataclass(slots=True)
class State:
    """The whole and its stories, each opened when it is asked for, the large ones at once."""

    whole: Opened
    changes: Sequence[StoryChange] = ()
    _parts: Mapping[str, Dossier] = field(default_factory=dict)
    _large: dict[str, Opened] = field(default_factory=dict)
    _small: OrderedDict[str, Opened] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def within(self, story: str) -> Opened | None:
        """One story alone; `None` where there is none of that id."""
        if story not in self._parts:
            return None
        if story in self._large:
            return self._large[story]
        with self._lock:
            found = self._small.pop(story, None) or _within(self.whole, self._parts[story])
            self._small[story] = found
            while len(self._small) > MOST_KEPT:
                self._small.popitem(last=False)
        return found

    def prepare(self) -> None:
        """Compute now what a reader would wait for too long."""
        self._parts = parts_of(self.whole.room.dossier)
        large = [story for story, part in self._parts.items() if len(part.documents) >= LARGE]
        self._large = {story: _within(self.whole, self._parts[story]) for story in large}


def opened_state(content: str, dossier: Dossier, changes: Sequence[StoryChange]) -> State:
    """A state of the dossier with all that is costly computed."""
    room = Room(dossier)
    room.prepare()
    state = State(Opened(content, room, addresses(room)), changes)
    state.prepare()
    return state


def _within(whole: Opened, part: Dossier) -> Opened:
    if len(part.documents) == len(whole.room.dossier.documents):
        room, known = whole.room, whole.addresses
    else:
        room = Room(part)
        room.prepare()
        known = addresses(room)
    return Opened(whole.content, room, known, part.stories[0], whole)
