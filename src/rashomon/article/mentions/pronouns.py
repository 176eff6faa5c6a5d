"""Pronouns of one person, and whom they stand for: the nearest subject of their sex."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from ...ids import make_id
from ...records import Mention
from ..parse import Parse, Token
from .lexicon import Lexicon

# How many sentences back a pronoun may point. Set on ECB+, where further back it is wrong more often than right.
FURTHEST = 2
MOST_PEOPLE = 40  # named before a pronoun that are looked at: a list of names is no choice
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OPENING = frozenset({"“", "``", "«"})
_CLOSING = frozenset({"”", "''", "»"})
_EITHER = frozenset({'"'})
_OBJECTS = frozenset({"dobj", "dative", "pobj"})


def find_pronouns(document: str, parse: Parse, lexicon: Lexicon, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Pronouns that stand for a person of the document; those that point to nobody near are left out."""
    people = [(m, token) for m in mentions if m.type == "PERSON" and (token := _head(parse, m)) is not None]
    people.sort(key=lambda row: row[1].index)
    places = [token.index for _, token in people]
    by_id = {m.id: m for m in mentions}
    sexes = _sexes(lexicon, mentions, by_id)
    named = {(m.start, m.end) for m in mentions}  # "Mr He"
    quoted = _quoted(parse)
    found = []
    for token in parse.tokens:
        sex = lexicon.pronouns.get(token.lower)
        if sex is None or sex == "thing" or (token.start, token.end) in named:
            continue
        last = bisect_left(places, token.index)
        near = [row for row in people[max(last - MOST_PEOPLE, 0) : last] if _near(row[1], token)]
        if token.index not in quoted and _speaks(parse, lexicon, token):
            near = [row for row in near if row[1].index not in quoted]
        chosen = _chosen(parse, token, [row for row in near if sexes.get(_root(row[0], by_id), sex) == sex])
        if chosen is not None:
            root = _root(chosen, by_id)
            sexes.setdefault(root, sex)
            pronoun = _pronoun(document, token, chosen)
            found.append(pronoun)
            # Whom a pronoun stands for is being told of, so that the next one may go on from it.
            by_id[pronoun.id] = pronoun
            people.insert(last, (pronoun, token))
            places.insert(last, token.index)
    return tuple(found)


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
    first, *rest = mention.text.lower().split()
    return lexicon.signs.sexes.get(first) if rest or first not in lexicon.signs.surnames else None


def _near(name: Token, pronoun: Token) -> bool:
    return pronoun.sentence - name.sentence <= FURTHEST


def _chosen(parse: Parse, pronoun: Token, people: Sequence[tuple[Mention, Token]]) -> Mention | None:
    """The last subject of the nearest sentence, else the last person named in it."""
    fitting = [(m, t) for m, t in people if not _is_other(parse, t, pronoun) and t.dep != "conj"]
    ranked = sorted(fitting, key=lambda row: (-row[1].sentence, row[1].dep not in _SUBJECTS, -row[1].index))
    return ranked[0][0] if ranked else None


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
