"""What became of stories that are no more what they were, so that an id a reader has noted is never lost."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .records import Story

_GONE = "all its reports were removed"


@dataclass(frozen=True, slots=True)
class StoryChange:
    """A story whose reports are another's now, or several others'; a story that only grows has none."""

    old: str  # its id
    new: tuple[str, ...]  # the stories of its reports, that of most of them first; none where all were removed
    why: str  # one sentence, without words of a report, which may be removed one day


def story_changes(before: Iterable[Story], after: Iterable[Story]) -> tuple[StoryChange, ...]:
    """What a build changed in the stories that were there before it, in the order of their ids."""
    old, new = ({story.id: frozenset(story.documents) for story in told} for told in (before, after))
    story_of = {document: id for id, documents in new.items() for document in documents}
    known = frozenset(document for documents in old.values() for document in documents)
    changes = []
    for id in sorted(old):
        left = Counter(story_of[document] for document in old[id] if document in story_of)
        ends = tuple(sorted(left, key=lambda end: (-left[end], end)))
        if ends != (id,):
            added = sum(len(new[end] - known) for end in ends)
            since = _since(added, len(old[id]) - left.total())
            changes.append(StoryChange(id, ends, f"{_what(id, ends, old, new)}{since}" if ends else _GONE))
    return tuple(changes)


def follow(id: str, changes: Sequence[StoryChange]) -> tuple[tuple[str, ...], tuple[StoryChange, ...]]:
    """The stories that a story's reports are in by now, those with most of them first, and the changes on the way.

    A story that never changed is its own end.
    """
    starts = [number for number, change in enumerate(changes) if change.old == id]
    ends, steps = [id], []
    for change in changes[starts[-1] :] if starts else ():
        if change.old in ends:
            steps.append(change)
            at = ends.index(change.old)
            ends[at : at + 1] = change.new
    return tuple(dict.fromkeys(ends)), tuple(steps)


def former(changes: Sequence[StoryChange]) -> dict[str, tuple[StoryChange, ...]]:
    """{story: the last changes of the stories that have become it or a part of it}"""
    found: dict[str, tuple[StoryChange, ...]] = {}
    for change in {change.old: change for change in changes}.values():
        for end in follow(change.old, changes)[0]:
            if end != change.old:
                found[end] = (*found.get(end, ()), change)
    return found


def _what(id: str, ends: Sequence[str], old: Mapping[str, frozenset[str]], new: Mapping[str, frozenset[str]]) -> str:
    if len(ends) > 1:
        return f"its reports tell of {len(ends)} affairs"
    others = sum(1 for story, documents in old.items() if story != id and documents & new[ends[0]])
    if others:
        return f"its reports and those of {_count(others, 'other story', 'other stories')} tell of one affair"
    return "the report that gave it its name is not its first any more"


def _since(added: int, removed: int) -> str:
    """What made the difference: reports, or else the settings or the program's version."""
    causes = []
    if added:
        causes.append(f"{_count(added, 'more report was', 'more reports were')} read")
    if removed:
        causes.append(f"{_count(removed, 'report of its own was', 'reports of its own were')} removed")
    return f", since {' and '.join(causes)}" if causes else ", by other settings or another version of the program"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
