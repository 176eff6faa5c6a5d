"""Sentences that end with their cue, ", the mayor said on Monday", where the parser tied the two wrongly."""

from collections.abc import Collection, Iterator, Sequence

from ...records import Span
from ..parse import Parse, Range, Token
from .clauses import tokens_span
from .draft import Draft, Voice
from .lexicon import Lexicon

LONGEST_VOICE = 12  # words of ", a spokesman for the ministry of the interior, "
LONGEST_REST = 14  # words of "on state television late on Monday"
SHORTEST_CONTENT = 3  # words
_NAMING = ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART", "ADP")
_HEADS = ("NOUN", "PROPN", "PRON")
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def tail_drafts(parse: Parse, lexicon: Lexicon, used: Collection[int]) -> Iterator[Draft]:
    """A draft for each sentence that ends with a cue which is not among the `used` verbs."""
    for sentence in parse.sentences:
        tokens = parse.between(sentence)
        cue = _last_cue(tokens, lexicon)
        if cue is None or cue.index in used or parse.paragraphs[cue.paragraph].title:
            continue
        first = _voice_start(parse, sentence, cue, lexicon)
        if first is None or first - 1 <= sentence.first:
            continue
        content = tokens_span(parse, sentence.first, first - 2)
        voice = _voice(parse, first, cue)
        framed = _is_frame(parse, cue, sentence.first)
        if content is not None and voice is not None and not framed and _is_said(parse, sentence.first, first - 2):
            stance = lexicon.clause[cue.lemma]
            yield Draft(content, stance, "indirect", Range(cue.index, cue.index), cue.index, voice, (), "clause")


def _last_cue(tokens: Sequence[Token], lexicon: Lexicon) -> Token | None:
    """The last finite verb, where it is one of saying that needs no quotation and nothing is said behind it."""
    finite = [t for t in tokens if t.tag in _FINITE]
    if not finite:
        return None
    cue = finite[-1]
    says = lexicon.clause.get(cue.lemma) in ("says", "claims", "confirms") and cue.tag != "MD"
    plain = cue.lemma not in lexicon.quotation_only and cue.lemma not in lexicon.evidence
    rest = [t for t in tokens if t.index > cue.index]
    open_ended = len(rest) > LONGEST_REST or any(t.lower == "that" or t.pos == "VERB" or t.text == ":" for t in rest)
    return cue if says and plain and not open_ended else None


def _voice_start(parse: Parse, sentence: Range, cue: Token, lexicon: Lexicon) -> int | None:
    """Index of the first word of the voice, which a comma parts from what is said: "…, police said"."""
    end = cue.index - 1
    if parse.tokens[end].text == ",":  # "…, its chairman, Ann Lee, said"
        end -= 1
        comma = _comma_before(parse, sentence, end)
        if comma is None:
            return None
        outer = _comma_before(parse, sentence, comma - 1)
        role = parse.tokens[outer + 1 : comma] if outer is not None else ()
        named = any(t.lemma in lexicon.persons or t.lower in lexicon.persons for t in role)
        return outer + 1 if outer is not None and named else comma + 1
    comma = _comma_before(parse, sentence, end)
    return comma + 1 if comma is not None else None


def _comma_before(parse: Parse, sentence: Range, end: int) -> int | None:
    """Index of the comma before the words of a name that end at `end`."""
    for index in range(end, max(end - LONGEST_VOICE, sentence.first), -1):
        token = parse.tokens[index]
        if token.text == ",":
            return index if index < end else None
        if token.pos not in _NAMING:
            return None
    return None


def _voice(parse: Parse, first: int, cue: Token) -> Voice | None:
    words = [t for t in parse.tokens[first : cue.index] if t.text != ","]
    of = next((n for n, t in enumerate(words) if t.pos == "ADP"), len(words))
    heads = [t for t in words[:of] if t.pos in _HEADS]
    if (
        not heads
        or words[0].pos in ("ADP", "PART")
        or heads[-1].lower in ("i", "we", "you", "it", "that", "which", "who")
    ):
        return None
    return Voice(Span(words[0].start, words[-1].end), heads[-1].index)


def _is_frame(parse: Parse, cue: Token, first: int) -> bool:
    """ "When asked whether it held, he answered in the affirmative": when, not what."""
    clauses = parse.children(cue.index, "advcl")
    return any(parse.subtree(t.index).first == first and parse.tokens[first].tag in ("WRB", "IN") for t in clauses)


def _is_said(parse: Parse, first: int, last: int) -> bool:
    """A clause: words enough, a verb among them, and no quotation cut in two."""
    words = parse.tokens[first : last + 1]
    quotes = sum(t.text in ('"', "“", "”", "''", "``") for t in words)
    return len(words) >= SHORTEST_CONTENT and any(t.pos in ("VERB", "AUX") for t in words) and quotes == 0
