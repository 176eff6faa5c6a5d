"""The country of a town that the text tells right behind its name: "Velsk, Denmark", "Velsk, Ariz."."""

from ...places import cities_of, regions_of, states, towns_of
from ..parse import Parse, Range
from .lexicon import Lexicon

_MOST_WORDS = 3  # of a country's or a region's name


def country_behind(parse: Parse, lexicon: Lexicon, words: Range) -> str | None:
    """The country, where the gazetteer has such a town there: "Oslo, Denmark and Spain" is a list."""
    name = parse.quote(words)
    comma = words.last + 1
    if comma + 1 >= len(parse.tokens) or parse.tokens[comma].text != "," or lexicon.countries.code_of(name) is not None:
        return None
    known = {(place.country, place.region) for place in (*cities_of(_quiet(name)), *towns_of(_quiet(name)))}
    for length in range(_MOST_WORDS, 0, -1):
        last = comma + length
        if last < len(parse.tokens) and parse.tokens[last].sentence == parse.tokens[comma].sentence:
            told = parse.quote(Range(comma + 1, last))
            found = {c for c, region in known if _is_in(lexicon, told, c, region)}
            if found:
                return found.pop() if len(found) == 1 else None
    return None


def _is_in(lexicon: Lexicon, told: str, country: str, region: str) -> bool:
    state = lexicon.place_signs.abbreviations.get(told, told)
    if state in states():
        return country == "US" and region == state
    if lexicon.countries.code_of(told) is not None:
        return lexicon.countries.code_of(told) == country
    return any((r.country, r.name) == (country, region) for r in regions_of(told) if not r.within)


def _quiet(name: str) -> str:
    return name.title() if name.isupper() else name
