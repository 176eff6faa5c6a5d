"""Relatives: two people whom a report tells of as kin are two, however alike their names."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ...article.mentions.lexicon import Lexicon
from ...records import Analysis, Mention
from .clusters import Cluster

_FURTHEST = 60  # code points between two names that a word of kinship joins
_WORDS = re.compile(r"[^\W\d_][\w-]*")
_ENDS = re.compile(r"[.!?;\n]")

_NAME = "name"


def kin_of(analyses: Iterable[Analysis], clusters: Sequence[Cluster], lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Pairs of clusters (by their ids) of which a report tells that they are kin."""
    home = {mention.id: cluster.id for cluster in clusters for mention in cluster.mentions}
    for analysis in analyses:
        people = [m for m in analysis.mentions if m.type == "PERSON" and m.form == _NAME and m.id in home]
        for one, other in pairwise(sorted(people, key=lambda m: (m.start, m.end))):
            if home[one.id] != home[other.id] and _are_kin(analysis.document.text, one, other, lexicon):
                yield home[one.id], home[other.id]


def _are_kin(text: str, one: Mention, other: Mention, lexicon: Lexicon) -> bool:
    """ "Ada Berg, daughter of President Bo Berg"; "Bo Berg and his daughter Ada Berg"."""
    between = text[one.end : other.start]
    if len(between) > _FURTHEST or _ENDS.search(between):
        return False
    return any(word.lower() in lexicon.signs.relations for word in _WORDS.findall(between))
