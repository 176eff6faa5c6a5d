"""Signs that a name is a place's: a dateline, the state behind it, who is of there."""

from collections.abc import Iterator

from ...places import cities_of, states, towns_of
from ..parse import Parse, Range
from .lexicon import Lexicon
from .whose_town import country_behind

# How much each sign weighs, against 0.7 to 1 for a label of the parser. Set by hand on local news of shootings, where
# the parser takes many a small town for somebody or for a body.
DATELINE = 3.0  # "VELSK (Agency) –"
WHEREABOUTS = 3.0  # "Velsk, Denmark", where the gazetteer has such a town
STATE_BEHIND = 1.5  # "Velsk, Ohio"
OF_THERE = 1.5  # "a Velsk man"
STRUCK = 1.5  # "the shelling of Velsk", "residents of Velsk"
LISTED = 3.0  # "the villages of Velsk and Brask"
_CUE = 24  # letters before a name in which such a cue stands
_MOST_LISTED = 12  # words of a list that are looked at


def place_signs(parse: Parse, lexicon: Lexicon, words: Range) -> Iterator[float]:
    """The weight of each sign that the words name a place with people in it."""
    if _opens_dateline(parse, words):
        yield DATELINE
    if country_behind(parse, lexicon, words) is not None:
        yield WHEREABOUTS
    elif _has_state_behind(parse, lexicon, words):
        yield STATE_BEHIND
    before = parse.text[max((start := _list_start(parse, lexicon, words)) - _CUE, 0) : start].lower().rstrip()
    if before.endswith(lexicon.place_signs.listed):
        yield LISTED
    elif before.endswith(lexicon.place_signs.struck):
        yield STRUCK
    after = parse.tokens[words.last + 1 : words.last + 2]
    if (
        after
        and after[0].lower in lexicon.place_signs.people
        and after[0].sentence == parse.tokens[words.last].sentence
    ):
        yield OF_THERE


def _list_start(parse: Parse, lexicon: Lexicon, words: Range) -> int:
    """Where the list begins in which the name stands ("Velsk, Brask and NAME"), else the name."""
    start = words.first
    for index in range(words.first - 1, max(words.first - _MOST_LISTED, -1), -1):
        token = parse.tokens[index]
        joint = token.text == "," or token.lower in lexicon.signs.couples
        if token.sentence != parse.tokens[words.first].sentence or not (joint or token.text[0].isupper()):
            break
        start = index if token.text[0].isupper() and not joint else start
    return parse.tokens[start].start


def _opens_dateline(parse: Parse, words: Range) -> bool:
    """The name stands first before the text of a paragraph, in capitals or as a town is written."""
    first = parse.tokens[words.first]
    block = parse.paragraphs[first.paragraph]
    if block.lead is None or first.start != block.start or parse.tokens[words.last].end > block.lead:
        return False
    name = parse.quote(words)
    return name.isupper() or bool(cities_of(name)) or bool(towns_of(name))


def _has_state_behind(parse: Parse, lexicon: Lexicon, words: Range) -> bool:
    comma = parse.tokens[words.last + 1 : words.last + 2]
    if not comma or comma[0].text != "," or comma[0].sentence != parse.tokens[words.last].sentence:
        return False
    told = [parse.quote(Range(comma[0].index + 1, last)) for last in _ends(parse, comma[0].index)]
    return any(lexicon.place_signs.abbreviations.get(name, name) in states() for name in told)


def _ends(parse: Parse, comma: int) -> Iterator[int]:
    return (last for last in range(comma + 1, min(comma + 3, len(parse.tokens))))
