"""Which names of one document stand for which: the same again, a surname, letters, a body told short."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...names.comparing import alone, is_particle, person_words
from ...records import Mention, MentionForm
from .acronyms import definitions, is_acronym
from .also_called import other_names
from .kinds import form_key
from .lexicon import Lexicon

_LETTERED = frozenset({"ORG", "EVENT", "GROUP", "OTHER"})
_TOLD_SHORT = frozenset({"ORG", "FACILITY", "LOC", "OTHER"})
_LETTERS = 3  # of a surname in the middle of a name; fewer are an initial
Link = tuple[Mention, str]  # the antecedent, and why


def linked(text: str, names: Sequence[Mention], lexicon: Lexicon) -> tuple[Mention, ...]:
    """The names in order, each with its antecedent where it has one; antecedents never run in a circle."""
    ordered = sorted(names, key=lambda m: (m.start, m.end))
    first: dict[str, Mention] = {}
    for mention in ordered:
        first.setdefault(form_key(mention.text), mention)
    links = _fuller(text, ordered, first, lexicon)
    return tuple(_with_antecedent(mention, first, links) for mention in ordered)


def _with_antecedent(mention: Mention, first: Mapping[str, Mention], links: Mapping[str, Link]) -> Mention:
    form: MentionForm = "acronym" if is_acronym(mention.text) and mention.type in _LETTERED else "name"
    earlier = first[form_key(mention.text)]
    if mention.id in links:
        antecedent, why = links[mention.id]
        # The fuller form's own first mention is the head of the chain, so that chains stay short.
        antecedent = first[form_key(antecedent.text)]
        return replace(mention, form=form, antecedent=antecedent.id, why=why)
    if earlier.id != mention.id:
        return replace(mention, form=form, antecedent=earlier.id, why="the same name")
    return replace(mention, form=form)


def _fuller(text: str, ordered: Sequence[Mention], first: Mapping[str, Mention], lexicon: Lexicon) -> dict[str, Link]:
    """For the ids of mentions that stand for a fuller name, that name."""
    links = _surnames(text, ordered, lexicon)
    defined = definitions(text, ordered, lexicon)
    long_of = {form_key(m.text): defined[m.id] for m in reversed(ordered) if m.id in defined}
    for other, one, why in other_names(text, ordered, lexicon):
        if form_key(other.text) != form_key(one.text):
            long_of.setdefault(form_key(other.text), (one, why))
    for mention in ordered:
        key = form_key(mention.text)
        if key in long_of and form_key(long_of[key][0].text) != key:
            links[mention.id] = long_of[key]
    links.update(_told_short(ordered, first, links, lexicon))
    return links


def _surnames(text: str, ordered: Sequence[Mention], lexicon: Lexicon) -> dict[str, Link]:
    """A surname stands for the person of that name named last before it, else for the first named after it.

    Who is named in one breath with the bearer of a surname ("Ada and Bo Berg") is nobody of another surname.
    """
    people = [(m, person_words(m.text)) for m in ordered if m.type == "PERSON"]
    full: dict[str, list[Mention]] = defaultdict(list)
    given: dict[str, list[Mention]] = defaultdict(list)
    holding: dict[str, list[Mention]] = defaultdict(list)  # for each word behind the first
    for mention, words in people:
        if len(words) > 1 and " " in mention.text:  # "Berg-Dahl" alone is a surname, or two people's
            full[words[-1]].append(mention)
            given[words[0]].append(mention)
            for word in dict.fromkeys(words[1:]):
                holding[word].append(mention)
    links: dict[str, Link] = {}
    called: dict[str, Mention] = {}  # whom the surname alone stood for last
    for at, (mention, words) in enumerate(people):
        told = _of_part(mention, words, holding.get(words[-1], ()), full.get(words[-1], ()))
        surname = alone(words)
        if surname in full and not _is_named_first(told, full[surname], mention):
            bearer = _called(mention, full[surname], called.get(surname), lexicon)
            called[surname] = bearer
            links[mention.id] = bearer, f"the surname of {bearer.text}"
            continue
        if told is not None:
            links[mention.id] = told, f"a part of the name of {told.text}"
            continue
        shared = _shared_surname(text, people[at : at + 2], lexicon)
        bearers = [m for m in given[words[0]] if len(words) == 1 and shared in (None, person_words(m.text)[-1])]
        if len({form_key(m.text) for m in bearers}) == 1:
            links[mention.id] = bearers[0], f"the given name of {bearers[0].text}"
    return links


def _is_named_first(told: Mention | None, bearers: Sequence[Mention], mention: Mention) -> bool:
    """Who has the word as a first surname was named before it, and who has it as the last only after it."""
    return told is not None and told.start < mention.start < min(b.start for b in bearers)


def _of_part(
    mention: Mention, words: tuple[str, ...], holding: Sequence[Mention], bearers: Sequence[Mention]
) -> Mention | None:
    """The bearer of a name of which a part is told; `holding` has the last word anywhere, `bearers` as the surname."""
    found = _of_surname(mention, words, holding) or _of_initials(mention, words, bearers)
    return found or _of_two_surnames(words, holding)


def _of_surname(mention: Mention, words: tuple[str, ...], bearers: Sequence[Mention]) -> Mention | None:
    """The bearer of a surname with a small word before it: "bin Berg" of "Ada bin Berg", or of "Ada bin Berg Dahl"."""
    if len(words) < 2 or not is_particle(words[0]):
        return None
    longer = [b for b in bearers if _holds(person_words(b.text), words)]
    return _nearest(mention, longer) if longer else None


def _holds(longer: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """The words stand in the name, behind its first."""
    return any(longer[at : at + len(words)] == words for at in range(1, len(longer)))


def _of_initials(mention: Mention, words: tuple[str, ...], bearers: Sequence[Mention]) -> Mention | None:
    """The one bearer of a surname told with initials: "Berg A.B.", "A. Berg"."""
    if len(words) < 2 or any(len(word) > 1 for word in words[:-1]):
        return None
    told = ((b, person_words(b.text)[:-1]) for b in bearers)
    fitting = [b for b, given in told if _begin(words[:-1], given)]
    return fitting[0] if len({form_key(b.text) for b in fitting}) == 1 else None


def _of_two_surnames(words: tuple[str, ...], bearers: Sequence[Mention]) -> Mention | None:
    """The one bearer of a surname that another follows: "Berg" of "Ada Berg Dahl"."""
    if len(words) != 1 or is_particle(words[0]) or len(words[0]) < _LETTERS:
        return None
    fitting = [b for b in bearers if words[0] in person_words(b.text)[1:-1]]
    return fitting[0] if len({form_key(b.text) for b in fitting}) == 1 else None


def _begin(initials: Sequence[str], given: Sequence[str]) -> bool:
    names = any(len(word) > 1 for word in given)
    return names and all(word[0] == letter for letter, word in zip(initials, given, strict=False))


def _called(mention: Mention, bearers: Sequence[Mention], last: Mention | None, lexicon: Lexicon) -> Mention:
    """Of several bearers the one of that title's sex whom the surname alone stood for before, else the nearest.

    A report that tells of a family calls one of them by the surname, and the others, who are told of as somebody's
    kin, by their full names.
    """
    sex = _sex(mention, lexicon)
    fitting = [b for b in bearers if _sex(b, lexicon) in (None, sex)] if sex else list(bearers)
    fitting = fitting or list(bearers)
    if last is not None and any(form_key(b.text) == form_key(last.text) for b in fitting):
        return last
    return _nearest(mention, [b for b in fitting if b.kin is None] or fitting)


def _sex(mention: Mention, lexicon: Lexicon) -> str | None:
    """The sex that a title tells, else the given name."""
    told = lexicon.sex_of(mention.role.split()) if mention.role else None
    return told or (lexicon.sex_of_name(mention.text) if " " in mention.text else None)


def _shared_surname(text: str, pair: Sequence[tuple[Mention, tuple[str, ...]]], lexicon: Lexicon) -> str | None:
    """The surname of who is named next in one breath: "Ada and Bo Berg"."""
    if len(pair) < 2:
        return None
    (one, _), (other, words) = pair
    joined = text[one.end : other.start].strip() in lexicon.signs.couples
    return words[-1] if joined and len(words) > 1 else None


def _nearest(mention: Mention, bearers: Sequence[Mention]) -> Mention:
    before = [b for b in bearers if b.start < mention.start]
    return before[-1] if before else bearers[0]


def _told_short(
    ordered: Sequence[Mention], first: Mapping[str, Mention], links: Mapping[str, Link], lexicon: Lexicon
) -> dict[str, Link]:
    """ "the Consulate" for "the Danish Consulate", "the Academy" for "the Academy of Arts", if there is but one."""
    tails: dict[str, set[str]] = defaultdict(set)
    found: dict[str, Link] = {}
    for mention in ordered:
        if mention.type not in _TOLD_SHORT or mention.id in links:
            continue
        if mention.text.split()[0] in lexicon.directions:
            continue  # "East Velsk" is no other name of Velsk
        words = form_key(mention.text).split()
        longer = tails.get(words[-1], set()) - {" ".join(words)}
        short = " ".join(words)
        fitting = sorted(name for name in longer if name.endswith(f" {short}") or name.startswith(f"{short} of "))
        if len(fitting) == 1:
            antecedent = first[fitting[0]]
            found[mention.id] = antecedent, f"short for {antecedent.text}"
        if len(words) > 1:
            tails[words[-1]].add(short)
            if words[1] == "of":
                tails[words[0]].add(short)
    return found
