"""Whether a happening is told as a fact, as a plan, as a possibility, as denied or as long past."""

from ...records import Modality
from ..parse import Parse, Token
from .clauses import is_finite, verb_over
from .lexicon import Lexicon
from .triggers import Trigger, phrase_of

_COMPLEMENTS = frozenset({"xcomp", "acl", "advcl", "ccomp", "pcomp"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "pobj", "nsubj"})
MOST_STEPS = 6


def modality_of(parse: Parse, trigger: Trigger, lexicon: Lexicon) -> Modality:
    """How far the text holds a happening for real, by the helpers and the verbs over its trigger."""
    token = trigger.token
    for _ in range(MOST_STEPS):
        found = _by_own_words(parse, token, lexicon) or _by_governor(parse, token, lexicon)
        if found:
            return found
        above = _shared(parse, token, lexicon)
        if above is None:
            break
        token = above
    return "historical" if _is_background(parse, trigger.token, lexicon) else "actual"


def _shared(parse: Parse, token: Token, lexicon: Lexicon) -> Token | None:
    """The word whose modality a word shares: the verb or rumour of a noun, the first of joined verbs."""
    head = parse.tokens[token.head]
    if head.index == token.index:
        return None
    if token.pos in ("NOUN", "PROPN"):
        above = parse.tokens[head.head]
        if token.dep == "pobj" and lexicon.has("hearsay", above.lemma.lower()):
            return above
        return head if head.pos in ("VERB", "AUX") and token.dep in ("dobj", "nsubjpass", "nsubj", "attr") else None
    if token.dep == "conj" and not parse.children(token.index, "aux", "nsubj", "nsubjpass"):
        return head
    if token.dep == "pcomp":
        return verb_over(parse, head)
    return head if token.dep in ("xcomp", "acomp", "oprd") and head.pos in ("VERB", "AUX") else None


def _by_own_words(parse: Parse, token: Token, lexicon: Lexicon) -> Modality | None:
    children = parse.children(token.index)
    helpers = [c.lower for c in children if c.dep in ("aux", "auxpass")]
    if any(lexicon.has("denied_words", c.lower) for c in children if c.dep in ("neg", "det", "advmod")):
        return "denied"
    if token.dep in ("pobj", "pcomp") and lexicon.has("denied_words", parse.tokens[token.head].lower):
        return "denied"
    if any(lexicon.has("possible_aux", word) for word in helpers):
        return "planned" if _is_reported_future(parse, token, lexicon) else "possible"
    if any(lexicon.has("planned_aux", word) for word in helpers):
        return "planned"
    if any(c.dep == "mark" and lexicon.has("possible_marks", c.lower) for c in children):
        return "possible"
    return _by_adjectives([c.lower for c in children if c.dep in ("amod", "advmod")], lexicon)


def _by_adjectives(words: list[str], lexicon: Lexicon) -> Modality | None:
    for name, modality in _ADJECTIVES:
        if any(lexicon.has(name, word) for word in words):
            return modality
    return None


_ADJECTIVES: tuple[tuple[str, Modality], ...] = (
    ("denied_adjectives", "denied"),
    ("possible_adjectives", "possible"),
    ("planned_adjectives", "planned"),
)


def _by_governor(parse: Parse, token: Token, lexicon: Lexicon) -> Modality | None:
    """By the verb or adjective over a complement or an object."""
    head = parse.tokens[token.head]
    if token.dep == "pobj" or token.dep == "pcomp":
        head = parse.tokens[head.head]
    elif token.dep not in _COMPLEMENTS and token.dep not in _OBJECTS:
        return None
    if token.dep == "nsubj" or (head.pos not in ("VERB", "AUX", "ADJ") and token.dep != "acl"):
        return None
    key = phrase_of(parse, head, lexicon.lists["planned_verbs"] | lexicon.lists["denied_verbs"])
    if lexicon.has("denied_verbs", key):
        return "denied"
    if token.dep in ("nsubjpass", "advcl"):
        return "planned" if token.dep == "advcl" and _is_purpose(parse, token) else None
    if is_finite(parse, token):
        return "possible" if token.dep == "ccomp" and lexicon.has("possible_verbs", key) else None
    if lexicon.has("planned_verbs", key) or (head.lemma == "be" and _is_purpose(parse, token)):
        return "planned"
    if lexicon.has("possible_verbs", key):
        return "possible"
    return "planned" if token.dep == "acl" and _is_purpose(parse, token) else None


def _is_purpose(parse: Parse, token: Token) -> bool:
    """An infinitive with "to"."""
    return token.tag == "VB" and any(child.tag == "TO" for child in parse.children(token.index, "aux"))


def _is_reported_future(parse: Parse, token: Token, lexicon: Lexicon) -> bool:
    """ "would" under a verb of saying in the past is its "will"."""
    head = parse.tokens[token.head]
    if token.dep != "ccomp" or head.tag not in ("VBD", "VBN") or not lexicon.has("saying", head.lemma.lower()):
        return False
    return any(lexicon.has("backshifted", c.lower) for c in parse.children(token.index, "aux"))


def _is_background(parse: Parse, token: Token, lexicon: Lexicon) -> bool:
    """A pluperfect that no verb of saying has shifted back."""
    verb = token if token.pos == "VERB" else None
    if verb is None or not any(child.lower in ("had", "'d", "’d") for child in parse.children(verb.index, "aux")):
        return False
    above = verb_over(parse, verb)
    return not (verb.dep == "ccomp" and above is not None and lexicon.has("saying", above.lemma.lower()))
