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
        long = _in_brackets(text, names, index) or _known_as(text, names, index, lexicon)
        if long is not None:
            found[short.id] = long, f"defined after {long.text}"
    return found


def _in_brackets(text: str, names: Sequence[Mention], index: int) -> Mention | None:
    short = names[index]
    for long in reversed(names[max(index - 2, 0) : index]):
        opening = _BRACKET.fullmatch(text, long.end, short.start)
        if opening is None or long.type not in _BODIES or not _CLOSING.match(text, short.end):
            continue
        if opening["language"] or letters_shared(short.text, long.text) >= LETTERS_SHARED:
            return long
    return None


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
