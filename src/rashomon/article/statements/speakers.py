"""Who a speaker's words stand for: the mention that names him, also behind a pronoun or no word at all."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...records import Mention
from ..parse import Parse, Token
from .clauses import voice_of
from .draft import Draft, Voice
from .lexicon import Lexicon

_PERSON_PRONOUNS = frozenset({"he", "she", "him", "her", "himself", "herself", "his", "hers"})
_BODY_PRONOUNS = frozenset({"it", "itself", "its"})
_ANY_PRONOUNS = frozenset({"they", "them", "their", "themselves", "who", "that", "which"})
_BODY_ENTITIES = frozenset({"ORG", "GPE", "NORP"})
# A pronoun seldom stands for somebody named further back than this many paragraphs (PolNeAR, training part).
FURTHEST_PARAGRAPHS = 3


@dataclass(frozen=True, slots=True)
class Speaker:
    """A voice in the order of the text: `named` is the voice it stands for, itself where it names."""

    draft: Draft
    named: Voice | None
    mention: Mention | None


def resolve_speakers(
    parse: Parse, drafts: Sequence[Draft], mentions: Sequence[Mention], lexicon: Lexicon
) -> tuple[Speaker, ...]:
    """The speakers of drafts that stand in the order of the text."""
    subjects = _subjects(parse, drafts, lexicon)
    starts = [voice.span.start for voice in subjects]
    found = []
    last: Voice | None = None
    for draft in drafts:
        named = _named(parse, draft, subjects[: bisect_right(starts, _place(draft) - 1)], last, lexicon)
        found.append(Speaker(draft, named, mention_of(parse, named, mentions)))
        last = named or last
    return tuple(found)


def _place(draft: Draft) -> int:
    return draft.voice.span.start if draft.voice is not None else draft.content.start


def _named(parse: Parse, draft: Draft, before: Sequence[Voice], last: Voice | None, lexicon: Lexicon) -> Voice | None:
    voice = draft.voice
    if voice is None:
        return None if draft.anonymous else last
    head = parse.tokens[voice.head]
    if head.pos != "PRON":
        return voice
    for candidate in reversed(before):
        noun = parse.tokens[candidate.head]
        if head.paragraph - noun.paragraph > FURTHEST_PARAGRAPHS:
            break
        if _may_stand_for(parse, head, noun, lexicon):
            return candidate
    return voice


def _may_stand_for(parse: Parse, pronoun: Token, noun: Token, lexicon: Lexicon) -> bool:
    if pronoun.lower in _PERSON_PRONOUNS:
        return is_person(noun, lexicon) and noun.tag not in ("NNS", "NNPS") and not parse.children(noun.index, "conj")
    if pronoun.lower in _BODY_PRONOUNS:
        return is_body(noun, lexicon) and noun.tag not in ("NNS",)
    return pronoun.lower in _ANY_PRONOUNS


def is_person(noun: Token, lexicon: Lexicon) -> bool:
    """A noun that may name one person."""
    return noun.entity == "PERSON" or (noun.pos == "NOUN" and noun.lemma in lexicon.persons) or _title(noun, lexicon)


def _title(noun: Token, lexicon: Lexicon) -> bool:
    """ "President" and unknown names; not those of bodies and places."""
    return (
        noun.pos == "PROPN"
        and (noun.lower in lexicon.persons or noun.entity not in _BODY_ENTITIES)
        and noun.lower not in lexicon.bodies
    )


def is_body(noun: Token, lexicon: Lexicon) -> bool:
    """A noun that may name a body, a state or a medium."""
    return noun.entity in _BODY_ENTITIES or noun.lower in lexicon.bodies or noun.lemma in lexicon.bodies


def _subjects(parse: Parse, drafts: Iterable[Draft], lexicon: Lexicon) -> list[Voice]:
    """Voices, and other subjects of the report's own sentences, in order."""
    contents = sorted((draft.content.start, draft.content.end) for draft in drafts)
    voices = [d.voice for d in drafts if d.voice is not None and parse.tokens[d.voice.head].pos != "PRON"]
    heads = {voice.head for voice in voices}
    for token in parse.tokens:
        is_subject = token.dep in ("nsubj", "nsubjpass") and token.index not in heads and token.pos in ("NOUN", "PROPN")
        if (
            is_subject
            and (is_person(token, lexicon) or is_body(token, lexicon))
            and not _covered(token.start, contents)
        ):
            voices.append(voice_of(parse, token))
    return sorted(voices, key=lambda voice: (voice.span.start, voice.span.end))


def _covered(offset: int, contents: Sequence[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in contents)


def mention_of(parse: Parse, voice: Voice | None, mentions: Sequence[Mention]) -> Mention | None:
    """The mention of the speaker's name: in an apposition, or over the head word."""
    if voice is None:
        return None
    heads = [parse.tokens[voice.head]]
    heads += [t for t in parse.children(voice.head, "appos") if t.start < voice.span.end]
    covering = [best for head in heads if (best := _covering(head, mentions)) is not None]
    named = [mention for mention in covering if mention.form in ("name", "acronym")]
    return next(iter(named or covering), None)


def _covering(token: Token, mentions: Sequence[Mention]) -> Mention | None:
    """The shortest mention over a token: of nested ones the one that names."""
    over = [m for m in mentions if m.start <= token.start and token.end <= m.end]
    return min(over, key=lambda m: (m.end - m.start, m.start, m.id), default=None)
