"""Other names that a document tells with a name: "Ada Berg, known as “Falcon”", "the Danish Relief (Hjælp)"."""

import itertools
import re
from collections.abc import Iterator, Sequence

from ...records import Mention
from .lexicon import Lexicon

_FURTHEST = 60  # letters between a name and the other one
_OPENING = " :“”\"'‘«"
_ENDS = re.compile(r"[.!?;]\s|\n")
_BRACKET = re.compile(r"\s*\(")


def other_names(text: str, names: Sequence[Mention], lexicon: Lexicon) -> Iterator[tuple[Mention, Mention, str]]:
    """The other name, the one it was told with, and why."""
    for one, other in itertools.pairwise(names):
        if other.start - one.end > _FURTHEST or other.start < one.end:
            continue
        between = text[one.end : other.start]
        if one.type == other.type == "PERSON" and _is_other_name(between, lexicon):
            yield other, one, f"another name of {one.text}"
        elif _is_in_brackets(text, one, other, lexicon):
            yield other, one, f"told in brackets after {one.text}"


def _is_other_name(between: str, lexicon: Lexicon) -> bool:
    """The words before the other name tell that it is one, and nobody's else."""
    told = between.lower().rstrip(_OPENING)
    if _ENDS.search(between) or not told.endswith(lexicon.signs.called):
        return False
    return lexicon.signs.relations.isdisjoint(told.replace(",", " ").split())


def _is_in_brackets(text: str, one: Mention, other: Mention, lexicon: Lexicon) -> bool:
    """One word for a body whose name has several: what it is called in its own language."""
    if not one.type == other.type == "ORG" or " " not in one.text or " " in other.text or other.text in lexicon.known:
        return False
    return _BRACKET.fullmatch(text, one.end, other.start) is not None and text[other.end : other.end + 1] == ")"
