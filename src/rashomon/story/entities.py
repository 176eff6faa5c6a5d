"""placeholder"""
from collections.abc import Mapping
from dataclasses import dataclass
from ..records import Analysis, Entity, Judgement


@dataclass(frozen=True, slots=True)
class Joined:
    """Mentions joined into entities, and the judgements they were joined by."""

    entities: tuple[Entity, ...]
    entity_of: Mapping[str, str]  # mention id -> entity id
    judgements: tuple[Judgement, ...]


def join_mentions(analyses: tuple[Analysis, ...], judgements: tuple[Judgement, ...]) -> Joined:
    return Joined((), {}, ())
