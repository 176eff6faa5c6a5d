"""One document alone: the order of the steps, written out."""

from dataclasses import replace

from ..languages import Language, code_told, known_languages, language_of
from ..records import Analysis, Document
from .boilerplate import mark_boilerplate
from .events import find_events
from .figures import find_figures
from .layout import article_blocks
from .mentions import find_mentions
from .parse import Parser
from .statements import find_statements
from .times import find_times


def analyse(document: Document, parser: Parser) -> Analysis:
    """What a document says, read without any other; references name mentions (see `records`)."""
    code = code_told(document.language)
    if code not in known_languages():
        return Analysis(_not_understood(mark_boilerplate(document, Language(code))))
    language = language_of(code)
    document = mark_boilerplate(document, language)
    parse = parser.parse(document.text, article_blocks(document))
    times = find_times(document, parse, language)
    mentions = find_mentions(document, parse, language)
    statements = find_statements(document, parse, mentions, times, language)
    figures = find_figures(document, parse, mentions, times, statements, language)
    events = find_events(document, parse, mentions, times, statements, language)
    return Analysis(document, mentions, times, statements, figures, events)


def _not_understood(document: Document) -> Document:
    problem = (
        f"language {document.language!r} is not understood; the text is kept and searchable, nothing is read from it"
    )
    return replace(document, problems=(*document.problems, problem))
