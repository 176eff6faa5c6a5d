"""Whose words a cue introduces: its subject, a name beside it, or the owner of a statement that "says"."""

from collections.abc import Collection, Sequence

from ...records import Span
from ..parse import Parse, Token
from .clauses import is_passive, is_word, subject_of, voice_of
from .clipping import is_participle_behind_comma
from .draft import Voice
from .lexicon import Lexicon

_NOUNS = ("NOUN", "PROPN", "PRON")
_FINITE = ("VBD", "VBZ", "VBP")
LONGEST_NAME = 12  # words after an inverted cue in which its subject stands: "wrote on Monday the mayor of X"


def voice_of_cue(parse: Parse, cue: Token, lexicon: Lexicon) -> Voice | None:
    """The voice of a cue by the parse, or right before it, where the parse gives that noun to the clause before."""
    noun = _right_before(parse, cue, lexicon) or _behind_place(parse, cue)
    noun = noun or _body_they_are(parse, cue, lexicon) or subject_of(parse, _goes_on_from(parse, cue, lexicon))
    noun = noun or _what_it_stands_in(parse, cue, lexicon)
    noun = noun or (told_at(parse, cue, lexicon) if cue.lemma in lexicon.telling else None)
    return voice_of_noun(parse, noun, cue, lexicon) if noun is not None else None


def _what_it_stands_in(parse: Parse, cue: Token, lexicon: Lexicon) -> Token | None:
    """ "In the statement made by the ministry, it was stated that …", as Turkish papers have it."""
    it = parse.children(cue.index, "nsubjpass")
    for place in parse.children(cue.index, "prep") if it and it[0].pos == "PRON" else ():
        for noun in parse.children(place.index, "pobj"):
            told = noun.lemma in lexicon.vessels or noun.lemma in lexicon.nouns
            if told and noun.index < it[0].index and place.lower in lexicon.told_by:
                return noun
    return None


def told_at(parse: Parse, verb: Token, lexicon: Lexicon) -> Token | None:
    """ "As noted in the ministry", "the agency was told at the embassy", as translators have it: where it was said."""
    passive = is_passive(parse, verb) or (verb.tag == "VBN" and not parse.children(verb.index, "aux", "nsubj"))
    bare = not parse.children(verb.index, "nsubjpass") or verb.lemma in lexicon.telling
    for place in parse.children(verb.index, "prep") if passive and bare else ():
        for noun in parse.children(place.index, "pobj"):
            body = noun.entity == "ORG" or bool({noun.lower, noun.lemma} & lexicon.bodies)
            if place.lower in ("from", "in", "at") and noun.index > verb.index and body:
                return noun
    return None


def _body_they_are(parse: Parse, cue: Token, lexicon: Lexicon) -> Token | None:
    """ "From the ministry they insist that …": the ministry does."""
    they = [t for t in parse.children(cue.index, "nsubj") if t.lower == "they"]
    for place in parse.children(cue.index, "prep") if they else ():
        for noun in parse.children(place.index, "pobj"):
            body = noun.entity == "ORG" or bool({noun.lower, noun.lemma} & lexicon.bodies)
            if place.lower in ("from", "in", "at") and noun.index < they[0].index and body:
                return noun
    return None


def _goes_on_from(parse: Parse, cue: Token, lexicon: Lexicon) -> Token:
    """The cue that ", adding that" goes on from, which the parser may tie to what that cue introduces; else itself."""
    if cue.lemma not in lexicon.adding or not is_participle_behind_comma(parse, cue):
        return cue
    above = (t for t in parse.ancestors(cue.index) if t.lemma in lexicon.clause and t.index < cue.index)
    return next((t for t in above if parse.children(t.index, "nsubj")), cue)


def _behind_place(parse: Parse, cue: Token) -> Token | None:
    """ "From Ford, Ann Lee, the chief, said": a name between commas that the parser took for a part of a place."""
    others = parse.children(cue.index, "nsubj", "nsubjpass", "csubj", "auxpass", "agent")
    lost = cue.tag in _FINITE and all(t.tag == "VBG" for t in others)  # "Reporting from Ford, Ann Lee said"
    first = parse.tokens[parse.sentence_of(cue).first]
    if not lost or cue.dep not in ("ROOT", "ccomp") or not (first.pos == "ADP" or first.tag == "VBG"):
        return None
    for noun in parse.tokens[first.index + 1 : cue.index]:
        if noun.dep in ("conj", "appos") and noun.entity == "PERSON":
            framed = parse.tokens[parse.subtree(noun.index).first - 1].text == ","
            return noun if framed else None
    return None


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
        prefixed = own[0].text.islower() and parse.text[own[0].end : own[0].end + 1] == "-"  # "the ex-minister"
        voice = voice_of_noun(parse, own[-1] if prefixed else own[0], cue, lexicon)
        first = min(voice.span.start, voice_of(parse, own[0], cue).span.start) if prefixed else voice.span.start
        return Voice(Span(first, voice.span.end), voice.head)
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
    nouns = [t for t in region if t.pos in _NOUNS and is_word(t)]
    roots = [t for t in nouns if t.head not in inside]
    opening = [t for t in nouns if t.dep == "nsubj" and parse.subtree(t.index).first == region[0].index]
    return next(iter((*roots, *opening)), None)  # "“No,” Ann Lee, whose son was there, told them"


def _inverted(parse: Parse, cue: Token) -> Token | None:
    """The last noun right after the cue, before any mark: "wrote on Monday Ann Lee, mayor of X"."""
    found: Token | None = None
    for token in parse.tokens[cue.index + 1 : cue.index + 1 + LONGEST_NAME]:
        if token.paragraph != cue.paragraph or token.pos in ("PUNCT", "VERB", "AUX", "CCONJ", "SCONJ"):
            break
        if token.tag in ("WP", "WDT"):
            break  # "a resident who"
        if token.pos in _NOUNS and token.entity not in ("DATE", "TIME"):
            found = token
        elif token.pos == "ADP" and found is not None:
            break
    return found


def voice_of_noun(parse: Parse, noun: Token, cue: Token, lexicon: Lexicon) -> Voice:
    """The voice a subject names; "a statement by X said" is X's, "issued a statement saying" the issuer's."""
    owner = owner_of(parse, noun, lexicon.quoting) if noun.lemma in lexicon.vessels else None
    if owner is not None and owner.index != cue.index:
        return voice_of(parse, owner, cue)
    return voice_of(parse, noun, cue)


def owner_of(parse: Parse, noun: Token, handing_on: Collection[str] = (), *, told: bool = True) -> Token | None:
    """Whose statement, claim or report it is; who only hands it on, by a verb of `handing_on`, it is not.

    What is `told` may be its subject's behind a preposition, too: "said in a statement"; not "broke amid fears".
    """
    for owner in parse.children(noun.index, "poss"):
        return owner
    following = parse.tokens[noun.index + 1 : noun.index + 2]
    for by in following if noun.pos == "NOUN" and noun.dep != "ROOT" else ():
        if by.lower == "by" and by.head != noun.index:  # "read a statement by his office", tied to the reading
            return next(iter(parse.children(by.index, "pobj")), None)
    issued = [t for t in parse.children(noun.index, "acl") if t.tag == "VBN" and t.lemma not in handing_on]
    behind = [p for t in (noun, *issued) for p in parse.children(t.index, "prep", "agent")]
    for preposition in behind:
        if preposition.lower == "by" or (preposition.lower == "from" and preposition.head == noun.index):
            return next(iter(parse.children(preposition.index, "pobj")), None)
    governor = parse.tokens[noun.head]
    if noun.dep in (("dobj", "pobj") if told else ("dobj",)) and governor.pos in ("VERB", "ADP"):
        verb = governor if governor.pos == "VERB" else parse.tokens[governor.head]
        which = any(t.tag == "WDT" for t in parse.children(verb.index, "nsubj"))  # ", which supports the claim that"
        if verb.pos == "VERB" and not is_passive(parse, verb) and not which:
            return subject_of(parse, verb)
    return None
