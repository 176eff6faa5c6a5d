"""Names folded so that what transliteration and fashion change no longer tells them apart."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any  # Any: the data file's tables, each read in one place

from anyascii import anyascii

_WORD = re.compile(r"[^\W_]+(?:['’`ʻʼ][^\W_]+)*")
_WITHOUT_APOSTROPHES = str.maketrans("", "", "'’`ʻʼ")
_VOWELS = re.compile(r"[aeiou]")
_CACHED = 200_000  # words of a large dossier; more would only repeat work


@cache
def folding() -> Mapping[str, Any]:
    """The data file of foldings."""
    return tomllib.loads((files(__package__) / "folding.toml").read_text(encoding="utf-8"))


@cache
def listed(table: str) -> frozenset[str]:
    """The words of a table that is a plain list."""
    return frozenset(folding()[table])


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), put) for pattern, put in folding()["rules"])


@lru_cache(_CACHED)
def latin(text: str) -> str:
    """A text in small unaccented Latin letters.

    >>> latin("Żółw Ærø")
    'zholv aero'
    """
    folded = text.casefold()
    if folded.isascii():
        return folded
    for letter, put in folding()["letters"]:
        folded = folded.replace(letter, put)
    return anyascii(folded).lower()


@lru_cache(_CACHED)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in small Latin letters; hyphens part words, apostrophes do not."""
    if name.isascii() and name.isalnum():
        return (name.lower(),)
    return tuple(word.translate(_WITHOUT_APOSTROPHES) for word in _WORD.findall(latin(name)))


@lru_cache(_CACHED)
def form_of(text: str) -> str:
    """One key for a form of a name, whatever its case and marks; it holds no line ends."""
    return " ".join(words_of(text) or text.casefold().split())


@lru_cache(_CACHED)
def sound(word: str) -> str:
    """A word as it sounds, roughly, whatever alphabet it was carried over from.

    >>> sound("zhovkva") == sound("jovkwa")
    True
    """
    folded = latin(word)
    for pattern, put in _rules():
        folded = pattern.sub(put, folded)
    return folded


@lru_cache(_CACHED)
def skeleton(word: str) -> str:
    """The consonants of a word's sound and, where it begins with one, its first vowel: a key to compare under."""
    sounds = sound(word)
    return sounds[:1].replace("y", "i") + _VOWELS.sub("", sounds[1:])


@lru_cache(_CACHED)
def frames(word: str) -> frozenset[str]:
    """The keys under which a word of a name is looked for: its skeleton, and those of the letters it may stand for.

    >>> sorted(frames("zhovkva"))
    ['jvkv']
    """
    others = {pattern.sub(put, word) for pattern, put in either()}
    form = forms_of().get(word)
    told = frozenset() if form is None else frozenset({f"form {form}"})
    return frozenset(map(skeleton, {word, *others})) | told


@cache
def either() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Letters that are carried over as others too."""
    return tuple((re.compile(pattern), put) for pattern, put in folding()["either"])


@cache
def forms_of() -> Mapping[str, int]:
    """Given name -> the number of its line: "Petro" and "Pyotr" are one in two languages."""
    return {form: number for number, forms in enumerate(folding()["given_forms"]) for form in forms}
