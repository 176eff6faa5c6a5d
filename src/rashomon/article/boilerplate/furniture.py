"""What kind of page furniture a line is, by its own words alone."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from ...languages import Language, known_languages
from ...records import BoilerplateKind

_LEAD = re.compile(r"^[^\w©]+")
_AROUND = re.compile(r"^[\W\d_]+|[\W\d_]+$")
# A sentence ends so; a headline, a name under a picture, a button do not.
_SENTENCE_END = re.compile(r"[.!?…:;,。！？：；，।۔؟؛]['\"”’»)\]]*(?:\s*\([^()]*\))?$|[”»\"」』]$|''$")
# The day and page of a printed edition, alone in brackets: "(Daily Example 07/15/2016 page1)".
_EDITION = re.compile(r"\([^()]*\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}[^()]*\)")
_DAY_OR_HOUR = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\d{1,2}:\d{2}|\b(?:19|20)\d\d\b")
# "April 6, 2031   By Jane Doe"
_DAY_BEFORE = re.compile(r"^(?:[^\W\d_]+\.?\s+\d{1,2},?|\d{1,2}\.?\s+[^\W\d_]+\.?,?)\s+\d{4}\W+")
_BEHIND_NAME = re.compile(r"\s{2,}|[,|\d]|\s+and\s+")
BYLINE_WORDS = 8  # "By Jane Doe and John Roe, staff writers"
STAMP_WORDS = 12  # "Updated: Friday, 6 January 2022, 10:30 local time"
MEDIA_WORDS = 3  # "Interactive map"
HEADING_WORDS = 5  # "About Jane van der Doe"
CAPTION = 2000  # characters; a longer line is none, and would be slow to search
CAPTION_WORDS = 80  # longer than the longest caption of the cases; a paragraph may end with an agency's name too

# Of a language that we have no table of, all phrases are unknown; what shows furniture in any language remains.
_NO_TABLE: Mapping[str, Mapping[str, list[str]]] = {
    "starts": {},
    "contains": {},
    "headings": {},
    "pictures": {"words": []},
    "whole": {},
    "names": {"by": [], "about": []},
    "stamp": {"words": []},
    "credits": {"agencies": [], "photo": [], "before": [], "media": []},
    "articles": {"words": []},
    "mastheads": {"words": []},
}

Kinds = tuple[tuple[BoilerplateKind, re.Pattern[str]], ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrase lists of a language, as patterns."""

    starts: Kinds
    contains: Kinds
    headings: Kinds
    whole: Mapping[str, BoilerplateKind]
    about: frozenset[str]
    byline: re.Pattern[str]
    stamp: re.Pattern[str]
    media: frozenset[str]
    credit: re.Pattern[str]  # at the end of a line
    pictures: re.Pattern[str]
    credited: re.Pattern[str]  # at the start of a caption: "Reuters A man walks"


@cache
def phrases_of(language: Language) -> Phrases:
    """The phrases of a language, compiled once."""
    table = _table(language)
    agencies = _any_of(table["credits"]["agencies"])
    photo = rf"\b{_any_of(table['credits']['photo'])}\b"
    before = _any_of(table["credits"]["before"])
    return Phrases(
        starts=_kinds(table["starts"], r"{}(?!\w)"),
        contains=_kinds(table["contains"], r"(?<!\w){}(?!\w)"),
        headings=_kinds(table["headings"], r"{}(?!\w)"),
        whole={word: cast(BoilerplateKind, kind) for kind, words in table["whole"].items() for word in words},
        about=frozenset(table["names"]["about"]),
        byline=re.compile(rf"{_any_of(table['names']['by'])}\s+[^\W\d_]", re.IGNORECASE),
        stamp=re.compile(rf"\W*{_any_of(table['stamp']['words'])}(?!\w)", re.IGNORECASE),
        pictures=re.compile(rf"(?<!\w){_any_of(table['pictures']['words'])}(?!\w)", re.IGNORECASE),
        media=frozenset(table["credits"]["media"]),
        credit=re.compile(
            rf"(?:[.!?”\"]\s+|/\s?|[-–—]\s+){agencies}\W*$"
            # A sentence may end with "as cited by Reuters."; a credit has no full stop there.
            rf"|\b{before}\s+{agencies}[^\w.!?]*$|©.{{2,60}}$|\([^()]*{photo}[^()]*\)$"
        ),
        credited=re.compile(rf"{agencies}(?::|\s+(?=[A-Z]))"),
    )


def kind_of_line(line: str, language: Language) -> BoilerplateKind | None:
    """The kind of furniture that the line's own words tell, wherever it stands."""
    phrases = phrases_of(language)
    words = _LEAD.sub("", line)
    for kind, pattern in phrases.starts:
        if pattern.match(words):
            return kind
    if whole := phrases.whole.get(_AROUND.sub("", line).casefold()):
        return whole
    for kind, pattern in phrases.contains:
        if pattern.search(words):
            return kind
    if len(line) <= CAPTION and _EDITION.fullmatch(line):
        return "notice"
    if is_stamp(line, language) and len(words.split()) <= STAMP_WORDS:
        return "other"
    return "caption" if _is_caption(line, phrases) else None


def tells_of_picture(line: str, language: Language) -> bool:
    """Whether its words point at a picture: "Ann Lee (left) at the quay"."""
    return bool(phrases_of(language).pictures.search(line))


@cache
def articles(language: Language) -> frozenset[str]:
    """The words that headlines leave out."""
    return frozenset(_table(language)["articles"]["words"])


@cache
def medium_words(language: Language) -> frozenset[str]:
    """The words that end the name of a paper, an agency, a broadcaster in its masthead."""
    return frozenset(_table(language)["mastheads"]["words"])


def named_in_byline(line: str, language: Language) -> str:
    """The first name of a byline, with surname, or nothing."""
    by = phrases_of(language).byline.match(line)
    name = _BEHIND_NAME.split(line[by.end() - 1 :])[0].strip() if by else ""
    return name if " " in name else ""


def is_byline(line: str, language: Language) -> bool:
    """Whether it is "By" and a few names; true of headlines of books too, so ask only near the top."""
    line = _DAY_BEFORE.sub("", line)
    words = [word for word in line.split() if not any(map(str.isdigit, word))]
    if len(words) > BYLINE_WORDS or is_sentence(line) or not phrases_of(language).byline.match(line):
        return False
    return any(word[:1].isupper() for word in words[1:])


def heading_kind(line: str, language: Language) -> BoilerplateKind | None:
    """The kind of block that such a heading opens, after an article's end."""
    words = _LEAD.sub("", line).split()
    if not words or len(words) > HEADING_WORDS or is_sentence(line):
        return None
    phrases = phrases_of(language)
    if words[0].casefold() in phrases.about:
        return "author box" if len(words) > 1 and all(word[0].isupper() for word in words[1:]) else None
    return next((kind for kind, pattern in phrases.headings if pattern.match(" ".join(words))), None)


def is_stamp(rest: str, language: Language) -> bool:
    """Whether what follows a repeated headline is a word like "Updated" and a day or an hour."""
    return bool(phrases_of(language).stamp.match(rest) and _DAY_OR_HOUR.search(rest))


def is_sentence(line: str) -> bool:
    """Whether the line ends as sentences do."""
    return bool(_SENTENCE_END.search(line))


def _table(language: Language) -> Mapping[str, Mapping[str, list[str]]]:
    return language.table("boilerplate") if language.code in known_languages() else _NO_TABLE


def _is_caption(line: str, phrases: Phrases) -> bool:
    words = line.split()
    if len(words) > CAPTION_WORDS or len(line) > CAPTION:
        return False
    if phrases.credit.search(line) or (not is_sentence(line) and phrases.credited.match(line)):
        return True
    return len(words) <= MEDIA_WORDS and not is_sentence(line) and words[-1].casefold() in phrases.media


def _kinds(table: Mapping[str, Collection[str]], form: str) -> Kinds:
    patterns = ((kind, form.format(_any_of(words))) for kind, words in table.items())
    return tuple((cast(BoilerplateKind, kind), re.compile(pattern, re.IGNORECASE)) for kind, pattern in patterns)


def _any_of(words: Collection[str]) -> str:
    """A pattern for any of the words, longest first; without words it matches nothing."""
    return (
        "(?!)"
        if not words
        else "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"
    )
