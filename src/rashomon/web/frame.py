"""What every served page has around it: title, contents, the reviewer, the way to other pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from ..records import Story
from ..store import Review
from .opened import Opened
from .pages import Head


@dataclass(frozen=True, slots=True)
class NavItem:
    """A line of the contents."""

    text: str
    href: str
    count: int | str
    here: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """What the templates call `room`."""

    title: str
    head: Head
    story: Story | None  # that is shown alone
    stories: int  # of the dossier
    tool: str
    nav: tuple[NavItem, ...]
    path: str
    query: tuple[tuple[str, str], ...]
    standing: Mapping[str, tuple[Review, ...]]
    by: str
    said: str
    waiting: str  # what the page does not show yet
    read_only: bool
    asks_token: bool

    @property
    def is_overview(self) -> bool:
        return self.path in ("/", "/overview")

    @property
    def here(self) -> str:
        """The address of this page."""
        return f"{self.path}?{urlencode(self.query)}" if self.query else self.path

    def at_page(self, number: int) -> str:
        """The address of another page of the same list."""
        query = [(key, value) for key, value in self.query if key != "page"]
        return f"{self.path}?{urlencode([*query, ('page', str(number))])}"


def nav_of(opened: Opened, path: str) -> tuple[NavItem, ...]:
    """The contents; the item that the path lies under is marked."""
    room = opened.room
    several = opened.several
    stories: tuple[tuple[str, str, int | str], ...] = (("Stories", "/stories", len(opened.whole.room.stories)),)
    items: tuple[tuple[str, str, int | str], ...] = (
        *(stories if several else ()),
        ("Overview", "/overview" if several and not opened.story else "/", ""),
        ("Contested", "/contested", len(room.contested)),
        ("Figures", "/figures", len(room.questions)),
        ("Timeline", "/timeline", len(room.dossier.timeline)),
        ("Who says what", "/voices", len(room.voices)),
        ("People, bodies, places", "/names", len(room.names)),
        ("Words", "/words", len(room.wordings)),
        ("Origins", "/origins", ""),
        ("What is not known", "/unknown", sum(len(gap.items) for gap in room.gaps)),
        ("Articles", "/articles", len(room.articles)),
        ("Reviews", "/reviews", ""),
    )
    return tuple(NavItem(text, opened.to(href), count, _lies_under(path, href)) for text, href, count in items)


def _lies_under(path: str, href: str) -> bool:
    return path == href or (href != "/" and path.startswith(f"{href}/"))
