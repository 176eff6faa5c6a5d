"""Quotations and who speaks them: the cue before, after or around the marks, or the speaker of the one before."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ...records import Span, StatementKind
from ..parse import Parse, Range, Token
from .clauses import subject_of, trimmed_span, voice_of
from .draft import Draft, Voice
from .lexicon import Lexicon
from .quotations import Quotation

# A cue after a quotation follows at once or after its subject: a name with office and apposition.
# Set on PolNeAR's training part: beyond 20 words cues belong to the next thing said.
LONGEST_SUBJECT = 20
LONGEST_AFTERTHOUGHT = 6  # words between a cue and the quotation it introduces: "said in a statement on Monday: “"
_SPEECH_END = ",.!?…—–-"
_SENTENCE_END = ".!?…"
_QUOTES = "\"“”„«»‘’'‹›"


def quoted_drafts(parse: Parse, quotations: Iterable[Quotation], lexicon: Lexicon) -> tuple[Draft, ...]:
    """A draft for each quotation that is somebody's speech; words quoted for their sound only give none."""
    found: list[Draft] = []
    last: Quotation | None = None
    for quotation in quotations:
        draft = _draft(parse, quotation, lexicon)
        if draft is None and found and last is not None and _goes_on(parse.text, last, quotation):
            draft = replace(found[-1], content=Span(quotation.start, quotation.end), kind="direct", cue=None, verb=None)
        if draft is not None:
            found.append(draft)
            last = quotation
    return tuple(found)


def _draft(parse: Parse, quotation: Quotation, lexicon: Lexicon) -> Draft | None:
    cue = _cue_after(parse, quotation, lexicon) or _cue_before(parse, quotation, lexicon)
    if cue is None:
        return None
    content = _whole_content(parse, quotation, cue)
    if content is None:
        return None
    kind: StatementKind = "direct" if content.start >= quotation.start else "mixed"
    noun = subject_of(parse, cue)
    voice = (
        voice_of(parse, noun, cue)
        if noun is not None and not _inside(noun, content)
        else _near_voice(parse, cue, content)
    )
    return Draft(content, lexicon.clause.get(cue.lemma, "says"), kind, Range(cue.index, cue.index), cue.index, voice)


def _inside(token: Token, content: Span) -> bool:
    return content.start <= token.start < content.end


def _near_voice(parse: Parse, cue: Token, content: Span) -> Voice | None:
    """A noun right beside the cue, where the parser tied it to something else."""
    for step in (1, -1):
        index = cue.index + step
        if 0 <= index < len(parse.tokens):
            token = parse.tokens[index]
            near = token.paragraph == cue.paragraph and not _inside(token, content)
            if near and token.pos in ("PRON", "PROPN", "NOUN"):
                return voice_of(parse, token, cue)
    return None


def _first_at(parse: Parse, offset: int) -> int:
    """Index of the first token that starts at an offset or after it."""
    return bisect_left(parse.tokens, offset, key=lambda token: token.start)


def _cue_after(parse: Parse, quotation: Quotation, lexicon: Lexicon) -> Token | None:
    if not _ends_as_speech(parse.text, quotation):
        return None
    at = _first_at(parse, quotation.outer_end)
    seen = parse.tokens[at : at + LONGEST_SUBJECT]
    for token in seen:
        if token.paragraph != quotation.paragraph or (
            token.text[0] in _QUOTES and token.pos == "PUNCT" and token.index > at
        ):
            return None
        if _is_cue(token, lexicon) and _belongs_after(parse, token, at):
            return token
        if token.text in (".", ";", "!", "?") or (token.pos in ("VERB", "AUX") and _is_finite(parse, token, at)):
            return None
    return None


def _is_finite(parse: Parse, token: Token, at: int) -> bool:
    """A main verb that is no cue ends the search; one in a relative clause of the subject does not."""
    return token.dep in ("ROOT", "conj") and token.tag in ("VBD", "VBZ", "VBP") and token.index >= at


def _belongs_after(parse: Parse, cue: Token, at: int) -> bool:
    """The cue's subject stands between the quotation and the cue, or after the cue, or nowhere."""
    if cue.tag in ("VBG", "VBN") and cue.index > at + 1 and cue.dep in ("acl", "amod"):
        return False
    subjects = parse.children(cue.index, "nsubj")
    return cue.dep != "relcl" or not subjects or subjects[0].tag not in ("WP", "WDT")


def _is_cue(token: Token, lexicon: Lexicon) -> bool:
    return (
        token.pos in ("VERB", "AUX", "NOUN", "PROPN") and token.lemma in lexicon.clause and token.tag.startswith("VB")
    )


def _ends_as_speech(text: str, quotation: Quotation) -> bool:
    after = text[quotation.outer_end : quotation.outer_end + 2].lstrip()
    return text[quotation.end - 1] in _SPEECH_END or after[:1] in (",", "–", "—", "-")


def _cue_before(parse: Parse, quotation: Quotation, lexicon: Lexicon) -> Token | None:
    """A cue before the opening marks with nothing said between: "said", "said:", "said in a letter that"."""
    at = _first_at(parse, quotation.outer_start) - 1
    colon = False
    for back in range(at, max(at - LONGEST_AFTERTHOUGHT - 2, -1), -1):
        token = parse.tokens[back]
        if token.paragraph != quotation.paragraph or token.text in (".", "!", "?", "”", '"'):
            return None
        if _is_cue(token, lexicon):
            return token if colon or _introduces(parse, token, at) else None
        colon = colon or token.text in (":", ",")
        if token.pos in ("VERB", "AUX"):
            return None
    return None


def _introduces(parse: Parse, cue: Token, last: int) -> bool:
    """Only adverbials and "that" stand between the cue and the quotation."""
    return all(
        token.lower == "that" or token.pos in ("ADV", "PUNCT", "PART")
        for token in parse.tokens[cue.index + 1 : last + 1]
    )


def _whole_content(parse: Parse, quotation: Quotation, cue: Token) -> Span | None:
    """The quotation, or, where it ends a sentence begun outside the marks, that sentence from its first word."""
    if cue.start < quotation.start:
        return Span(quotation.start, quotation.end)
    if _begins_speech(parse.text, quotation, parse.paragraphs[quotation.paragraph].start):
        return Span(quotation.start, quotation.end)
    token = (
        parse.token_at(quotation.outer_start)
        or parse.tokens[min(_first_at(parse, quotation.outer_start), len(parse.tokens) - 1)]
    )
    start = parse.tokens[parse.sentence_of(token).first].start
    return trimmed_span(parse.text, Span(min(start, quotation.start), quotation.end)) or Span(
        quotation.start, quotation.end
    )


def _begins_speech(text: str, quotation: Quotation, paragraph_start: int) -> bool:
    before = text[paragraph_start : quotation.outer_start].rstrip()
    return not before or before[-1] in '.!?…:,;–—-"”»•*)'


def _goes_on(text: str, last: Quotation, quotation: Quotation) -> bool:
    """A quotation that follows another in the paragraph, as a sentence of its own, has the same speaker."""
    if quotation.continues:
        return True
    if quotation.paragraph != last.paragraph:
        return False
    before = text[last.outer_end : quotation.outer_start].rstrip()
    return before[-1:] in (*_SENTENCE_END, ",", ":", "") and text[quotation.end - 1] in _SPEECH_END


def quoted_share(span: Span, quotations: Iterable[Quotation], text: str) -> float:
    """Which part of a span's letters stands in quotation marks."""
    letters = [k for k in range(span.start, span.end) if text[k].isalnum()]
    inside = sum(any(q.start <= k < q.end for q in quotations) for k in letters)
    return inside / len(letters) if letters else 0.0


def by_paragraph(quotations: Iterable[Quotation]) -> Mapping[int, list[Quotation]]:
    """Quotations of each paragraph."""
    found: dict[int, list[Quotation]] = {}
    for quotation in quotations:
        found.setdefault(quotation.paragraph, []).append(quotation)
    return found
