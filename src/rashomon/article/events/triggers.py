"""Which words of a parse tell that something happens."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..parse import Parse, Token
from .lexicon import Kind, Lexicon

HELPERS = frozenset({"aux", "auxpass", "mark", "cc", "case"})
_PREPOSITIONAL = ("VBG", "VBN")  # "following the vote", "given the cost"
_PREDICATES = frozenset({"acomp", "oprd", "attr", "conj", "ROOT", "ccomp", "advcl"})
_UNTYPED = Kind()


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that tells of a happening, and the entry of the lexicon it was found under."""

    token: Token
    key: str  # "call on", "collapse"
    kind: Kind
    end: int  # in the text: a particle or object that stands right behind belongs to the words

    @property
    def is_verb(self) -> bool:
        return self.token.pos == "VERB"


def find_triggers(parse: Parse, lexicon: Lexicon) -> tuple[Trigger, ...]:
    """Verbs that are more than helpers and states, nouns of happenings, and what befell somebody."""
    found = [trigger for token in parse.tokens for trigger in _trigger(parse, token, lexicon)]
    objects = {trigger.end for trigger in found if trigger.end != trigger.token.end}  # "fire" of "opened fire"
    return tuple(trigger for trigger in found if trigger.token.end not in objects)


def phrase_of(parse: Parse, token: Token, known: frozenset[str]) -> str:
    """The longest entry that a verb stands for: with its particle, preposition or object, or alone."""
    verb = token.lemma.lower()
    for child in parse.children(token.index, "prt", "prep", "dobj", "dative", "agent"):
        if (phrase := f"{verb} {child.lemma.lower()}") in known:
            return phrase
    return verb


def is_phase(token: Token, lexicon: Lexicon) -> bool:
    """A participle that only tells when something begins: "starting on Saturday"."""
    return token.tag == "VBG" and token.dep in ("acl", "advcl", "prep") and lexicon.has("phases", token.lemma.lower())


def _trigger(parse: Parse, token: Token, lexicon: Lexicon) -> Iterator[Trigger]:
    hyphenated = _hyphenated(parse, token)
    match token.pos:
        case _ if hyphenated in lexicon.nouns:
            found: Trigger | None = Trigger(token, hyphenated, lexicon.nouns[hyphenated], token.end)
        case "VERB":
            found = _verb(parse, token, lexicon)
        case "NOUN":
            found = _noun(parse, token, lexicon)
        case "ADJ":
            found = _adjective(token, lexicon)
        case _:
            found = None
    if found:
        yield found


def _hyphenated(parse: Parse, token: Token) -> str:
    """The word that ends in a token, where a hyphen splits it: "sit-in"."""
    before = parse.tokens[max(token.index - 2, 0) : token.index]
    if len(before) < 2 or before[1].text != "-" or (before[0].end, before[1].end) != (before[1].start, token.start):
        return ""
    return f"{before[0].lower}-{token.lower}"


def _verb(parse: Parse, token: Token, lexicon: Lexicon) -> Trigger | None:
    key = phrase_of(parse, token, frozenset(lexicon.verbs))
    if token.dep in HELPERS or lexicon.has("states", key) or not token.lemma.isalpha():
        return None
    if token.dep == "prep" and token.tag in _PREPOSITIONAL:
        return None
    if is_phase(token, lexicon):
        return None
    if token.dep in ("amod", "compound") and key not in lexicon.verbs and not lexicon.has("saying", key):
        return None
    return Trigger(token, key, lexicon.verbs.get(key, _UNTYPED), _end(parse, token, key))


def _end(parse: Parse, token: Token, key: str) -> int:
    """The end of a verb's words: of "opened fire" where both stand together, else of the verb."""
    following = parse.tokens[token.index + 1 : token.index + 2]
    _, _, rest = key.partition(" ")
    return next((t.end for t in following if rest and t.head == token.index and t.lemma.lower() == rest), token.end)


def _noun(parse: Parse, token: Token, lexicon: Lexicon) -> Trigger | None:
    if token.dep == "compound":
        return None
    noun = token.lemma.lower()
    for child in reversed(parse.children(token.index, "compound", "amod")):
        if (phrase := f"{child.lemma.lower()} {noun}") in lexicon.nouns:
            return Trigger(token, phrase, lexicon.nouns[phrase], token.end)
    for child in parse.children(token.index, "prep"):
        for inner in parse.children(child.index, "pobj"):
            if (phrase := f"{noun} {child.lower} {inner.lemma.lower()}") in lexicon.nouns:
                return Trigger(token, phrase, lexicon.nouns[phrase], token.end)
    known = noun in lexicon.nouns or (lexicon.has("edges", noun) and _is_edge(parse, token, lexicon))
    return Trigger(token, noun, lexicon.nouns.get(noun, _UNTYPED), token.end) if known else None


def _is_edge(parse: Parse, token: Token, lexicon: Lexicon) -> bool:
    """The end or the start of something that happens."""
    inner = [t for prep in parse.children(token.index, "prep") for t in parse.children(prep.index, "pobj")]
    return any(_noun(parse, t, lexicon) is not None for t in inner)


def _adjective(token: Token, lexicon: Lexicon) -> Trigger | None:
    if token.dep not in _PREDICATES or not lexicon.has("adjectives", token.lower):
        return None
    return Trigger(token, token.lower, _UNTYPED, token.end)
