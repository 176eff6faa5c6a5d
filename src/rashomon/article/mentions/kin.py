"""Relatives: two people whom a report tells of as kin are two, however alike their names."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ...records import Mention
from .lexicon import Lexicon

_FURTHEST = 60  # code points between two names that a word of kinship joins
_WORDS = re.compile(r"[^\W\d_][\w-]*")
_ENDS = re.compile(r"[.!?;\n]")


def with_kin(text: str, names: Sequence[Mention], lexicon: Lexicon) -> tuple[Mention, ...]:
    """The names of a document in order; a relative's name points to the one it is told beside."""
    people = sorted((m for m in names if m.type == "PERSON"), key=lambda m: (m.start, m.end))
    kin = {other.id: one.id for one, other in pairwise(people) if _are_kin(text[one.end : other.start], lexicon)}
    return tuple(replace(m, kin=kin[m.id]) if m.id in kin else m for m in names)


def _are_kin(between: str, lexicon: Lexicon) -> bool:
    """ "Ada Berg, daughter of President Bo Berg"; "Bo Berg and his daughter Ada Berg"."""
    if len(between) > _FURTHEST or _ENDS.search(between):
        return False
    return any(word.lower() in lexicon.signs.relations for word in _WORDS.findall(between))
