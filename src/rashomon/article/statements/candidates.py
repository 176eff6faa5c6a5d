"""Verbs beyond the lists: what each governs that might be words, will or belief of its subject, and how it looks."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...records import Span
from ..parse import Parse, Range, Token
from .clauses import is_introducer, is_passive, subject_of, tokens_span
from .clipping import last_word
from .lexicon import Lexicon

_RELATIONS = ("ccomp", "xcomp", "dobj", "oprd")
_LENGTHS = (2, 4, 8, 16, 32)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A verb and something it governs; `features` is how the learned scorer sees it."""

    relation: str
    content: Span
    features: tuple[str, ...]


def candidates_of(parse: Parse, verb: Token, lexicon: Lexicon) -> Iterator[Candidate]:
    """What a verb governs after itself, each with its looks."""
    looks = _looks(parse, verb, lexicon)
    for relation, head in _governed(parse, verb):
        span = parse.subtree(head.index)
        first = span.first
        if first <= verb.index or head.entity in ("DATE", "TIME"):
            continue
        last = last_word(parse, head, verb, span.last, lexicon)
        while first < last and is_introducer(parse.tokens[first]):
            first += 1
        content = tokens_span(parse, first, last)
        if content is not None:
            yield Candidate(relation, content, (*looks, *_seen(parse, verb, relation, head, Range(first, last))))


def _governed(parse: Parse, verb: Token) -> Iterator[tuple[str, Token]]:
    for child in parse.children(verb.index, *_RELATIONS):
        yield child.dep, child
    for preposition in parse.children(verb.index, "prep"):
        for noun in parse.children(preposition.index, "pobj", "pcomp"):
            yield f"prep {preposition.lower}", noun


def _looks(parse: Parse, verb: Token, lexicon: Lexicon) -> tuple[str, ...]:
    """What is to be seen of the verb alone."""
    auxiliaries = [t.lower for t in parse.children(verb.index, "aux", "auxpass", "neg")]
    particles = "".join(f" {t.lower}" for t in parse.children(verb.index, "prt"))
    above = any(t.lemma in lexicon.clause for t in parse.ancestors(verb.index))
    return (
        f"lemma {verb.lemma.lower()}{particles}",
        f"form {verb.tag} {verb.dep}",
        f"subject {_subject(parse, verb, lexicon)}",
        f"nested {above}",
        *(f"with {word}" for word in auxiliaries),
    )


def _subject(parse: Parse, verb: Token, lexicon: Lexicon) -> str:
    noun = subject_of(parse, verb)
    if is_passive(parse, verb):
        return "passive"
    if noun is None:
        return "none"
    if noun.pos == "PRON":
        return noun.lower
    if noun.entity:
        return noun.entity
    known = noun.lemma in lexicon.persons or noun.lemma in lexicon.bodies
    return "speaker" if known else noun.tag


def _seen(parse: Parse, verb: Token, relation: str, head: Token, words: Range) -> tuple[str, ...]:
    """What is to be seen of the complement, and of both together."""
    length = sum(words.last - words.first >= most for most in _LENGTHS)
    first = parse.tokens[words.first].lower if head.pos in ("VERB", "AUX") else ""
    particles = "".join(f" {t.lower}" for t in parse.children(verb.index, "prt"))
    return (
        f"relation {relation}",
        f"pair {verb.lemma.lower()}{particles} {relation}",
        f"head {relation} {head.tag} {head.entity}",
        f"length {relation} {length}",
        f"first {relation} {first}" if first in ("to", "that", "if", "whether", "how", "what", "why") else "first",
        f"noun {head.lemma.lower()}" if head.pos == "NOUN" else "noun",
        f"object {relation} {_subject_kind(parse, head)}",
    )


def _subject_kind(parse: Parse, head: Token) -> str:
    return " ".join(t.dep for t in parse.children(head.index, "nsubj", "nsubjpass", "mark"))
