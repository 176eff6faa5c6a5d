"""Whether a count is of all, of some of them, or comes on top of those told before."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ...records import Figure, Scope
from ..parse import Parse
from .context import Context
from .counted import Counted
from .lexicon import DEFAULT_GROUP, Lexicon, lemma_of
from .readings import Reading, harm_of

PARTS = (2, 3, 4)  # of a total, told one after the other
CLOSE = 200  # code points from the first of them to the last
WIDEST_ADVERB = 2  # tokens behind a verb in which it is told how badly; further on it is told of some of them


def scope_of(context: Context, counted: Counted, reading: Reading, earlier: Sequence[Figure]) -> Scope:
    """What a count is of those so counted; `earlier` are the figures before it in the document."""
    if reading.scope == "part" or (reading.scope and counted.group):
        return reading.scope  # a piece of a sum, or the sum
    alike = [e for e in earlier if e.measure == reading.measure and e.scope != "part"]
    if _is_more(context, counted):
        others = any(e.measure in context.lexicon.words("harm", "measures") for e in earlier)
        harm = reading.measure in context.lexicon.words("harm", "measures") | context.lexicon.words(
            "scope", "contrasts"
        )
        return "total" if not alike and harm and (others or _is_contrasted(context, counted, reading)) else "additional"
    if _are_others(context, counted) and _in_sentence(context, counted, alike):
        return "additional"
    if reading.scope:
        return reading.scope
    among = ("injured", "casualties") if reading.measure == "injured" else (reading.measure,)
    hurt = [e for e in earlier if e.measure in among and e.scope != "part"]
    if _is_part(context, counted, reading, hurt):
        return "part"
    return "unknown" if _is_later_death(context, counted, reading) else "total"


def some_of_the_dead(figures: Iterable[Figure], lexicon: Lexicon) -> Iterator[Figure]:
    """The figures of a report, bodies that were found told as some of the dead, where the report tells more of them."""
    told = tuple(figures)
    totals = [f for f in told if f.measure == "killed" and f.scope == "total" and f.polarity == "asserted"]
    totals = [f for f in totals if f.when is None and f.relation not in ("vague", "none") and f.low is not None]
    for figure in told:
        words = (figure.group_text or "").lower().split()
        found = figure in totals and bool(words) and words[-1] in lexicon.words("scope", "bodies")
        others = [f for f in totals if f.id != figure.id and f.place == figure.place]
        known = any(f.low == figure.low for f in others)
        more = any(figure.high and f.low and f.low > figure.high for f in others)
        yield replace(figure, scope="part") if found and more and not known else figure


def that_add_up(figures: Iterable[Figure]) -> Iterator[Figure]:
    """The figures of a report, those told as its parts that stand together and make up a total told before them.

    "At least 50 have died", further on "twelve died in hospital, 38 at the scene".
    """
    told = tuple(sorted(figures, key=lambda f: f.start))
    parts: set[str] = set()
    for total in (f for f in told if _is_total(f)):
        later = (f for f in told if f.start > total.start and f.measure == total.measure)
        alike = [f for f in later if _is_total(replace(f, scope="total") if f.scope == "part" else f)]
        runs = (alike[n : n + length] for length in PARTS for n in range(len(alike) - length + 1))
        parts |= {f.id for run in runs if _make_up(run, total) for f in run}
    yield from (replace(f, scope="part") if f.id in parts else f for f in told)


def _make_up(run: Sequence[Figure], total: Figure) -> bool:
    numbers = [f.low or 0 for f in run]
    return run[-1].start - run[0].start <= CLOSE and sum(numbers) == total.low and 0 not in numbers


def _is_total(figure: Figure) -> bool:
    firm = figure.relation in ("exactly", "at_least") and figure.low is not None and figure.polarity == "asserted"
    return firm and figure.scope == "total" and figure.when is None and figure.group == DEFAULT_GROUP


def _is_part(context: Context, counted: Counted, reading: Reading, alike: Sequence[Figure]) -> bool:
    words = context.lexicon.words
    before = {t.lower for t in context.parse.tokens[max(0, counted.first - 1) : counted.first]}
    if _is_among_more(context, counted) or _is_none_there(context, counted) or _is_in_own_place(context, reading):
        return True
    near = reading.trigger + WIDEST_ADVERB
    beside = {t.lower for t in context.parse.children(reading.trigger, "advmod") if t.index <= near}
    if before & words("scope", "part_before"):
        return bool(alike) or reading.measure not in words("harm", "measures")
    if _is_one_of_two(context, counted) or _is_of_those(context, counted, reading):
        return True
    if _is_there_alone(context, counted):  # more than were told of all are no part of them
        return not any(_is_fewer_than(e, counted) for e in alike)
    if counted.part and _is_of_the_same(context, counted, reading):
        return True
    if counted.part:
        return any(_is_fewer(counted, e) for e in alike)
    if beside & words("harm", "injured"):  # how badly: some of those hurt, unless they are all but the dead
        return not (_are_others(context, counted) and _is_contrasted(context, counted, reading))
    return bool((beside & words("scope", "also") or _are_identified(context, counted)) and alike)


def _are_identified(context: Context, counted: Counted) -> bool:
    """ "Four bodies could not be identified", "nine unidentified bodies": of those who were found before."""
    parse = context.parse
    verb = parse.tokens[parse.tokens[counted.role].head]
    told = (*parse.tokens[counted.first : counted.last + 1], verb, *parse.children(verb.index, "acomp", "oprd"))
    return any(lemma_of(t) in context.lexicon.words("scope", "identified") for t in told)


def _is_of_those(context: Context, counted: Counted, reading: Reading) -> bool:
    """ "Of them, eleven died", "of the 19 dead, 15 lived there"."""
    parse, words = context.parse, context.lexicon.words
    if parse.tokens[reading.trigger].pos not in ("VERB", "AUX"):
        return False  # "the killing of two men"
    opening = (p for p in parse.children(reading.trigger, "prep") if p.index < min(counted.first, reading.trigger))
    wholes = (t for p in opening if p.lower in words("glue", "of") for t in parse.children(p.index, "pobj"))
    return any(t.lower in words("scope", "whole") or parse.children(t.index, "det", "nummod") for t in wholes)


def _is_there_alone(context: Context, counted: Counted) -> bool:
    """ "130 people were rescued on Wednesday alone", "18 died in the city alone"."""
    parse = context.parse
    after = parse.tokens[counted.last + 1 : parse.sentence_of(parse.tokens[counted.last]).last + 1]
    alone = (t for t in after if t.lower in context.lexicon.words("scope", "alone"))
    return any(parse.tokens[t.index - 1].pos in ("NOUN", "PROPN") for t in alone)


def _is_later_death(context: Context, counted: Counted, reading: Reading) -> bool:
    """ "Two of the wounded died": whether others were dead before, the sentence does not tell."""
    noun = context.parse.tokens[counted.noun] if counted.noun is not None and counted.part else None
    if noun is None or reading.measure != "killed" or noun.tag in ("WP", "WDT"):
        return False
    hurt = {harm_of(context.lexicon, t) for t in (noun, *context.parse.children(noun.index, "amod", "acl"))}
    return noun.pos == "PRON" or bool(hurt - {None, "killed"})


def died_later(context: Context, reading: Reading) -> bool:
    """ "Three people died in hospital", "two died of their wounds": others were dead before."""
    parse, told = context.parse, context.lexicon.words("harm", "later")
    if reading.measure != "killed":
        return False
    below = (p for p in parse.children(reading.trigger, "prep"))
    return any(f"{p.lower} {t.lower}" in told for p in below for t in parse.children(p.index, "pobj"))


def _is_in_own_place(context: Context, reading: Reading) -> bool:
    """ "The governor spoke of seven dead in his province"."""
    after = context.parse.tokens[reading.last + 1 : reading.last + 4]
    if len(after) < 3 or after[0].lower not in context.lexicon.words("place", "prepositions"):
        return False
    return after[1].tag == "PRP$" and lemma_of(after[2]) in context.lexicon.words("scope", "own")


def _is_none_there(context: Context, counted: Counted) -> bool:
    """ "No one inside the house was hurt": those outside may have been."""
    if counted.number.relation != "none":
        return False
    parse, words = context.parse, context.lexicon.words("place", "prepositions")
    head = parse.tokens[counted.role]
    return any(p.lower in words and p.index == head.index + 1 for p in parse.children(head.index, "prep"))


def _is_among_more(context: Context, counted: Counted) -> bool:
    """ "Family of five among 12 killed": a number of others follows."""
    after = context.parse.tokens[counted.last + 1 : counted.last + 3]
    among = bool(after) and after[0].lower in context.lexicon.words("scope", "among")
    return among and any(t.pos == "NUM" for t in after)


def is_known_to_teller(parse: Parse, counted: Counted) -> bool:
    """Some who are told by their names, or as somebody's own: "two members of our team", "their two children"."""
    told = parse.tokens[max(0, counted.first - 1) : counted.last + 1]
    return any(t.tag == "PRP$" or t.entity == "PERSON" for t in told)


def _is_one_of_two(context: Context, counted: Counted) -> bool:
    """ "One was hit in the foot and the other in the leg"."""
    if counted.number.high != 1:
        return False
    parse, others = context.parse, context.lexicon.words("scope", "others")
    after = parse.tokens[counted.last + 1 : parse.sentence_of(parse.tokens[counted.first]).last + 1]
    alone = (t for t in after if t.lower in others and t.dep not in ("amod", "det"))
    return any(any(c.dep == "det" for c in parse.children(t.index)) for t in alone)


def _is_of_the_same(context: Context, counted: Counted, reading: Reading) -> bool:
    """ "Two of the 84 people killed": the whole is told by what is told of the part; "12 of the passengers died" is all
    who did."""
    if counted.noun is None:
        return True
    whole = context.parse.subtree(counted.noun)
    return whole.first <= reading.trigger <= whole.last


def _is_fewer(counted: Counted, figure: Figure) -> bool:
    high, low = counted.number.high, figure.low
    return high is not None and low is not None and high < low


def _is_fewer_than(figure: Figure, counted: Counted) -> bool:
    high, low = figure.high, counted.number.low
    return high is not None and low is not None and high < low


def _is_more(context: Context, counted: Counted) -> bool:
    """ "another 5", "an additional 12", "12 more people", "no third death"."""
    tokens, words = context.parse.tokens, context.lexicon.words("scope", "additional")
    before = tokens[max(0, counted.first - 1) : counted.first]
    after = tokens[counted.number.last + 1 : counted.number.last + 2]
    if any(t.lower in words for t in (*before, *after)):
        return True
    noun = context.parse.tokens[counted.noun] if counted.noun is not None else None
    if noun is not None and not context.lexicon.is_person(noun):
        new = context.lexicon.words("scope", "new")
        if any(t.lower in new for t in context.parse.children(noun.index, "amod")):
            return True  # "14 new infections"
    none = counted.number.relation == "none" and counted.noun is not None
    others = words | context.lexicon.words("scope", "others") | context.lexicon.words("single", "ordinals")
    return none and any(t.lower in others for t in context.parse.children(counted.noun or 0, "amod"))


def _are_others(context: Context, counted: Counted) -> bool:
    """ "two officers were wounded and three others hurt"."""
    words = context.lexicon.words("scope", "others")
    return any(t.lower in words for t in context.parse.tokens[counted.number.last + 1 : counted.last + 1])


def _in_sentence(context: Context, counted: Counted, figures: Sequence[Figure]) -> bool:
    tokens = context.parse.tokens
    start, _ = context.parse.offsets(context.parse.sentence_of(tokens[counted.first]))
    return any(start <= figure.start < tokens[counted.first].start for figure in figures)


def _is_contrasted(context: Context, counted: Counted, reading: Reading) -> bool:
    """ "Four were killed and another three wounded": others than the dead, and all who were wounded."""
    first = context.parse.sentence_of(context.parse.tokens[counted.first]).first
    told = {harm_of(context.lexicon, t) for t in context.parse.tokens[first : counted.first]}
    return bool(told - {None, reading.measure})
