"""Sentences that end with their cue: all before ", the mayor said" is what is said, and nothing behind it."""

from collections.abc import Iterable
from dataclasses import replace

from ..parse import Parse, Range, Token
from .clauses import tokens_span
from .draft import Draft
from .lexicon import Lexicon
from .voices import inside

LONGEST_REST = 14  # words of "on state television late on Monday"
_PARTING = frozenset({";", ":", '"', "“", "”", "''", "``", "(", ")", "«", "»", "—", "–", "--"})


def whole_sentences(parse: Parse, drafts: Iterable[Draft], lexicon: Lexicon) -> list[Draft]:
    """The drafts, of which each takes all its sentence tells before a cue at the end, and none the cue's speaker."""
    found = [(draft, _trailing(parse, draft)) for draft in drafts]
    last = {place: draft for draft, place in found if place is not None}
    taken = [
        draft if place is None or last[place] is not draft else _with_all_before(parse, draft, place, lexicon)
        for draft, place in found
    ]
    ends = sorted(last.items(), key=lambda item: item[0])
    return [_before_speakers(parse, draft, ends) for draft in taken]


def _trailing(parse: Parse, draft: Draft) -> int | None:
    """Index of the first word of ", the mayor said" at the end of a sentence."""
    if draft.verb is None or draft.voice is None or draft.relation != "clause":
        return None
    cue, speaker = parse.tokens[draft.verb], parse.tokens[draft.voice.head]
    opening = parse.token_at(min(draft.voice.span.start, cue.start))
    if opening is None or cue.sentence != speaker.sentence or draft.content.end > opening.start:
        return None
    sentence = parse.sentence_of(cue)
    behind = parse.between(Range(max(cue.index, speaker.index) + 1, sentence.last))
    plain = len(behind) <= LONGEST_REST and not any(t.pos == "VERB" or t.lower == "that" for t in behind)
    framed = opening.index > sentence.first + 1 and parse.tokens[opening.index - 1].text == ","
    return opening.index if plain and framed else None


def _with_all_before(parse: Parse, draft: Draft, place: int, lexicon: Lexicon) -> Draft:
    """ "The road is shut, and the dam holds, Ann Lee said", of which the parser makes two sentences: both are hers."""
    if draft.stance == "denies":
        return draft
    sentence = parse.sentence_of(parse.tokens[place])
    content = tokens_span(parse, sentence.first, place - 2)
    if content is None or content.start > draft.content.start or content.end < draft.content.end:
        return draft
    added = [t for t in parse.tokens[sentence.first : place - 1] if not inside(t, draft.content)]
    return draft if any(_parts(parse, t, lexicon) for t in added) else replace(draft, content=content)


def _parts(parse: Parse, token: Token, lexicon: Lexicon) -> bool:
    """A mark that parts sentences, or a cue of another: what stands there need not be the last speaker's."""
    told = token.lemma in lexicon.clause and token.lemma not in lexicon.evidence and token.pos == "VERB"
    return token.text in _PARTING or (told and bool(parse.children(token.index, "nsubj")))


def _before_speakers(parse: Parse, draft: Draft, ends: Iterable[tuple[int, Draft]]) -> Draft:
    """ "They demanded his release, its head, Ann Lee, said": what they demanded ends before her."""
    start, end = draft.content.start, draft.content.end
    for place, other in ends:
        speaker = parse.tokens[place]
        if other.verb != draft.verb and start < speaker.start < end and other.content.start <= start:
            first = parse.token_at(start)
            content = tokens_span(parse, first.index, place - 2) if first is not None else None
            return replace(draft, content=content) if content is not None else draft
    return draft
