"""Quotations that are somebody's speech; words quoted for their sound only give nothing."""

from collections.abc import Iterable
from dataclasses import replace

from ...records import Span, StatementKind
from ..parse import Parse, Range, Token
from .clauses import subject_of, trimmed_span, voice_of
from .complements import calls_oneself
from .cues import SENTENCE_END, SPEECH_END, cue_of, first_at, is_cue, is_part_of_clause, last_sign
from .draft import Draft, Voice
from .lexicon import Lexicon
from .quotations import NEAR, Quotation
from .room import Room, is_body, is_person
from .voices import inside, voice_of_cue, voice_of_quotation

_LISTING = ("DET", "CCONJ", "PUNCT", "ADJ")  # between the names of a list: "a “thief,” a “liar” and “worse”"


def quoted_drafts(room: Room, quotations: Iterable[Quotation]) -> tuple[Draft, ...]:
    """A draft for each quotation with a cue, and for those that go on from one or stand for themselves."""
    found: list[Draft] = []
    last: Quotation | None = None
    for quotation in quotations:
        if last is not None and found and _goes_on(room.parse, last, quotation, found[-1], room.lexicon):
            found[-1] = replace(found[-1], content=Span(found[-1].content.start, quotation.end))
            last = quotation
            continue
        draft = _with_cue(room.parse, quotation, room.lexicon) or _without_cue(room, quotation, last, found)
        if draft is not None:
            found.append(draft)
            last = quotation
    return tuple(found)


def _with_cue(parse: Parse, quotation: Quotation, lexicon: Lexicon) -> Draft | None:
    cue = cue_of(parse, quotation, lexicon)
    if cue is None or is_part_of_clause(parse, quotation, cue, lexicon) or calls_oneself(parse, cue, lexicon):
        return None
    content = _content(parse, quotation, cue, lexicon)
    if content.start < quotation.start and any(inside(t, content) for t in parse.children(cue.index, "nsubj")):
        return None  # the marks stand inside the cue's own subject: "the star of “Two Rivers,” said …"
    kind: StatementKind = "direct" if content.start >= quotation.start else "mixed"
    if cue.start > quotation.start:
        voice = voice_of_quotation(parse, cue, first_at(parse, quotation.outer_end), content, lexicon)
    else:
        voice = voice_of_cue(parse, cue, lexicon)
    stance = lexicon.clause[cue.lemma]
    if stance == "denies" and (_text_before(parse, quotation).endswith(":") or cue.start > quotation.start):
        stance = "says"  # "She contradicted him: “It leaks.”": what she says, not what she denies
    return Draft(content, stance, kind, Range(cue.index, cue.index), cue.index, voice, relation="quotation")


def _goes_on(parse: Parse, last: Quotation, quotation: Quotation, draft: Draft, lexicon: Lexicon) -> bool:
    """ "“The dam,” she said, “will hold”": one sentence, in which the attribution stands between two commas."""
    if draft.verb is None or quotation.paragraph != last.paragraph or last_sign(parse.text, last) in SENTENCE_END:
        return False
    between = parse.within(last.outer_end, quotation.outer_start)
    if parse.tokens[draft.verb].start < last.start:  # "called it “a shame” and “a waste”"
        return lexicon.names(parse.tokens[draft.verb].lemma) and all(t.pos in _LISTING for t in between)
    cues = [t.index for t in between if is_cue(t, lexicon)]
    if not between or cues != [draft.verb] or between[-1].text not in (",", "–", "—", "-", "--"):
        return False
    return not any(t.text in SENTENCE_END or t.text in (";", ":") for t in between)


def _content(parse: Parse, quotation: Quotation, cue: Token, lexicon: Lexicon) -> Span:
    """The quotation, or, where it ends a sentence begun outside the marks, that sentence from its first word."""
    whole = Span(quotation.start, quotation.end)
    named = _named_before(parse, quotation, cue) if lexicon.names(cue.lemma) else None
    if named is not None:
        return Span(named.start, quotation.end)
    if cue.start < quotation.start or _begins_speech(parse, quotation):
        return whole
    token = parse.tokens[first_at(parse, quotation.outer_start)]
    start = parse.tokens[parse.sentence_of(token).first].start
    trimmed = trimmed_span(parse.text, Span(min(start, quotation.start), quotation.end)) or whole
    return Span(trimmed.start, quotation.end)


def _named_before(parse: Parse, quotation: Quotation, cue: Token) -> Token | None:
    """The first word of what is given the quoted name: "called the plan “a mistake”"."""
    between = [t for t in parse.within(cue.end, quotation.outer_start) if t.pos not in ("ADV", "PUNCT")]
    plain = all(t.pos not in ("VERB", "AUX", "SCONJ") for t in between)
    own = any(t.pos in ("NOUN", "PROPN", "PRON") and t.head == cue.index for t in between)
    return between[0] if plain and own else None


def _begins_speech(parse: Parse, quotation: Quotation) -> bool:
    before = _text_before(parse, quotation)
    return not before or before[-1] in '.!?…:,;–—-"”»•*)'


def _text_before(parse: Parse, quotation: Quotation) -> str:
    """The end of the paragraph's words before the quotation."""
    start = max(parse.paragraphs[quotation.paragraph].start, quotation.outer_start - NEAR)
    return parse.text[start : quotation.outer_start].rstrip()


def _without_cue(room: Room, quotation: Quotation, last: Quotation | None, found: list[Draft]) -> Draft | None:
    """A sentence in marks: the speaker of the one before goes on, or the one just told of speaks."""
    parse = room.parse
    if not quotation.continues and not _is_own_sentence(parse, quotation):
        return None
    content = Span(quotation.start, quotation.end)
    draft = _behind_colon(room, quotation, last)
    if draft is not None:
        return draft
    if last is not None and found and (quotation.continues or quotation.paragraph == last.paragraph):
        return replace(found[-1], content=content, kind="direct", verb=None)
    voice = _told_of_before(room, quotation)
    if voice is not None:
        return Draft(content, "says", "direct", None, None, voice)
    if (
        last is not None
        and found
        and _is_whole_paragraph(parse, quotation)
        and quotation.paragraph == last.paragraph + 1
    ):
        return replace(found[-1], content=content, kind="direct", verb=None)
    return None


def _behind_colon(room: Room, quotation: Quotation, last: Quotation | None) -> Draft | None:
    """ "Ann Lee was categorical: “…”": whoever a verb on no list has for its subject, behind another's words too."""
    parse = room.parse
    if not _text_before(parse, quotation).endswith(":"):
        return None
    start = _begins_after(parse, quotation, last)
    verbs = [t for t in parse.within(start, quotation.outer_start) if t.tag in ("VBD", "VBZ", "VBP")]
    noun = subject_of(parse, verbs[-1]) if verbs else None
    if noun is None or not start <= noun.start < quotation.outer_start:
        return None
    if not (_may_speak(room, noun) or noun.pos in ("PRON", "PROPN")):
        return None
    cue = Range(verbs[-1].index, verbs[-1].index)
    return Draft(Span(quotation.start, quotation.end), "says", "direct", cue, verbs[-1].index, voice_of(parse, noun))


def _begins_after(parse: Parse, quotation: Quotation, last: Quotation | None) -> int:
    """Where the words begin that bring a quotation in: behind another one, or with their sentence."""
    if last is not None and last.paragraph == quotation.paragraph:
        return last.outer_end
    before = parse.tokens[max(first_at(parse, quotation.outer_start) - 1, 0)]
    sentence = parse.tokens[parse.sentence_of(before).first].start
    return max(parse.paragraphs[quotation.paragraph].start, sentence)


def _may_speak(room: Room, noun: Token) -> bool:
    return is_person(noun, room.lexicon, room.kinds) or is_body(noun, room.lexicon, room.kinds)


def _is_own_sentence(parse: Parse, quotation: Quotation) -> bool:
    before = _text_before(parse, quotation)
    ends = last_sign(parse.text, quotation) in SPEECH_END
    return ends and (not before or before[-1] in (*SENTENCE_END, ":") or before[-2:-1] in SENTENCE_END)


def _is_whole_paragraph(parse: Parse, quotation: Quotation) -> bool:
    block = parse.paragraphs[quotation.paragraph]
    return quotation.outer_start == block.start and quotation.outer_end >= block.end - 1


def _told_of_before(room: Room, quotation: Quotation) -> Voice | None:
    """The subject of the sentence right before, where it is somebody who can speak."""
    parse = room.parse
    index = first_at(parse, quotation.outer_start) - 1
    if parse.paragraphs[quotation.paragraph].title:
        return None  # see `headlines`
    if index < 0 or not (parse.tokens[index].paragraph == quotation.paragraph or parse.tokens[index].text == ":"):
        return None
    sentence = parse.sentence_of(parse.tokens[index])
    root = next((t for t in parse.between(sentence) if t.dep == "ROOT"), None)
    label = root if root is not None and root.pos in ("NOUN", "PROPN") and parse.tokens[index].text == ":" else None
    noun = label or (subject_of(parse, root) if root is not None else None)
    if noun is None or noun.lower in room.lexicon.reporter or noun.start > quotation.outer_start:
        return None
    return voice_of(parse, noun) if _may_speak(room, noun) or noun.pos == "PRON" else None
