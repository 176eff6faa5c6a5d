"""Where a count stands: its place, its day, the statement it belongs to, and how sure it is."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from ...languages import Language
from ...places import countries_of
from ...records import Document, Figure, Mention, Polarity, Statement, Time
from ..parse import Parse, Token
from .counted import Counted
from .lexicon import Lexicon, lemma_of
from .readings import Reading

PLACE_TYPES = ("GPE", "LOC", "FACILITY")
TOWN_PARAGRAPHS = 2  # the headline and the first paragraph name the town where it happened, if any does
LEAD_PARAGRAPHS = 4  # the headline and the paragraphs that tell where the affair is
LONGEST_HEAD = 60  # code points of what heads a line of a list, up to its colon
_MODIFIES = frozenset({"compound", "nmod", "amod", "conj"})
LOOK_BACK = 3  # sentences in which "the incident" was told
HIGHEST_CLAUSE = 12  # heads above a count that may tell its place; a sentence of news has fewer


@dataclass(frozen=True)
class Context:
    """A document with what is already known of it."""

    document: Document
    parse: Parse
    lexicon: Lexicon
    mentions: tuple[Mention, ...]
    times: tuple[Time, ...]
    statements: tuple[Statement, ...]
    language: Language

    def is_country(self, place: Mention) -> bool:
        """A state by its name."""
        return countries_of(self.language).code_of(place.text) is not None

    def places(self) -> tuple[Mention, ...]:
        """The places that the document names."""
        return tuple(m for m in self.mentions if m.type in PLACE_TYPES and m.form != "pronoun")


def main_place(context: Context) -> Mention | None:
    """Where the affair is: the place named most often in the lead, above all as where things happen; then the first.

    A town that the lead tells as where things happen goes before the country around it.
    """
    blocks = context.parse.paragraphs[:LEAD_PARAGRAPHS]
    end = blocks[-1].end if blocks else 0
    named = [m for m in context.places() if m.type == "GPE"]
    lead = [m for m in named if m.end <= end] or named
    first = blocks[:TOWN_PARAGRAPHS][-1].end if blocks else 0
    towns = {m.text for m in lead if m.end <= first and not context.is_country(m) and _is_where(context, m)}
    lead = [m for m in lead if m.text in towns] or lead
    counts = Counter(m.text for m in (*lead, *(m for m in lead if _is_where(context, m))))
    best = max(counts.values(), default=0)
    return next((m for m in lead if counts[m.text] == best), None)


def place_of(context: Context, start: int, end: int, trigger: Token) -> Mention | None:
    """The place of a count: told in its clause, else in those above it, else before it in its paragraph.

    In a line of a list it is the one that heads the line ("Velsk, 2016: 12 killed").
    """
    parse = context.parse
    if headed := _of_head(context, start, trigger):
        return headed
    sentence = parse.offsets(parse.sentence_of(trigger))
    inside = [m for m in context.places() if sentence[0] <= m.start and m.end <= sentence[1] and _is_free(context, m)]
    outside = [m for m in inside if not start <= m.start < end] or inside
    for holder in (trigger, *islice(parse.ancestors(trigger.index), HIGHEST_CLAUSE)):
        clause = parse.offsets(parse.subtree(holder.index))
        told = [m for m in outside if clause[0] <= m.start < clause[1] and _tells_where(context, m, holder, trigger)]
        towns = [m for m in told if m.type == "GPE"] or told
        if towns:
            return min(towns, key=lambda m: (abs(m.start - end), m.start))
    return _of_the_affair(context, trigger) or _earlier(context, sentence[0], trigger)


def _of_head(context: Context, start: int, trigger: Token) -> Mention | None:
    block, text = context.parse.paragraphs[trigger.paragraph], context.document.text
    colon = text.find(": ", block.start, min(start, block.start + LONGEST_HEAD))
    if colon < 0 or block.title:
        return None
    named = (m for m in context.places() if m.type == "GPE" and block.start <= m.start and m.end <= colon)
    return next((m for m in named if not any(c.isalpha() for c in text[block.start : m.start])), None)


def place_beyond(context: Context, trigger: Token) -> Mention | None:
    """The nearest place after a count in its sentence, though told of another clause's verb: of what is long past."""
    _, end = context.parse.offsets(context.parse.sentence_of(trigger))
    named = (m for m in context.places() if m.type == "GPE" and trigger.end <= m.start < end and _is_free(context, m))
    return next((m for m in named if _is_where(context, m)), None)


def _of_the_affair(context: Context, trigger: Token) -> Mention | None:
    """ "Thirty were killed in the incident": where the affair just told was ("the air strikes in Marville")."""
    parse, words = context.parse, context.lexicon.words
    affairs, definite = words("wider", "one"), words("place", "the_affair")
    around = (*parse.between(parse.subtree(trigger.index)), parse.tokens[trigger.head])
    nouns = (t for t in around if lemma_of(t) in affairs and t.pos == "NOUN")
    if not any(child.lower in definite for noun in nouns for child in parse.children(noun.index, "det")):
        return None
    start, _ = parse.offsets(parse.sentence_of(trigger))
    told = [m for m in context.places() if m.type == "GPE" and m.end <= start and _is_where(context, m)]
    for mention in reversed(told):
        tokens = parse.within(mention.start, mention.end)
        if not tokens or tokens[-1].sentence < trigger.sentence - LOOK_BACK:
            return None
        if any(lemma_of(above) in affairs and above.pos == "NOUN" for above in parse.ancestors(tokens[-1].index)):
            return mention
    return None


def _earlier(context: Context, before: int, trigger: Token) -> Mention | None:
    start = context.parse.paragraphs[trigger.paragraph].start
    earlier = [m for m in context.places() if m.type == "GPE" and start <= m.start < before and _is_where(context, m)]
    return earlier[-1] if earlier else None


def _is_free(context: Context, mention: Mention) -> bool:
    """Not part of the words that name a speaker."""
    spans = (s.speaker_span for s in context.statements if s.speaker_span)
    return not any(span.start <= mention.start < span.end for span in spans)


def _tells_where(context: Context, mention: Mention, holder: Token, trigger: Token) -> bool:
    """After a preposition of place, as the subject of a clause above ("The town saw a blast that killed 12"), or
    inside the name of what befell them ("the harbour bombings that killed 12")."""
    if _is_where(context, mention):
        return not _is_apart(context, mention, holder)
    tokens = context.parse.within(mention.start, mention.end)
    if not tokens or holder.index == trigger.index:
        return False
    head = tokens[-1]
    if trigger.dep in ("relcl", "acl") and trigger.head == holder.index:
        return head.dep == "compound" and head.head == holder.index
    return head.dep == "nsubj" and head.head == holder.index


def _is_apart(context: Context, mention: Mention, holder: Token) -> bool:
    """In a clause of its own below the one that is asked ("killed 12 when the war in … ended")."""
    for token in context.parse.within(mention.start, mention.end):
        for above in context.parse.ancestors(token.index):
            if above.index == holder.index:
                return False
            if above.dep in ("relcl", "ccomp") and above.pos in ("VERB", "AUX"):
                return holder.index < above.index
    return False


def _is_where(context: Context, mention: Mention) -> bool:
    """After a preposition of place: "in", "near", "across"; not "from"; or struck: "a blast rocked Marville"."""
    for token in context.parse.within(mention.start, mention.end):
        for head in context.parse.ancestors(token.index):
            if head.pos == "ADP" and head.index < token.index and head.lower not in context.lexicon.words("glue", "of"):
                return head.lower in context.lexicon.words("place", "prepositions")
            if head.pos in ("VERB", "AUX"):
                return token.dep == "dobj" and lemma_of(head) in context.lexicon.words("place", "struck")
            if head.pos == "NOUN" and context.lexicon.is_person(head) and token.dep in _MODIFIES:
                return False  # "in support of Westland troops"
    return False


def is_told_as_earlier(context: Context, figure: Figure) -> bool:
    """ "Earlier, 29 dead were reported": all there were by then."""
    tokens = context.parse.within(figure.start, figure.end)
    sentence = context.parse.between(context.parse.sentence_of(tokens[0])) if tokens else ()
    return any(t.lower in context.lexicon.words("order", "earlier") for t in sentence if t.start < figure.start)


def statement_of(context: Context, start: int, end: int) -> Statement | None:
    """The innermost statement that holds a count."""
    holding = [s for s in context.statements if s.start <= start and end <= s.end]
    overlapping = [s for s in context.statements if s.start < end and start < s.end]
    return min(holding or overlapping, key=lambda s: (s.end - s.start, s.start), default=None)


def teller_of(context: Context, reading: Reading) -> tuple[str | None, str] | None:
    """Who gives a bare count outside any statement: "Ann Alder put the number at 13", "the police counted 18,000".

    The mention, where one names them, and their words.
    """
    parse, words = context.parse, context.lexicon.words("elliptic", "verbs")
    trigger = parse.tokens[reading.trigger]
    for token in (trigger, *islice(parse.ancestors(trigger.index), 2)):
        if lemma_of(token) in words:
            subjects = [parse.tokens[i.index] for i in parse.children(token.index, "nsubj")]
            tokens = [*subjects, *(a for t in subjects for a in parse.children(t.index, "appos"))]
            named = (m for m in context.mentions for t in tokens if m.start <= t.start and t.end <= m.end)
            mention = next(named, None)
            if mention:
                return mention.id, mention.text
            nouns = (t for t in subjects if t.pos in ("NOUN", "PROPN"))
            return next(((None, _phrase(parse, t)) for t in nouns if token.index <= trigger.index), None)
    return None


def _phrase(parse: Parse, noun: Token) -> str:
    """A noun with the words before it that belong to it, and the nouns it leads on to: "the head of the province"."""
    first, last = parse.subtree(noun.index).first, noun
    while steps := [t for p in parse.children(last.index, "prep") for t in parse.children(p.index, "pobj")]:
        last = steps[0]
    return parse.text[parse.tokens[first].start : last.end]


def polarity_of(context: Context, counted: Counted, reading: Reading, statement: Statement | None) -> Polarity | None:
    """How sure a count is told to be; `None` where it is of what has not happened."""
    words, parse = context.lexicon.words, context.parse
    trigger = parse.tokens[reading.trigger]
    verbs = [trigger, *_raising(parse, trigger)]
    around = _around(parse, counted, reading, verbs)
    lower = {t.lower for t in around}
    if any(t.dep == "mark" and t.lower in words("polarity", "conditional") for t in around):
        return None
    if _is_of_any(context, trigger) or _is_awaited(context, verbs):
        return None
    if _is_belied(context, trigger):
        return "denied"
    if counted.number.relation != "none" and any(t.dep == "neg" and not _is_aside(parse, t, reading) for t in around):
        return "denied"
    if any(_is_unrealised(context, verb) for verb in verbs[1:]):
        return None if reading.measure != "deployed" else "unconfirmed"
    if {lemma_of(v) for v in verbs} & words("polarity", "feared") or lower & words("polarity", "feared"):
        return "feared"
    if lower & words("polarity", "ignored_modal") and not lower & words("polarity", "unconfirmed"):
        return None if reading.measure != "deployed" else "unconfirmed"
    if lower & (words("polarity", "unconfirmed") | words("polarity", "modal")) or {v.lower for v in verbs} & words(
        "polarity", "believed"
    ):
        return "unconfirmed"
    if lemma_of(trigger) in words("polarity", "hearsay"):
        return "unconfirmed"
    return _judged(context, trigger) or _of_statement(context, statement)


def _is_belied(context: Context, trigger: Token) -> bool:
    """ "Reports of 20 dead are false", "the information about 20 dead does not correspond to reality"."""
    parse, words = context.parse, context.lexicon.words
    if any(_denies(context, above, trigger) for above in parse.ancestors(trigger.index)):
        return True
    above = next((t for t in parse.ancestors(trigger.index) if t.pos in ("VERB", "AUX")), None)
    subjects = parse.children(above.index, "nsubj", "nsubjpass") if above and above.index > trigger.index else ()
    if above is None or not any(_holds(parse, s, trigger) for s in subjects):
        return False
    told = {lemma_of(above), *(lemma_of(c) for c in parse.children(above.index, "acomp", "attr", "oprd"))}
    negated = any(c.dep == "neg" for c in parse.children(above.index))
    return bool(told & words("polarity", "true" if negated else "false"))


def _denies(context: Context, verb: Token, trigger: Token) -> bool:
    """ "He denied the information about 300 missing"."""
    if lemma_of(verb) not in context.lexicon.words("polarity", "denies"):
        return False
    objects = context.parse.children(verb.index, "dobj")
    return any(_holds(context.parse, noun, trigger) for noun in objects)


def _holds(parse: Parse, head: Token, token: Token) -> bool:
    """The token stands in what hangs by the head."""
    span = parse.subtree(head.index)
    return span.first <= token.index <= span.last


def _is_aside(parse: Parse, word: Token, reading: Reading) -> bool:
    """Told of something else: "one of those, who has not been named, died", "the two deaths are not related"."""
    verb, trigger = parse.tokens[word.head], parse.tokens[reading.trigger]
    if trigger.dep in ("nsubj", "nsubjpass") and trigger.pos == "NOUN" and trigger.head == verb.index:
        return True  # "the two deaths were not related"
    return verb.dep == "relcl" and verb.index != reading.trigger and parse.tokens[verb.head].index != reading.trigger


def _is_of_any(context: Context, trigger: Token) -> bool:
    """ "Each attack in which four or more died": what makes one of a kind, not what happened."""
    every = context.lexicon.words("single", "every")
    noun = context.parse.tokens[trigger.head]
    dets = context.parse.children(noun.index, "det") if trigger.dep == "relcl" else ()
    return not context.lexicon.is_person(noun) and any(det.lower in every for det in dets)


def _is_unrealised(context: Context, verb: Token) -> bool:
    """ "He was expecting to die", "threatened to kill 12"; not "12 are expected to have died"."""
    passive = context.parse.children(verb.index, "auxpass")
    had = verb.tag == "VBD" and lemma_of(verb) in context.lexicon.words("polarity", "obliged")
    return not (passive or had) and lemma_of(verb) in context.lexicon.words("polarity", "unrealised")


def _is_awaited(context: Context, verbs: list[Token]) -> bool:
    """ "We expect the toll to reach 10,000"."""
    for verb in (v for v in verbs if v.dep == "ccomp" and v.tag == "VB"):
        to = any(child.tag == "TO" for child in context.parse.children(verb.index, "aux"))
        if to and lemma_of(context.parse.tokens[verb.head]) in context.lexicon.words("polarity", "unrealised"):
            return True
    return False


def _around(parse: Parse, counted: Counted, reading: Reading, verbs: Iterable[Token]) -> list[Token]:
    """The words about a count that tell how sure it is; those of its own hedge are not among them."""
    around = [
        *parse.children(reading.trigger),
        *parse.children(counted.role),
        *parse.tokens[counted.first : reading.last + 1],
    ]
    around += [c for v in verbs for c in parse.children(v.index, "aux", "neg", "advmod")]
    return [t for t in around if not counted.number.first <= t.index <= counted.number.last]


def _judged(context: Context, trigger: Token) -> Polarity | None:
    """ "It is not true that 12 died", "police have not confirmed that 12 died", "it is feared that 12 died"."""
    parse, words = context.parse, context.lexicon.words
    clause = next((t for t in (trigger, *parse.ancestors(trigger.index)) if t.dep in ("ccomp", "csubj")), None)
    if clause is None:
        return None
    above = parse.tokens[clause.head]
    if lemma_of(above) in words("polarity", "feared"):
        return "feared"
    if above.lower in words("polarity", "believed") and parse.children(above.index, "auxpass"):
        return "unconfirmed"  # "it is believed that 12 died"
    judging = {lemma_of(above), *(lemma_of(c) for c in parse.children(above.index, "acomp", "attr"))}
    if not any(c.dep == "neg" for c in parse.children(above.index)):
        return None
    if judging & words("polarity", "true"):
        return "denied"
    if judging & words("polarity", "excluded"):
        return "unconfirmed"  # "did not rule out that 12 died"
    return "unconfirmed" if judging & words("polarity", "confirm") else None


def _raising(parse: Parse, trigger: Token) -> Iterable[Token]:
    """Verbs above a verb that share its subject: "are believed to have died"; a toll's verb: "could rise to 40"."""
    if trigger.pos == "NOUN" and trigger.dep in ("nsubj", "nsubjpass"):
        trigger = parse.tokens[trigger.head]
        yield trigger
        yield from parse.children(trigger.index, "xcomp")
    while trigger.dep in ("xcomp", "oprd", "acomp"):
        trigger = parse.tokens[trigger.head]
        yield trigger


def _of_statement(context: Context, statement: Statement | None) -> Polarity:
    if statement is None:
        return "asserted"
    if statement.stance == "denies":
        return "denied"
    speaker = (statement.speaker_text or "").lower().split()
    return "unconfirmed" if set(speaker) & context.lexicon.words("polarity", "unconfirmed") else "asserted"
