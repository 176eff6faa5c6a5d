"""From the heads of noun phrases to mentions and words: who is meant, as the document names it."""

from collections.abc import Iterable

from ...records import NAMES, Mention
from ..parse import Parse, Range, Token
from .lexicon import Lexicon

_PLACES = ("GPE", "LOC", "FACILITY")
_BODIES = ("ORG", "GPE", "GROUP")
PHRASE_LENGTH = 120  # a longer phrase is cut to its head with what stands before it
_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "conj", "cc", "appos", "parataxis", "punct"})


class Parties:
    """The mentions of a document, found by the token they cover."""

    def __init__(self, parse: Parse, mentions: Iterable[Mention], lexicon: Lexicon) -> None:
        self._parse = parse
        self._lexicon = lexicon
        self._at: dict[int, Mention] = {}
        ordered = sorted(mentions, key=lambda m: (m.end - m.start, m.start, m.id))
        for mention in ordered:
            for token in parse.within(mention.start, mention.end):
                self._at.setdefault(token.index, mention)

    def ids(self, heads: Iterable[Token]) -> tuple[str, ...]:
        """Mentions of the phrases with these heads, each once, in order."""
        found = (self._mention(head) for head in heads)
        return tuple(dict.fromkeys(mention.id for mention in found if mention))

    def words(self, heads: Iterable[Token]) -> str | None:
        """The document's words of the first phrase."""
        head = next(iter(heads), None)
        if head is None:
            return None
        kept = [t.index for t in self._parse.between(self._parse.subtree(head.index)) if self._is_own(t, head)]
        run = Range(min(kept, default=head.index), max(kept, default=head.index))
        words = self._parse.quote(run)
        return words if len(words) <= PHRASE_LENGTH else self._parse.quote(Range(head.index, head.index))

    def place(self, clause: Range, near: Token, taken: Iterable[str]) -> str | None:
        """The place a clause names, those under a preposition of place first, then the nearest to a word."""
        others = set(taken)
        found = [
            (not self._is_placed(token), abs(token.index - near.index), token.index, mention.id)
            for token in self._parse.between(clause)
            if (mention := self._at.get(token.index)) and mention.type in _PLACES and mention.id not in others
        ]
        return min(found)[3] if found else None

    def _mention(self, head: Token) -> Mention | None:
        """The mention at a head; a name set beside a role is the better one."""
        own = self._at.get(head.index)
        if own and own.form in NAMES:
            return own
        beside = (self._at.get(child.index) for child in self._parse.children(head.index, "appos"))
        name = next((mention for mention in beside if mention and mention.form == "name"), None)
        return name or own or self._inside(head)

    def _inside(self, head: Token) -> Mention | None:
        """Who stands behind a phrase that names nobody at its head.

        The person set beside a role's country ("the president of Ruritania, Anna Vary"), or the body that the head acts
        for ("the forces of the Alliance").
        """
        if not self._lexicon.has("acts_for", head.lemma.lower()):
            return None
        inner = [t for t in self._parse.between(self._parse.subtree(head.index)) if self._is_within(t, head)]
        named = [(t, mention) for t in inner if (mention := self._at.get(t.index))]
        for token, mention in named:
            if mention.type == "PERSON" and mention.form == "name" and token.dep in ("appos", "conj"):
                return mention
        return next((mention for _, mention in named if mention.type in _BODIES), None)

    def _is_within(self, token: Token, head: Token) -> bool:
        """A token of the phrase, not of a clause that hangs on it."""
        path = [token, *self._parse.ancestors(token.index)]
        return head in path and all(step.pos not in ("VERB", "AUX") for step in path[: path.index(head)])

    def _is_own(self, token: Token, head: Token) -> bool:
        """A token of the phrase itself, not of a clause or a second phrase that hangs on it."""
        while token.index != head.index:
            if token.dep in _CLAUSES or token.head == token.index:  # or a crossing branch of another phrase
                return False
            token = self._parse.tokens[token.head]
        return True

    def _is_placed(self, token: Token) -> bool:
        head = self._parse.tokens[token.head]
        return token.dep == "pobj" and self._lexicon.has("place_prepositions", head.lower)
