"""Whose words a cue introduces: its subject, a name beside it, or the owner of a statement that "says"."""

from collections.abc import Sequence

from ...records import Span
from ..parse import Parse, Token
from .clauses import is_passive, is_word, subject_of, voice_of
from .draft import Voice
from .lexicon import Lexicon

_NOUNS = ("NOUN", "PROPN", "PRON")
_FINITE = ("VBD", "VBZ", "VBP")
LONGEST_NAME = 12  # words after an inverted cue in which its subject stands: "wrote on Monday the mayor of X"


def voice_of_cue(parse: Parse, cue: Token, lexicon: Lexicon) -> Voice | None:
    """The voice of a cue by the parse, or right before it, where the parse gives that noun to the clause before."""
    noun = _right_before(parse, cue, lexicon) or subject_of(parse, cue)
    return voice_of_noun(parse, noun, cue, lexicon) if noun is not None else None


def _right_before(parse: Parse, cue: Token, lexicon: Lexicon) -> Token | None:
    """ "He faces charges and police say …", of which the parser makes charges and police."""
    before = parse.tokens[cue.index - 1] if cue.index else cue
    lost = cue.tag in _FINITE and not parse.children(
        cue.index, "nsubj", "nsubjpass", "csubj", "auxpass", "agent", "aux"
    )
    speaks = before.pos in _NOUNS and bool({before.lower, before.lemma} & (lexicon.persons | lexicon.bodies))
    conjoined = before.dep == "conj" and before.sentence == cue.sentence
    return before if lost and speaks and conjoined else None


def voice_of_quotation(parse: Parse, cue: Token, quotation_end: int, content: Span, lexicon: Lexicon) -> Voice | None:
    """The voice of a cue after its quotation: between the two, or right after the cue, or of the clause above."""
    own = [t for t in parse.children(cue.index, "nsubj") if is_word(t) and not inside(t, content)]
    if own:
        return voice_of_noun(parse, own[0], cue, lexicon)
    noun = _root_noun(parse, parse.tokens[quotation_end : cue.index]) or _inverted(parse, cue)
    if noun is None:
        noun = subject_of(parse, cue)
    if noun is None or inside(noun, content):
        return None
    return voice_of_noun(parse, noun, cue, lexicon)


def inside(token: Token, content: Span) -> bool:
    """The token begins in the span."""
    return content.start <= token.start < content.end


def _root_noun(parse: Parse, region: Sequence[Token]) -> Token | None:
    """The noun of a run of words that hangs on nothing in it."""
    inside = {token.index for token in region}
    roots = [t for t in region if t.pos in _NOUNS and is_word(t) and t.head not in inside]
    return roots[0] if roots else None


def _inverted(parse: Parse, cue: Token) -> Token | None:
    """The last noun right after the cue, before any mark: "wrote on Monday Ann Lee, mayor of X"."""
    found: Token | None = None
    for token in parse.tokens[cue.index + 1 : cue.index + 1 + LONGEST_NAME]:
        if token.paragraph != cue.paragraph or token.pos in ("PUNCT", "VERB", "AUX", "CCONJ", "SCONJ"):
            break
        if token.pos in _NOUNS and token.entity not in ("DATE", "TIME"):
            found = token
        elif token.pos == "ADP" and found is not None:
            break
    return found


def voice_of_noun(parse: Parse, noun: Token, cue: Token, lexicon: Lexicon) -> Voice:
    """The voice a subject names; "a statement by X said" is X's, "issued a statement saying" the issuer's."""
    owner = owner_of(parse, noun) if noun.lemma in lexicon.vessels else None
    if owner is not None and owner.index != cue.index:
        return voice_of(parse, owner, cue)
    return voice_of(parse, noun, cue)


def owner_of(parse: Parse, noun: Token) -> Token | None:
    """Whose statement, claim or report it is."""
    for owner in parse.children(noun.index, "poss"):
        return owner
    for preposition in parse.children(noun.index, "prep", "agent"):
        if preposition.lower in ("by", "from"):
            return next(iter(parse.children(preposition.index, "pobj")), None)
    governor = parse.tokens[noun.head]
    if noun.dep in ("dobj", "pobj") and governor.pos in ("VERB", "ADP"):
        verb = governor if governor.pos == "VERB" else parse.tokens[governor.head]
        which = any(t.tag == "WDT" for t in parse.children(verb.index, "nsubj"))  # ", which supports the claim that"
        if verb.pos == "VERB" and not is_passive(parse, verb) and not which:
            return subject_of(parse, verb)
    return None
