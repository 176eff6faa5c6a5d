"""Runs of capitalised words, with the small words inside them, as candidates for names."""

import itertools
import re
from collections.abc import Sequence

from ...names.comparing import is_fathers_word
from ...places import cities_of
from ..parse import Parse, Range, Token
from .lexicon import Lexicon
from .owners import is_owner
from .spelt_out import with_spelt_out
from .syllables import HYPHENS, with_syllables
from .words import Words, name_words

_APOSTROPHES = frozenset({"'", "’"})
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,3}")
_LETTERED = re.compile(r"[^\W\d_]+[a-z][^\W\d_]*[A-Z]")
_MARKS_APART = frozenset("\n/")
_QUOTES = frozenset("\"“”'‘’")
_MOST_INSIDE = 3  # small words between two words of a name: "Universidad de los Andes"
_MOST_LINKED = 4  # letters of a small word between hyphens: "Stratton-upon-Mere"
_MOST_LOUD = 5  # words in capitals in one name; more are the words of a graphic
_CUE = 20  # letters before a name in which a word stands that tells it is somebody's
_LOUD = 4  # letters of a word in capitals that is no acronym


def name_runs(parse: Parse, lexicon: Lexicon, words: Words) -> tuple[Range, ...]:
    """The longest runs of words that can be one name, in order."""
    marks = with_syllables(parse, tuple(name_words(parse, lexicon, words)))
    runs: list[Range] = []
    index = 0
    while index < len(parse.tokens):
        if not marks[index]:
            index += 1
            continue
        last = _run_end(parse, lexicon, marks, index)
        if sum(map(_is_loud, parse.tokens[index : last + 1])) <= _MOST_LOUD:
            first = index - _opens_before(parse, lexicon, marks, Range(index, last))
            if runs and runs[-1].first == runs[-1].last == first - 1 and _is_way_to(parse, lexicon, first, index):
                first = runs.pop().first
            runs.append(Range(first, last))
        index = last + 1
    return with_spelt_out(parse, lexicon, tuple(runs))


def _is_way_to(parse: Parse, lexicon: Lexicon, first: int, street: int) -> bool:
    """ "West" before "42nd Street"."""
    before = parse.tokens[first - 1]
    return first < street and before.text in lexicon.place_signs.compass and before.end < parse.tokens[first].start


def _opens_before(parse: Parse, lexicon: Lexicon, marks: Sequence[bool], run: Range) -> int:
    """How many words before belong to the name: "42nd Street", "bin Berg", "Al-Berg" where a capital is due."""
    first = run.first
    if _is_numbered_street(parse, lexicon, first) or _is_numbered_unit(parse, lexicon, run):
        return 1
    glued = parse.tokens[max(first - 2, 0) : first]
    if len(glued) == 2 and _is_particle_of(lexicon, *glued, parse.tokens[first]):
        return 2
    before = parse.tokens[max(first - 1, 0)]
    same = before.index < first and not marks[before.index] and before.sentence == parse.tokens[first].sentence
    named = before.entity == parse.tokens[first].entity == "PERSON" and before.lower in lexicon.particles
    return same and named and before.pos == "PROPN" and before.end < parse.tokens[first].start


def _is_particle_of(lexicon: Lexicon, particle: Token, hyphen: Token, name: Token) -> bool:
    """ "Al-Berg", where the sentence asks for the capital."""
    glued = particle.end == hyphen.start and hyphen.end == name.start and hyphen.text in HYPHENS
    return glued and particle.lower in lexicon.particles and particle.text.istitle()


def _is_numbered_street(parse: Parse, lexicon: Lexicon, first: int) -> bool:
    """ "42nd Street": an ordinal in digits before what is built."""
    if first == 0 or lexicon.heads_of.get(parse.tokens[first].text) != "FACILITY":
        return False
    before = parse.tokens[first - 1]
    return _is_ordinal(before) and before.sentence == parse.tokens[first].sentence


def _is_numbered_unit(parse: Parse, lexicon: Lexicon, run: Range) -> bool:
    """ "92nd Brigade", "7 Battalion", "3rd Assault Brigade": a number before a part of an army."""
    if run.first == 0 or parse.tokens[run.last].text not in lexicon.bodies.units:
        return False
    before = parse.tokens[run.first - 1]
    number = before.text.isdigit() and run.first == run.last
    return (number or _is_ordinal(before)) and before.sentence == parse.tokens[run.first].sentence


def _is_ordinal(token: Token) -> bool:
    return token.text[0].isdigit() and token.text[-1].isalpha() and token.text.isalnum()


def _run_end(parse: Parse, lexicon: Lexicon, marks: Sequence[bool], first: int) -> int:
    last = first
    while (step := _next_word(parse, lexicon, marks, Range(first, last))) is not None:
        last = step
    while last + 1 < len(parse.tokens) and _is_number_of(parse, lexicon, last):
        last += 1
    return last


def _next_word(parse: Parse, lexicon: Lexicon, marks: Sequence[bool], run: Range) -> int | None:
    """The next word of the name, if it goes on."""
    tokens, last = parse.tokens, run.last
    known = _after_nickname(parse, marks, last) or _after_stop(parse, lexicon, marks, last)
    if known := known or _city_end(parse, marks, run) or _patronymic(parse, last):
        return known
    for target in range(last + 1, min(last + 2 + _MOST_INSIDE, len(tokens))):
        if tokens[target].sentence != tokens[last].sentence:
            return None
        inside = tokens[last + 1 : target]
        if marks[target] and _joins(parse, lexicon, run, inside, tokens[target]):
            return target
        if not _may_lie_inside(tokens[target], lexicon) and not _is_linked(parse, tokens[target]):
            return None
    return None


def _after_nickname(parse: Parse, marks: Sequence[bool], last: int) -> int | None:
    """ "Ada “Sunny” Berg": the surname after a name in quotation marks."""
    tokens = parse.tokens[last : last + 5]
    if len(tokens) < 5 or not (tokens[1].text in _QUOTES and tokens[3].text in _QUOTES and marks[last + 4]):
        return None
    quoted = tokens[1].end == tokens[2].start and tokens[2].end == tokens[3].start < tokens[4].start
    same = tokens[0].sentence == tokens[4].sentence and tokens[0].end < tokens[1].start
    return last + 4 if quoted and same and tokens[2].text[:1].isupper() else None


def _after_stop(parse: Parse, lexicon: Lexicon, marks: Sequence[bool], last: int) -> int | None:
    """ "St. Velsk", "A.B. Berg": the parser takes the full stop for a word, or for the end of a sentence."""
    tokens = parse.tokens[last : last + 3]
    if len(tokens) > 1 and _INITIALS.fullmatch(tokens[0].text) and not _is_short_for(lexicon, tokens[0].text):
        named = marks[last + 1] and tokens[1].text.istitle() and tokens[1].lower not in lexicon.plain.words
        return last + 1 if named and tokens[0].paragraph == tokens[1].paragraph else None
    if len(tokens) < 3 or tokens[1].text != "." or tokens[0].lower not in lexicon.place_signs.abbreviated:
        return None
    same = tokens[0].paragraph == tokens[2].paragraph and tokens[0].end == tokens[1].start
    return last + 2 if same and marks[last + 2] else None


def _is_short_for(lexicon: Lexicon, letters: str) -> bool:
    """ "U.S.", "D.C." """
    return _is_known(lexicon, letters) or letters in lexicon.place_signs.abbreviations


def _patronymic(parse: Parse, last: int) -> int | None:
    """ "Ada Bo oglu": a small word that makes a patronymic of the name before it."""
    following = parse.tokens[last + 1 : last + 2]
    if not following or not is_fathers_word(following[0].text):
        return None
    return last + 1 if following[0].paragraph == parse.tokens[last].paragraph else None


def _city_end(parse: Parse, marks: Sequence[bool], run: Range) -> int | None:
    """ "Port of Spain", "Dar es Salaam": a city has this name, small words and all."""
    tokens = parse.tokens[run.last + 1 : run.last + 2 + _MOST_INSIDE]
    for number, token in enumerate(tokens):
        if token.sentence != parse.tokens[run.last].sentence:
            return None
        if marks[token.index]:
            return token.index if number and cities_of(parse.quote(Range(run.first, token.index))) else None
        if not token.text.isalpha() or len(token.text) > _MOST_LINKED:
            return None
    return None


def _is_linked(parse: Parse, token: Token) -> bool:
    """A small word with hyphens on both sides."""
    around = parse.text[token.start - 1 : token.start] + parse.text[token.end : token.end + 1]
    return len(token.text) <= _MOST_LINKED and token.text.isalpha() and len(around) == 2 and set(around) <= HYPHENS


def _may_lie_inside(token: Token, lexicon: Lexicon) -> bool:
    small = token.lower in lexicon.particles or token.text in lexicon.inside
    return small or token.text in lexicon.possessives or token.text in HYPHENS or token.text in _APOSTROPHES


def _joins(parse: Parse, lexicon: Lexicon, run: Range, inside: Sequence[Token], target: Token) -> bool:
    """Two name words with these small words between them belong to one name."""
    between = parse.text[parse.tokens[run.last].end : target.start]
    if not inside:
        return _MARKS_APART.isdisjoint(between) and not _breaks(parse, lexicon, run, target)
    if all(t.text in lexicon.possessives for t in inside):
        return is_owner(parse, lexicon, run, target)
    hyphened = any(t.text in HYPHENS or t.text in _APOSTROPHES for t in inside)
    if hyphened and not any(c.isspace() for c in between):
        return not _are_two_countries(parse, lexicon, run, target)
    if hyphened:  # "Ada al-Berg": the particle begins a word
        return inside[0].lower in lexicon.particles and not any(c.isspace() for c in between.strip())
    if all(t.lower in lexicon.particles for t in inside):
        return True
    if run.first == run.last and _is_one_entity(parse, run.last, target):
        return True
    if _is_one_body(parse, lexicon, run, target) or _is_listed_body(parse, lexicon, run, inside, target):
        return True
    return _is_body_joint(parse, lexicon, run, inside) and not _opens_another(parse, lexicon, run, inside, target)


def _are_two_countries(parse: Parse, lexicon: Lexicon, run: Range, target: Token) -> bool:
    """ "Norway-Sweden", "US-South Korea", but not "Guinea-Bissau"."""
    code_of = lexicon.countries.code_of
    ends = range(target.index, min(target.index + 2, len(parse.tokens)))
    second = any(code_of(parse.quote(Range(target.index, end))) for end in ends)
    return second and code_of(parse.quote(run)) is not None and code_of(parse.quote(Range(run.first, ends[0]))) is None


def _opens_another(parse: Parse, lexicon: Lexicon, run: Range, inside: Sequence[Token], target: Token) -> bool:
    """ "University of Velsk and North University": a second body is joined by "and", with a head of its own."""
    following = [t.text for t in parse.tokens[target.index : target.index + _MOST_INSIDE]]
    told = parse.tokens[run.last].text in lexicon.heads_of and any(word in lexicon.heads_of for word in following)
    return inside[0].text == "and" and (told or parse.tokens[run.first].text in following)


def _breaks(parse: Parse, lexicon: Lexicon, run: Range, target: Token) -> bool:
    """A name ends here although another follows: a body before somebody's name, words in capitals before others."""
    last = parse.tokens[run.last]
    if _is_given_before(parse, lexicon, run):
        return False
    if run.first == run.last and target.entity == "PERSON" and _LETTERED.fullmatch(last.text):
        return True  # "DpolT Ada Berg"
    if _are_letters_before(parse, lexicon, run, target):
        return True
    if _is_behind_rank(parse, lexicon, run):
        return False
    told = parse.text[max(parse.tokens[run.first].start - _CUE, 0) : parse.tokens[run.first].start].lower().rstrip()
    if last.entity in ("ORG", "GPE") and target.entity == "PERSON" and not told.endswith(lexicon.signs.aged):
        return any(e.first == target.index and e.last > e.first for e in parse.entities)
    if run.first == run.last and _is_prefixed(parse, lexicon, run.first, target):
        return True
    alone = run.first == run.last and target.lower in lexicon.signs.given
    shouted = last.text.isupper() and (last.lower in lexicon.common or alone) and len(last.text) >= _LOUD
    return _changes_case(parse, run, target) or (shouted and not target.text.isupper())


def _are_letters_before(parse: Parse, lexicon: Lexicon, run: Range, target: Token) -> bool:
    """ "The spokesman of the VSK Ada Berg": a body's letters behind an article, before a given name and one more."""
    before, last = parse.tokens[max(run.first - 1, 0)], parse.tokens[run.last]
    following = parse.tokens[target.index + 1 : target.index + 2]
    named = target.lower in lexicon.signs.given and bool(following) and following[0].text[:1].isupper()
    letters = run.first == run.last and len(last.text) > 1 and last.text.isupper() and last.text.isalpha()
    headed = bool(following) and following[0].text in lexicon.heads_of
    return letters and named and not headed and target.text.istitle() and before.lower in lexicon.articles


def _is_behind_rank(parse: Parse, lexicon: Lexicon, run: Range) -> bool:
    """ "General Ada" before "Berg", where the parser takes the given name for a body's."""
    before = parse.tokens[max(run.last - 1, 0)]
    rank = before.index < run.last and (before.lower,) in lexicon.roles.get(before.lower, frozenset())
    return rank and before.text.istitle() and parse.tokens[run.last].text not in lexicon.heads_of


def _is_given_before(parse: Parse, lexicon: Lexicon, run: Range) -> bool:
    """ "Ada Sol" before "Berg Dahl", where the parser takes the given names for a body's or a place's."""
    words = parse.between(run)
    if len(words) < 2 or words[0].lower not in lexicon.signs.given or words[-1].entity not in ("ORG", "GPE"):
        return False
    known = _is_known(lexicon, parse.quote(run)) or bool(cities_of(parse.quote(run))) or bool(cities_of(words[-1].text))
    return not known and not any(t.text in lexicon.heads_of or t.lower in lexicon.common for t in words)


def _is_prefixed(parse: Parse, lexicon: Lexicon, first: int, target: Token) -> bool:
    """ "anti-Berg Danes": the prefix belongs to the first name, and the parser takes the next for another."""
    prefix = [t.lower for t in parse.tokens[max(first - 2, 0) : first]]
    glued = len(prefix) == 2 and prefix[0] in lexicon.plain.prefixes and prefix[1] in HYPHENS
    return glued and not any(e.first <= first and target.index <= e.last for e in parse.entities)


def _changes_case(parse: Parse, run: Range, target: Token) -> bool:
    """Words in capitals end or begin here, as where the words of a graphic run together."""
    before = parse.between(run)[-2:]
    after = (target, *parse.tokens[target.index + 1 : target.index + 2])
    loud, next_loud = (len(words) == 2 and all(map(_is_loud, words)) for words in (before, after))
    return (loud and not target.text.isupper()) or (next_loud and not before[-1].text.isupper())


def _is_loud(token: Token) -> bool:
    return token.text.isupper() and token.text.isalpha() and len(token.text) >= _LOUD


def _is_one_entity(parse: Parse, last: int, target: Token) -> bool:
    """ "Anna of Velsk": the parser takes both sides of the small word for one person."""
    return any(e.label == "PERSON" and e.first <= last and target.index <= e.last for e in parse.entities)


def _is_one_body(parse: Parse, lexicon: Lexicon, run: Range, target: Token) -> bool:
    """ "Friends of Hope", "Front for the Defence of Velsk": the parser takes all of it for one body.

    A body named by a people is told in full, and so is one before a country: "Armed Forces of Denmark".
    """
    inside = parse.tokens[run.last + 1 : target.index]
    if inside[0].text not in lexicon.body_joints or any(t.text not in lexicon.inside for t in inside):
        return False
    goes_on = any(t.text in lexicon.inside for t in parse.between(run))
    told = lexicon.adjective(parse.tokens[run.first].text) or _is_known(lexicon, parse.quote(run))
    if not goes_on and (told or _is_known(lexicon, target.text)):
        return False
    return any(e.label == "ORG" and e.first <= run.first and target.index <= e.last for e in parse.entities)


def _is_listed_body(parse: Parse, lexicon: Lexicon, run: Range, inside: Sequence[Token], target: Token) -> bool:
    """ "Food and Drug Administration": one body to the parser; its head ends it, and a common word stands first."""
    last = parse.tokens[run.last]
    if len(inside) != 1 or inside[0].lower not in lexicon.signs.couples or last.lower not in lexicon.common:
        return False
    if last.text in lexicon.heads_of:
        return False
    around = (e for e in parse.entities if e.label == "ORG" and e.first <= run.last and target.index < e.last)
    return any(lexicon.heads_of.get(parse.tokens[e.last].text) == "ORG" for e in around)


def _is_known(lexicon: Lexicon, name: str) -> bool:
    return name in lexicon.known or lexicon.countries.code_of(name) is not None


def _is_body_joint(parse: Parse, lexicon: Lexicon, run: Range, inside: Sequence[Token]) -> bool:
    """ "Ministry of Trade and Industry": a body's name goes on after "of", and then after "and"."""
    last, joint = parse.tokens[run.last].text, inside[0].text
    opening = itertools.takewhile(lambda t: t.text not in lexicon.inside, parse.between(run))
    first = max(opening, key=lambda t: t.index).text  # "Velsk Ministry" of "Velsk Ministry of Trade and Industry"
    if joint == "&":
        return len(inside) == 1
    if joint == "of":
        return last in lexicon.opening_heads
    if len(inside) == 1 and joint in lexicon.body_joints and run.last > run.first and last in lexicon.bodies.aims:
        return True
    if joint not in lexicon.inside or first not in lexicon.opening_heads:
        return False
    if joint == "and":
        return run.last > run.first and len(inside) == 1 and _is_common(parse.tokens[run.last])
    return run.first == run.last


def _is_common(token: Token) -> bool:
    """ "Foreign Affairs and Trade" goes on, "the Bank of Oslo and Bergen" does not: the parser sees a place there."""
    return token.entity not in ("GPE", "LOC", "PERSON")


def _is_number_of(parse: Parse, lexicon: Lexicon, last: int) -> bool:
    """ "Expo 2017": a number that the parser takes into the name."""
    name, number = parse.tokens[last], parse.tokens[last + 1]
    if number.tag != "CD" or not number.text.isdigit() or number.sentence != name.sentence:
        return False
    return name.text in lexicon.place_signs.numbered or any(
        e.first <= name.index and number.index <= e.last and e.label in ("EVENT", "LAW", "PRODUCT", "WORK_OF_ART")
        for e in parse.entities
    )
