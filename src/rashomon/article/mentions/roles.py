"""Offices and kinds that stand for somebody or something named elsewhere: "the Chilean leader", "the ministry"."""

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...ids import make_id
from ...places import city_of
from ...records import EntityType, Mention
from ..parse import Parse, Range
from .appositions import country_after
from .lexicon import Lexicon
from .offices import country_before, phrase_at

_MOST_MODIFIERS = 3  # words between "the" and the office
_LAST_WORD = -1
_FEW = 2  # sentences back
_NEAR_WORDS = 6  # words before a name in which "former" is told of it
_MOST_OF = 5  # words of "of …" that are looked at
_NEAR = 60  # code points around a name in which its office is told


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A definite phrase: the words from its first modifier to its noun, and the country it tells."""

    words: Range
    noun: Range
    country: str | None
    kind: EntityType
    modifiers: tuple[str, ...]  # the words between, but for the adjective of a country
    kinds: tuple[str, ...]  # of these the names and nouns: "foreign ministry spokesman"
    past: bool  # "the former president"
    of: tuple[str, ...]  # "of …", but for a country: "the head of the region"


def find_roles(document: str, parse: Parse, lexicon: Lexicon, names: Sequence[Mention]) -> tuple[Mention, ...]:
    """Phrases that stand for a name of the document; those that stand for none are left out."""
    taken = {t.index for name in names for t in parse.within(name.start, name.end)}
    found = (_mention(document, parse, lexicon, names, p) for p in _phrases(parse, lexicon) if p.noun.last not in taken)
    return tuple(mention for mention in found if mention is not None)


def _phrases(parse: Parse, lexicon: Lexicon) -> Iterator[_Phrase]:
    index = 0
    while index < len(parse.tokens):
        phrase = _phrase_at(parse, lexicon, index)
        index = phrase.noun.last + 1 if phrase else index + 1
        if phrase is not None:
            yield phrase


def _phrase_at(parse: Parse, lexicon: Lexicon, index: int) -> _Phrase | None:
    word = parse.tokens[index].lower
    if not any(word in nouns for nouns in (lexicon.definite_roles, lexicon.definite_bodies, lexicon.definite_places)):
        return None
    last = min(index + 3, len(parse.tokens) - 1)
    nouns: tuple[tuple[EntityType, Range | None], ...] = (
        ("PERSON", phrase_at(parse, lexicon.definite_roles, index, last)),
        ("ORG", phrase_at(parse, lexicon.definite_bodies, index, last)),
        ("GPE", phrase_at(parse, lexicon.definite_places, index, last)),
    )
    kind_of, noun = max(nouns, key=lambda row: -1 if row[1] is None else row[1].last)
    if noun is None or not _is_noun(parse, noun):
        return None
    first = _first_word(parse, lexicon, noun.first)
    kin = parse.tokens[noun.last].lower in lexicon.signs.kin  # "his brother" is another than the brother told of
    if first is None or (kin and parse.tokens[first - 1].lower != "the"):
        return None
    before = parse.between(Range(first, noun.first - 1))
    modifiers = tuple(t.text for t in before if not lexicon.adjective(t.text) and t.text not in lexicon.role_modifiers)
    country = country_before(parse, lexicon, noun.first) or country_after(parse, lexicon, noun)
    kinds = tuple(
        t.text for t in before if t.text in modifiers and (t.text[:1].isupper() or t.pos in ("NOUN", "PROPN"))
    )
    if _is_anothers(parse, lexicon, Range(first, noun.last), kind_of):
        return None
    of = () if country_after(parse, lexicon, noun) else _complement(parse, noun)
    past = any(t.lower in lexicon.offices.past for t in before)
    return _Phrase(Range(first, noun.last), noun, country, kind_of, modifiers, kinds, past, of)


def _is_anothers(parse: Parse, lexicon: Lexicon, words: Range, kind: EntityType) -> bool:
    """ "the next president" is nobody told of, and "her party", "Berg's firm" is not the party told of."""
    owner = parse.tokens[words.first - 1]
    if kind == "PERSON":
        things = lexicon.pronouns.get(owner.lower) == "thing"
        return things or any(t.lower in lexicon.offices.others for t in parse.between(words))
    if owner.lower in lexicon.pronouns:
        return lexicon.pronouns[owner.lower] != "thing"
    return owner.text in lexicon.possessives and parse.tokens[max(owner.index - 1, 0)].entity == "PERSON"


def _complement(parse: Parse, noun: Range) -> tuple[str, ...]:
    """The words of meaning of an "of …" behind the noun."""
    following = parse.tokens[noun.last + 1 : noun.last + 2]
    if not following or following[0].lower != "of":
        return ()
    phrase = itertools.takewhile(
        lambda t: t.sentence == following[0].sentence and t.pos in ("DET", "ADJ", "NOUN", "PROPN", "PART"),
        parse.tokens[noun.last + 2 : noun.last + 2 + _MOST_OF],
    )
    return tuple(t.text for t in phrase if t.pos in ("NOUN", "PROPN"))


def _is_noun(parse: Parse, noun: Range) -> bool:
    """The noun ends its phrase: no name and no further noun follows."""
    following = parse.tokens[noun.last + 1 : noun.last + 2]
    return not following or following[0].pos not in ("NOUN", "PROPN") or following[0].sentence != _of(parse, noun)


def _of(parse: Parse, noun: Range) -> int:
    return parse.tokens[noun.last].sentence


def _first_word(parse: Parse, lexicon: Lexicon, noun: int) -> int | None:
    """Where the phrase begins after "the", "its" or "Chile's"; `None` where nothing makes it definite."""
    for first in range(noun, max(noun - _MOST_MODIFIERS - 1, 0), -1):
        before = parse.tokens[first - 1]
        if before.sentence != parse.tokens[noun].sentence:
            break
        if before.lower in lexicon.definite:
            return first
        if before.text in lexicon.possessives:
            return first
        if lexicon.countries.demonym(before.text) is not None:
            return first - 1
        if before.pos not in ("ADJ", "NOUN", "PROPN", "ADV"):
            break
    return None


def _mention(
    document: str, parse: Parse, lexicon: Lexicon, names: Sequence[Mention], phrase: _Phrase
) -> Mention | None:
    antecedent = _antecedent(parse, lexicon, names, phrase)
    if antecedent is None:
        return None
    start, end = parse.offsets(phrase.words)
    role = parse.quote(phrase.noun) if phrase.kind == "PERSON" else None
    return Mention(
        id=make_id("mention", document, start, end),
        document=document,
        start=start,
        end=end,
        text=parse.text[start:end],
        type=antecedent.type,
        form="role",
        role=role,
        country=phrase.country,
        antecedent=antecedent.id,
        why=f"stands for {antecedent.text}",
    )


def _antecedent(parse: Parse, lexicon: Lexicon, names: Sequence[Mention], phrase: _Phrase) -> Mention | None:
    """The nearest fitting name before the phrase, else the first after it that tells the same office."""
    start = parse.tokens[phrase.words.first].start
    noun = parse.quote(phrase.noun).lower()
    if phrase.kind == "GPE" and any(word[0].isupper() for word in phrase.of):
        return None  # "the town of Velsk" is no other town's name
    fitting = [m for m in names if _fits(parse, lexicon, m, noun, phrase)]
    before = [m for m in fitting if m.end <= start]
    if before and phrase.kind == "GPE" and noun not in lexicon.country_words:
        often = Counter(m.text for m in before)  # "the city" is the one the report is about
        return max(before, key=lambda m: (often[m.text], m.start))
    pointed = parse.tokens[phrase.words.first - 1].lower in lexicon.offices.pointing
    if before and noun in lexicon.any_body and not pointed:
        return _most_told(parse, before, start)
    if before:
        return None if _is_of_another(parse, before[-1], phrase, noun) else before[-1]
    told = phrase.kind == "PERSON" and (phrase.country or phrase.modifiers)
    return fitting[0] if fitting and told else None


def _most_told(parse: Parse, names: Sequence[Mention], start: int) -> Mention:
    """Of the bodies named in the sentences right before the one that the report names most, else the nearest."""
    often = Counter(m.text for m in names)
    here = parse.token_at(start)
    sentence = here.sentence if here is not None else 0
    near = [m for m in names if (t := parse.token_at(m.start)) is not None and sentence - t.sentence <= _FEW]
    return max(near, key=lambda m: (often[m.text], m.start)) if near else names[-1]


def _is_of_another(parse: Parse, name: Mention, phrase: _Phrase, noun: str) -> bool:
    """Another, unnamed one of the same office was told of since: "a ministry spokesman … the spokesman"."""
    between = parse.within(name.end, parse.tokens[phrase.words.first].start)
    behind = [t.index for t in between if t.lower == noun.split()[_LAST_WORD]]
    return phrase.kind == "PERSON" and any(_is_introduced(parse, index, name) for index in behind)


def _is_introduced(parse: Parse, noun: int, name: Mention) -> bool:
    """ "a spokesman", "a ministry spokesman", with no name beside it."""
    following = parse.tokens[noun + 1 : noun + 2]
    for index in range(noun - 1, max(noun - _MOST_MODIFIERS - 2, -1), -1):
        word = parse.tokens[index]
        if word.lower in ("a", "an", "another"):
            return not following or following[0].pos != "PROPN"
        if word.pos not in ("ADJ", "NOUN", "PROPN", "ADV") or word.start < name.end:
            return False
    return False


def _fits(parse: Parse, lexicon: Lexicon, name: Mention, noun: str, phrase: _Phrase) -> bool:
    if phrase.kind == "PERSON":
        own = parse.tokens[phrase.words.first].start  # the phrase's own words tell nothing of the name
        end = min(name.end + _NEAR, own) if own >= name.end else name.end + _NEAR
        near = parse.text[max(name.start - _NEAR, 0) : end].lower()
        beside = own >= name.end and parse.text[name.end : own].strip(" ,").lower() in ("", *lexicon.articles)
        of = () if beside else tuple(word for word in phrase.of if word.lower() not in lexicon.country_words)
        told = all(word.lower() in near for word in (*phrase.kinds, *of))
        told = told and _is_past(parse, lexicon, name) == phrase.past
        told = told and _is_under(lexicon, (name.role or "").split()) == _is_under(lexicon, _words(parse, phrase))
        return name.type == "PERSON" and told and _holds_office(lexicon, name, noun, phrase.country)
    if phrase.kind == "ORG":
        words = name.text.lower().split()
        told = all(word.lower() in words for word in (*phrase.modifiers, *phrase.of))
        platform = name.text in lexicon.platforms and noun not in lexicon.businesses  # no group, no agency
        return name.type == "ORG" and told and not platform and _is_such_body(lexicon, name, noun, phrase.country)
    return not phrase.modifiers and _is_such_place(lexicon, name, noun, phrase.country)


def _words(parse: Parse, phrase: _Phrase) -> list[str]:
    return [t.lower for t in parse.between(phrase.words)]


def _is_under(lexicon: Lexicon, words: Sequence[str]) -> bool:
    """ "Vice President", "the deputy minister"."""
    return any(word.lower() in lexicon.offices.under for word in words)


def _is_past(parse: Parse, lexicon: Lexicon, name: Mention) -> bool:
    """The name is told with an office that was: "former Chilean president X", "X, a former president"."""
    tokens = parse.within(name.start, name.end)
    if not tokens:
        return False
    sentence = parse.sentence_of(tokens[0])
    before = parse.tokens[max(tokens[0].index - _NEAR_WORDS, sentence.first) : tokens[0].index]
    marks = [t.index for t in before if t.pos == "PUNCT" and t.text not in "-–"]
    after = parse.tokens[tokens[-1].index + 1 : min(tokens[-1].index + 4, sentence.last + 1)]
    beside = [t for t in before if not marks or t.index > marks[-1]]
    behind = after if after and after[0].text == "," else ()
    return any(t.lower in lexicon.offices.past for t in (*beside, *behind))


def _holds_office(lexicon: Lexicon, name: Mention, noun: str, country: str | None) -> bool:
    """The name was told with this office, or with one that the word may stand for, and with no other country."""
    if name.role is None or (country is not None and name.country not in (None, country)):
        return False
    if country is not None and name.country is None and noun in lexicon.top_offices:
        return False
    role = name.role.lower()
    same = role.split()[_LAST_WORD] == noun.split()[_LAST_WORD]
    leading = noun in lexicon.offices.leading or any(word in role for word in lexicon.offices.leading)
    top = noun in lexicon.top_offices and any(office in role for office in lexicon.top_offices)
    return same or (leading and top)


def _is_such_body(lexicon: Lexicon, name: Mention, noun: str, country: str | None) -> bool:
    if country is not None and name.country != country:
        return False
    head, words = noun.split()[_LAST_WORD], name.text.lower().split()
    another = head in lexicon.businesses and any(word in lexicon.definite_bodies for word in words)
    if head in words or (country is None and words[_LAST_WORD] in lexicon.called.get(head, ())):
        return True
    return head in lexicon.any_body and country is None and not another


def _is_such_place(lexicon: Lexicon, name: Mention, noun: str, country: str | None) -> bool:
    if name.type != "GPE":
        return False
    if noun in lexicon.country_words:
        return lexicon.countries.code_of(name.text) is not None
    if lexicon.countries.code_of(name.text) is not None:
        return False
    city = city_of(name.text)
    return city is not None and country in (None, city.country)
