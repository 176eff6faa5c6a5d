"""Given names of two syllables of which the second is written small: "Berg Jae-min"."""

from collections.abc import Iterator, Sequence

from ..parse import Parse, Token

HYPHENS = frozenset({"-", "‑"})
_MOST_LETTERS = 6
_SMALL = 2  # letters of a syllable that the parser may take for any word: "Jae-in"


def with_syllables(parse: Parse, marks: Sequence[bool]) -> tuple[bool, ...]:
    """The marks of name words, with those of second syllables.

    What the parser takes for somebody's once is so wherever the document has the same two syllables.
    """
    glued = [pair for pair in _glued(parse) if marks[pair[0].index]]
    named = {_key(pair) for pair in glued if _is_named(parse, *pair)}
    added = {pair[1].index for pair in glued if _key(pair) in named}
    return tuple(mark or index in added for index, mark in enumerate(marks)) if added else tuple(marks)


def _glued(parse: Parse) -> Iterator[tuple[Token, Token]]:
    """Each word with a capital and the small one that a hyphen glues to it."""
    for hyphen in parse.tokens[1:-1]:
        if hyphen.text in HYPHENS:
            first, second = parse.tokens[hyphen.index - 1], parse.tokens[hyphen.index + 1]
            joined = first.end == hyphen.start and hyphen.end == second.start and first.sentence == second.sentence
            small = second.text.islower() and second.text.isalpha() and len(second.text) <= _MOST_LETTERS
            if joined and small and len(first.text) > 1 and first.text[0].isupper():
                yield first, second


def _key(pair: tuple[Token, Token]) -> tuple[str, str]:
    return pair[0].lower, pair[1].lower


def _is_named(parse: Parse, first: Token, second: Token) -> bool:
    """The parser takes both for somebody's; a word that is no name by itself needs a surname before it."""
    before = parse.tokens[max(first.index - 1, 0)]
    full = before.index < first.index and before.entity == first.entity == "PERSON"
    sure = second.pos == "PROPN" or full
    small = second.pos == "ADP" or (second.pos == "NOUN" and len(second.text) == _SMALL)
    return (first.entity == second.entity == "PERSON" and sure) or (full and small)
