"""What a verb governs that is no clause: a name it gives, a preposition's noun, an object that is what is said."""

from dataclasses import dataclass

from ...records import Span, Stance
from ..parse import Parse, Range, Token
from .clauses import clause_span, is_passive, is_to, tokens_span, trimmed_span
from .clipping import last_word
from .draft import Voice
from .lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Complement:
    """What a verb governs that may be what is said."""

    relation: str  # "clause", "infinitive", "object", "for" (a preposition), "as", "naming"
    content: Span
    stance: Stance
    head: int
    voice: Voice | None = None  # where the complement's place tells it better than the parse


def made(parse: Parse, verb: Token, head: Token, relation: str, stance: Stance, lexicon: Lexicon) -> Complement | None:
    """The clause under `head` as what `verb` introduces."""
    content = clause_span(parse, head, verb, lexicon)
    return Complement(relation, content, stance, head.index) if content is not None else None


def naming(parse: Parse, verb: Token, lexicon: Lexicon) -> Complement | None:
    """ "described the plan as bold", "called it a mistake"."""
    if verb.lemma in lexicon.naming_as:
        return _named_as(parse, verb, lexicon)
    if verb.lemma in lexicon.naming_object:
        return _named(parse, verb, lexicon)
    return None


def _named_as(parse: Parse, verb: Token, lexicon: Lexicon) -> Complement | None:
    objects = parse.children(verb.index, "dobj")
    if not objects or is_passive(parse, verb):
        return None
    first, last = parse.subtree(objects[0].index).first, parse.subtree(verb.index).last
    as_ = next((t for t in parse.tokens[objects[0].index : last + 1] if t.lower == "as" and t.pos == "ADP"), None)
    if as_ is None or first < verb.index:
        return None
    if any(t.tag in ("VBD", "VBZ", "VBP", "VBG") for t in parse.between(Range(objects[0].index, as_.index))):
        return None  # "dismissed the charge, saying it was used as a pretext"
    last = max(parse.subtree(as_.index).last, parse.subtree(objects[0].index).last)
    content = tokens_span(parse, first, last)
    stance = lexicon.clause.get(verb.lemma, "says") if verb.lemma in lexicon.disputing else "says"
    return Complement("naming", content, stance, as_.index) if content is not None else None


def _named(parse: Parse, verb: Token, lexicon: Lexicon) -> Complement | None:
    names = [t for t in parse.children(verb.index, "oprd", "ccomp", "attr") if t.index > verb.index]
    if not names or is_passive(parse, verb) or not _does(parse, verb):
        return None
    if calls_oneself(parse, verb, lexicon):
        return None
    named = [t for t in parse.children(verb.index, "dobj") if verb.index < t.index < names[0].index]
    first = parse.subtree((named or names)[0].index).first
    last = parse.subtree(names[0].index).last
    content = trimmed_span(parse.text, Span(parse.tokens[first].start, parse.tokens[last].end))
    return Complement("name", content, "says", names[0].index) if content else None


def calls_oneself(parse: Parse, verb: Token, lexicon: Lexicon) -> bool:
    """ "A group calling itself Northline" gives a name and says nothing."""
    return verb.tag == "VBG" and any(t.lower in lexicon.oneself for t in parse.children(verb.index, "dobj"))


def _does(parse: Parse, verb: Token) -> bool:
    """Somebody does it; not "a channel called X"."""
    return verb.tag == "VBG" or verb.dep == "conj" or bool(parse.children(verb.index, "nsubj"))


def prepositional(parse: Parse, verb: Token, lexicon: Lexicon) -> Complement | None:
    for preposition in parse.children(verb.index, "prep"):
        stance = lexicon.preposition.get(f"{verb.lemma} {preposition.lower}")
        for noun in parse.children(preposition.index, "pobj", "pcomp"):
            fetched = f"{verb.lemma} {preposition.lower} {noun.lemma}" in lexicon.unsaid.fetched
            fetched = fetched or noun.entity in ("DATE", "TIME")  # "called a meeting for Friday"
            if stance is not None and not fetched:
                ends = [
                    parse.subtree(t.index).last for t in parse.children(verb.index, "xcomp", "advcl") if is_to(parse, t)
                ]
                last = last_word(parse, noun, verb, max([parse.subtree(noun.index).last, *ends]), lexicon)
                content = tokens_span(parse, parse.subtree(noun.index).first, last)
                return Complement("preposition", content, stance, noun.index) if content is not None else None
    return None


def blaming(parse: Parse, verb: Token, lexicon: Lexicon) -> Complement | None:
    """ "accused the firm of hiding it", "blamed the delay on the firm": the one named with what is said of him."""
    objects = [t for t in parse.children(verb.index, "dobj") if t.index > verb.index]
    if not objects or is_passive(parse, verb):
        return None
    for head in (verb, objects[0]):
        for preposition in parse.children(head.index, "prep"):
            stance = lexicon.blaming.get(f"{verb.lemma} {preposition.lower}")
            said = parse.children(preposition.index, "pobj", "pcomp")
            if stance is not None and said and preposition.index > objects[0].index:
                last = last_word(parse, said[0], verb, parse.subtree(preposition.index).last, lexicon)
                content = tokens_span(parse, parse.subtree(objects[0].index).first, last)
                return Complement("blaming", content, stance, said[0].index) if content is not None else None
    return None


def counted(parse: Parse, verb: Token, lexicon: Lexicon) -> Complement | None:
    """ "put the number of dead at 41": what is counted with its number."""
    for noun in parse.children(verb.index, "dobj") if not is_passive(parse, verb) else ():
        for preposition in parse.children(verb.index, "prep"):
            known = f"{verb.lemma} {preposition.lower}" in lexicon.counting
            span = parse.subtree(preposition.index)
            number = any(t.tag == "CD" for t in parse.between(span))
            if known and number and verb.index < noun.index < preposition.index:
                content = tokens_span(parse, parse.subtree(noun.index).first, span.last)
                return Complement("clause", content, "says", noun.index) if content is not None else None
    return None


def object_said(parse: Parse, verb: Token, lexicon: Lexicon) -> Complement | None:
    stance = lexicon.object.get(verb.lemma)
    if stance is None or is_passive(parse, verb):
        return None
    for noun in parse.children(verb.index, "dobj"):
        if stance == "asks" and verb.lemma in lexicon.wanting_object and noun.index > verb.index:
            to = _to_do(parse, noun)
            if to is not None or noun.pos == "PROPN" or noun.tag == "NNS" or noun.lemma in lexicon.persons:
                return to
        known = stance in ("confirms", "denies") and any(
            t.lower in lexicon.pointing for t in parse.children(noun.index, "det")
        )  # "confirmed this information"
        thing = (
            not known and noun.lower not in lexicon.pointing and noun.lemma in lexicon.things.get(stance, (noun.lemma,))
        )
        charged = noun.lemma not in lexicon.tidings or lexicon.nouns.get(noun.lemma) == "claims"
        bare = not charged and not parse.children(noun.index, "prep", "acl")  # "denied the information"
        known = noun.lemma in lexicon.unnamed or (bare and stance == "denies")
        if noun.index > verb.index and thing and not known:
            first = parse.subtree(noun.index).first
            while first < noun.index and parse.tokens[first].entity == "DATE" and first == verb.index + 1:
                first += 1  # "expressed today concern over it"
            content = tokens_span(parse, first, _object_end(parse, verb, noun, lexicon))
            return Complement("object", content, stance, noun.index) if content is not None else None
    return None


def _to_do(parse: Parse, noun: Token) -> Complement | None:
    """ "urged its allies, Ford and Orania, to help": what they are to do, which the parser ties elsewhere."""
    last = parse.subtree(noun.index).last
    for token in parse.tokens[last + 1 : last + 3]:
        if token.lower == "to" and token.pos == "PART":
            head = parse.tokens[token.head]
            content = tokens_span(parse, token.index, parse.subtree(head.index).last)
            return Complement("infinitive", content, "asks", head.index) if content is not None else None
        if token.text != ",":
            break
    return None


def _object_end(parse: Parse, verb: Token, noun: Token, lexicon: Lexicon) -> int:
    """The object with its "at …" or "over …", which the parser may tie to the verb."""
    ends = [parse.subtree(noun.index).last]
    topics = [(p, t) for p in parse.children(verb.index, "prep") for t in parse.children(p.index, "pobj", "pcomp")]
    days = ("DATE", "TIME")
    ends += [parse.subtree(p.index).last for p, t in topics if p.lower in lexicon.topical and t.entity not in days]
    return last_word(parse, noun, verb, max(ends), lexicon)
