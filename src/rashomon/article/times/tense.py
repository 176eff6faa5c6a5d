"""Which way a clause looks: back or ahead, by its verb."""

from collections.abc import Mapping, Sequence
from typing import Literal

from ..parse import Parse, Token

Direction = Literal["past", "future"]
Tense = Mapping[str, Sequence[str]]  # the table `tense` of a language


def direction_at(start: int, end: int, parse: Parse, tense: Tense) -> Direction | None:
    """Which way the clause around a span looks; `None` where its verb does not say.

    The present tells of what is to come with the verbs of a timetable: "talks begin on Friday".
    """
    tokens = parse.within(start, end)
    if not tokens:
        return None
    if _is_set_for(tokens[0], parse, tense):
        return "future"
    top = min(tokens, key=lambda token: parse.depth(token.index))
    for verb in (top, *parse.ancestors(top.index)):
        if verb.pos in ("VERB", "AUX"):
            direction = _of_verb(verb, parse, tense)
            if direction is not None:
                return direction
            if verb.tag in tense["present"]:
                return "future" if verb.lemma in tense["timetable_verbs"] else None
    return None


def _is_set_for(first: Token, parse: Parse, tense: Tense) -> bool:
    """What is said to be called, set or planned for a day."""
    before = parse.tokens[first.index - 1] if first.index else first
    return before.lower in tense["ahead_words"] and parse.tokens[before.head].tag in tense["participle"]


def _of_verb(verb: Token, parse: Parse, tense: Tense) -> Direction | None:
    helpers = parse.children(verb.index, "aux", "auxpass")
    if verb.lemma in tense["ahead_verbs"]:
        return "future"
    if any(helper.tag in tense["modal"] and helper.lower in tense["future_words"] for helper in helpers):
        return "future"
    if any(helper.lower in tense["future_particles"] for helper in helpers):
        return "future" if _is_ahead(verb, parse, tense) else None
    if verb.tag in tense["past"] or any(helper.tag in tense["past"] for helper in helpers):
        return "past"
    if verb.tag in tense["participle"]:
        return "past" if any(helper.tag in tense["present"] for helper in helpers) or not helpers else None
    return None


def _is_ahead(verb: Token, parse: Parse, tense: Tense) -> bool:
    """An infinitive that hangs on a verb of intention, or on a noun or adjective ("due to meet")."""
    above = next(parse.ancestors(verb.index), None)
    return above is not None and above.lemma in tense["future_verbs"]
