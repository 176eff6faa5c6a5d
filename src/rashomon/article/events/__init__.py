"""What happens in an article: who does what to whom, where and when, in the article's own paragraphs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ...ids import make_id
from ...languages import Language
from ...records import Document, Event, Mention, Modality, Statement, Time, Words
from ..parse import Parse, Range, Token
from .clauses import clause_of, verb_over
from .lexicon import Lexicon, lexicon_of
from .modality import modality_of
from .parties import Parties
from .roles import roles_of
from .timing import times_of
from .triggers import Trigger, find_triggers
from .wording import words_of


def find_events(
    document: Document,
    parse: Parse,
    mentions: tuple[Mention, ...],
    times: tuple[Time, ...],
    statements: tuple[Statement, ...],
    language: Language,
) -> tuple[Event, ...]:
    """The happenings a document tells of, in order; their days are settled once the document is dated."""
    lexicon = lexicon_of(language)
    triggers = find_triggers(parse, lexicon)
    when = times_of(parse, triggers, times, lexicon)
    parties = Parties(parse, mentions, lexicon)
    return tuple(_event(document, trigger, _Around(parse, lexicon, parties, when, statements)) for trigger in triggers)


@dataclass(frozen=True, slots=True)
class _Around:
    """What a document's events are read with."""

    parse: Parse
    lexicon: Lexicon
    parties: Parties
    when: Mapping[int, Time]
    statements: tuple[Statement, ...]


def _event(document: Document, trigger: Trigger, around: _Around) -> Event:
    parse, token = around.parse, trigger.token
    clause = clause_of(parse, token)
    start, end = parse.offsets(words_of(parse, trigger, around.when))
    end = max(end, trigger.end)
    roles = roles_of(parse, trigger, around.lexicon)
    statement = _statement_around(token, around.statements)
    actors = _parties(roles.actors, statement, around)
    recipients = tuple(i for i in _parties(roles.recipients, statement, around) if i not in actors)
    time = around.when.get(token.index)
    return Event(
        id=make_id("event", document.id, token.start, token.end),
        document=document.id,
        start=start,
        end=end,
        text=document.text[start:end],
        trigger=Words(token.start, trigger.end, document.text[token.start : trigger.end]),
        type=trigger.kind.type,
        mode=_mode(trigger, around),
        actors=actors,
        recipients=recipients,
        actor_text=around.parties.words(roles.actors),
        recipient_text=around.parties.words(roles.recipients),
        place=around.parties.place(_place_clause(parse, trigger, clause), token, (*actors, *recipients)),
        modality=_modality(document, trigger, time, around),
        statement=statement.id if statement else None,
        when=time.id if time else None,
    )


def _mode(trigger: Trigger, around: _Around) -> str | None:
    """The lexicon's mode, or the one that words below it, or behind it in its sentence, tell."""
    if trigger.kind.mode or trigger.kind.type is None:
        return trigger.kind.mode
    below = around.parse.subtree(trigger.token.index)
    behind = Range(trigger.token.index, around.parse.sentence_of(trigger.token).last)
    rows = around.lexicon.modes.get(trigger.kind.type, ())
    for words in ({t.lemma.lower() for t in around.parse.between(part)} for part in (below, behind)):
        for mode, told_by in rows:
            if words & told_by:
                return mode
    return None


def _place_clause(parse: Parse, trigger: Trigger, clause: Range) -> Range:
    """A noun's place may stand in the clause of its verb."""
    above = None if trigger.is_verb else verb_over(parse, trigger.token)
    return clause_of(parse, above) if above else clause


def _modality(document: Document, trigger: Trigger, time: Time | None, around: _Around) -> Modality:
    modality = modality_of(around.parse, trigger, around.lexicon)
    if modality == "historical" and time is not None and not _is_of_earlier_year(document, time):
        return "actual"
    return (
        "historical" if modality == "actual" and time is not None and _is_of_earlier_year(document, time) else modality
    )


def _is_of_earlier_year(document: Document, time: Time) -> bool:
    """A time that is told by its year alone, or by a year before that of the document."""
    meaning = time.meaning
    if meaning is None or meaning.year is None:
        return False
    published = document.published.earliest
    return meaning.year < published.year if published else meaning.month is None


def _parties(heads: tuple[Token, ...], statement: Statement | None, around: _Around) -> tuple[str, ...]:
    """Mentions of the phrases; where somebody's own words say "I", the speaker's."""
    found = around.parties.ids(heads)
    if found or statement is None or statement.speaker is None or not heads:
        return found
    return (statement.speaker,) if around.lexicon.has("first_person", heads[0].lower) else ()


def _statement_around(token: Token, statements: Iterable[Statement]) -> Statement | None:
    """The shortest statement in whose content a trigger stands."""
    around = [s for s in statements if s.start <= token.start and token.end <= s.end and not _is_cue(s, token)]
    return min(around, key=lambda s: (s.end - s.start, s.start, s.id)) if around else None


def _is_cue(statement: Statement, token: Token) -> bool:
    cue = statement.cue
    return cue is not None and cue.start <= token.start < cue.end
