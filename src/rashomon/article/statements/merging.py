"""One statement for one run of words: what two finders found twice is told once, what is truly nested stays."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ...records import Span, StatementKind
from ..parse import Parse
from .chains import is_medium
from .draft import Draft
from .quotations import Letters, Quotation, touching
from .room import Room

# A report nested in another is shorter than it; two finds of one run are nearly as long as one another.
NESTED_SHARE = 0.75
HANDED_SHARE = 0.5  # of what an agency reports, at least, is what somebody says in it
SHELF = 512  # code points
_NEVER_OUTER = ("headline", "name")
# Shares of a content's letters that stand in quotation marks; as PolNeAR's kinds are drawn in our bench.
DIRECT_SHARE, INDIRECT_SHARE = 0.95, 0.02


def merged(
    room: Room, quoted: Iterable[Draft], told: Iterable[Draft], quotations: tuple[Quotation, ...]
) -> list[Draft]:
    """Quoted drafts, and told ones that do not stand inside a quotation or repeat another draft."""
    parse, told = room.parse, list(told)
    letters = Letters(parse.text, quotations)
    shelves = _shelves(told)
    kept = [draft for draft in quoted if not any(_is_part(parse, draft, other) for other in _near(shelves, draft))]
    used = {draft.verb for draft in kept} - {None}
    shelves = _shelves(kept)
    for draft in sorted(told, key=lambda d: (d.content.start, -d.content.end, d.verb or 0)):
        if (draft.verb in used and draft.stance != "denies") or _in_quotation(parse, draft, quotations):
            continue
        if _is_bare_pointer(parse, draft):
            continue
        draft = _snapped(parse, draft, quotations, letters)
        near = tuple(_near(shelves, draft))
        outer = next((other for other in near if _hands_on(room, other, draft)), None)
        if any(_repeats(parse, draft, other) for other in near if other is not outer):
            continue
        if outer is not None and outer.voice is not None:
            kept.remove(outer)
            _take(shelves, outer)
            draft = replace(draft, via=(outer.voice,))
        kept.append(draft)
        used.add(draft.verb)
        _put(shelves, draft)
    return sorted(kept, key=lambda d: (d.content.start, d.content.end, d.verb or 0))


def _shelves(drafts: Iterable[Draft]) -> dict[int, list[Draft]]:
    """Drafts by the stretches of text they touch, so that each is held against its neighbours only."""
    shelves: dict[int, list[Draft]] = {}
    for draft in drafts:
        _put(shelves, draft)
    return shelves


def _put(shelves: dict[int, list[Draft]], draft: Draft) -> None:
    for shelf in range(draft.content.start // SHELF, draft.content.end // SHELF + 1):
        shelves.setdefault(shelf, []).append(draft)


def _take(shelves: dict[int, list[Draft]], draft: Draft) -> None:
    for shelf in range(draft.content.start // SHELF, draft.content.end // SHELF + 1):
        shelves[shelf].remove(draft)


def _near(shelves: Mapping[int, list[Draft]], draft: Draft) -> Iterator[Draft]:
    for shelf in range(draft.content.start // SHELF, draft.content.end // SHELF + 1):
        yield from shelves.get(shelf, ())


def _is_bare_pointer(parse: Parse, draft: Draft) -> bool:
    """ "confirmed that", "said so": one word that stands for what is told elsewhere."""
    word = parse.token_at(draft.content.start)
    return word is not None and word.end >= draft.content.end and word.pos in ("PRON", "DET", "SCONJ", "ADV")


def _in_quotation(parse: Parse, draft: Draft, quotations: Sequence[Quotation]) -> bool:
    if draft.relation == "headline":
        return False  # "The mayor: ‘We go’"
    at = parse.tokens[draft.verb].start if draft.verb is not None else draft.content.start
    return any(q.start <= at < q.end for q in touching(quotations, at, at + 1))


def _is_part(parse: Parse, quoted: Draft, told: Draft) -> bool:
    """A few words in marks inside a clause that another cue introduces: "said he would offer “a prayer”"."""
    if quoted.verb is None or quoted.verb == told.verb or told.relation not in ("clause", "infinitive"):
        return False
    content, cue = told.content, parse.tokens[quoted.verb].start
    inside = content.start <= cue < content.end and content.start <= quoted.content.start < content.end
    nested = _is_nested(parse, quoted, told) and not _is_phrase(parse, quoted)
    return inside and cue < quoted.content.start and not nested


def _is_phrase(parse: Parse, quoted: Draft) -> bool:
    """ "would answer “there, not here”": a few words of a sentence, which no mark brings in as speech."""
    start = quoted.content.start
    before = parse.text[max(start - SHELF, 0) : start].rstrip(" \n\"“”„«‘'")[-1:]
    return parse.text[start : start + 1].islower() and before not in (",", ":")


def _snapped(parse: Parse, draft: Draft, quotations: Sequence[Quotation], letters: Letters) -> Draft:
    """Quotations are taken whole into the content, and the kind is told by them."""
    start, end = draft.content.start, draft.content.end
    touched = touching(quotations, start, end)
    if draft.relation == "name" and len(touched) == 1 and touched[0].start >= start:
        start, end = touched[0].start, touched[0].end
    if touched:
        start, end = min(start, touched[0].start), max(end, touched[-1].end)
    if len(touched) == 1 and letters.quoted_share(_behind_mark(parse, start, end), end) >= DIRECT_SHARE:
        start, end = touched[0].start, touched[0].end
    share = letters.quoted_share(start, end)
    kind: StatementKind = "direct" if share >= DIRECT_SHARE else "indirect" if share <= INDIRECT_SHARE else "mixed"
    return replace(draft, content=Span(start, end), kind=kind)


def _behind_mark(parse: Parse, start: int, end: int) -> int:
    """Where the words begin behind "that", which is never the speaker's own."""
    first = parse.token_at(start)
    return first.end if first is not None and first.dep == "mark" and first.end < end else start


def _repeats(parse: Parse, draft: Draft, other: Draft) -> bool:
    """Both are the same run of words, or the inner one is not another voice's."""
    shared = min(draft.content.end, other.content.end) - max(draft.content.start, other.content.start)
    shorter = min(draft.content.end - draft.content.start, other.content.end - other.content.start)
    if shared * 2 <= shorter or ("denies" in (draft.stance, other.stance) and draft.verb != other.verb):
        return False
    return not (_is_nested(parse, draft, other) or _is_nested(parse, other, draft))


def _hands_on(room: Room, outer: Draft, inner: Draft) -> bool:
    """ "Ann Lee said the dam holds, the agency reported": she says it, through the agency."""
    if outer.verb is None or inner.verb is None or outer.voice is None or inner.voice is None:
        return False
    parse = room.parse
    nearer, speaker = (is_medium(parse, parse.tokens[d.head], room) for d in (outer.voice, inner.voice))
    if speaker or not nearer:
        return False
    start, end = outer.content.start, outer.content.end
    opening = [t for t in parse.within(start, inner.voice.span.start) if t.pos not in ("PUNCT", "ADV", "DET")]
    opens = start <= inner.voice.span.start < parse.tokens[inner.verb].start < end and not opening
    behind = min(parse.tokens[outer.verb].start, outer.voice.span.start) >= end
    behind = behind or outer.relation == "as"  # "As the agency reported, Ann Lee said"
    told = outer.relation in ("clause", "according", "quotation", "as") and inner.relation in (
        "clause",
        "quotation",
        "infinitive",
    )
    most = (inner.content.end - inner.content.start) >= HANDED_SHARE * (end - start)
    most = most or (outer.relation == "as" and inner.content.end == end)
    return opens and behind and told and most and inner.stance != "thinks"


def _is_nested(parse: Parse, inner: Draft, outer: Draft) -> bool:
    """A report inside a report: its cue and its voice, another one, stand inside the outer content."""
    if inner.verb is None or inner.voice is None or inner.stance == "thinks" or outer.relation in _NEVER_OUTER:
        return False
    content = outer.content
    if inner.content.end - inner.content.start > NESTED_SHARE * (content.end - content.start):
        return False
    if outer.relation != "turn" and abs(inner.content.start - content.start) <= 1:
        return False  # the same words, of which one finder took more
    if outer.relation == "according" and inner.relation == "quotation":
        return False  # "“…,” said X, according to Y": one statement, through Y
    if outer.relation != "turn" and inner.relation not in ("clause", "quotation"):
        return False
    places = (parse.tokens[inner.verb].start, inner.voice.span.start)
    another = parse.tokens[inner.voice.head].pos != "PRON"
    return another and all(content.start <= place < content.end for place in places)
