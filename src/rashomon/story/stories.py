"""placeholder"""
from collections.abc import Iterable, Mapping
from dataclasses import replace
from ..records import Analysis, Document, Entity, Story
from .claims import Claims


def find_stories(analyses: tuple[Analysis, ...], entity_of: Mapping[str, str], *, one_story: bool) -> Mapping[str, str]:
    """{document id: story id}"""
    return {a.document.id: "story-1" for a in analyses}


def with_stories(documents: Iterable[Document], story_of: Mapping[str, str]) -> tuple[Document, ...]:
    return tuple(replace(d, story=story_of.get(d.id)) for d in documents)


def make_stories(documents: tuple[Document, ...], story_of: Mapping[str, str], claims: Claims, entities: tuple[Entity, ...]) -> tuple[Story, ...]:
    return ()
