"""Who a speaker's words stand for: the mention that names him, also behind a pronoun or no word at all."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...records import NAMES, Mention
from ..parse import Token
from .clauses import voice_of, words_beside
from .draft import Draft, Voice
from .room import Room, apposed, is_body, is_person, mention_of

_PERSON_PRONOUNS = frozenset({"he", "she", "him", "her", "himself", "herself", "his", "hers"})
_BODY_PRONOUNS = frozenset({"it", "itself", "its"})
_SEVERAL = frozenset({"they", "them", "their", "themselves"})
_ANY_PRONOUNS = _SEVERAL | {"who", "that", "which"}
# A pronoun seldom stands for somebody named further back than this many paragraphs (PolNeAR, training part).
FURTHEST_PARAGRAPHS = 3
FURTHEST_OFFICE = 2  # paragraphs from a speaker to another word for him
FURTHEST_ISSUER = 8  # paragraphs from "said in a statement" to "the statement said"
STEM = 5  # letters: "region" is in "regional"
MOST_CANDIDATES = 40  # nor for somebody with so many others named since


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a draft: `words` name him, those beside the cue or, for the pronoun of one unnamed, earlier ones."""

    draft: Draft
    words: Voice | None
    mention: Mention | None


def resolve_speakers(room: Room, drafts: Sequence[Draft]) -> tuple[Speaker, ...]:
    """The speakers of drafts that stand in the order of the text."""
    subjects = _subjects(room, drafts)
    starts = [voice.span.start for voice in subjects]
    speaking = {d.voice.head for d in drafts if d.voice is not None}
    found = []
    last: Voice | None = None
    issuers: dict[str, Voice] = {}  # who spoke last "in a statement", "in a post"
    said_before: Draft | None = None
    for draft in drafts:
        count = bisect_right(starts, _place(draft) - 1)
        before = subjects[max(count - MOST_CANDIDATES, 0) : count]
        named = _named(room, draft, before, last, speaking)
        if named is not None:
            named = _issuer(room, named, issuers, last)
        if named is not None and named is draft.voice:
            named = last if last is not None and _is_office_of_last(room, named, last, before) else named
        if named is not None and named is draft.voice:
            named = _bearer(room, draft, named, before)
        if named is draft.voice and _is_same_pronoun(room, draft.voice, said_before):
            named = last  # "He said … He added …", down many paragraphs
        mention = _nearer(room, draft, named) or mention_of(room, named)
        if mention is not None and mention.form == "role" and _names_inside(room, draft, mention):
            mention = _body_before(room, draft, named, before)  # "“The Council demands it,” the bloc wrote"
        earlier = mention is None and _stands_surely(room, draft.voice, named, speaking)
        found.append(Speaker(draft, named if earlier else draft.voice or named, mention))
        last = named or last
        issuers |= {word: last for word in _vessels_beside(room, draft) if last is not None}
        said_before = draft if draft.voice is not None else said_before
    return tuple(found)


def _is_same_pronoun(room: Room, voice: Voice | None, before: Draft | None) -> bool:
    """A pronoun near the same one that spoke last, of which it is known whom it means."""
    if voice is None or before is None or before.voice is None:
        return False
    pronoun, other = room.parse.tokens[voice.head], room.parse.tokens[before.voice.head]
    near = pronoun.paragraph - other.paragraph <= FURTHEST_PARAGRAPHS
    return near and pronoun.lower in _PERSON_PRONOUNS and pronoun.lower == other.lower


def _place(draft: Draft) -> int:
    return draft.voice.span.start if draft.voice is not None else draft.content.start


def _named(
    room: Room, draft: Draft, before: Sequence[Voice], last: Voice | None, speaking: Collection[int]
) -> Voice | None:
    voice = draft.voice
    if voice is None:
        return last if not draft.anonymous or _goes_on_unnamed(room, draft, last) else None
    head = room.parse.tokens[voice.head]
    if head.pos != "PRON":
        return voice
    for candidate in reversed(before):
        noun = room.parse.tokens[candidate.head]
        if head.paragraph - noun.paragraph > FURTHEST_PARAGRAPHS:
            break
        speaks = candidate.head in speaking
        if _may_stand_for(room, head, noun, speaks=speaks) or (speaks and _names_one(room, head, candidate)):
            return candidate
    return voice


def _goes_on_unnamed(room: Room, draft: Draft, last: Voice | None) -> bool:
    """ "It is noted that …", right behind what somebody said."""
    if last is None or draft.verb is None:
        return False
    verb = room.parse.tokens[draft.verb]
    subjects = room.parse.children(verb.index, "nsubjpass")
    it = bool(subjects) and subjects[0].lower in _BODY_PRONOUNS
    return it and verb.lemma in room.lexicon.goes_on and verb.paragraph - room.parse.tokens[last.head].paragraph <= 1


def _is_office_of_last(room: Room, voice: Voice, last: Voice, before: Sequence[Voice]) -> bool:
    """ "Ann Lee said … The politician added": another word for the person, or the body, that spoke right before."""
    tokens = room.parse.tokens
    head = tokens[voice.head]
    definite = tokens[room.parse.subtree(head.index).first].lower == "the"
    beside = room.parse.children(head.index, "compound", "poss", "nmod")
    of_other = any(room.kinds.get(t.index) in ("ORG", "GPE", "GROUP") for t in beside)  # "the Odrin spokesman"
    near = head.paragraph - tokens[last.head].paragraph <= FURTHEST_OFFICE
    known, of_body = room.lexicon.variations, room.lexicon.body_variations
    if of_other or not (definite and near and head.lemma.lower() in known | of_body and head.tag != "NNS"):
        return False
    others = [v for v in before if v.span.start > last.span.end and tokens[v.head].pos != "PRON"]
    mention, named = mention_of(room, voice), mention_of(room, last)
    if named is None or mention is not None or others or named.form not in NAMES:
        return False
    if named.type == "ORG":
        bare = all(t.index <= head.index for t in room.parse.children(head.index))  # "the head office of Northline"
        return bare and head.lemma.lower() in of_body
    return named.type == "PERSON" and head.lemma.lower() in known and not _is_sexed_otherwise(room, head, last)


def _bearer(room: Room, draft: Draft, voice: Voice, before: Sequence[Voice]) -> Voice:
    """ "The minister said": the nearest named one of whom this word was told; none that is named in what is said."""
    tokens = room.parse.tokens
    head, mention = tokens[voice.head], mention_of(room, voice)
    known = mention is not None and not _names_inside(room, draft, mention)
    small = head.text.islower() or head.lower in room.lexicon.persons  # "the Head of State"
    definite = small and tokens[room.parse.subtree(head.index).first].lower == "the"
    if known or not definite or head.pos not in ("NOUN", "PROPN") or head.tag == "NNS":
        return voice
    own = _stems(room, voice)  # "the head of the region" is "the head of the regional council Ann Lee"
    for other in reversed(before):
        near = head.paragraph - tokens[other.head].paragraph <= FURTHEST_ISSUER
        if own <= _stems(room, other) and other.head != head.index:
            named = mention_of(room, other)
            fits = named is not None and (named.type == "PERSON") is (head.lemma.lower() in room.lexicon.persons)
            return other if near and fits else voice
    return _alone_in_office(room, voice, before) or voice


def _alone_in_office(room: Room, voice: Voice, before: Sequence[Voice]) -> Voice | None:
    """ "The deputy head of the service", where one deputy head alone was told of, by another word for his body."""
    head, office = room.parse.tokens[voice.head], _office(room, voice)
    of = [t for t in room.parse.within(head.end, voice.span.end) if t.pos in ("NOUN", "PROPN")]
    if head.lemma.lower() not in room.lexicon.persons or not of or any(t.index in room.kinds for t in of):
        return None
    others = [v for v in before if v.head != head.index and office in (_office(room, v), _told_office(room, v))]
    named = {mention.id: mention for other in others if (mention := mention_of(room, other)) is not None}
    people = all(mention.type == "PERSON" for mention in named.values())
    same = len({mention.antecedent or mention.id for mention in named.values()}) == 1
    return others[-1] if others and people and same and mention_of(room, others[-1]) is not None else None


def _told_office(room: Room, voice: Voice) -> tuple[str, ...]:
    """The office told beside a name."""
    mention = mention_of(room, voice)
    return tuple((mention.role or "").lower().split()) if mention is not None else ()


def _office(room: Room, voice: Voice) -> tuple[str, ...]:
    """The words of a voice up to its head: "deputy head" of "the deputy head of the service"."""
    words = room.parse.within(voice.span.start, room.parse.tokens[voice.head].end)
    return tuple(t.lower for t in words if t.pos in ("NOUN", "PROPN", "ADJ"))


def _stems(room: Room, voice: Voice) -> set[str]:
    """The beginnings of the nouns and names in a voice."""
    words = room.parse.within(voice.span.start, voice.span.end)
    return {t.lower[:STEM] for t in words if t.pos in ("NOUN", "PROPN", "ADJ")}


def _names_inside(room: Room, draft: Draft, mention: Mention) -> bool:
    """The name that a mention stands for is read in the very words that are said."""
    name = room.by_id.get(mention.antecedent or "")
    return name is not None and draft.content.start <= name.start < draft.content.end


def _body_before(room: Room, draft: Draft, voice: Voice | None, before: Sequence[Voice]) -> Mention | None:
    """The body named last before words that name another one themselves."""
    if voice is None:
        return None
    for other in reversed(before):
        mention = mention_of(room, other)
        near = room.parse.tokens[voice.head].paragraph - room.parse.tokens[other.head].paragraph <= FURTHEST_OFFICE
        if mention is not None and mention.type == "ORG" and mention.form in NAMES and near:
            return mention if mention.end <= draft.content.start else None
    return None


def _nearer(room: Room, draft: Draft, named: Voice | None) -> Mention | None:
    """The mention of a pronoun that stands for a name nearer to it than somebody unnamed who might speak."""
    if draft.voice is None or named is None or named is draft.voice or mention_of(room, named) is not None:
        return None
    own = mention_of(room, draft.voice)
    name = room.by_id.get(own.antecedent or "") if own is not None else None
    nearer = name is not None and named.span.end <= name.start and name.form == "name"
    return own if own is not None and nearer and not _names_inside(room, draft, own) else None


def _is_sexed_otherwise(room: Room, noun: Token, voice: Voice) -> bool:
    """ "The spokeswoman" is no Robert."""
    sexes = [sex for sex, words in room.lexicon.sexes.items() if noun.lower in words]
    names = {room.lexicon.given_names.get(name) for name in _given_names(room, room.parse.tokens[voice.head])} - {None}
    return bool(sexes) and bool(names) and not names & set(sexes)


def _issuer(room: Room, voice: Voice, issuers: Mapping[str, Voice], last: Voice | None) -> Voice:
    """ "…, the statement said": of whoever spoke in a statement before, else of the one who spoke right before."""
    tokens = room.parse.tokens
    head = tokens[voice.head]
    bare = all(t.dep == "det" for t in room.parse.children(head.index)) and voice.span.start < head.start
    the = head.index > 0 and tokens[head.index - 1].lower in room.lexicon.definite
    if head.lemma not in room.lexicon.vessels or not (bare and the):
        return voice
    known = issuers.get(head.lemma)
    if known is not None and head.paragraph - tokens[known.head].paragraph <= FURTHEST_ISSUER:
        return known
    right_before = last is not None and head.paragraph - tokens[last.head].paragraph <= 1
    return last if last is not None and right_before else voice


def _vessels_beside(room: Room, draft: Draft) -> Iterator[str]:
    """The words for a statement, a post or a letter in the sentence of a cue."""
    if draft.verb is not None:
        verb = room.parse.tokens[draft.verb]
        for token in words_beside(room.parse, verb):
            outside = not draft.content.start <= token.start < draft.content.end
            if token.lemma in room.lexicon.vessels and token.pos == "NOUN" and outside:
                yield token.lemma


def _stands_surely(room: Room, own: Voice | None, named: Voice | None, speaking: Collection[int]) -> bool:
    """One without a name whom a pronoun means: he speaks elsewhere, or an earlier sentence is about him."""
    if own is None or named is None or own.head == named.head:
        return False
    tokens = room.parse.tokens
    pronoun, noun = tokens[own.head], tokens[named.head]
    if pronoun.lower in _ANY_PRONOUNS:
        several = _is_several(room, noun)
        return named.head in speaking and several
    is_theme = pronoun.lower in _PERSON_PRONOUNS and tokens[noun.head].dep == "ROOT"
    return named.head in speaking or is_theme


def _may_stand_for(room: Room, pronoun: Token, noun: Token, *, speaks: bool) -> bool:
    if pronoun.lower in _PERSON_PRONOUNS:
        if _is_of_other_sex(room, pronoun, noun):
            return False
        several = _is_several(room, noun)
        name = noun.pos == "PROPN" and noun.text[0].isupper() and noun.lower not in room.lexicon.bodies
        unknown = speaks and name and room.kinds.get(noun.index, "PERSON") == "PERSON"
        return not several and (unknown or is_person(noun, room.lexicon, room.kinds))
    if pronoun.lower in _BODY_PRONOUNS:
        return is_body(noun, room.lexicon, room.kinds) and noun.tag != "NNS"
    if pronoun.lower in _SEVERAL and room.kinds.get(noun.index) == "PERSON" and not _is_several(room, noun):
        return False
    return pronoun.lower in _ANY_PRONOUNS and noun.lemma not in room.lexicon.nouns


def _names_one(room: Room, pronoun: Token, voice: Voice) -> bool:
    """ "The skipper of a boat, Ann Lee, said … She added": a word on no list, with a name behind it."""
    mention = apposed(room, voice) if pronoun.lower in _PERSON_PRONOUNS else None
    words = {t.lower for t in room.parse.within(voice.span.start, voice.span.end)}
    sexes = [room.lexicon.given_names.get(word) for word in sorted(words)]
    other = "male" if pronoun.lower in room.lexicon.sexes["female"] else "female"
    return mention is not None and mention.type == "PERSON" and other not in sexes


def _is_several(room: Room, noun: Token) -> bool:
    """More than one are named; a surname in "s" is one person's."""
    plural = noun.tag == "NNS" or (noun.tag == "NNPS" and "PERSON" not in (noun.entity, room.kinds.get(noun.index)))
    return plural or bool(room.parse.children(noun.index, "conj"))


def _is_of_other_sex(room: Room, pronoun: Token, noun: Token) -> bool:
    """ "she" is no "boy" and no "Mr. Lee"."""
    own, other = room.lexicon.sexes["female"], room.lexicon.sexes["male"]
    if pronoun.lower in other:
        own, other = other, own
    words = {t.lower for t in (noun, *room.parse.children(noun.index, "compound"))}
    if words & (own | other):
        return bool(words & other) and not words & own
    sexes = {room.lexicon.given_names.get(name) for name in _given_names(room, noun)} - {None}
    return sexes == {"male" if own is room.lexicon.sexes["female"] else "female"}


def _given_names(room: Room, noun: Token) -> Iterator[str]:
    """The first words of the full names by which somebody goes in the document."""
    for mention in room.over.get(noun.index, ()):
        for named in (mention, room.by_id.get(mention.antecedent or "")):
            if named is not None and named.type == "PERSON" and named.form == "name" and " " in named.text:
                yield named.text.split()[0].lower()


def _subjects(room: Room, drafts: Iterable[Draft]) -> list[Voice]:
    """Voices, and other subjects of the report's own sentences, in order."""
    contents = joined_runs(sorted((d.content.start, d.content.end) for d in drafts if d.relation != "turn"))
    voices = [d.voice for d in drafts if d.voice is not None and room.parse.tokens[d.voice.head].pos != "PRON"]
    heads = {voice.head for voice in voices}
    for token in room.parse.tokens:
        is_subject = token.dep in ("nsubj", "nsubjpass") and token.index not in heads and token.pos in ("NOUN", "PROPN")
        speaks = is_person(token, room.lexicon, room.kinds) or is_body(token, room.lexicon, room.kinds)
        # A bare "as the gunman gave up" is no theme; he who looked on is.
        aside = token.pos == "NOUN" and room.parse.tokens[token.head].dep in ("advcl", "relcl", "acl", "ccomp")
        aside = aside and not room.parse.children(token.index, "appos")
        if is_subject and speaks and not aside and not is_covered(token.start, contents):
            voices.append(voice_of(room.parse, token))
    return sorted(voices, key=lambda voice: (voice.span.start, voice.span.end))


def joined_runs(runs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs in order, those that overlap made one."""
    joined: list[tuple[int, int]] = []
    for start, end in runs:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def is_covered(offset: int, runs: Sequence[tuple[int, int]]) -> bool:
    """The offset lies in one of the runs, which stand in order and apart."""
    at = bisect_right(runs, offset, key=lambda run: run[0]) - 1
    return at >= 0 and offset < runs[at][1]
