"""What one word tells of those counted: a noun, a verb with what stands beside it, a state."""

from dataclasses import dataclass

from ...records import Scope
from ..parse import Parse, Token
from .lexicon import Lexicon, lemma_of

WIDEST_PAIR = 3  # tokens between verbs that share what they are told of: "killed or seriously wounded"
_HARM = frozenset({"killed", "injured", "casualties", "hit"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What is told of a count, and the tokens that tell it."""

    measure: str
    trigger: int
    first: int
    last: int
    scope: Scope | None = None
    wider: bool = False  # of several affairs together


@dataclass(frozen=True, slots=True)
class Clause:
    """A parse with the words of its language: what every rule below looks at."""

    parse: Parse
    lexicon: Lexicon


def reading_of(measure: str, *tokens: Token, scope: Scope | None = None) -> Reading:
    """A reading told by some tokens, the first of which is the trigger."""
    indices = [token.index for token in tokens]
    return Reading(measure, tokens[0].index, min(indices), max(indices), scope)


def named(clause: Clause, noun: Token) -> Reading | None:
    """What a noun says by itself: "deaths", "detainees", "the wounded"."""
    nouns = clause.lexicon.nouns
    measure = nouns.get(lemma_of(noun)) or nouns.get(noun.lower) or clause.lexicon.states.get(noun.lower)
    return reading_of(measure, noun) if measure else None


def harm_of(lexicon: Lexicon, word: Token) -> str | None:
    """The harm that a word tells, by itself."""
    lemma = lemma_of(word)
    measure = lexicon.transitive.get(lemma) or lexicon.intransitive.get(lemma) or lexicon.states.get(word.lower)
    measure = measure or lexicon.nouns.get(lemma)
    return measure if measure in lexicon.words("harm", "measures") else None


def life_lost(clause: Clause, noun: Token) -> Reading | None:
    """ "claimed 12 lives"."""
    verb = clause.parse.tokens[noun.head]
    words = clause.lexicon.words
    if lemma_of(noun) in words("leave", "lives") and lemma_of(verb) in words("leave", "lives_verbs"):
        return reading_of("killed", verb, noun)
    return None


def suffered(clause: Clause, word: Token) -> Reading | None:
    """A state or past participle that tells what its subject suffered."""
    measure = clause.lexicon.states.get(word.lower)
    if measure is None and word.tag in ("VBN", "VBD", "JJ"):
        measure = clause.lexicon.transitive.get(lemma_of(word))
    if measure is None:
        return None
    return with_outcome(clause, word, measure)


def with_outcome(clause: Clause, verb: Token, measure: str) -> Reading:
    """The measure of a verb with what stands beside it: "shot dead", "killed and wounded"."""
    lexicon, parse = clause.lexicon, clause.parse
    tokens = [verb]
    lemma = lemma_of(verb)
    particles = {f"{lemma} {p.lower}" for p in parse.children(verb.index, "prt", "advmod")}
    near = parse.tokens[verb.index + 1 : verb.index + 3]
    if lemma in lexicon.words("fatal", "verbs"):
        words = lexicon.words("fatal", "words")
        fatal = [c for c in parse.children(verb.index) if c.lower in words and not _is_apart(parse, verb, c)]
        fatal += [t for t in near[:1] if t.lower in words]
        phrase = near if " ".join(t.lower for t in near) in lexicon.words("fatal", "phrases") else ()
        if fatal or phrase or particles & lexicon.words("fatal", "killed_by_particle"):
            return reading_of("killed", verb, *(phrase or fatal))
    measures = {measure}
    for other in _coordinated(parse, verb):
        found = lexicon.transitive.get(lemma_of(other)) or lexicon.intransitive.get(lemma_of(other))
        if found in _HARM and measure in _HARM:
            measures.add(found)
            tokens.append(other)
    stays = lemma in lexicon.words("harm", "stays") or verb.lower in lexicon.words("harm", "stays")
    return reading_of(_together(measures), *tokens, scope="part" if stays else None)


def _is_apart(parse: Parse, verb: Token, word: Token) -> bool:
    """Behind a comma another count begins: "3 dead, 7 hurt", "nine were shot, none fatally"."""
    first, last = sorted((verb.index, word.index))
    return any(t.text == "," for t in parse.tokens[first:last])


def _together(measures: set[str]) -> str:
    """One measure for verbs that share their object; "shot and killed" is killed, "shot and wounded" injured."""
    if "hit" in measures and len(measures) == 2:
        measures = measures - {"hit"}
    return measures.pop() if len(measures) == 1 else "casualties"


def _coordinated(parse: Parse, verb: Token) -> tuple[Token, ...]:
    """Verbs joined to a verb that share its subject or object."""
    free = (c for c in parse.children(verb.index, "conj") if not parse.children(c.index, "nsubj", "nsubjpass", "dobj"))
    own = [c.index for c in parse.children(verb.index, "dobj")]  # "kills one, wounds two" shares nothing
    others = [c for c in free if c.index - verb.index <= WIDEST_PAIR and not any(i < c.index for i in own)]
    head = parse.tokens[verb.head]
    if verb.dep == "conj" and not parse.children(head.index, "dobj") and 0 < verb.index - head.index <= WIDEST_PAIR:
        shares = not parse.children(verb.index, "nsubj", "nsubjpass") and not parse.children(head.index, "nsubjpass")
        others += [head] if shares else []
    return tuple(others)
