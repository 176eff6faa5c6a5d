"""Who says what in a document: quotations, indirect speech, requests, claims and denials, each with its chain."""

from bisect import bisect_left
from collections.abc import Sequence

from ...ids import make_id
from ...languages import Language
from ...records import Document, Mention, Stance, Statement, Time, Words
from ..parse import Parse, Token
from .backward import with_sources
from .chains import with_chains
from .dashes import dash_drafts
from .direct import quoted_drafts
from .draft import Draft, Voice
from .headlines import bare_headline_drafts, headline_drafts
from .indirect import verb_drafts
from .lexicon import lexicon_of
from .merging import merged
from .phrases import phrase_drafts
from .quotations import find_quotations
from .room import Room, mention_of, room_of
from .signatures import signed_drafts
from .speakers import Speaker, is_covered, joined_runs, resolve_speakers
from .tails import tail_drafts
from .trailing import whole_sentences
from .turns import turn_drafts


def find_statements(
    document: Document, parse: Parse, mentions: tuple[Mention, ...], times: tuple[Time, ...], language: Language
) -> tuple[Statement, ...]:
    """Every statement told in the document, in order of its text."""
    lexicon = lexicon_of(language)
    quotations = find_quotations(parse.text, parse.paragraphs)
    room = room_of(parse, mentions, lexicon)
    signed = tuple(signed_drafts(room, quotations))
    starts = {draft.content.start for draft in signed}
    unsigned = [quotation for quotation in quotations if quotation.start not in starts]
    dashed = tuple(dash_drafts(room))
    quoted = (*quoted_drafts(room, unsigned), *signed, *turn_drafts(room), *dashed)
    told = [*verb_drafts(parse, lexicon), *phrase_drafts(parse, lexicon), *headline_drafts(room)]
    used = {draft.verb for draft in (*quoted, *told) if draft.verb is not None}
    told += [*tail_drafts(parse, lexicon, used), *bare_headline_drafts(room, used)]
    told = whole_sentences(parse, told, lexicon)
    drafts = with_chains(parse, with_sources(parse, lexicon, merged(room, quoted, told, quotations)), room)
    outside = _not_said(parse, drafts, times)
    return tuple(_statement(document, room, speaker, outside) for speaker in resolve_speakers(room, drafts))


def _not_said(parse: Parse, drafts: Sequence[Draft], times: tuple[Time, ...]) -> tuple[Time, ...]:
    """The times that stand in nobody's words."""
    cues = sorted(parse.tokens[draft.verb].start for draft in drafts if draft.verb is not None)
    contents = (draft.content for draft in drafts)
    # What holds a cue of another, "told them that X said on Friday", has that one's day in it.
    own = ((c.start, c.end) for c in contents if bisect_left(cues, c.start) == bisect_left(cues, c.end))
    said = joined_runs(sorted(own))
    return tuple(time for time in times if not is_covered(time.start, said))


def _statement(document: Document, room: Room, speaker: Speaker, times: tuple[Time, ...]) -> Statement:
    parse, draft = room.parse, speaker.draft
    start, end = draft.content.start, draft.content.end
    cue = Words(*parse.offsets(draft.cue), parse.quote(draft.cue)) if draft.cue is not None else None
    voice = speaker.words
    return Statement(
        id=make_id("statement", document.id, start, end, cue.start if cue else None),
        document=document.id,
        start=start,
        end=end,
        text=parse.text[start:end],
        kind=draft.kind,
        speaker=speaker.mention.id if speaker.mention else None,
        speaker_text=parse.text[voice.span.start : voice.span.end] if voice else None,
        speaker_span=voice.span if voice else None,
        cue=cue,
        stance=_stance(room, draft),
        via=tuple(_reference(room, medium) for medium in draft.via),
        when=_when(parse, draft, times),
    )


def _stance(room: Room, draft: Draft) -> Stance:
    """A promise is of what will be; "assured that the dam held" claims, as translators have it."""
    verb = room.parse.tokens[draft.verb] if draft.verb is not None else None
    if draft.stance != "promises" or verb is None or verb.lemma not in room.lexicon.assuring:
        return draft.stance
    words = room.parse.within(draft.content.start, draft.content.end)
    return "promises" if any(t.tag == "MD" or (t.lower == "to" and t.pos == "PART") for t in words) else "claims"


def _reference(room: Room, voice: Voice) -> str:
    mention = mention_of(room, voice)
    return mention.id if mention is not None else room.parse.text[voice.span.start : voice.span.end]


def _when(parse: Parse, draft: Draft, times: tuple[Time, ...]) -> str | None:
    """The time that dates the saying: of the cue's own clause, outside what is said, nearest to the cue."""
    if draft.verb is None:
        return None
    verb = parse.tokens[draft.verb]
    start, end = parse.offsets(parse.sentence_of(verb))
    content = draft.content
    near = [
        time
        for time in times
        if start <= time.start
        and time.end <= end
        and not (content.start <= time.start < content.end)
        and time.type in ("DATE", "TIME")
        and not _is_of_another_clause(parse, verb, time)
    ]
    return min(near, key=lambda time: (abs(time.start - verb.start), time.start)).id if near else None


def _is_of_another_clause(parse: Parse, verb: Token, time: Time) -> bool:
    """Does a verb of a clause beside the cue stand between them in the tree: "the measure, which ends on Friday"?"""
    token = next(iter(parse.within(time.start, time.end)), verb)
    above = [token, *parse.ancestors(token.index)]
    up_to = next((n for n, t in enumerate(above) if t.index == verb.index), len(above))
    return any(t.dep in ("relcl", "acl") for t in above[:up_to])
