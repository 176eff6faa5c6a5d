"""What a verb tells of its object: "killed 12", "left 12 dead", "lost 12 soldiers"; and what both ways share."""

from dataclasses import replace

from ..parse import Token
from .counted import Counted, group_of
from .lexicon import lemma_of
from .phrases import told_with
from .readings import Clause, Reading, reading_of, with_outcome
from .subjects import condition


def noun_of(clause: Clause, counted: Counted) -> Token | None:
    return clause.parse.tokens[counted.noun] if counted.noun is not None else None


def said_of_object(clause: Clause, counted: Counted) -> Reading | None:
    """The counted are the object: "killed 12", "killing dozens", "left 12 dead"."""
    role = clause.parse.tokens[counted.role]
    verb = clause.parse.tokens[role.head]
    if role.dep not in ("dobj", "attr", "oprd", "dep", "npadvmod", "ccomp") or verb.index > role.index:
        return None
    if any(t.pos == "PRON" and t.index < role.index for t in clause.parse.children(verb.index, "dobj")):
        return None  # "shot him with a gun the two found"
    measure = clause.lexicon.transitive.get(lemma_of(verb))
    if _is_laid(clause, counted, verb):
        return reading_of("killed", verb)
    if measure and role.dep in ("dobj", "attr"):
        # "A crash sent four people to hospital": all who were hit, where nothing tells that some of them died.
        tended = condition(clause, verb, passive=True)
        hit = replace(tended, measure="hit", scope=None) if tended else None
        return hit or with_outcome(clause, verb, freed(clause, counted, measure))
    return (
        _left(clause, verb)
        or _kept(clause, counted, verb)
        or _lost(clause, counted, verb)
        or wiped_out(clause, counted, verb)
        or told_with(clause, verb, "carried")
        or condition(clause, verb, passive=True)
    )


def _is_laid(clause: Clause, counted: Counted, verb: Token) -> bool:
    """ "Hundreds came to bury the 19 victims": they are dead, not under rubble."""
    noun, words = noun_of(clause, counted), clause.lexicon.words
    below = any(c.lower in words("rules", "under") for c in clause.parse.children(verb.index))
    return (
        noun is not None
        and lemma_of(noun) in words("rules", "laid")
        and lemma_of(verb) in words("rules", "lay")
        and (not below)
    )


def freed(clause: Clause, counted: Counted, measure: str) -> str:
    """Hostages that are let go are rescued, not released as prisoners are."""
    noun = noun_of(clause, counted)
    held = clause.lexicon.nouns.get(lemma_of(noun)) if noun is not None else None
    return str(clause.lexicon.table["rules"]["freed"].get(held, measure)) if measure == "released" else measure


def _kept(clause: Clause, counted: Counted, verb: Token) -> Reading | None:
    """ "There were 2,000 soldiers in the streets", "has 850 soldiers at a base": forces that are somewhere."""
    somewhere = clause.parse.children(verb.index, "prep") or clause.parse.children(counted.role, "prep")
    keeps = lemma_of(verb) in clause.lexicon.words("rules", "keep") and somewhere
    if not (keeps or clause.parse.children(verb.index, "expl")):
        return None
    return reading_of("deployed", verb) if _are_forces(clause, counted) else None


def stays(clause: Clause, counted: Counted, verb: Token) -> Reading | None:
    """ "1,000 soldiers have remained at the base", "another 200 soldiers coming from the north"."""
    stays = lemma_of(verb) in clause.lexicon.words("rules", "stay") and clause.parse.children(verb.index, "prep")
    return reading_of("deployed", verb) if stays and _are_forces(clause, counted) else None


def _are_forces(clause: Clause, counted: Counted) -> bool:
    group, _ = group_of(clause.parse, clause.lexicon, counted)
    return group in clause.lexicon.words("rules", "forces")


def _lost(clause: Clause, counted: Counted, verb: Token) -> Reading | None:
    """ "The army lost 12 soldiers": those who fight are killed; a party that loses members is not."""
    group, _ = group_of(clause.parse, clause.lexicon, counted)
    words = clause.lexicon.words
    if lemma_of(verb) in words("rules", "lose") and group in words("rules", "lost"):
        return reading_of("killed", verb)
    return None


def wiped_out(clause: Clause, counted: Counted, verb: Token) -> Reading | None:
    """ "Up to 150 militants were destroyed", "destroyed 30 fighters": those who fight, as armies tell it."""
    words = clause.lexicon.words
    fight = group_of(clause.parse, clause.lexicon, counted)[0] in words("rules", "fighting")
    return reading_of("killed", verb) if fight and lemma_of(verb) in words("rules", "destroys") else None


def _left(clause: Clause, verb: Token) -> Reading | None:
    if lemma_of(verb) not in clause.lexicon.words("leave", "verbs"):
        return None
    for child in clause.parse.children(verb.index, "oprd", "acomp", "ccomp", "advcl", "xcomp"):
        measure = clause.lexicon.states.get(child.lower)
        if measure and not clause.parse.children(child.index, "nsubj"):  # "was 35 when he killed her"
            return reading_of(measure, verb, child)
    return None
