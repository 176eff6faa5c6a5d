"""All who are told of in a document: which mention names a voice, and who or what a noun may be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...records import NAMES, EntityType, Mention
from ..parse import Parse, Range, Token
from .draft import Voice
from .lexicon import Lexicon

_BODY_TYPES = frozenset({"ORG", "GPE", "GROUP"})
_BODY_ENTITIES = frozenset({"ORG", "GPE", "NORP"})
FURTHEST_NAME = 12  # words between somebody unnamed and the name he gives

Kinds = Mapping[int, EntityType]  # what the mention over a token names


@dataclass(frozen=True, slots=True)
class Room:
    """All who are told of in a document, and what is known of them."""

    parse: Parse
    lexicon: Lexicon
    mentions: Sequence[Mention]
    over: Mapping[int, Sequence[Mention]]  # the mentions over a token, the shortest first
    kinds: Kinds
    by_id: Mapping[str, Mention]


def room_of(parse: Parse, mentions: Sequence[Mention], lexicon: Lexicon) -> Room:
    """The mentions of a document, looked up by token; of nested ones the longest tells the kind."""
    kinds: dict[int, EntityType] = {}
    over: dict[int, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda m: (m.end - m.start, m.start, m.id)):
        for token in parse.within(mention.start, mention.end):
            over.setdefault(token.index, []).append(mention)
            if mention.form in NAMES:
                kinds[token.index] = mention.type
    return Room(parse, lexicon, mentions, over, kinds, {mention.id: mention for mention in mentions})


def is_person(noun: Token, lexicon: Lexicon, kinds: Kinds) -> bool:
    """A noun that may name one person: by the mention over it, else by the parser and the lists."""
    known = kinds.get(noun.index)
    if known is not None:
        return known == "PERSON"
    if noun.pos == "NOUN":
        return noun.lemma in lexicon.persons
    office = noun.lower in lexicon.persons
    return noun.entity == "PERSON" or (
        noun.pos == "PROPN" and (office or not noun.entity) and noun.lower not in lexicon.bodies
    )


def is_body(noun: Token, lexicon: Lexicon, kinds: Kinds) -> bool:
    """A noun that may name a body, a state or a medium."""
    known = kinds.get(noun.index)
    if known is not None:
        return known in _BODY_TYPES
    return noun.entity in _BODY_ENTITIES or noun.lower in lexicon.bodies or noun.lemma in lexicon.bodies


def mention_of(room: Room, voice: Voice | None) -> Mention | None:
    """The mention that names a voice: in an apposition, or over the head word."""
    if voice is None:
        return None
    head = room.parse.tokens[voice.head]
    over_head = _covering(room, head)
    named = apposed(room, voice)
    if over_head is not None and over_head.form == "role" and _is_indefinite(room, voice):
        over_head = None  # "a group said" is no group told of before
    if over_head is not None and over_head.form in NAMES:
        # "the Ombudsman, Ann Lee", "the Minister of Works Ann Lee", where the office goes for a name; no body is named
        # behind another one's.
        office = over_head.type == "OTHER" or (over_head.type == "ORG" and head.lower in room.lexicon.persons)
        office = office and named is not None and named.type == "PERSON"
        return named if office else over_head
    named = named or _introduced(room, head)
    return named or over_head or _titled(room, head) or _by_surname(room, head) or _body_of_service(room, voice)


def _owns(room: Room, mention: Mention) -> bool:
    following = room.parse.token_at(mention.end)
    return following is not None and following.tag == "POS"


def _is_indefinite(room: Room, voice: Voice) -> bool:
    """ "A group", "some officials"."""
    first = room.parse.token_at(voice.span.start)
    return first is not None and first.tag == "DT" and first.lower not in room.lexicon.definite


def apposed(room: Room, voice: Voice) -> Mention | None:
    """A name behind a comma or a title in the voice: "the mayor of Ford, Ann Lee", "the investor Ann Lee"."""
    head = room.parse.tokens[voice.head]
    tokens = room.parse.within(voice.span.start, voice.span.end)
    over = {m.id: m for token in tokens for m in room.over.get(token.index, ()) if m.form == "name"}
    inside = [m for m in over.values() if voice.span.start < m.start and m.end <= voice.span.end]
    inside = [m for m in inside if not _owns(room, m)]  # "Ann Lee, Tom’s aunt"
    offices = {m.id: _before(room, voice, m, m.role or "") for m in inside}  # "the spokesman, Colonel Ann Lee"
    behind = [m for m in inside if m.type in ("PERSON", "ORG") and offices[m.id].endswith(",")]
    if head.pos == "NOUN" or head.lower in room.lexicon.persons:
        behind += [
            m for m in inside if m.type == "PERSON" and head.end == voice.span.start + len(_before(room, voice, m))
        ]
        behind += [m for m in inside if m.type == "PERSON" and _ends_office(room, voice, m)]
    return max(behind, key=lambda m: (m.end - m.start, m.start), default=None)


def _before(room: Room, voice: Voice, mention: Mention, role: str = "") -> str:
    """The words of a voice before a name in it and before the "Mr.", "Prof." or other title of this name."""
    words = room.parse.text[voice.span.start : mention.start].rstrip()
    titles = room.lexicon.honorifics | set(role.split())
    while words and (title := words.rsplit(None, 1)[-1]) in titles and title != words:
        words = words.removesuffix(title).rstrip()
    return words


def _ends_office(room: Room, voice: Voice, mention: Mention) -> bool:
    """ "The head of the border service Ann Lee": a name right behind a body, a place or a thing, of which it has an
    office; whoever stands behind "a spokesman for the singer" is not the spokesman.
    """
    words = room.parse.within(room.parse.tokens[voice.head].start, mention.start)
    rest = room.parse.within(mention.end, voice.span.end)  # "… Ann Lee on Telegram"
    ends = not rest or rest[0].pos == "ADP"
    if not ends or len(words) < 3 or words[0].lemma.lower() not in room.lexicon.persons:
        return False
    last = words[-1]
    of = any(t.lower == "of" for t in words)
    return of and last.pos in ("NOUN", "PROPN") and not is_person(last, room.lexicon, room.kinds)


def _introduced(room: Room, head: Token) -> Mention | None:
    """ "A man who gave his name as Orlik": the first name that somebody unnamed gives, or is given, right there."""
    if head.pos not in ("NOUN", "NUM") or is_body(head, room.lexicon, room.kinds):
        return None
    text = room.parse.text
    for token in room.parse.between(Range(head.index + 1, room.parse.sentence_of(head).last)):
        mention = _covering(room, token)
        if mention is not None and mention.form == "name" and mention.type == "PERSON":
            before = text[head.end : mention.start].lower().rstrip()
            is_near = before.count(" ") <= FURTHEST_NAME and room.parse.tokens[token.index - 1].tag != "VBD"
            before = before.removesuffix((mention.role or "").lower()).rstrip()  # "identified himself as Colonel Lee"
            return mention if is_near and before.endswith(room.lexicon.introduced) else None
    return None


def _body_of_service(room: Room, voice: Voice) -> Mention | None:
    """ "The press service of the Odrin Guard", "the Guard’s press office": the body that speaks by it."""
    words = room.parse.text[voice.span.start : voice.span.end].lower()
    if not any(service in words for service in room.lexicon.press_services):
        return None
    inside = {m.id: m for t in room.parse.within(voice.span.start, voice.span.end) for m in room.over.get(t.index, ())}
    bodies = [m for m in inside.values() if m.type == "ORG"]  # named, or told of as "the ministry" or "its"
    return max(bodies, key=lambda m: (m.end - m.start, m.start), default=None)


def _titled(room: Room, head: Token) -> Mention | None:
    """A name before the word for what it is: "the Ford news agency"."""
    if head.lemma not in room.lexicon.media:
        return None
    names = [m for t in room.parse.children(head.index, "compound", "nmod", "appos") if (m := _covering(room, t))]
    return next((m for m in names if m.type == "ORG"), None)


def _by_surname(room: Room, head: Token) -> Mention | None:
    """A label in capitals names whom the text names otherwise: "LEE:" is Ann Lee."""
    if not head.text.isupper():
        return None
    same = [m for m in room.mentions if m.type == "PERSON" and m.text.split()[-1].casefold() == head.lower]
    return min(same, key=lambda m: (m.start, m.end), default=None)


def _covering(room: Room, token: Token) -> Mention | None:
    """The shortest mention over a token: of nested ones the one that names."""
    return next(iter(room.over.get(token.index, ())), None)
