"""One victim told without a number: "A man was killed", "police shot and killed Ann Alder", "another was hurt"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from ..parse import Token
from .counted import Counted
from .elliptic import Found
from .lexicon import DEFAULT_GROUP, lemma_of
from .measures import measure_of
from .numbers import Number
from .readings import Clause, Reading, harm_of

# The headline and what it is told with first; set on local news, whose leads tell every death of their affair.
LEAD_PARAGRAPHS, LEAD_SENTENCES = 3, 5
NEXT_VICTIM = 2  # sentences on from one victim, in which the next is told
WIDEST_PERSON = 6  # tokens before the noun of a person that are quoted with it: "a 14-year-old"
_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "ROOT"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SUFFERS = frozenset({"nsubjpass", "dobj", "pobj"})
_OPENS_NAME = frozenset({"DET", "PROPN", "ADJ", "NOUN", "NUM"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ACTS = FINITE | {"VB", "VBG"}
_HURT = frozenset({"injured", "hit"})


@dataclass(frozen=True, slots=True)
class Victim:
    """Somebody harmed, with what tells whether it is somebody else than those told before."""

    found: Found
    token: Token
    other: bool  # "another", "a second man"

    @property
    def measure(self) -> str:
        return self.found[1].measure

    @property
    def count(self) -> Decimal:
        return self.found[0].number.low or Decimal(0)


def single_victims(clause: Clause, victims: Iterable[Victim], counted: Iterable[Found]) -> tuple[Found, ...]:
    """At most one figure for each kind of harm that no number of the document counts.

    A person told alone is a toll only where the report gives no other: the driver who was shot too is part of it.
    """
    counts = tuple(counted)
    told = {reading.measure for _, reading in counts}
    victims = tuple(v for v in victims if v.measure != "killed" or _is_told_death(clause, v, told))
    fates = (*counts, *(v.found for v in victims if v.token.pos != "PRON"))
    dead = {clause.parse.tokens[r.trigger].sentence for _, r in fates if r.measure == "killed"}
    anybody = "killed" in told or any(victim.measure == "killed" for victim in victims)
    victims = tuple(_beside(v) for v in victims if _is_new(v, told, dead) and (not anybody or _is_alive(v, dead)))
    best: dict[str, Victim] = {}
    for victim in sorted(victims, key=lambda v: (_is_suspect(clause, v.token), -v.count, v.token.index)):
        best.setdefault(victim.measure, victim)
    return tuple(_open(_added_up(clause, best[measure], victims)) for measure in sorted(best))


def _added_up(clause: Clause, first: Victim, victims: tuple[Victim, ...]) -> Found:
    """ "A student was shot. An officer was also hit": two, where each of those told next is somebody else."""
    row = [first]
    for victim in sorted(victims, key=lambda v: v.token.index):
        near = 0 <= victim.token.sentence - row[-1].token.sentence <= NEXT_VICTIM
        later = near and victim.token.index > row[-1].token.index and victim.measure == first.measure
        if later and _is_somebody_else(clause, victim, row):
            row.append(victim)
    counted, reading = first.found
    if len(row) == 1:
        return first.found
    count = sum((victim.count for victim in row), Decimal(0))
    return replace(counted, number=replace(counted.number, low=count, high=count), group=DEFAULT_GROUP), reading


def _is_somebody_else(clause: Clause, victim: Victim, row: list[Victim]) -> bool:
    also = clause.lexicon.words("scope", "also")
    verb = clause.parse.tokens[victim.found[1].trigger]
    if verb.pos == "NOUN":
        return False  # "the January death of another man"
    new = any(
        c.dep == "poss" or c.lower in clause.lexicon.words("single", "new")
        for c in clause.parse.children(victim.token.index, "det", "poss")
    )
    told = victim.other or (new and any(c.lower in also for c in clause.parse.children(verb.index)))
    return told and lemma_of(victim.token) not in {lemma_of(v.token) for v in row}


def _open(found: Found) -> Found:
    """Nobody counted: whether there were more, this report alone cannot tell."""
    counted, reading = found
    return counted, replace(reading, scope=reading.scope or "unknown")


def _is_told_death(clause: Clause, victim: Victim, told: set[str]) -> bool:
    """A death of this affair; "he" may be anybody where several were hit."""
    return _is_fatal(clause) and (victim.token.pos != "PRON" or "hit" not in told)


def _is_fatal(clause: Clause) -> bool:
    """The report opens with a death; one told only further down is of another affair."""
    opening = (t for t in clause.parse.tokens if t.paragraph < LEAD_PARAGRAPHS or t.sentence < LEAD_SENTENCES)
    return any(_tells_death(clause, token) for token in opening)


def turns_on_himself(clause: Clause) -> bool:
    """ "He shot two people and then himself": whether those he shot are alive is not told."""
    selves = (t for t in clause.parse.tokens if t.dep == "dobj" and t.lower in clause.lexicon.words("single", "selves"))
    verbs = (clause.parse.tokens[t.head] for t in selves)
    same = (v for v in verbs if v.dep in ("conj", "pcomp") and not clause.parse.children(v.index, "nsubj"))
    return any(harm_of(clause.lexicon, verb) for verb in same)


def _tells_death(clause: Clause, token: Token) -> bool:
    lexicon, lemma = clause.lexicon, lemma_of(token)
    fatal = lexicon.words("fatal", "words") | lexicon.words("fatal", "opening")
    return lemma in fatal or "killed" in (harm_of(lexicon, token), lexicon.acts.get(lemma))


def _is_new(victim: Victim, told: set[str], dead: set[int]) -> bool:
    """Nobody was counted so; whom a weapon hit is among the hurt, unless it is another beside the dead."""
    if victim.measure not in _HURT:
        return victim.measure not in told
    if victim.other or victim.token.sentence in dead:
        return "injured" not in told and ("hit" not in told or "killed" in told)
    return not told & _HURT


def _is_alive(victim: Victim, dead: set[int]) -> bool:
    """Told beside the dead, as another; whoever else was hit or taken to hospital may be the one who died."""
    beside = victim.measure == "injured" and victim.token.sentence in dead
    return victim.measure == "killed" or victim.other or beside


def _beside(victim: Victim) -> Victim:
    """Beside the dead, another who was hit or is in hospital is all who were hurt."""
    counted, reading = victim.found
    if victim.measure == "killed" or not victim.other:
        return victim
    return replace(victim, found=(counted, replace(reading, measure="injured", scope="unknown")))


def find_victims(clause: Clause) -> Iterator[Victim]:
    """Everybody who is told to be harmed, one by one."""
    measures = clause.lexicon.words("single", "measures")
    for token in clause.parse.tokens:
        other = _is_another(clause, token)
        if not other and (token.dep not in _ROLES or not _is_somebody(clause, token)):
            continue
        number, last = _number(clause, token)
        if number.high == 1 and _is_self(clause, token):
            continue
        group = DEFAULT_GROUP if number.high != 1 else None
        counted = Counted(number, token.index, token.index, number.first, last, group=group)
        reading = measure_of(clause, counted)
        if reading is None or reading.measure not in measures or _is_inside(token, reading):
            continue
        if number.high == 1 and _is_treated(clause, reading):
            continue
        if counted.group and _is_of_one(clause, reading):
            counted = replace(counted, number=replace(number, low=Decimal(1), high=Decimal(1)), group=None)
        if _is_elsewhere(clause, token):
            continue
        if token.pos == "PRON" and reading.measure != "killed" and not other and number.high == 1:
            continue
        yield Victim((counted, reading), token, other or _is_marked(clause, token))


def _is_treated(clause: Clause, reading: Reading) -> bool:
    return lemma_of(clause.parse.tokens[reading.trigger]) in clause.lexicon.words("single", "treated")


def _is_of_one(clause: Clause, reading: Reading) -> bool:
    """ "The mother and child who was injured": one of the two."""
    verb = clause.parse.tokens[reading.trigger]
    helping = clause.parse.children(verb.index, "aux", "auxpass") if verb.dep == "relcl" else ()
    return any(t.lower in clause.lexicon.words("single", "is") for t in helping)


def _is_elsewhere(clause: Clause, token: Token) -> bool:
    """ "Meanwhile, a man was shot in an unrelated incident. He died."."""
    parse, words = clause.parse, clause.lexicon.words("single", "elsewhere")
    sentences = [parse.sentence_of(token)]
    before = parse.sentences[max(token.sentence - 1, 0)]
    if token.pos == "PRON" and parse.tokens[before.first].paragraph == token.paragraph:
        sentences.append(before)
    return any(t.lower in words for sentence in sentences for t in parse.between(sentence))


def _is_inside(token: Token, reading: Reading) -> bool:
    return token.index in range(reading.first, reading.last)


def _is_another(clause: Clause, token: Token) -> bool:
    """ "another was hurt", "a fourth was wounded": no noun says who."""
    words = clause.lexicon.words
    if token.lower in words("single", "another"):
        return token.dep != "det" or clause.parse.tokens[token.head].tag == "VBN"
    ordinal = token.lower in words("single", "others") and token.dep in (*_ROLES, "conj")
    return ordinal and any(c.dep == "det" for c in clause.parse.children(token.index))


def _is_marked(clause: Clause, token: Token) -> bool:
    words = clause.lexicon.words("single", "others")
    return any(child.lower in words for child in clause.parse.children(token.index, "det", "amod"))


def _is_suspect(clause: Clause, token: Token) -> bool:
    return lemma_of(token) in clause.lexicon.words("single", "suspects")


def is_single_person(clause: Clause, token: Token) -> bool:
    """A single person: a noun of people in the singular with no number, a name, somebody by age."""
    words = clause.lexicon.words
    children = clause.parse.children(token.index)
    if any(_is_count(clause, child) for child in children) or clause.lexicon.is_thing(token):
        return False
    kinds = {child.lower for child in children if child.dep in ("det", "amod")}
    if kinds & (words("single", "every") | words("single", "ranked")) or any(kind[0].isdigit() for kind in kinds):
        return False  # "each victim", "the first man shot", "the 85th victim"
    if token.lower in words("single", "pronouns"):
        return True
    if lemma_of(token) in words("single", "not_victims") | words("partitives", "sets"):
        return False
    if lemma_of(token) in words("single", "suspects") | words("single", "actors") and token.dep not in _SUFFERS:
        return False
    if token.tag == "NNP":
        return token.entity == "PERSON"
    if lemma_of(token) in words("single", "ages"):
        return token.index > 0 and clause.parse.tokens[token.index - 1].text == "-"
    return token.tag == "NN" and clause.lexicon.is_person(token)


def _is_somebody(clause: Clause, token: Token) -> bool:
    """A single person, or who did it as the one to whom it happened: "shot himself and a friend"."""
    return is_single_person(clause, token) or _is_self(clause, token)


def _is_self(clause: Clause, token: Token) -> bool:
    return token.lower in clause.lexicon.words("single", "selves")


def _is_count(clause: Clause, child: Token) -> bool:
    """A number of people, not "a ten year old boy"."""
    after = clause.parse.tokens[child.index + 1 : child.index + 3]
    return child.dep == "nummod" and not any(lemma_of(t) in clause.lexicon.words("ages", "after") for t in after)


def are_joined(clause: Clause, first: Token, second: Token) -> bool:
    """No clause stands between two nouns of a row: "a woman who hid herself and a child" is one woman."""
    tokens = clause.parse.tokens
    between = tokens[first.index + 1 : second.index]
    aside = any(t.tag in ("WP", "WDT") and tokens[t.index - 1].text == "," for t in between)  # "a man, who was 18, and"
    return aside or not any(t.tag in _ACTS for t in between)


def _next_in_row(clause: Clause, token: Token) -> list[Token]:
    """Those joined to a noun: by a word, by a semicolon, or, as headlines do, by a comma alone ("a man, woman")."""
    parse = clause.parse
    lists = [t for t in parse.children(token.index, "appos") if _before(clause, t).text == ";"]
    beside = parse.children(token.head, token.dep) if token.dep in _SUBJECTS else ()
    commas = [t for t in beside if t.index == token.index + 2 and _before(clause, t).text == ","]
    return [*parse.children(token.index, "conj"), *lists, *commas]


def _before(clause: Clause, token: Token) -> Token:
    return clause.parse.tokens[max(clause.parse.subtree(token.index).first - 1, 0)]


def _number(clause: Clause, token: Token) -> tuple[Number, int]:
    """One, or as many as are joined to the first ("a man and his son"), and the last of them."""
    count, at = 1, token
    while joined := [c for c in _next_in_row(clause, at) if _is_somebody(clause, c) and are_joined(clause, at, c)]:
        count, at = count + 1, joined[0]
    first = clause.parse.subtree(token.index).first
    if token.index - first > WIDEST_PERSON or clause.parse.tokens[first].pos not in _OPENS_NAME:
        first = token.index
    return Number(first, first, token.index, "exactly", Decimal(count), Decimal(count)), at.index
