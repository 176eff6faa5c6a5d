"""An id of a story, once noted, leads to the stories that its reports are in by now, with the reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import MisuseError
from rashomon.records import Story
from rashomon.selecting import now
from rashomon.succession import StoryChange, follow, former, story_changes


def stories(**documents):
    return [Story(id, id, tuple(held.split())) for id, held in documents.items()]


CASES = {
    "a story that grows is the story it was": (stories(a="1 2"), stories(a="1 2 3"), {}),
    "a story that is founded is nobody's successor": (stories(a="1"), stories(a="1", b="2"), {}),
    "two that are joined": (
        stories(a="1 2", b="3"),
        stories(a="1 2 3 4"),
        {"b": (("a",), "its reports and those of 1 other story tell of one affair, since 1 more report was read")},
    ),
    "one that is split keeps its id and tells what went": (
        stories(a="1 2 3"),
        stories(a="1 2 4 5", b="3"),
        {"a": (("a", "b"), "its reports tell of 2 affairs, since 2 more reports were read")},
    ),
    "a name that went with the first report": (
        stories(a="1 2"),
        stories(b="2"),
        {
            "a": (
                ("b",),
                "the report that gave it its name is not its first any more, since 1 report of its own was removed",
            )
        },
    ),
    "one of which nothing is left": (stories(a="1"), stories(b="2"), {"a": ((), "all its reports were removed")}),
    "the same reports grouped otherwise": (
        stories(a="1 2"),
        stories(a="1", b="2"),
        {"a": (("a", "b"), "its reports tell of 2 affairs, by other settings or another version of the program")},
    ),
}


@pytest.mark.parametrize(("before", "after", "expected"), CASES.values(), ids=CASES)
def test_what_changed_is_told_with_its_reason(before, after, expected):
    found = story_changes(before, after)
    assert {change.old: (change.new, change.why) for change in found} == expected


def test_an_id_leads_on_through_all_that_came_after():
    changes = (
        StoryChange("b", ("a",), "joined"),
        StoryChange("a", ("c",), "renamed"),
        StoryChange("c", ("c", "d"), "split"),
    )
    assert follow("b", changes) == (("c", "d"), changes)
    assert follow("d", changes) == (("d",), ())


def test_an_id_that_came_back_is_followed_from_its_last_life():
    changes = (StoryChange("a", ("b",), "joined"), StoryChange("a", ("c",), "joined anew"))
    assert follow("a", changes)[0] == ("c",)


def test_a_story_tells_what_it_once_was():
    split, joined = StoryChange("a", ("a", "b"), "split"), StoryChange("c", ("b",), "joined")
    assert former((split, joined)) == {"b": (split, joined)}


def test_an_old_id_or_its_beginning_is_as_good_as_the_new_one():
    living, changes = stories(**{"story-11": "1"}), (StoryChange("story-22", ("story-11",), "joined"),)
    assert now("story-11", living, changes) == now("story-1", living, changes) == ("story-11", ())
    assert now("story-22", living, changes) == now("story-2", living, changes) == ("story-11", changes)
    assert now("story-", living, changes) == ("story-", ())  # two: which one is not known


@pytest.mark.parametrize(("new", "told"), [(("story-3", "story-4"), "now story-3, story-4"), ((), "no more")])
def test_an_old_id_of_none_or_several_is_misuse_and_told(new, told):
    changes = (StoryChange("story-2", new, "the reason"),)
    with pytest.raises(MisuseError, match=f"story-2: {told}: the reason"):
        now("story-2", stories(**{"story-3": "1", "story-4": "2"}), changes)


# Six reports are read in their order, so many at a time; each build groups anew those that are there.
BUILDS = st.lists(st.lists(st.integers(0, 2), min_size=6, max_size=6), min_size=1, max_size=6)


@given(BUILDS)
def test_however_reports_are_added_an_id_leads_to_all_the_reports_it_stood_for(builds):
    known, changes, before = {}, (), []
    for count, group_of in enumerate(builds, start=1):
        groups = [[d for d in range(count) if group_of[d] == g] for g in range(3) if g in group_of[:count]]
        after = [Story(f"s{group[0]}", "", tuple(map(str, group))) for group in groups]
        changes += story_changes(before, after)
        known |= {story.id: story.documents for story in after}
        before = after
    living = {story.id: story.documents for story in before}
    for id, documents in known.items():
        if id not in living:
            assert set(documents) <= {document for end in follow(id, changes)[0] for document in living[end]}
