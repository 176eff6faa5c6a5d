"""Pronouns of one person, and whom they stand for: the nearest subject of their sex."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...ids import make_id
from ...records import Mention
from ..parse import Parse, Token
from .lexicon import Lexicon
from .unnamed import unnamed_people

# How many sentences back a pronoun may point. Set on ECB+, where further back it is wrong more often than right.
FURTHEST = 2
MOST_PEOPLE = 40  # named before a pronoun that are looked at: a list of names is no choice
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OPENING = frozenset({"“", "``", "«"})
_CLOSING = frozenset({"”", "''", "»"})
_EITHER = frozenset({'"'})
_OBJECTS = frozenset({"dobj", "dative", "pobj"})
_AHEAD = 3  # people named behind a pronoun that are looked at
_OPENING_PARTS = frozenset({"prep", "advcl", "npadvmod"})
_RELATIVE = frozenset({"WP", "WDT"})  # tags of "who" and "that"
_HANGING = frozenset({"conj", "pobj", "prep", "appos"})


@dataclass(frozen=True, slots=True)
class _Person:
    """Somebody whom a pronoun may stand for; no mention names who stays unnamed."""

    token: Token
    mention: Mention | None
    sex: str | None = None  # of who has no name
    subject: bool = False


def find_pronouns(document: str, parse: Parse, lexicon: Lexicon, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Pronouns that stand for a person of the document; those that point to nobody near are left out."""
    people = _people(parse, lexicon, mentions)
    places = [person.token.index for person in people]
    by_id = {m.id: m for m in mentions}
    sexes = _sexes(lexicon, mentions, by_id)
    named = {(m.start, m.end) for m in mentions}  # "Mr He"
    quoted = _quoted(parse)
    found = []
    for token in parse.tokens:
        sex = lexicon.pronouns.get(token.lower)
        if sex is None or sex == "thing" or (token.start, token.end) in named or _is_style(parse, lexicon, token):
            continue
        last = bisect_left(places, token.index)
        near = [p for p in people[max(last - MOST_PEOPLE, 0) : last] if _near(p, token)]
        near += [p for p in people[last : last + _AHEAD] if p.token.sentence == token.sentence]
        if token.index not in quoted and _speaks(parse, lexicon, token):
            near = [p for p in near if p.token.index not in quoted]
        chosen = _chosen(parse, lexicon, token, [p for p in near if _sex(p, sexes, by_id) in (None, sex)])
        if chosen is None:
            continue
        # Whom a pronoun stands for is being told of, so that the next one may go on from it.
        pronoun = _pronoun(document, token, chosen.mention) if chosen.mention is not None else None
        if chosen.mention is not None and pronoun is not None:
            sexes.setdefault(_root(chosen.mention, by_id), sex)
            found.append(pronoun)
            by_id[pronoun.id] = pronoun
        people.insert(last, _Person(token, pronoun, sex, token.dep in _SUBJECTS))
        places.insert(last, token.index)
    return tuple(found)


def _is_style(parse: Parse, lexicon: Lexicon, pronoun: Token) -> bool:
    """ "His Excellency"."""
    following = parse.tokens[pronoun.index + 1 : pronoun.index + 2]
    return bool(following) and following[0].text in lexicon.offices.styles


def _people(parse: Parse, lexicon: Lexicon, mentions: Sequence[Mention]) -> list[_Person]:
    told = ((m, _head(parse, m)) for m in mentions if m.type == "PERSON")
    people = [_Person(token, m, subject=_is_subject(parse, token)) for m, token in told if token is not None]
    taken = {t.index for m in mentions for t in parse.within(m.start, m.end)}
    unnamed = (
        _Person(t, None, lexicon.sexed.get(t.lower), t.dep in _SUBJECTS) for t in unnamed_people(parse, lexicon, taken)
    )
    return sorted((*people, *unnamed), key=lambda person: person.token.index)


def _is_subject(parse: Parse, token: Token) -> bool:
    """ "Ada Berg left", "the singer Ada Berg left"."""
    return parse.tokens[_named_so(parse, token.index)].dep in _SUBJECTS


def _sex(person: _Person, sexes: Mapping[str, str], by_id: Mapping[str, Mention]) -> str | None:
    return person.sex if person.mention is None else sexes.get(_root(person.mention, by_id))


def _quoted(parse: Parse) -> frozenset[int]:
    """The words in quotation marks; a paragraph ends a quotation that nothing closes."""
    found: set[int] = set()
    inside, paragraph = False, -1
    for token in parse.tokens:
        inside = inside and token.paragraph == paragraph
        paragraph = token.paragraph
        if token.text in _CLOSING or (token.text in _EITHER and inside):
            inside = False
        elif token.text in _OPENING or token.text in _EITHER:
            inside = True
        elif inside:
            found.add(token.index)
    return frozenset(found)


def _speaks(parse: Parse, lexicon: Lexicon, pronoun: Token) -> bool:
    """ "…, he said": whoever the quoted words name is another."""
    return pronoun.dep in _SUBJECTS and parse.tokens[pronoun.head].lemma in lexicon.verbs


def _head(parse: Parse, mention: Mention) -> Token | None:
    inside = parse.within(mention.start, mention.end)
    if not inside:
        return None
    first, last = inside[0].index, inside[-1].index
    return next((t for t in inside if not first <= t.head <= last), inside[-1])


def _root(mention: Mention, by_id: Mapping[str, Mention]) -> str:
    seen = {mention.id}
    while mention.antecedent in by_id and mention.antecedent not in seen:
        mention = by_id[mention.antecedent or ""]
        seen.add(mention.id)
    return mention.id


def _sexes(lexicon: Lexicon, mentions: Sequence[Mention], by_id: Mapping[str, Mention]) -> dict[str, str]:
    """The sex that a title or a role tells of somebody, else the given name."""
    sexes: dict[str, str] = {}
    for told in (_told_sex, _sex_of_name):
        for mention in mentions:
            sex = told(mention, lexicon)
            if sex is not None:
                sexes.setdefault(_root(mention, by_id), sex)
    return sexes


def _told_sex(mention: Mention, lexicon: Lexicon) -> str | None:
    return lexicon.sex_of(mention.role.split()) if mention.role else None


def _sex_of_name(mention: Mention, lexicon: Lexicon) -> str | None:
    """ "Alice Berg", and "Alice" where hardly anybody has that surname."""
    if mention.type != "PERSON" or mention.form != "name":
        return None
    return lexicon.sex_of_name(mention.text)


def _near(person: _Person, pronoun: Token) -> bool:
    """Few sentences lie between; who is unnamed and no subject is gone with the sentence."""
    between = pronoun.sentence - person.token.sentence
    return between <= FURTHEST and (person.mention is not None or between == 0 or person.subject)


def _chosen(parse: Parse, lexicon: Lexicon, pronoun: Token, people: Sequence[_Person]) -> _Person | None:
    """Who is told in the same breath, else the last subject of the nearest sentence, else the last person in it."""
    before = [p for p in people if p.token.index < pronoun.index]
    at = {p.token.index: p for p in before}
    if pronoun.lower in lexicon.signs.reflexive:
        subject = _subject_of(parse, pronoun)
        return at.get(subject) if subject is not None else None
    told = (
        _ahead(parse, pronoun, people)
        or _right_before(parse, lexicon, pronoun, before)
        or _beside(parse, lexicon, pronoun, at)
        or _whose_clause(parse, pronoun, at)
    )
    if told is not None:
        return told
    fitting = [p for p in before if not _is_other(parse, p.token, pronoun) and p.token.dep != "conj"]
    ranked = sorted(fitting, key=lambda p: (-p.token.sentence, not p.subject, -p.token.index))
    return ranked[0] if ranked else None


def _ahead(parse: Parse, pronoun: Token, people: Sequence[_Person]) -> _Person | None:
    """ "Since her arrest, Ada Berg has …": the subject of the sentence, behind what opens it."""
    if pronoun.dep != "poss":
        return None
    path = [pronoun, *parse.ancestors(pronoun.index)]
    opening, verb = path[-2:] if len(path) > 1 else (pronoun, pronoun)
    if opening.dep not in _OPENING_PARTS or opening.index > verb.index:
        return None
    subjects = {child.index for child in parse.children(verb.index, *sorted(_SUBJECTS))}
    return next(
        (p for p in people if p.mention is not None and p.token.index > pronoun.index and p.token.index in subjects),
        None,
    )


def _right_before(parse: Parse, lexicon: Lexicon, pronoun: Token, people: Sequence[_Person]) -> _Person | None:
    """ "Ada Berg, and her sons", whatever the parser hangs the words on."""
    if pronoun.dep != "poss" or not people:
        return None
    last = people[-1]
    end = last.token.end if last.mention is None else last.mention.end
    return last if parse.text[end : pronoun.start].strip(" ,") in lexicon.signs.couples else None


def _whose_clause(parse: Parse, pronoun: Token, people: Mapping[int, _Person]) -> _Person | None:
    """ "Ada Berg, who says that she …": whom the clause is about in which the pronoun stands."""
    for above in parse.ancestors(pronoun.index):
        if above.dep == "relcl":
            subject = parse.children(above.index, *sorted(_SUBJECTS))
            about = bool(subject) and subject[0].tag in _RELATIVE and pronoun.head != above.index
            return people.get(_named_so(parse, above.head)) if about else None
    return None


def _subject_of(parse: Parse, pronoun: Token) -> int | None:
    """The subject of the verb that "himself" is an object of; of "the man who …" the man."""
    for above in parse.ancestors(pronoun.index):
        for subject in parse.children(above.index, *sorted(_SUBJECTS)):
            relative = subject.tag in _RELATIVE and above.dep == "relcl"
            return _named_so(parse, above.head if relative else subject.index)
    return None


def _named_so(parse: Parse, index: int) -> int:
    """Of an apposition ("Ada Berg, a doctor") the word it stands beside."""
    return parse.tokens[index].head if parse.tokens[index].dep == "appos" else index


def _beside(parse: Parse, lexicon: Lexicon, pronoun: Token, people: Mapping[int, _Person]) -> _Person | None:
    """ "Ada Berg and her sons", "a man in his forties": the noun that a possessive owns hangs on somebody."""
    if pronoun.dep != "poss":
        return None
    for above in parse.ancestors(pronoun.index):
        owners = (
            p.index for p in parse.children(above.index, "poss") if p.index != pronoun.index and p.index in people
        )
        if (owner := next(owners, None)) is not None and parse.tokens[owner].lower in lexicon.pronouns:
            return people[owner]  # "his son and his neighbour"
        if above.index in people:
            return people[above.index]
        if above.dep not in _HANGING:
            return None
    return None


def _is_other(parse: Parse, name: Token, pronoun: Token) -> bool:
    """ "Ada told her": the object of a verb is not its subject."""
    if pronoun.dep not in _OBJECTS or name.dep not in _SUBJECTS:
        return False
    above = parse.tokens[pronoun.head]
    verb = parse.tokens[above.head] if pronoun.dep == "pobj" else above
    return name.head == verb.index


def _pronoun(document: str, token: Token, antecedent: Mention) -> Mention:
    return Mention(
        id=make_id("mention", document, token.start, token.end),
        document=document,
        start=token.start,
        end=token.end,
        text=token.text,
        type="PERSON",
        form="pronoun",
        antecedent=antecedent.id,
        why=f"the nearest person it can stand for is {antecedent.text}",
    )
