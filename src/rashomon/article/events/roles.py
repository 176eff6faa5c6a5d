"""Who does it and to whom: the noun phrases around a trigger, by their syntax."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..parse import Parse, Token
from .clauses import is_finite, verb_over
from .lexicon import Lexicon
from .triggers import Trigger

_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVE_TAGS = ("WP", "WDT", "WP$")
_PLACES = ("GPE", "LOC", "FAC")  # "the Brussels talks" are held there
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
MOST_STEPS = 12  # how far a missing subject is looked for; deeper chains are parses gone wrong


@dataclass(frozen=True, slots=True)
class Roles:
    """The heads of the noun phrases that do it, and that it befalls."""

    actors: tuple[Token, ...] = ()
    recipients: tuple[Token, ...] = ()


def roles_of(parse: Parse, trigger: Trigger, lexicon: Lexicon) -> Roles:
    """The heads of the phrases around a trigger; an antecedent stands for its relative pronoun."""
    if trigger.is_verb:
        return _roles_of_verb(parse, trigger, lexicon)
    if trigger.token.pos == "ADJ":
        return Roles((), _joined(parse, subject_of(parse, trigger.token)))
    return _roles_of_noun(parse, trigger, lexicon)


def is_passive(parse: Parse, verb: Token) -> bool:
    """A verb whose subject it befalls."""
    if parse.children(verb.index, "auxpass", "nsubjpass"):
        return True
    if verb.tag != "VBN" or parse.children(verb.index, "aux", "nsubj"):
        return False
    if verb.dep == "conj":
        return is_passive(parse, parse.tokens[verb.head]) if verb.head < verb.index else False
    return verb.dep in ("acl", "amod", "advcl", "relcl")


def subject_of(parse: Parse, verb: Token) -> Token | None:
    """The subject of a verb: its own, or that of the verb or noun it hangs on."""
    for _ in range(MOST_STEPS):
        if own := parse.children(verb.index, *_SUBJECTS):
            return _antecedent(parse, own[0], verb)
        head = parse.tokens[verb.head]
        match verb.dep:
            case "acl" | "relcl":
                return _beside_infinitive(parse, verb, head)
            case "amod":
                return head
            case "xcomp":
                if (objects := parse.children(head.index, "dobj")) and head.pos == "VERB" and verb.tag != "VBG":
                    return objects[0]
            case "ccomp" | "advcl" if is_finite(parse, verb):
                return None
            case "conj" | "advcl" | "ccomp" | "pcomp" | "acomp" | "oprd" | "attr" | "aux" | "dep":
                pass
            case _:
                return None
        above = head if head.pos in ("VERB", "AUX", "ADJ") else verb_over(parse, head)
        if above is None or above.index == verb.index:
            return None
        verb = above
    return None


def _roles_of_verb(parse: Parse, trigger: Trigger, lexicon: Lexicon) -> Roles:
    verb = trigger.token
    subject = _joined(parse, subject_of(parse, verb))
    agents = _objects(parse, verb, "agent")
    objects = [t for child in parse.children(verb.index, "dobj", "dative") for t in _phrases(parse, child)]
    objects += _gap(parse, verb)
    objects += _controlled(parse, verb)
    beside = [t for t, prep in _prepositional(parse, verb) if lexicon.has("recipient_prepositions", prep)]
    if is_passive(parse, verb):
        return Roles(tuple(agents), (*subject, *beside))
    if lexicon.has("undergone_verbs", trigger.key) and not objects:
        return Roles((), (*subject, *beside))
    return Roles(subject, (*objects, *beside))


def _roles_of_noun(parse: Parse, trigger: Trigger, lexicon: Lexicon) -> Roles:
    noun = trigger.token
    befalls = lexicon.has("undergone_nouns", trigger.key)
    owners = [t for child in parse.children(noun.index, "poss") for t in _phrases(parse, child)]
    owners += [
        c for c in parse.children(noun.index, "compound", "nmod", "amod") if c.entity and c.entity not in _PLACES
    ]
    beside = list(_prepositional(parse, noun))
    actors = [t for t, prep in beside if lexicon.has("actor_prepositions", prep)]
    recipients = [t for t, prep in beside if lexicon.has("recipient_prepositions", prep)]
    of = [t for t, prep in beside if lexicon.has("of_prepositions", prep)]
    (recipients if befalls else actors).extend(owners)
    (actors if lexicon.has("done_by_of", trigger.key) else recipients).extend(of)
    if not actors and not (befalls and recipients):
        actors.extend(_carried_by(parse, noun, lexicon))
    return Roles(tuple(actors), tuple(recipients))


def _carried_by(parse: Parse, noun: Token, lexicon: Lexicon) -> tuple[Token, ...]:
    """Who does it, where a verb carries the noun: "the minister gave a speech"."""
    head = parse.tokens[noun.head]
    if head.pos != "VERB" or not lexicon.has("carriers", head.lemma.lower()):
        return ()
    if noun.dep == "nsubjpass":
        return tuple(_objects(parse, head, "agent"))
    return _joined(parse, subject_of(parse, head)) if noun.dep == "dobj" else ()


def _joined(parse: Parse, token: Token | None) -> tuple[Token, ...]:
    return tuple(_phrases(parse, token)) if token else ()


def _phrases(parse: Parse, token: Token) -> Iterator[Token]:
    """A noun phrase's head, and those joined to it by "and"."""
    yield token
    for child in parse.children(token.index, "conj"):
        if child.pos in _NOMINAL:
            yield from _phrases(parse, child)


def _objects(parse: Parse, head: Token, *deps: str) -> list[Token]:
    """Heads of the phrases under prepositions of those labels."""
    preps = parse.children(head.index, *deps)
    return [t for prep in preps for child in parse.children(prep.index, "pobj") for t in _phrases(parse, child)]


def _prepositional(parse: Parse, head: Token) -> Iterator[tuple[Token, str]]:
    """Heads of the phrases that a preposition ties to a word, with the preposition."""
    for prep in parse.children(head.index, "prep", "agent", "dative"):
        for child in parse.children(prep.index, "pobj"):
            for token in _phrases(parse, child):
                yield token, prep.lower


def _antecedent(parse: Parse, subject: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for, or the subject itself."""
    return parse.tokens[verb.head] if subject.tag in _RELATIVE_TAGS and verb.dep == "relcl" else subject


def _beside_infinitive(parse: Parse, verb: Token, noun: Token) -> Token | None:
    """The subject of a clause that hangs on a noun: the noun, but for "a decision to send" who decides."""
    if verb.tag != "VB":
        return noun
    if owners := parse.children(noun.index, "poss"):
        return owners[0]
    above = verb_over(parse, noun)
    if noun.dep != "dobj" or above is None:
        return None
    return next(iter(parse.children(above.index, *_SUBJECTS)), None)


def _gap(parse: Parse, verb: Token) -> list[Token]:
    """The antecedent that a relative clause leaves out: "the law that he signed"."""
    if verb.dep != "relcl" or (parse.children(verb.index, "dobj") and not _fronted(parse, verb)):
        return []
    subjects = parse.children(verb.index, *_SUBJECTS)
    return [] if not subjects or subjects[0].tag in _RELATIVE_TAGS else [parse.tokens[verb.head]]


def _fronted(parse: Parse, verb: Token) -> bool:
    return any(child.tag in _RELATIVE_TAGS for child in parse.children(verb.index, "dobj"))


def _controlled(parse: Parse, verb: Token) -> list[Token]:
    """Whom somebody is asked or made to: the subject inside "asked the ministers to resign"."""
    inner = [child for child in parse.children(verb.index, "ccomp", "xcomp") if not is_finite(parse, child)]
    return [t for child in inner for s in parse.children(child.index, "nsubj") for t in _phrases(parse, s)]
