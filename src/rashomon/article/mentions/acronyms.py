"""Letters that a document defines: "Baltic Sea Forum (BSF)", "(Danish: ØSF)", "also known as BSF"."""

import re
from collections.abc import Mapping, Sequence

from ...names.folding import words_of
from ...records import Mention
from .lexicon import Lexicon

_BRACKET = re.compile(r"[”\"’']?\s*\((?P<language>[^\W\d_][\w ]{1,24}:\s*)?[“\"‘']?")
_LISTED = re.compile(r"(?:[A-Z][A-Z.]{1,7}(?:\s+\w{2,3}\s+|\s*[,/]\s*))+$")  # "ABC or ABD" before the letters looked at
_OPENING = " “\"'‘("
_CLOSING = re.compile(r"[”\"’']?\s*[,;)]")
_LETTERS = re.compile(r"(?:\w\.?){2,8}")
_BODIES = frozenset({"ORG", "EVENT", "GROUP", "OTHER", "GPE", "FACILITY"})
# So many of the letters must begin words of the long form where the bracket names no language. Set on acronyms
# against datelines such as "PARIS (Reuters)".
LETTERS_SHARED = 0.6
_MOST_TAKEN = 3  # letters of one word in an acronym: "SEA" of "Southeast Asia" takes two of the first


def is_acronym(text: str) -> bool:
    """Capitals throughout, of two to eight letters; one small letter inside is let pass ("BelTV" is none)."""
    capitals = sum(c.isupper() for c in text)
    return _LETTERS.fullmatch(text) is not None and capitals >= 2 and capitals >= sum(c.islower() for c in text) * 3


def definitions(text: str, names: Sequence[Mention], lexicon: Lexicon) -> Mapping[str, tuple[Mention, str]]:
    """For the id of each defined acronym, its long form and why."""
    found: dict[str, tuple[Mention, str]] = {}
    for index, short in enumerate(names):
        if not is_acronym(short.text) or lexicon.countries.code_of(short.text) is not None:
            continue
        long = _in_brackets(text, names, index, lexicon) or _known_as(text, names, index, lexicon)
        if long is not None:
            found[short.id] = long, f"defined after {long.text}"
    return found


def _in_brackets(text: str, names: Sequence[Mention], index: int, lexicon: Lexicon) -> Mention | None:
    short = names[index]
    for long in reversed(names[max(index - 2, 0) : index]):
        opening = _BRACKET.fullmatch(text, long.end, short.start)
        if opening is None or long.type not in _BODIES or not _CLOSING.match(text, short.end):
            continue
        if opening["language"] or _stands_for(short, long, known=short.text in lexicon.known):
            return long
    return None


def _stands_for(short: Mention, long: Mention, *, known: bool) -> bool:
    """The letters begin the words of the long form, or are those of a body's name in another language.

    Letters that everybody knows for another body's are the agency's whose report it is.
    """
    if long.type == "ORG" and " " in long.text and not known:
        return True
    return letters_shared(short.text, long.text) >= LETTERS_SHARED or spells(short.text, long.text.split())


def letters_shared(short: str, long: str) -> float:
    """The part of the acronym's letters that begin words of the long form, in order."""
    letters = [c for c in short.casefold() if c.isalpha()]
    initials = [word[0] for word in words_of(long)]
    if not letters or len(initials) < 2:
        return 0.0
    hits = 0
    for initial in initials:
        if hits < len(letters) and letters[hits] == initial:
            hits += 1
    return hits / len(letters)


def spells(letters: str, words: Sequence[str]) -> bool:
    """Each word gives its first letter and perhaps some that follow, in order: "ASOL" is "Alpen Society of Luge".

    >>> spells("ASOL", ["Alpen", "Office", "Luge"])
    False
    """
    return _spells("".join(filter(str.isalpha, letters.casefold())), tuple(words_of(" ".join(words))))


def _spells(letters: str, words: tuple[str, ...]) -> bool:
    if not words:
        return not letters
    first, *rest = words
    if not letters.startswith(first[0]):
        return False
    return any(
        _spells(letters[taken:], tuple(rest)) and _lie_in(letters[:taken], first) for taken in range(1, _MOST_TAKEN + 1)
    )


def _lie_in(letters: str, word: str) -> bool:
    """The letters stand in the word in their order."""
    rest = iter(word)
    return all(letter in rest for letter in letters)


def _known_as(text: str, names: Sequence[Mention], index: int, lexicon: Lexicon) -> Mention | None:
    """ "the Forum, also known as BSF and BF": the nearest body before the words."""
    short = names[index]
    for long in reversed(names[max(index - 4, 0) : index]):
        between = text[long.end : short.start]
        if "\n" in between or ". " in between:
            return None
        if long.type in _BODIES - {"GPE"} and not is_acronym(long.text):
            told = _LISTED.sub("", between).lower().rstrip(_OPENING).removesuffix(" the")
            return long if told.endswith(lexicon.also_known) else None
    return None
