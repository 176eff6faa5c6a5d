"""Signs that a name is a body's or a place's: its last word, its first, and the words beside it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from ...places import cities_of, states
from ...records import EntityType
from ..parse import Parse, Range, Token
from .lexicon import Lexicon

Vote = tuple[EntityType, float]

# How much each sign weighs, against 0.7 to 1 for a label of the parser. Set by hand on news of firms and of sports.
LEGAL = 6.0  # "Inc."
TEAM = 2.0  # "Velsk Rovers", where Velsk is a city
KIND_TOLD = 1.5  # "the airline Velsk Air"
DIVISION_TOLD = 3.0  # "Velsk district", "the town of Velsk"
REPORTS = 0.8  # "Velsk reported"
TOLD = 1.2  # "told Velsk", just above a label
_DOMAIN = re.compile(r"[\w-]{2,}(?:\.[a-z]{2,4}){1,2}")
_HUMP = re.compile(r"(?<=[a-z])[A-Z]")
_SHORTEST_HUMP = 4  # letters before a capital inside a word that begin no surname
_CUE = 16  # letters before a name in which "the town of" stands
_LARGE = 100_000  # people: a city whose name may open a team's


def body_signs(parse: Parse, lexicon: Lexicon, words: Range) -> Iterator[Vote]:
    """What the words of the name and those beside it tell, other than of a person."""
    tokens = parse.between(words)
    if len(tokens) > 1 and tokens[-1].text in lexicon.legal:
        yield "ORG", LEGAL
    if is_team(lexicon, [t.text for t in tokens]):
        yield "ORG", TEAM
    before = parse.tokens[max(words.first - 1, 0) : words.first]
    if before and before[0].lower in lexicon.bodies.groups and before[0].sentence == tokens[0].sentence:
        yield "ORG", KIND_TOLD
    after = parse.tokens[words.last + 1 : words.last + 2]
    if after and after[0].lower in lexicon.bodies.roles and after[0].sentence == tokens[0].sentence:
        yield "ORG", KIND_TOLD
    if len(tokens) == 1 and (_is_coined(tokens[0].text) or _DOMAIN.fullmatch(tokens[0].text)):
        yield "ORG", KIND_TOLD
    if len(tokens) == 1 and _reports(parse, tokens[0]):
        yield "ORG", REPORTS
    if len(tokens) == 1 and _is_told(parse, lexicon, tokens[0]):
        yield "ORG", TOLD
    if _division_told(parse, lexicon, words):
        yield "GPE", DIVISION_TOLD


def _is_coined(word: str) -> bool:
    """ "VelskAir", "iVelsk", but not "McBerg" nor "LaBerg"."""
    humps = _HUMP.search(word)
    return humps is not None and (word[0].islower() or humps.start() >= _SHORTEST_HUMP) and not word.isupper()


def _reports(parse: Parse, token: Token) -> bool:
    """ "Velsk reported that", "reported by Velsk"."""
    above = parse.tokens[token.head]
    verb = parse.tokens[above.head] if token.dep == "pobj" and above.lower == "by" else above
    return verb.lemma == "report" and verb.pos == "VERB" and (token.dep == "nsubj" or above.lower == "by")


def _is_told(parse: Parse, lexicon: Lexicon, token: Token) -> bool:
    """ "Ada Berg told Velsk": a paper rather than somebody, unless the report names somebody so in full."""
    told = parse.tokens[token.head].lemma in lexicon.bodies.told and token.dep in ("dobj", "dative")
    return told and not lexicon.is_borne(token.lower)


def is_team(lexicon: Lexicon, words: Sequence[str]) -> bool:
    """A city or a state, and behind it a word in the plural that is no head of anything else's name."""
    if len(words) < 2 or not words[-1].endswith("s") or words[-1] in lexicon.heads_of or not words[-1].istitle():
        return False
    place = " ".join(words[:-1])
    return place in states() or any(city.population >= _LARGE for city in cities_of(place)[:1])


def told_short(lexicon: Lexicon, name: str) -> str | None:
    """What a firm, a team or a ship is called by: "Velsk Motors" of "Velsk Motors Inc.", "Rovers" of "Velsk Rovers"."""
    words = name.split()
    if len(words) > 1 and words[0].isupper() and lexicon.heads_of.get(words[0]) == "OTHER":
        return " ".join(words[1:])
    if len(words) > 1 and words[-1] in lexicon.legal:
        return without_legal_form(lexicon, name)
    return words[-1] if is_team(lexicon, words) else _without_head(lexicon, words)


def _without_head(lexicon: Lexicon, words: Sequence[str]) -> str | None:
    """ "Velsk Tech" of "Velsk Tech University", where no place is called so."""
    rest = list(words)
    while len(rest) > 2 and rest[-1] in lexicon.bodies.told_without:
        rest.pop()
    short = " ".join(rest)
    return None if len(rest) == len(words) or cities_of(short) or short in states() else short


def without_legal_form(lexicon: Lexicon, name: str) -> str:
    """A firm's name without "Co", "Ltd." and the like at its end."""
    words = name.split()
    while len(words) > 1 and words[-1] in lexicon.legal:
        words.pop()
    return " ".join(words).rstrip(",")


def vote_for_short_bodies(
    votes: Mapping[str, dict[EntityType, float]], times: Mapping[str, int], short: Mapping[str, str]
) -> None:
    """What a firm is, it is without "Inc." too; `short` has such a form for that of a longer name."""
    for long in sorted(short):
        kind: EntityType = max(sorted(votes[long]), key=lambda kind: votes[long][kind], default="PERSON")
        if short[long] in votes and kind in ("ORG", "OTHER"):
            found = votes[short[long]]
            found[kind] = found.get(kind, 0.0) + TEAM * times[short[long]]


def _division_told(parse: Parse, lexicon: Lexicon, words: Range) -> bool:
    """ "Velsk district", "the town of Velsk"."""
    start = parse.tokens[words.first].start
    if parse.text[max(start - _CUE, 0) : start].lower().rstrip().endswith(lexicon.place_signs.before):
        return True
    after = parse.tokens[words.last + 1 : words.last + 2]
    return bool(after) and after[0].text in lexicon.place_signs.behind and _ends(parse, after[0])


def _ends(parse: Parse, noun: Token) -> bool:
    """The noun ends its phrase: "Velsk district", but not "Velsk district court"."""
    following = parse.tokens[noun.index + 1 : noun.index + 2]
    if not following or following[0].sentence != noun.sentence:
        return True
    return following[0].pos not in ("NOUN", "PROPN") or following[0].text[0].isupper()
