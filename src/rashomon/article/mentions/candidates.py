"""Candidates for names: runs cut at roles, titles and adjectives of countries, which are kept as evidence."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...places import cities_of
from ...records import EntityType
from ..parse import Parse, Range, Token
from .lexicon import Lexicon
from .offices import (
    behind_office,
    country_before,
    first_of_role,
    is_unknown,
    lower_role_before,
    office_over,
    phrase_at,
    role_words,
)
from .openers import behind_openers
from .people import is_given
from .portfolios import holder_of_portfolio, is_of_something
from .runs import name_runs
from .syllables import HYPHENS
from .words import Words

_CHARGED = 40  # words before a charge in which "charged" stands
_LONGEST = 12  # words of a name in which another is looked for


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may be a name, with what stands around them."""

    words: Range
    role: str | None = None
    country: str | None = None  # ISO 3166 alpha-2
    titled: bool = False  # a title or a role of a person stands before it
    kind: EntityType | None = None  # what it must be, where its words leave no doubt


def find_candidates(parse: Parse, lexicon: Lexicon, words: Words) -> tuple[Candidate, ...]:
    """Candidates in order; one may lie inside another."""
    runs = behind_openers(parse, lexicon, words, name_runs(parse, lexicon, words))
    found = [c for run in runs for c in _cut(parse, lexicon, run)]
    return tuple(sorted((*found, *lower_bodies(parse, lexicon)), key=lambda c: (c.words.first, c.words.last)))


def _cut(parse: Parse, lexicon: Lexicon, run: Range) -> Iterator[Candidate]:
    """The names in a run: what is before a role, and what is after it."""
    role = _role_in(parse, lexicon, run)
    if role is None:
        yield from _without_role(parse, lexicon, run)
        return
    before, after = Range(run.first, first_of_role(parse, lexicon, role) - 1), Range(role.last + 1, run.last)
    country = country_before(parse, lexicon, role.first)
    if before.first < before.last or parse.tokens[run.first].text not in lexicon.divisions:  # "District Judge Ada Berg"
        yield from _plain(parse, lexicon, _before_office(parse, lexicon, before))
    if after.first <= after.last:
        words = role_words(parse, lexicon, role)
        yield from _named(parse, after, Candidate(after, words, country, titled=True))


def _before_office(parse: Parse, lexicon: Lexicon, run: Range) -> Range:
    """ "Velsk Council" of "Velsk Council Chairman", before a second office."""
    office = lower_role_before(parse, lexicon, run.last + 1) if run.first < run.last else None
    if office is None or office.first <= run.first or parse.quote(office).lower() in lexicon.ambiguous_roles:
        return run
    return Range(run.first, office.first - 1)


def _without_role(parse: Parse, lexicon: Lexicon, run: Range) -> Iterator[Candidate]:
    """A run after a lower-case role ("the singer Ada B"), or a plain name."""
    run = _behind_office_of(parse, lexicon, run)
    if run.first > run.last:
        return
    found = holder_of_portfolio(parse, lexicon, run)
    if found is not None:
        portfolio, office = found
        if is_of_something(parse, lexicon, portfolio):
            yield from _plain(parse, lexicon, portfolio)
        named = _in_office(parse, lexicon, office, Range(portfolio.last + 1, run.last))
        yield replace(named, country=named.country or lexicon.countries.code_of(parse.quote(portfolio)))
        return
    run = behind_office(parse, lexicon, run)
    if run.first > run.last:
        return
    lead = lower_role_before(parse, lexicon, run.first) or office_over(parse, lexicon, run.first)
    if lead is None or _has_head(parse, lexicon, run) or _is_people(parse, lexicon, run):
        yield from _plain(parse, lexicon, run)
        return
    yield _in_office(parse, lexicon, lead, run)


def _in_office(parse: Parse, lexicon: Lexicon, office: Range, name: Range) -> Candidate:
    """Who is named behind an office; "official" before "Reuters" is none."""
    if parse.quote(name) in lexicon.known:
        return Candidate(name)
    country = country_before(parse, lexicon, office.first)
    return Candidate(name, role_words(parse, lexicon, office), country, titled=True)


def _plain(parse: Parse, lexicon: Lexicon, run: Range) -> Iterator[Candidate]:
    """A run with the adjective of a country, or the words of a headline, before a person's name taken off."""
    run = _behind_common_words(parse, lexicon, _trimmed(parse, lexicon, run))
    if all(_is_no_name(lexicon, t) for t in parse.between(run)) or _is_people(parse, lexicon, run):
        return
    if _is_nameless(parse, lexicon, run) or (
        run.first == run.last and parse.tokens[run.first].text in lexicon.divisions
    ):
        return  # "County detectives"
    yield from _owner(parse, lexicon, run)
    yield from _lettered(parse, lexicon, run)
    first = parse.tokens[run.first]
    if _is_credit(parse, lexicon, run) or (first.text in lexicon.platforms and run.last - run.first > 1):
        yield Candidate(Range(run.first, run.first))
        yield from _plain(parse, lexicon, Range(run.first + 1, run.last))
    elif parse.tokens[run.last].text in lexicon.platforms and run.last > run.first:
        yield from _plain(parse, lexicon, Range(run.first, run.last - 1))
        yield Candidate(Range(run.last, run.last))
    elif lexicon.adjective(first.text) and _adjective_stands_apart(parse, lexicon, run):
        rest = Range(run.first + 1, run.last)
        for candidate in _plain(parse, lexicon, rest):
            country, told = lexicon.countries.demonym(first.text), _is_sexed(parse, lexicon, run)
            yield Candidate(candidate.words, None, country, titled=told)
    else:
        yield Candidate(_whole(parse, lexicon, run), country=_country_of(parse, lexicon, run))


def _is_credit(parse: Parse, lexicon: Lexicon, run: Range) -> bool:
    """ "AFP Ada Berg", "Reuters Norwegian": an agency or a country's letters, and what runs on behind it unmarked."""
    first, *rest = parse.between(run)
    known = lexicon.known.get(first.text) == "ORG" and first.text not in lexicon.platforms
    if not (known and rest) or parse.quote(run) in lexicon.known or _has_head(parse, lexicon, run):
        return False
    return rest[0].entity in ("PERSON", "GPE", "NORP") and rest[0].entity != first.entity


def _is_nameless(parse: Parse, lexicon: Lexicon, run: Range) -> bool:
    """ "Aggravated Assault", "Unlawful Use": a charge in the words of a law, which are all common ones."""
    words = parse.between(run)
    plain = all(any(w in lexicon.plain.words for w in (t.lower, *lexicon.plain.stems(t.lower))) for t in words)
    if not plain or words[-1].text.title() in lexicon.plain.nameless:
        return plain
    start = max(parse.sentence_of(words[0]).first, words[0].index - _CHARGED)
    before = parse.tokens[start : words[0].index]
    headed = any(t.text in lexicon.heads_of for t in words)
    return not headed and any(t.lower in lexicon.plain.charges for t in before)


def _owner(parse: Parse, lexicon: Lexicon, run: Range) -> Iterator[Candidate]:
    """The place in the name of its office: "Velsk County" of "Velsk County Sheriff's Office"."""
    words = parse.between(run)
    owned = next((at for at, token in enumerate(words) if token.text in lexicon.possessives and at), 0)
    place = next((at for at in range(1, owned) if words[at].text in lexicon.divisions), 0)
    if place:
        yield Candidate(Range(run.first, run.first + place))


def _lettered(parse: Parse, lexicon: Lexicon, run: Range) -> Iterator[Candidate]:
    """The body inside a longer name whose letters stand in brackets behind it: "Bureau of the Sea Forum (SF)"."""
    bracket = parse.tokens[run.last + 1 : run.last + 3]
    if run.last - run.first > _LONGEST or len(bracket) < 2 or bracket[0].text != "(" or not bracket[1].text.isupper():
        return
    words = parse.between(run)
    for at in range(1, len(words) - 1):
        initials = "".join(t.text[0] for t in words[at:] if t.text[0].isupper())
        if initials == bracket[1].text and words[at].text[0].isupper() and words[at - 1].lower in lexicon.inside:
            yield Candidate(Range(words[at].index, run.last), kind="ORG")


def _behind_office_of(parse: Parse, lexicon: Lexicon, run: Range) -> Range:
    """ "Sea Guard" of "Commander of the Sea Guard", nothing of "Minister of Foreign Affairs"."""
    office = phrase_at(parse, lexicon.roles, run.first, run.last)
    if office is None or office.last + 2 > run.last or parse.tokens[run.first].text in lexicon.opening_heads:
        return run
    if parse.tokens[office.last + 1].lower not in lexicon.body_joints:
        return run
    if parse.quote(office).lower() in lexicon.ambiguous_roles:
        return run
    rest = _trimmed(parse, lexicon, Range(office.last + 2, run.last))
    return rest if is_of_something(parse, lexicon, rest) else Range(run.last + 1, run.last)


def _is_no_name(lexicon: Lexicon, token: Token) -> bool:
    """ "Danish", "70", and "SHE" in a line of capitals."""
    return lexicon.adjective(token.text) or not _has_letter(token) or token.lower in lexicon.pronouns


def _is_people(parse: Parse, lexicon: Lexicon, run: Range) -> bool:
    """ "South Korean", "East African": words for whoever and whatever is of there."""
    *before, last = (t.text.title() if t.text.isupper() else t.text for t in parse.between(run))
    directed = bool(before) and all(word in lexicon.directions for word in before)
    return lexicon.adjective(" ".join((*before, last))) or (directed and lexicon.adjective(last))


def _behind_common_words(parse: Parse, lexicon: Lexicon, run: Range) -> Range:
    """ "Fired Ada Berg" in a headline is "Ada Berg": common words stand before a given name that many bear."""
    tokens = parse.between(run)
    given = next((at for at, token in enumerate(tokens) if token.lower in lexicon.signs.given), 0)
    name = tokens[given:]
    if given == 0 or len(name) < 2 or any(t.text in lexicon.heads_of or t.lower in lexicon.common for t in name):
        return run
    return Range(name[0].index, run.last) if all(_is_plain(lexicon, t) for t in tokens[:given]) else run


def _is_plain(lexicon: Lexicon, token: Token) -> bool:
    """A common word that is no part of the names of places and bodies."""
    special = token.text in lexicon.directions or token.text in lexicon.heads_of or lexicon.adjective(token.text)
    return token.lower in lexicon.common and token.lower not in lexicon.signs.given_words and not special


def _adjective_stands_apart(parse: Parse, lexicon: Lexicon, run: Range) -> bool:
    """ "Danish Ada Berg", but not "Danish Refugee Council" nor "Danish Dynamite"."""
    if run.first == run.last:
        return True
    if parse.tokens[run.first + 1].text in ("-", "‑") or _has_head(parse, lexicon, run):
        return False
    rest = parse.between(Range(run.first + 1, run.last))
    if _is_sexed(parse, lexicon, run) or (len(rest) > 1 and rest[0].lower in lexicon.signs.given):
        return True
    labels = {t.entity for t in rest}
    if is_given(lexicon, parse.tokens[run.first]) and labels == {"PERSON"}:
        return False
    return labels == {"PERSON"} or labels == {""} or all(lexicon.adjective(t.text) for t in rest)


def _is_sexed(parse: Parse, lexicon: Lexicon, run: Range) -> bool:
    """ "Frenchman": the name of a people that tells of one man or woman."""
    return lexicon.sex_of((parse.tokens[run.first].text,)) is not None


def _trimmed(parse: Parse, lexicon: Lexicon, run: Range) -> Range:
    """The run without articles before it, and without possessives and marks at its ends."""
    first, last = run.first, run.last
    while first <= last and (parse.tokens[first].lower in lexicon.articles or _is_small(parse, lexicon, first, 1)):
        first += 1
    while last > first and _is_small(parse, lexicon, last, -1):
        last -= 1
    while last >= first and _is_loose(parse, lexicon, Range(first, last)):
        last -= 1
    return Range(first, last)


def _is_loose(parse: Parse, lexicon: Lexicon, run: Range) -> bool:
    """The last word is none of a name: a possessive, a mark, the "A" or "Four" that opens what runs on unmarked."""
    token = parse.tokens[run.last]
    if token.text in lexicon.possessives or not _has_letter(token):
        return not token.text.isdigit()
    if (
        run.first < run.last
        and lexicon.countries.demonym(token.text) is not None
        and _is_office_next(parse, lexicon, run)
    ):
        return bool(cities_of(parse.quote(Range(run.first, run.last - 1))))  # "from Velsk Danish envoy Ada Berg"
    following = parse.tokens[run.last + 1 : run.last + 2]
    if run.first == run.last or not following or following[0].text[0].isupper():
        return False
    named = any(e.first < run.last <= e.last for e in parse.entities)  # "Formula One star"
    return token.text == "A" or (token.tag == "CD" and not named and following[0].pos in ("NOUN", "NUM", "ADJ"))


def _is_office_next(parse: Parse, lexicon: Lexicon, run: Range) -> bool:
    """ "envoy", "special envoy" right behind the run."""
    behind = range(run.last + 1, min(run.last + 3, len(parse.tokens)))
    return any(phrase_at(parse, lexicon.roles, index, len(parse.tokens) - 1) is not None for index in behind)


def _is_small(parse: Parse, lexicon: Lexicon, index: int, step: int) -> bool:
    """ "WITH" beside another word in capitals: a word of a headline and not of the name."""
    token, beside = parse.tokens[index], parse.tokens[index + step : index + step + 1]
    loud = token.text.isupper() and token.lower in lexicon.plain.small
    return loud and bool(beside) and beside[0].text.isupper() and beside[0].sentence == token.sentence


def _has_letter(token: Token) -> bool:
    return any(c.isalpha() for c in token.text)


def _has_head(parse: Parse, lexicon: Lexicon, run: Range) -> bool:
    return any(t.text in lexicon.heads_of for t in parse.between(run))


def _named(parse: Parse, words: Range, candidate: Candidate) -> Iterator[Candidate]:
    if any(_has_letter(t) for t in parse.between(words)):
        yield candidate


def _role_in(parse: Parse, lexicon: Lexicon, run: Range) -> Range | None:
    """The last title or role inside a run that is not part of a body's name."""
    found: Range | None = None
    index = run.first
    while index <= run.last:
        phrase = phrase_at(parse, lexicon.roles, index, run.last)
        if phrase is None and parse.tokens[index].text in lexicon.honorifics and not _is_glued(parse, index):
            phrase = Range(index, index)
        if phrase is None:
            index += 1
            continue
        part = _is_part_of_name(parse, lexicon, run, phrase) or _is_syllable(parse, lexicon, phrase)
        if not part and not _is_surname(parse, lexicon, run, phrase):
            found = phrase
        index = phrase.last + 1
    return found


def _is_glued(parse: Parse, index: int) -> bool:
    """ "Berg-U": no title, but a part of what stands before it."""
    before = parse.tokens[max(index - 1, 0)]
    return before.text in HYPHENS and before.end == parse.tokens[index].start


def _is_syllable(parse: Parse, lexicon: Lexicon, role: Range) -> bool:
    """ "Son" of "Berg Son-gwon"."""
    after = parse.tokens[role.last + 1 : role.last + 3]
    if parse.tokens[role.last].lower not in lexicon.signs.relations or parse.tokens[role.last].entity != "PERSON":
        return False
    hyphened = len(after) == 2 and after[0].text in HYPHENS and after[1].text.islower()
    return hyphened and parse.tokens[role.last].end == after[0].start and after[0].end == after[1].start


def _is_surname(parse: Parse, lexicon: Lexicon, run: Range, role: Range) -> bool:
    """ "Ada Bishop": an office behind a given name that many bear, where the name ends."""
    if role.first != role.last or role.last != run.last or role.first == run.first:
        return False
    word, before = parse.tokens[role.last], parse.tokens[role.first - 1]
    given = before.lower in lexicon.signs.given and before.lower not in lexicon.signs.surnames
    return word.entity == "PERSON" and given


def _is_persons(lexicon: Lexicon, token: Token) -> bool:
    return token.entity == "PERSON" and token.text not in lexicon.heads_of


def _is_given_alone(parse: Parse, lexicon: Lexicon, words: Range) -> bool:
    """A given name, and nothing that it owns: not "Prince George's"."""
    if words.first > words.last or parse.tokens[words.first].lower not in lexicon.signs.given:
        return False
    behind = parse.tokens[words.first + 1 : words.first + 2]
    return not behind or behind[0].text not in lexicon.possessives


def _is_part_of_name(parse: Parse, lexicon: Lexicon, run: Range, role: Range) -> bool:
    after = Range(role.last + 1, run.last)
    if after.last > after.first and all(_is_persons(lexicon, t) for t in parse.between(after)):
        return False
    if after.last > after.first and parse.tokens[after.first].entity == "PERSON":
        after = Range(after.first + 1, after.last)  # "President Hall Berg"
    if parse.tokens[after.last].start == parse.tokens[after.last - 1].end:
        after = Range(after.first, after.last - 1)  # "President Seo Jae-in"
    if any(t.text in lexicon.heads_of or t.text in lexicon.inside for t in parse.between(after)):
        return True
    if after.first <= after.last and parse.quote(Range(role.last, after.first)) in lexicon.heads_of:
        return True  # "General Staff"
    if any(t.text in lexicon.inside for t in parse.between(Range(run.first, role.first - 1))):
        return True
    word = parse.tokens[role.first]
    if word.lower in lexicon.offices.royal and _is_given_alone(parse, lexicon, after):
        return False  # "King Robert"
    if role.first == role.last and word.lower in lexicon.ambiguous_roles:
        labels = {t.entity for t in parse.between(after)}
        if after.first > after.last:
            return word.lower not in lexicon.signs.trailing_roles
        return "PERSON" not in labels and not is_unknown(parse, lexicon, after)
    return False


def _country_of(parse: Parse, lexicon: Lexicon, run: Range) -> str | None:
    """The country in a body's name, or the one that owns it: "Danish Refugee Council", "Denmark's Supreme Court"."""
    own = lexicon.countries.demonym(parse.tokens[run.first].text)
    if own is None and run.first > 0 and parse.tokens[run.first - 1].text in lexicon.possessives:
        return country_before(parse, lexicon, run.first)
    return own


def _whole(parse: Parse, lexicon: Lexicon, run: Range) -> Range:
    """The run without "Republic of" before a country, and with "magazine" after a name of one word."""
    following = run.last + 1
    if run.first == run.last and following < len(parse.tokens) and parse.tokens[following].lower in lexicon.kept_words:
        return Range(run.first, following)
    if lexicon.countries.code_of(parse.quote(run)) is not None:
        inside = [t.index for t in parse.between(run) if t.text in lexicon.inside]
        rest = Range(inside[0] + 1, run.last) if inside and inside[0] < run.last else run
        return rest if lexicon.countries.code_of(parse.quote(rest)) is not None else run
    return run


def lower_bodies(parse: Parse, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "Danish foreign ministry", "Denmark's foreign ministry": bodies that their country makes a name."""
    for token in parse.tokens:
        phrase = phrase_at(parse, lexicon.lower_heads, token.index, len(parse.tokens) - 1)
        if phrase is None or token.index == 0 or parse.tokens[phrase.last].sentence != token.sentence:
            continue
        first = token.index - 1
        if parse.tokens[first].text in lexicon.possessives:
            first -= 1
        owner = parse.tokens[max(first, 0)]
        code = lexicon.countries.demonym(owner.text) or lexicon.countries.code_of(owner.text)
        if code is not None and token.text.islower():
            yield Candidate(Range(owner.index, phrase.last), country=code, kind="ORG")
