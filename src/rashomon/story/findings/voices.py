"""Whether two counts are of one voice, or of two that count apart."""

import re
from collections.abc import Mapping

from ...records import Entity
from ..counting import Told
from ..likeness import STEM

FEWEST_STEMS = 2  # that two wordings of one voice share
SHORT_WORD = 3  # letters; no word as short tells who somebody is
_WORD = re.compile(r"\w+")


def are_one_voice(a: Told, b: Told, entities: Mapping[str, Entity]) -> bool:
    """One source, or two wordings of one: "the Ministry of Emergencies", "the country's emergencies ministry"."""
    if a.voice == b.voice or a.behind == b.behind != "":
        return True
    one, other = _stems(a, entities), _stems(b, entities)
    return min(len(one), len(other)) >= FEWEST_STEMS and (one <= other or other <= one)


def _stems(told: Told, entities: Mapping[str, Entity]) -> frozenset[str]:
    """What the words for a voice begin with, but for the smallest of them."""
    known = entities.get(told.behind)
    words = _WORD.findall((known.name if known else told.figure.source_text or told.behind).casefold())
    return frozenset(word[:STEM] for word in words if len(word) > SHORT_WORD)


def are_rivals(a: Told, b: Told, entities: Mapping[str, Entity]) -> bool:
    """Two bodies, each with a count of its own; persons, as a toll rises, pass on the latest they have heard.

    What is counted against the authorities is no later stage of their count.
    """
    if a.contrary != b.contrary:
        return True
    if are_one_voice(a, b, entities):
        return False
    bodies = [entities.get(one.figure.source or "") for one in (a, b)]
    return a.voice != b.voice and all(body is not None and body.type == "ORG" for body in bodies)
