"""Deeds as what is said: "promised to go", "denied taking it", "is said to be ill"."""

from ..parse import Parse, Token
from .clauses import is_passive, tokens_span
from .clipping import last_word
from .complements import Complement, made
from .lexicon import Lexicon


def infinitive(parse: Parse, verb: Token, lexicon: Lexicon) -> Complement | None:
    stance = lexicon.infinitive.get(verb.lemma, "says")
    if verb.lemma not in lexicon.infinitive and verb.lemma not in lexicon.hearsay:
        return None
    for head in parse.children(verb.index, "xcomp", "ccomp", "advcl"):
        to = [t for t in parse.children(head.index, "aux") if t.lower == "to"]
        if to and is_passive(parse, verb) and verb.lemma in lexicon.hearsay:
            return _hearsay(parse, verb, head, lexicon)
        if to and head.index > verb.index and verb.lemma in lexicon.infinitive:
            if _is_to_stay_unnamed(parse, head, lexicon) or _is_asked_to_speak(parse, verb, head, lexicon):
                return None
            last = last_word(parse, head, verb, parse.subtree(head.index).last, lexicon)
            content = tokens_span(parse, _not_before(parse, head, to[0].index), last)
            return Complement("infinitive", content, stance, head.index) if content else None
    return None


def gerund(parse: Parse, verb: Token, lexicon: Lexicon) -> Complement | None:
    """ "denied taking the money", "admitted having lied", "reported being robbed"."""
    stance = lexicon.clause.get(verb.lemma)
    for head in parse.children(verb.index, "xcomp", "ccomp"):
        having = any(t.tag == "VBG" for t in parse.children(head.index, "aux"))  # "revealed having received threats"
        doing = head.tag == "VBG" or having
        says = having and verb.lemma in lexicon.clause and verb.lemma not in lexicon.quotation_only
        if (
            (stance in ("denies", "confirms") or verb.lemma in lexicon.telling_deeds or says)
            and doing
            and head.index > verb.index
            and head.lemma not in lexicon.citing
        ):
            return made(parse, verb, head, "infinitive", stance or "says", lexicon)
    return None


def _not_before(parse: Parse, head: Token, first: int) -> int:
    """Index of the first word of an infinitive, a "not" right before it taken in."""
    return first - 1 if any(t.index == first - 1 for t in parse.children(head.index, "neg")) else first


def _is_to_stay_unnamed(parse: Parse, head: Token, lexicon: Lexicon) -> bool:
    """ "asked not to be named" tells of the source, not of what it said."""
    return head.lemma in lexicon.anonymity and is_passive(parse, head)


def _is_asked_to_speak(parse: Parse, verb: Token, head: Token, lexicon: Lexicon) -> bool:
    """ "she said when asked to comment": by nobody told."""
    asked = verb.tag == "VBN" and not parse.children(verb.index, "aux", "dobj", "agent")
    return asked and head.lemma in lexicon.unsaid.telling


def _hearsay(parse: Parse, verb: Token, head: Token, lexicon: Lexicon) -> Complement | None:
    """ "The mayor is said to be ill": the whole clause is what is said."""
    subjects = parse.children(verb.index, "nsubjpass")
    if not subjects or subjects[0].tag in ("WDT", "WP"):
        return None
    content = tokens_span(parse, parse.subtree(subjects[0].index).first, parse.subtree(head.index).last)
    stance = lexicon.clause.get(verb.lemma, "says")
    return Complement("hearsay", content, stance, head.index) if content is not None else None
