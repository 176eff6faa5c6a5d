"""Names that a number or a quotation is glued to: "Ada Berg,20, of Velsk", "Ada Berg:“We left"."""

import re
from dataclasses import replace

from ..parse import Parse, Token

_GLUED = re.compile(r"(?P<name>[^\W\d_][\w.'’-]*?[^\W\d_]\.?)(?:[,;:(—–]\d{1,3}[,;:)]?|[,;:][\"“”‘].*)")
_MARKS = frozenset(",;:(—–")


def without_numbers(parse: Parse) -> Parse:
    """The parse with each such token cut down to its name; all other tokens are the same."""
    cut = {token.index: _cut(token) for token in parse.tokens if not _MARKS.isdisjoint(token.text)}
    cut = {index: token for index, token in cut.items() if token is not parse.tokens[index]}
    return replace(parse, tokens=tuple(cut.get(t.index, t) for t in parse.tokens)) if cut else parse


def _cut(token: Token) -> Token:
    glued = _GLUED.fullmatch(token.text)
    if glued is None or not token.text[0].isupper():
        return token
    name = glued["name"]
    return replace(token, end=token.start + len(name), text=name, lower=name.lower(), lemma=name, pos="PROPN")
