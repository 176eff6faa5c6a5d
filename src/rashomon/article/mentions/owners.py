"""Names with a possessive in them: "People's Party", "the Sheriff's Office", "Ada's Place"."""

from ...places import cities_of, states
from ..parse import Parse, Range, Token
from .lexicon import Lexicon
from .offices import lower_role_before


def is_owner(parse: Parse, lexicon: Lexicon, run: Range, target: Token) -> bool:
    """The possessive behind a run is part of a name that goes on with the target."""
    owner = parse.tokens[run.last]
    if owner.text in lexicon.bodies.owners:
        return True
    if target.text in lexicon.heads_of and _ends_in_office(parse, lexicon, run):
        return True
    saint = parse.tokens[run.first].lower.rstrip(".") in lexicon.place_signs.abbreviated
    return target.text in lexicon.bodies.owned and (
        saint or target.text in lexicon.divisions or not _is_place(lexicon, owner.text)
    )


def _ends_in_office(parse: Parse, lexicon: Lexicon, run: Range) -> bool:
    office = lower_role_before(parse, lexicon, run.last + 1)
    return office is not None and office.first >= run.first


def _is_place(lexicon: Lexicon, name: str) -> bool:
    return lexicon.countries.code_of(name) is not None or name in states() or bool(cities_of(name))
