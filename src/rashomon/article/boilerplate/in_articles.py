"""What is furniture in a text that is mostly article: what shows it by its words, its place, its neighbours."""

from ...languages import Language
from ...records import BoilerplateKind
from .furniture import articles, heading_kind, is_byline, is_sentence, is_stamp, kind_of_line, named_in_byline
from .galleries import POST, mark_captions
from .pull_quotes import mark_pull_quotes
from .shapes import is_masthead, is_menu, kind_of_shape

Marks = list[BoilerplateKind | None]

TOP_BLOCKS = 5  # a byline stands among the first blocks
TAIL_FROM = 0.4  # of the text; before it no block can be the first of a page's lower end
TAIL_RUN = 4  # blocks without a mark of their own that a heading of the lower end may claim
# A foreign headline between paragraphs: at least this many words, no full stop. Subheadings are shorter.
FOREIGN_HEADLINE_WORDS = 7
TITLE_CASE = 0.6  # of the words
PARAGRAPH = 100  # characters; a paragraph of running text is seldom shorter
HEADLINE = 130  # characters; the longest headlines of the cases
SCRAP = 40  # characters; so short a line between pieces of furniture is one of them
_SAID = (',"', ",”", "?”", '?"')  # a quotation that goes on to its speaker: “It burst,” he said
UNPUNCTUATED_SHARE = 0.25  # of the blocks without a full stop, from which on that says nothing


def article_marks(lines: list[str], title: str, language: Language) -> Marks:
    """The kind of furniture that each line is; the first line is the article's."""
    marks = [None if n == 0 else _own_mark(n, line, title, language) for n, line in enumerate(lines)]
    _mark_authors(lines, marks, language)
    mark_captions(lines, marks, language)
    mark_pull_quotes(lines, marks)
    _mark_foreign_headlines(lines, marks, language)
    mark_tail(lines, marks, language)
    return marks


def _own_mark(number: int, line: str, title: str, language: Language) -> BoilerplateKind | None:
    if title and line.casefold().startswith(title.casefold()):
        return "other" if is_stamp(line[len(title) :], language) else None
    if number <= TOP_BLOCKS and is_byline(line, language):
        return "author box"
    kind = kind_of_line(line, language) or kind_of_shape(line)
    if kind is None and number <= TOP_BLOCKS and (is_menu(line) or is_masthead(line, language)):
        return "other" if any(map(str.isdigit, line)) else "navigation"  # with a day, it may tell when it came out
    return kind


def _mark_authors(lines: list[str], marks: Marks, language: Language) -> None:
    """ "Jane Roe covers the sea. She worked in Odrin before.": a line that begins with the name of the byline."""
    bylines = [line for line, mark in zip(lines[: TOP_BLOCKS + 1], marks, strict=False) if mark == "author box"]
    names = {name.casefold() for line in bylines if (name := named_in_byline(line, language))}
    for n, line in enumerate(lines):
        if marks[n] is None and n > 0 and any(line.casefold().startswith(f"{name} ") for name in names):
            marks[n] = "author box"


def _mark_foreign_headlines(lines: list[str], marks: Marks, language: Language) -> None:
    bare = [n for n, line in enumerate(lines) if not marks[n] and not is_sentence(line) and POST not in line]
    if len(bare) > UNPUNCTUATED_SHARE * len(lines) + 1:
        return
    for n in bare:
        inside = 0 < n < len(lines) - 1 and min(len(lines[n - 1]), len(lines[n + 1])) > PARAGRAPH
        if inside and len(lines[n]) <= HEADLINE and _is_headline(lines[n].split(), language):
            marks[n] = "related link"


def _is_headline(words: list[str], language: Language) -> bool:
    """Headlines are short of articles, or write most words with a capital; sentences without a full stop are not."""
    if len(words) < FOREIGN_HEADLINE_WORDS or any(word.endswith(_SAID) for word in words[:-1]):
        return False
    if sum(word[0].isupper() for word in words) >= TITLE_CASE * len(words):
        return True
    known = articles(language)
    return bool(known) and not known & {word.casefold() for word in words}


def mark_tail(lines: list[str], marks: Marks, language: Language) -> None:
    """Where furniture begins that goes on to the end, what stands between its pieces belongs to it."""
    opened = [mark or heading_kind(line, language) for mark, line in zip(marks, lines, strict=True)]
    at, whole = 0, sum(map(len, lines))
    article_from = 0  # no end begins before a line that none can claim
    for n, line in enumerate(lines):
        if opened[n] and n >= article_from and at >= TAIL_FROM * whole:
            filled = _filled(lines, opened, n, language)
            if n + len(filled) == len(lines):
                marks[n:] = filled
                return
            article_from = n + len(filled)
        at += len(line)


def _filled(lines: list[str], opened: Marks, start: int, language: Language) -> Marks:
    """The marks from `start` on, each heading's handed on to the blocks below it, up to one that has none."""
    filled: Marks = []
    heading, left = None, 0
    for n in range(start, len(lines)):
        if opened[n]:
            heading, left = opened[n], TAIL_RUN if heading_kind(lines[n], language) else 0
            filled.append(heading)
        elif left or (len(lines[n]) <= SCRAP and filled):
            left = max(0, left - 1)
            filled.append(heading)
        else:
            break
    return filled
