"""What happened to those counted: the measure, read from the tree around a number."""

from collections.abc import Callable
from dataclasses import replace

from ..parse import Token
from .beside import fatally, followed, listed, preceded
from .counted import Counted, group_of, is_case
from .gatherings import aboard, accused, gathered
from .lexicon import lemma_of
from .objects import freed, noun_of, said_of_object, stays, wiped_out
from .readings import Clause, Reading, life_lost, named, reading_of, suffered
from .subjects import said_of_subject
from .tolls import headline_toll, toll_of

_PASSIVE_SUBJECT = "nsubjpass"
LONGEST_CHAIN = 4  # steps along a coordination


Rule = Callable[[Clause, Counted], Reading | None]


def measure_of(clause: Clause, counted: Counted, depth: int = 0) -> Reading | None:
    """What a count measures, by the first rule that applies; `None` where it is no count of people's fate."""
    rules: tuple[Rule, ...] = (
        toll_of,
        _event_noun,
        _modifier,
        _predicate,
        _among,
        said_of_object,
        accused,
        _act,
        fatally,
        gathered,
        _person_noun,
        followed,
        headline_toll,
        listed,
    )
    for rule in rules if not _is_of_one(clause, counted) else ():
        reading = rule(clause, counted)
        if reading:
            return reading
    if depth < LONGEST_CHAIN:
        shared = _shared(clause, counted, depth)
        if shared:
            return shared
    # Those on board last: "killed ten and two on board".
    return preceded(clause, counted) or _with_wounds(clause, counted) or aboard(clause, counted)


# Nouns ---------------------------------------------------------------------------------------------------------------


def _event_noun(clause: Clause, counted: Counted) -> Reading | None:
    """ "12 deaths", "more than a thousand injuries": the noun is no person."""
    noun = noun_of(clause, counted)
    if noun is None or counted.part or clause.lexicon.is_person(noun):
        return None
    if is_case(clause.parse, clause.lexicon, noun):
        return reading_of(str(clause.lexicon.table["cases"]["measure"]), noun)
    return life_lost(clause, noun) or named(clause, noun) or _headline_death(clause, counted, noun)


def _is_of_one(clause: Clause, counted: Counted) -> bool:
    """ "Ann Alder had no injuries": told of her, and of nobody else."""
    role = clause.parse.tokens[counted.role]
    subjects = clause.parse.children(role.head, "nsubj") if role.dep == "dobj" else ()
    return counted.number.relation == "none" and any(subject.entity == "PERSON" for subject in subjects)


def _headline_death(clause: Clause, counted: Counted, noun: Token) -> Reading | None:
    """ "12 die, 96 rescued in sinking", where the tree takes the verb for a noun."""
    dies = clause.lexicon.intransitive.get(lemma_of(noun)) == "killed" and noun.index == counted.number.last + 1
    return reading_of("killed", noun) if dies and noun.lower == lemma_of(noun) else None


def _person_noun(clause: Clause, counted: Counted) -> Reading | None:
    """ "thousands of detainees", "dozens of victims": a person by what befell them, where nothing newer is told."""
    noun = noun_of(clause, counted)
    if noun is None or (counted.part and counted.number.relation == "none"):
        return None  # "none of the injuries is grave" tells of injuries
    reading = named(clause, noun)
    alone = counted.number.high == 1 and clause.parse.tokens[counted.role].dep == "nsubj"
    return replace(reading, scope="part") if reading and alone else reading  # "one victim said"


def _act(clause: Clause, counted: Counted) -> Reading | None:
    """ "the killing of 12 people", "injuries to 12 people"."""
    role = clause.parse.tokens[counted.role]
    preposition = clause.parse.tokens[role.head]
    noun = clause.parse.tokens[preposition.head]
    if role.dep != "pobj" or noun.index > role.index:
        return None
    measure = clause.lexicon.acts.get(lemma_of(noun))
    if preposition.lower not in clause.lexicon.words("glue", "befalls") or measure is None:
        with_it = clause.lexicon.table["nouns_with"].get(f"{lemma_of(noun)} {preposition.lower}")
        measure = None if _are_wanted(clause, counted) else with_it
    kinds = {c.lower for c in clause.parse.children(noun.index, "amod")}
    fatal = kinds & clause.lexicon.words("fatal", "words")
    if kinds & clause.lexicon.words("fatal", "failed"):
        return None
    if measure:
        return reading_of("killed" if fatal else str(measure), noun, role)
    return life_lost(clause, noun) if preposition.lower in clause.lexicon.words("glue", "befalls") else None


# Modifiers -----------------------------------------------------------------------------------------------------------


def _modifier(clause: Clause, counted: Counted) -> Reading | None:
    """ "12 injured people", "84 people killed", "dozens dead", "30 who died".

    The clause goes before it where it tells of their death: "the two men who were shot have died", "the deaths of three
    who were shot".
    """
    reading = _modified(clause, counted)
    if reading is not None and reading.measure in clause.lexicon.words("scope", "contrasts"):
        found = _act(clause, counted)  # "the bodies of two missing people"
        if found and found.measure == "killed":
            return replace(found, scope="additional")
        return _predicate(clause, counted) or reading  # "12 missing miners were found dead"
    if reading is None or reading.measure not in clause.lexicon.words("harm", "measures"):
        return reading
    later = _predicate(clause, counted) or _act(clause, replace(counted, role=_first_of_row(clause, counted)))
    if later is None or later.measure != "killed":
        return reading
    # "two injured miners died": some of those who died, of whom more are told as a rule
    return replace(later, scope="part") if reading.trigger < counted.last and reading.measure == "injured" else later


def _first_of_row(clause: Clause, counted: Counted) -> int:
    """The noun that a row of nouns begins with: "the deaths of a man, his wife and three children"."""
    token = clause.parse.tokens[counted.role]
    while token.dep == "conj" and token.head < token.index:
        token = clause.parse.tokens[token.head]
    return token.index


def _modified(clause: Clause, counted: Counted) -> Reading | None:
    places = {counted.role, counted.noun if counted.noun is not None else counted.role}
    for place in sorted(places):
        for child in clause.parse.children(place, "amod", "acl", "relcl", "oprd", "appos", "advcl", "acomp"):
            reading = _modifies(clause, child) or (stays(clause, counted, child) if child.dep == "acl" else None)
            if reading and child.index > counted.number.head:
                return reading
    return None


def _with_wounds(clause: Clause, counted: Counted) -> Reading | None:
    """ "26 people with gunshot wounds": hit, alive or dead; hurt, where they are treated; with "serious" ones, some."""
    wounds, words = clause.lexicon.table["harm"]["wounds"], clause.lexicon.words
    noun = clause.parse.tokens[counted.noun] if counted.noun is not None else None
    for preposition in clause.parse.tokens[noun.index + 1 : noun.index + 2] if noun else ():
        for harm in clause.parse.children(preposition.index, "pobj"):
            measure = wounds.get(lemma_of(harm)) if preposition.lower in words("harm", "with") else None
            tended = noun is not None and lemma_of(clause.parse.tokens[noun.head]) in words("harm", "tended")
            some = tended or bool(clause.parse.children(harm.index, "amod"))
            if measure:
                return reading_of("injured" if tended else str(measure), harm, scope="part" if some else None)
    return None


def _modifies(clause: Clause, child: Token) -> Reading | None:
    if child.dep == "acl" and child.tag == "VBN" and lemma_of(child) in clause.lexicon.intransitive:
        return reading_of(
            clause.lexicon.intransitive[lemma_of(child)], child
        )  # "200 people protested", a verb after all
    if child.dep == "relcl":
        subjects = clause.parse.children(child.index, "nsubj", "nsubjpass")
        if not subjects or subjects[0].tag not in ("WP", "WDT"):
            return None
        return said_of_subject(clause, child, passive=subjects[0].dep == _PASSIVE_SUBJECT)
    if (child.tag == "VBG" and child.lower not in clause.lexicon.states) or child.dep == "appos":
        return None  # "70 missing miners", but not "three dying men"
    told = child.dep == "acl" and child.tag in ("VBN", "VBD")  # "people confirmed dead", "taken to hospital"
    return suffered(clause, child) or (said_of_subject(clause, child, passive=True) if told else None)


# Clauses -------------------------------------------------------------------------------------------------------------


def _predicate(clause: Clause, counted: Counted) -> Reading | None:
    """The counted are the subject: "12 were killed", "12 died", "12 are missing"."""
    role = clause.parse.tokens[counted.role]
    if role.dep not in ("nsubj", "nsubjpass"):
        return None
    verb = clause.parse.tokens[role.head]
    if _is_of_last(clause, role, verb) or _is_of_nearer(clause, role, verb):
        return None
    passive = role.dep == _PASSIVE_SUBJECT
    reading = said_of_subject(clause, verb, passive=passive) or stays(clause, counted, verb)
    reading = reading or (wiped_out(clause, counted, verb) if passive else None)
    if reading is None or _runs_away(clause, counted, reading):
        return None
    return replace(reading, measure=freed(clause, counted, reading.measure))


def _runs_away(clause: Clause, counted: Counted, reading: Reading) -> bool:
    """ "Two of them managed to flee", "three gunmen fled": they leave no home, and who is looked for is not missed."""
    hunted = counted.noun is None or _are_wanted(clause, counted)
    if reading.measure in clause.lexicon.table["stranded"].values() and hunted:
        phrases = {phrase.split()[0] for phrase in clause.lexicon.table["stranded"]}
        return lemma_of(clause.parse.tokens[reading.trigger]) in phrases
    tokens, words = clause.parse.tokens, clause.lexicon.words
    verbs = {lemma_of(t) for t in tokens[reading.first : reading.last + 1]} | {lemma_of(tokens[reading.trigger])}
    left = (c for t in tokens[reading.first : reading.last + 1] for c in clause.parse.children(t.index, "dobj"))
    homes = any(lemma_of(noun) in words("glue", "homes") for noun in left)
    if reading.measure != "displaced" or homes or not verbs & words("glue", "left_behind"):
        return False
    noun = noun_of(clause, counted)
    return _are_wanted(clause, counted) or (noun is not None and noun.pos == "PRON")


def _are_wanted(clause: Clause, counted: Counted) -> bool:
    """Suspects, attackers: those the police look for."""
    noun, words = noun_of(clause, counted), clause.lexicon.words
    suspects = noun is not None and lemma_of(noun) in words("single", "suspects")
    return suspects or group_of(clause.parse, clause.lexicon, counted)[0] in words("rules", "runaways")


def _is_of_last(clause: Clause, role: Token, verb: Token) -> bool:
    """ "Twelve people and 70 wounded": the state belongs to the bare number before it alone."""
    last = clause.parse.children(role.index, "conj")[-1:]
    bare = any(t.pos == "NUM" and t.index == verb.index - 1 for t in last)
    return bare and verb.lower in clause.lexicon.states and not clause.parse.children(verb.index, "aux", "auxpass")


def _is_of_nearer(clause: Clause, role: Token, verb: Token) -> bool:
    """Another subject stands nearer: "for two men after a shooting that left one dead and a trooper injured"."""
    others = clause.parse.children(verb.index, "nsubj", "nsubjpass")
    return any(role.index + 2 < other.index < verb.index for other in others)


# Wholes ---------------------------------------------------------------------------------------------------------------


def _among(clause: Clause, counted: Counted) -> Reading | None:
    """ "Three of them were among the 84 people killed", "among the dead": a part of a whole."""
    role = clause.parse.tokens[counted.role]
    verb = clause.parse.tokens[role.head]
    if role.dep not in ("nsubj", "attr") or lemma_of(verb) not in clause.lexicon.words("scope", "among_verbs"):
        return None
    wholes = [
        w
        for p in (*clause.parse.children(verb.index, "prep"), *clause.parse.children(role.index, "prep"))
        if p.lower in clause.lexicon.words("scope", "among")
        for w in clause.parse.children(p.index, "pobj")
    ]
    for whole in wholes:
        children = clause.parse.children(whole.index)
        told = named(clause, whole) or next(filter(None, (_modifies(clause, child) for child in children)), None)
        if told:
            return reading_of(told.measure, verb, scope="part")
    return None


def _shared(clause: Clause, counted: Counted, depth: int) -> Reading | None:
    """Read through a coordination, an apposition or "including" to those the count belongs to."""
    parse = clause.parse
    role = parse.tokens[counted.role]
    head = parse.tokens[role.head]
    if role.dep == "pobj" and head.lower in clause.lexicon.words("scope", "part"):
        whole = replace(counted, role=head.head, noun=head.head)
        reading = measure_of(clause, whole, depth + 1) if head.head != head.index else None
        return replace(reading, scope="part", first=counted.first, last=counted.last) if reading else None
    above = parse.tokens[head.head]
    if role.dep == "pobj" and head.lower in clause.lexicon.words("glue", "of") and above.lower in _those(clause):
        return _shared(clause, replace(counted, role=above.index), depth + 1)  # "the bodies, including those of two"
    bare = counted.noun is None and counted.number.relation == "exactly"
    if bare and (role.dep == "appos" or head.pos == "PROPN"):
        return None  # an age
    if head.pos == "VERB" and parse.children(head.index, "auxpass"):
        return None  # "was killed while riding with her mother and four others", where the tree joins them to the verb
    if (role.dep in ("conj", "appos") or _is_before_its_parts(clause, counted)) and head.index != role.index:
        noun = head.index if head.pos in ("NOUN", "PROPN") else None
        reading = measure_of(clause, replace(counted, role=head.index, noun=noun), depth + 1)
        return replace(reading, first=counted.first, last=counted.last) if reading else None
    return None


def _those(clause: Clause) -> frozenset[str]:
    return clause.lexicon.words("scope", "whole")


def _is_before_its_parts(clause: Clause, counted: Counted) -> bool:
    """ "Twelve persons, among them two children, died", where the tree makes the children the subject."""
    after = clause.parse.tokens[counted.last + 1 : counted.last + 3]
    opens = clause.lexicon.words("scope", "among") | clause.lexicon.words("scope", "part")
    return clause.parse.tokens[counted.role].dep == "dep" and len(after) == 2 and after[1].lower in opens
