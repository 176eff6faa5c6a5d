"""What a verb tells of its subject: "12 were killed", "12 are missing", "12 suffered burns"."""

from dataclasses import replace

from ..parse import Token
from .lexicon import lemma_of
from .phrases import told_stranded, told_with
from .readings import Clause, Reading, life_lost, reading_of, suffered, with_outcome


def said_of_subject(clause: Clause, verb: Token, *, passive: bool) -> Reading | None:
    lemma = lemma_of(verb)
    lexicon = clause.lexicon
    if passive and lemma in lexicon.transitive:
        return condition(clause, verb, passive=True) or with_outcome(clause, verb, lexicon.transitive[lemma])
    if lemma in lexicon.intransitive and (
        not _has_object(clause, verb) or lemma in lexicon.words("glue", "left_behind")
    ):
        return reading_of(lexicon.intransitive[lemma], verb)
    return (
        _state_of_subject(clause, verb)
        or _suffering(clause, verb)
        or (_carried(clause, verb) if passive else _bare_passive(clause, verb))
    )


def _has_object(clause: Clause, verb: Token) -> bool:
    """An object of its own; none is what follows a comma: "30 people died, of them four children"."""
    tokens = clause.parse.tokens
    objects = clause.parse.children(verb.index, "dobj")
    return any(not any(t.text == "," for t in tokens[verb.index : noun.index]) for noun in objects)


def _carried(clause: Clause, verb: Token) -> Reading | None:
    """What was done to the subject: "were taken into custody", "are being searched for", "were still being held"."""
    told = told_with(clause, verb, "carried") or told_stranded(clause, verb)
    measure = clause.lexicon.table["passive"].get(lemma_of(verb))
    return told or (reading_of(str(measure), verb) if measure else None)


def _state_of_subject(clause: Clause, verb: Token) -> Reading | None:
    """ "are dead", "were left injured", "are believed to have been killed", "were in critical condition"."""
    others = clause.parse.children(verb.index, "dobj")  # "left seven people dead"
    for child in clause.parse.children(verb.index, "acomp", "oprd", "attr", "advmod"):
        measure = clause.lexicon.states.get(child.lower)
        if measure and not others:
            return reading_of(measure, verb, child)
    if verb.tag == "VBG" and (measure := clause.lexicon.states.get(verb.lower)):
        return reading_of(measure, verb)  # "are missing", where the tree takes the state for a verb
    for child in clause.parse.children(verb.index, "xcomp"):
        passive = bool(clause.parse.children(child.index, "auxpass"))
        reading = said_of_subject(clause, child, passive=passive) or (
            suffered(clause, child) if child.tag == "VBN" else None
        )
        if reading:
            return replace(reading, first=min(verb.index, reading.first))
    passive = bool(clause.parse.children(verb.index, "auxpass"))
    return _listed_as(clause, verb) or condition(clause, verb, passive=passive)


def _listed_as(clause: Clause, verb: Token) -> Reading | None:
    """ "are listed as missing"."""
    for preposition in clause.parse.children(verb.index, "prep"):
        if preposition.lower in clause.lexicon.words("leave", "as"):
            for state in clause.parse.children(preposition.index, "pcomp", "pobj", "amod"):
                if measure := clause.lexicon.states.get(state.lower):
                    return reading_of(measure, verb, state)
    return None


def condition(clause: Clause, verb: Token, *, passive: bool) -> Reading | None:
    """ "in critical condition", "taken to hospital": hurt, and a part of all that were."""
    words = clause.lexicon.words
    verbs = words("harm", "condition_active") | (
        words("harm", "condition_verbs") if passive or verb.tag == "VBN" else frozenset()
    )
    if lemma_of(verb) not in verbs:
        return None
    for preposition in clause.parse.children(verb.index, "prep"):
        for place in clause.parse.children(preposition.index, "pobj"):
            names = {
                lemma_of(place),
                *(f"{t.lower} {lemma_of(place)}" for t in clause.parse.children(place.index, "amod")),
            }
            if preposition.lower in words("harm", "into") and names & words("harm", "conditions"):
                return _died_there(clause, verb, place) or reading_of("injured", verb, place, scope="part")
    return None


def _died_there(clause: Clause, verb: Token, place: Token) -> Reading | None:
    """ "taken to a hospital, where he was pronounced dead"."""
    for child in (*clause.parse.children(place.index, "relcl"), *clause.parse.children(verb.index, "conj", "advcl")):
        passive = bool(clause.parse.children(child.index, "auxpass"))
        reading = said_of_subject(clause, child, passive=passive) if child.index > place.index else None
        if reading and reading.measure == "killed":
            return replace(reading, first=min(reading.first, verb.index))
    return None


def _suffering(clause: Clause, verb: Token) -> Reading | None:
    """ "suffered injuries", "lost their lives", "took part"."""
    for child in clause.parse.children(verb.index, "dobj"):
        life = life_lost(clause, child)
        if life:
            return life
    still = told_with(clause, verb, "still")
    return replace(still, scope="part") if still else told_with(clause, verb, "phrases")


def _bare_passive(clause: Clause, verb: Token) -> Reading | None:
    """A headline's passive without its auxiliary: "12 killed in blast"."""
    measure = clause.lexicon.transitive.get(lemma_of(verb)) or clause.lexicon.states.get(verb.lower)
    active = clause.parse.children(verb.index, "dobj", "ccomp", "aux")
    shared = [c for c in clause.parse.children(verb.index, "conj") if clause.parse.children(c.index, "dobj")]
    aimed = any(c.lower in clause.lexicon.words("glue", "aims") for c in clause.parse.children(verb.index, "prep"))
    past = verb.tag in ("VBN", "VBD") or verb.lower in clause.lexicon.states
    if measure is None or not past or active or shared or aimed:
        return None
    return with_outcome(clause, verb, measure)
