"""The stories of a dossier: what each is called, when and where it happens, how many tell of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...dossier import Dossier
from ...records import Days, Story
from .articles import title_of
from .evidence import Index, anchor_of
from .paging import Pager, slice_of
from .questions import Link
from .words import count_in_words, days_in_words

STORIES = 60  # on one page
PLACES = 4  # of one story

Told = tuple[Story, str]  # a story, and the words by which it is found


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story in the list of all."""

    id: str
    label: str
    days: str
    places: tuple[Link, ...]
    reports: str
    origins: str


@dataclass(frozen=True, slots=True)
class StoriesPage:
    words: str
    stories: tuple[StoryRow, ...]
    pager: Pager


def told_stories(dossier: Dossier, index: Index) -> list[Told]:
    """All stories, the most reported first, each with the words of its label, places and headlines."""
    ranked = sorted(dossier.stories, key=lambda s: (-len(s.documents), -s.origins, s.label, s.id))
    return [(story, " ".join(_words(story, index)).casefold()) for story in ranked]


def stories_page(told: Sequence[Told], index: Index, words: str, number: int) -> StoriesPage:
    """The stories that have all the words."""
    wanted = words.casefold().split()
    found = slice_of([story for story, known in told if all(word in known for word in wanted)], number, STORIES)
    return StoriesPage(words, rows_of(found.items, index), found.pager)


def rows_of(stories: Iterable[Story], index: Index) -> tuple[StoryRow, ...]:
    """The stories as lines of the list."""
    return tuple(
        StoryRow(
            id=story.id,
            label=story.label,
            days=days_in_words(Days(story.earliest, story.latest)) or "day unknown",
            places=tuple(_places(story, index)),
            reports=count_in_words(len(story.documents), "report"),
            origins=count_in_words(story.origins, "origin"),
        )
        for story in stories
    )


def _places(story: Story, index: Index) -> Iterable[Link]:
    known = (index.entities[id] for id in story.places if id in index.entities)
    return [Link(place.name, f"#{anchor_of(place.id)}") for place in known][:PLACES]


def _words(story: Story, index: Index) -> Iterable[str]:
    yield story.label
    yield from (index.entities[id].name for id in story.places if id in index.entities)
    yield from (title_of(index.documents[id]) for id in story.documents if id in index.documents)
