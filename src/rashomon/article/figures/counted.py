"""Who is counted: the noun phrase of a number, and the group it names."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..parse import Parse, Token
from ..words import singular
from .lexicon import DEFAULT_GROUP, Lexicon, lemma_of
from .numbers import Number

_BEFORE_NOUN = frozenset({"nummod", "amod", "quantmod", "compound", "nmod", "det", "advmod"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})  # "the 12 injured": participles serve as nouns
_TIMES = frozenset({"DATE", "TIME"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
PERSON = "person"  # the unit of counts of people
LONGEST_OF = 8  # tokens of an "of" phrase that belong to the name of a group ("members of the security forces")


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with the noun it counts; `role` is the token whose place in the tree tells what happens to them."""

    number: Number
    noun: int | None
    role: int
    first: int
    last: int
    part: bool = False  # "12 of the 30"
    group: str | None = None  # where no one noun tells it: "two soldiers and a child"
    unit: str = PERSON
    of: str | None = None  # what an amount is of: "two tonnes of explosives"


def counted_by(parse: Parse, lexicon: Lexicon, number: Number) -> Counted | None:
    """What a number counts; `None` where it counts things that are no people, or is somebody's age."""
    token = parse.tokens[number.head]
    if _is_age(parse, lexicon, number) or _is_name(parse, lexicon, number) or _is_parent(parse, lexicon, number):
        return None
    if any(lemma_of(t) in lexicon.words("rules", "multiples") for t in parse.tokens[number.last + 1 : number.last + 2]):
        return None
    counted = _of_whom(parse, lexicon, number) or counted_noun(parse, lexicon, number)
    if counted is not None and number.whole is not None and token.dep not in _BEFORE_NOUN:
        counted = replace(counted, role=number.head, part=True)
    if counted is None and (group := _set_of(parse, lexicon, token)):
        return Counted(number, None, group, min(group, number.first), number.last)
    if counted is None:
        return Counted(number, None, token.index, number.first, number.last, number.whole is not None)
    noun = parse.tokens[counted.noun] if counted.noun is not None else None
    if (
        noun is not None
        and lexicon.is_thing(noun)
        and not lexicon.is_person(noun)
        and not is_case(parse, lexicon, noun)
    ):
        return None
    return counted


def counted_noun(parse: Parse, lexicon: Lexicon, number: Number) -> Counted | None:
    """A number with the noun it stands before, whatever that names."""
    return _of_phrase(parse, lexicon, number) or _noun_phrase(parse, lexicon, number)


def is_case(parse: Parse, lexicon: Lexicon, noun: Token) -> bool:
    """A case of an illness, in a report that tells of one: somebody who has it."""
    if lemma_of(noun) not in lexicon.words("cases", "nouns"):
        return False
    illness = lexicon.words("cases", "illness")
    of = (t for p in parse.children(noun.index, "prep") for t in parse.children(p.index, "pobj"))
    if any(lemma_of(t) in illness for t in of):
        return True  # "1,052 cases of cholera"
    return sum(lemma_of(t) in illness for t in parse.tokens) >= int(lexicon.table["cases"]["least"])


def _set_of(parse: Parse, lexicon: Lexicon, token: Token) -> int | None:
    """The family in "a family of five": what befell it befell five."""
    preposition = parse.tokens[token.head]
    head = parse.tokens[preposition.head]
    of = token.dep == "pobj" and preposition.lower in lexicon.words("glue", "of")
    return head.index if of and lemma_of(head) in lexicon.words("partitives", "sets") else None


def _is_age(parse: Parse, lexicon: Lexicon, number: Number) -> bool:
    """ "aged 12", "ages 2 and 4", "Ann Alder, 34, was hurt"."""
    before = [
        t for t in parse.tokens[max(0, number.first - 3) : number.first] if t.paragraph == _paragraph(parse, number)
    ]
    if _is_in_list_of_ages(parse, lexicon, number) or _is_among_ages(parse, lexicon, number):
        return True
    if len(before) < 2 or before[-1].text not in (",", "(") or number.relation != "exactly":
        return False
    after = parse.tokens[number.last + 1] if number.last + 1 < len(parse.tokens) else None
    named = before[-2].entity == "PERSON" or (before[-2].pos == "PROPN" and before[-2].entity not in _PLACES)
    closed = after is None or after.pos == "PUNCT"
    goes_on = after is not None and after.lower in lexicon.words("ages", "then")
    return (named and (closed or goes_on)) or (lexicon.is_person(before[-2]) and closed)


def _is_name(parse: Parse, lexicon: Lexicon, number: Number) -> bool:
    """The number of a thing or a year: "the '11 model", "Volume One"."""
    before = parse.tokens[number.first - 1 : number.first] if number.first else ()
    signs = lexicon.words("signs", "before")
    if any(t.lower in signs and t.end == parse.tokens[number.first].start for t in before):
        return True
    named = any(t.pos == "PROPN" and t.sentence == parse.tokens[number.first].sentence for t in before)
    return named and parse.tokens[number.head].pos == "PROPN"


def _is_parent(parse: Parse, lexicon: Lexicon, number: Number) -> bool:
    """The children in "a mother of two": only she is told of."""
    before = parse.tokens[max(0, number.first - 2) : number.first]
    if len(before) < 2 or before[1].lower not in lexicon.words("glue", "of"):
        return False
    words = lexicon.words("partitives", "sets") | lexicon.words("partitives", "words")
    return before[0].tag == "NN" and lexicon.is_person(before[0]) and lemma_of(before[0]) not in words


def _is_in_list_of_ages(parse: Parse, lexicon: Lexicon, number: Number) -> bool:
    """ "aged 12", "ages 25, 26, and 33"."""
    at = number.first - 1
    while at >= 0 and (parse.tokens[at].pos in ("NUM", "PUNCT", "CCONJ")) and number.first - at < LONGEST_OF:
        at -= 1
    return at >= 0 and parse.tokens[at].lower in lexicon.words("ages", "before")


def _is_among_ages(parse: Parse, lexicon: Lexicon, number: Number) -> bool:
    """The 20 in "Two men, 18 and 20, were hurt"."""
    at = number.first - 1
    if at < 1 or parse.tokens[at].pos != "CCONJ" or number.relation != "exactly":
        return False
    while at >= 0 and parse.tokens[at].pos in ("NUM", "PUNCT", "CCONJ") and number.first - at < LONGEST_OF:
        at -= 1
    closed = number.last + 1 >= len(parse.tokens) or parse.tokens[number.last + 1].pos == "PUNCT"
    listed = closed and number.first - at > 3 and parse.tokens[at + 1].text in (",", "(")
    return listed and at >= 0 and (lexicon.is_person(parse.tokens[at]) or parse.tokens[at].entity == "PERSON")


def _paragraph(parse: Parse, number: Number) -> int:
    return parse.tokens[number.first].paragraph


def _of_phrase(parse: Parse, lexicon: Lexicon, number: Number) -> Counted | None:
    """ "dozens of people", "12 of the hostages", "two of them"."""
    end = number.last + 1
    if (
        end >= len(parse.tokens)
        or parse.tokens[end].lower not in lexicon.words("glue", "of")
        or parse.tokens[number.head].sentence != parse.tokens[end].sentence
    ):
        return None
    objects = parse.children(end, "pobj")
    if not objects:
        return None
    noun = objects[0]
    if _has_own_article(parse, noun, end):
        return None
    counts = parse.tokens[end + 1].pos == "NUM"  # "one of four injured"
    definite = counts or noun.pos == "PRON" or bool(parse.children(noun.index, "det", "poss", "nummod"))
    last = noun.index
    role = number.head
    return Counted(number, noun.index, role, number.first, last, (definite and number.relation != "vague"))


def _noun_phrase(parse: Parse, lexicon: Lexicon, number: Number) -> Counted | None:
    token = parse.tokens[number.head if number.whole is None else number.whole]
    for _ in range(number.last - number.first):  # "between 10 and 20", "two dozen"
        token = parse.tokens[token.head] if number.first <= token.head <= number.last else token
    head = parse.tokens[token.head]
    if head.index < token.index and head.entity in _TIMES:
        head = _behind(parse, number) or head
    if token.dep not in _BEFORE_NOUN or head.index <= token.index or head.pos not in _NOMINAL:
        return None
    if _has_own_article(parse, head, number.last) or _is_first_of_list(parse, lexicon, number, head):
        return None
    if head.pos == "VERB" or (head.pos == "ADJ" and head.lower not in lexicon.nouns):
        return None
    while head.dep == "compound" and parse.tokens[head.head].index == head.index + 1:
        head = parse.tokens[head.head]
    role = _above_hedge(parse, number, head)
    return Counted(number, head.index, role, number.first, _noun_end(parse, lexicon, head))


def _behind(parse: Parse, number: Number) -> Token | None:
    """The noun in "On Monday three more people were arrested", where the tree gives the number to the day."""
    behind = parse.tokens[number.last + 1 : number.last + 3]
    nouns = (n for n, token in enumerate(behind) if token.pos == "NOUN")
    first = next(nouns, None)
    return behind[first] if first is not None and all(t.pos == "ADJ" for t in behind[:first]) else None


def _of_whom(parse: Parse, lexicon: Lexicon, number: Number) -> Counted | None:
    """ "5,000 were evacuated, of whom 1,400 are children", "29 of whom were officers": children, officers."""
    words, behind = lexicon.words, parse.tokens[number.last + 1 : number.last + 4]
    around = parse.tokens[max(number.first - 2, 0) : number.first], behind[:2]
    at = next((n for n, two in enumerate(around) if _is_whole(two, words("glue", "of"), words("scope", "whole"))), None)
    verb = behind[2 * at : 2 * at + 1] if at is not None else ()
    who = parse.children(verb[0].index, "attr") if verb and verb[0].pos == "AUX" else ()
    if not who or not (lexicon.is_person(who[0]) or lemma_of(who[0]) in words("partitives", "words")):
        return None
    return Counted(number, who[0].index, number.head, number.first, _noun_end(parse, lexicon, who[0]), part=True)


def _is_whole(two: Sequence[Token], of: frozenset[str], whole: frozenset[str]) -> bool:
    return len(two) == 2 and two[0].lower in of and two[1].lower in whole


def _has_own_article(parse: Parse, noun: Token, after: int) -> bool:
    """ "8 A man was hurt", "2 of 8 A man was hurt": the number of a picture, not of men."""
    between = parse.tokens[after + 1 : noun.index]
    return any(t.dep == "det" and t.text[0].isupper() and t.head == noun.index for t in between)


def _is_first_of_list(parse: Parse, lexicon: Lexicon, number: Number, noun: Token) -> bool:
    """The one in "One dead, four hurt": a state follows it, and the noun has a number of its own."""
    after = parse.tokens[number.last + 1 : number.last + 3]
    return len(after) == 2 and after[0].lower in lexicon.states and after[1].text == "," and after[1].index < noun.index


def _above_hedge(parse: Parse, number: Number, noun: Token) -> int:
    """The head of a hedge that the noun hangs by ("a total of 99 people"), else the noun itself."""
    preposition = parse.tokens[noun.head]
    inside = noun.dep == "pobj" and number.first <= preposition.index <= number.last
    return preposition.head if inside else noun.index


def _noun_end(parse: Parse, lexicon: Lexicon, noun: Token) -> int:
    """Last token of the name of those counted: the noun, or the end of "members of the security forces"."""
    if lemma_of(noun) in lexicon.words("partitives", "words"):
        of = next(
            (
                c
                for c in parse.children(noun.index, "prep")
                if c.index == noun.index + 1 and c.lower in lexicon.words("glue", "of")
            ),
            None,
        )
        objects = parse.children(of.index, "pobj") if of else ()
        if objects and objects[0].index - noun.index <= LONGEST_OF:
            return objects[0].index
    return noun.index


def group_of(parse: Parse, lexicon: Lexicon, counted: Counted) -> tuple[str | None, str | None]:
    """The group that the counted noun names, and its words; nothing where the number stands alone."""
    if counted.unit != PERSON:
        return None, counted.of
    if counted.group:
        return counted.group, None
    if told := _group_in_predicate(parse, lexicon, counted):
        return told
    if counted.noun is None:
        return None, _origin_of(parse, lexicon, counted)
    noun = parse.tokens[counted.noun]
    if noun.pos == "PRON" or lemma_of(noun) in lexicon.intransitive:
        return None, None  # "12 die", where the tree takes the verb for a noun
    words = [
        t
        for t in _apart_from_number(parse, counted)
        if t.lower not in lexicon.words("glue", "empty") and t.pos != "AUX"
    ]
    if not words:
        return None, None
    text = parse.text[words[0].start : words[-1].end]
    if counted.noun != counted.last:
        text = parse.text[parse.tokens[counted.noun].start : parse.tokens[counted.last].end]
    phrase = [lemma_of(t) if t.pos != "PROPN" else t.lower for t in words]
    plain = [t.lower for t in words]
    for length in (3, 2, 1):
        for form in (phrase, plain, [singular(w) for w in plain]):
            if len(form) >= length and (group := lexicon.groups.get(" ".join(form[-length:]))):
                return group, text
    if lexicon.nouns.get(lemma_of(noun)) in lexicon.words("harm", "measures"):  # "17 civilian deaths"
        kinds = (lexicon.groups.get(lemma_of(word)) or lexicon.groups.get(word.lower) for word in words[:-1])
        return next((kind for kind in kinds if kind), DEFAULT_GROUP), text
    return DEFAULT_GROUP, text


def _group_in_predicate(parse: Parse, lexicon: Lexicon, counted: Counted) -> tuple[str, str | None] | None:
    """ "Two of the dead were soldiers", "four are guards"."""
    role = parse.tokens[counted.role]
    verb = parse.tokens[role.head]
    if role.dep != "nsubj" or verb.pos != "AUX" or not (counted.part or counted.noun is None):
        return None
    for kind in parse.children(verb.index, "attr"):
        told = replace(counted, noun=kind.index, role=kind.index, last=_noun_end(parse, lexicon, kind), part=False)
        group, text = group_of(parse, lexicon, told) if kind.index > counted.last else (None, None)
        if group and group != DEFAULT_GROUP:
            return group, text
    return None


def _apart_from_number(parse: Parse, counted: Counted) -> list[Token]:
    """The tokens after a number, without those that stand together with it: "-year-old"."""
    end, first = parse.tokens[counted.number.last].end, counted.number.last + 1
    while first <= counted.last and parse.tokens[first].start == end:
        end, first = parse.tokens[first].end, first + 1
    return list(parse.tokens[first : counted.last + 1])


def group_told(parse: Parse, lexicon: Lexicon, counted: Counted) -> str:
    """The group alone; people, where none is told."""
    return group_of(parse, lexicon, counted)[0] or DEFAULT_GROUP


def _origin_of(parse: Parse, lexicon: Lexicon, counted: Counted) -> str | None:
    """Where those of a bare count come from, which sets them apart: "killed 10 from Westland"."""
    after = parse.tokens[counted.last + 1 : counted.last + 3]
    if len(after) < 2 or after[0].lower not in lexicon.words("toll", "from") or after[1].entity not in _PLACES:
        return None
    return parse.text[after[0].start : after[1].end]
