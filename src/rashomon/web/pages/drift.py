"""One utterance in several versions, aligned word against word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

WORD = re.compile(r"\S+")
MOST_WORDS = 400  # above it the alignment would cost more than anybody reads


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a version; `drifts` where no other version has them."""

    text: str
    drifts: bool


def align(versions: Sequence[str]) -> tuple[tuple[Run, ...], ...]:
    """Each version as runs; a word drifts where it has no partner in at least one other version.

    >>> [[run.text for run in version if run.drifts] for version in align(["nobody lied", "no one lied"])]
    [['nobody'], ['no one']]
    """
    words = [WORD.findall(version)[:MOST_WORDS] for version in versions]
    keys = [[_key(word) for word in version] for version in words]
    return tuple(_runs(words[i], _shared(keys, i)) for i in range(len(words)))


def _shared(keys: Sequence[Sequence[str]], i: int) -> list[bool]:
    """For each word of version i, whether all other versions have it at its place."""
    shared = [True] * len(keys[i])
    for j, other in enumerate(keys):
        if j == i:
            continue
        # The lesser index always comes first: the matcher is not symmetric, both sides must see one alignment.
        left, right = (keys[i], other) if i < j else (other, keys[i])
        found = set[int]()
        for block in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
            first = block.a if i < j else block.b
            found.update(range(first, first + block.size))
        shared = [kept and number in found for number, kept in enumerate(shared)]
    return shared


def _runs(words: Sequence[str], shared: Sequence[bool]) -> tuple[Run, ...]:
    pairs = zip(words, shared, strict=True)
    return tuple(Run(" ".join(w for w, _ in group), not kept) for kept, group in groupby(pairs, key=lambda p: p[1]))


def _key(word: str) -> str:
    bare = "".join(letter for letter in word.casefold() if letter.isalnum())
    return bare or word
