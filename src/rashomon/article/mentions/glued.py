"""Names that a number, a quotation or a mark is glued to: "Ada Berg,20, of Velsk", "Ada Berg:“We left", "/Velsk"."""

import re
from collections.abc import Container
from dataclasses import replace

from ..parse import Parse, Token

_GLUED = re.compile(r"(?P<name>[^\W\d_][\w.'’-]*?[^\W\d_]\.?)(?:[,;:(—–]\d{1,3}[,;:)]?|[,;:][\"“”‘].*)")
_MARKS = frozenset(",;:(—–")
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_EDGED = re.compile(r"(?P<before>/?)(?P<name>[A-Z][\w’'-]*[^\W\d_])(?P<after>[./-]?)")


def without_numbers(parse: Parse) -> Parse:
    """The parse with each such token cut down to its name; all other tokens are the same."""
    forms = {token.text for token in parse.tokens}
    cut = {token.index: _cut(token) for token in parse.tokens if not _MARKS.isdisjoint(token.text)}
    cut.update({token.index: _bare(token, forms) for token in parse.tokens if _is_edged(token)})
    cut = {index: token for index, token in cut.items() if token is not parse.tokens[index]}
    return replace(parse, tokens=tuple(cut.get(t.index, t) for t in parse.tokens)) if cut else parse


def _is_edged(token: Token) -> bool:
    if token.text[-1] in _UNSEEN or token.text[0] in _UNSEEN:
        return True
    return len(token.text) > 2 and (token.text[0] == "/" or token.text[-1] in ".-/")


def _bare(token: Token, forms: Container[str]) -> Token:
    """Without a slash before it, and without a mark behind it where the document has the word alone as well.

    Letters that nobody sees are no part of a name.
    """
    if (seen := token.text.strip(_UNSEEN)) != token.text and seen:
        start = token.start + token.text.index(seen)
        return replace(token, start=start, end=start + len(seen), text=seen, lower=seen.lower(), lemma=seen)
    edged = _EDGED.fullmatch(token.text)
    if edged is None or not (edged["before"] or edged["after"] == "/" or (edged["after"] and edged["name"] in forms)):
        return token
    start, end = token.start + edged.start("name"), token.start + edged.end("name")
    name = edged["name"]
    return replace(token, start=start, end=end, text=name, lower=name.lower(), lemma=name, pos="PROPN")


def _cut(token: Token) -> Token:
    glued = _GLUED.fullmatch(token.text)
    if glued is None or not token.text[0].isupper():
        return token
    name = glued["name"]
    return replace(token, end=token.start + len(name), text=name, lower=name.lower(), lemma=name, pos="PROPN")
