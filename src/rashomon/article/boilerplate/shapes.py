"""What a line is by its shape, whatever its words: a menu, a path to the page, tags, the initials of its writers."""

import re

from ...languages import Language
from ...records import BoilerplateKind
from .furniture import is_sentence, medium_words

MENU = 100  # characters; a longer line has no list of buttons
ENTRY_WORDS = 5  # of a menu; a part of a sentence between dashes has more
_BARS = re.compile(r"\s*[|•·]\s*|\s+»\s+|\s{3,}|\t")
_PATH = re.compile(r"\s+[/>›→]\s+")
_DASHES = re.compile(r"\s+[-–—]\s+")
_BAR_OR_DASH = re.compile(r"\s+[-–—|]\s+")
_TAGS = re.compile(r"(?:#\w+[\s,;]*)+")
_INITIALS = re.compile(r"(?:[A-Z]{2,6}\s+)?[a-z]{2,5}(?:[-/][a-z]{2,5})+/?")
_FIGURE = re.compile(r"\d")


def kind_of_shape(line: str) -> BoilerplateKind | None:
    """A line of tags alone ("#Flood #Odrin"), or an agency's sign-off ("NLN abc/def"), wherever it stands."""
    if _TAGS.fullmatch(line):
        return "navigation"
    return "other" if _INITIALS.fullmatch(line) and "/" in line else None


def is_menu(line: str) -> bool:
    """ "Home | World | Odrin", "News / World / Exclusive", "Print   Share   Comments": true of tables too, so ask only
    at the upper end.
    """
    if len(line) > MENU or is_sentence(line):
        return False
    bars, path = _entries(_BARS, line), _entries(_PATH, line)
    return len(bars) >= 2 or len(path) >= 2 or len(_entries(_DASHES, line)) >= 4


def _entries(separators: re.Pattern[str], line: str) -> list[str]:
    """The parts of a line, none where one of them is too long for an entry of a menu."""
    parts = [part for part in separators.split(line) if part]
    return parts if all(len(part.split()) <= ENTRY_WORDS for part in parts) else []


def is_masthead(line: str, language: Language) -> bool:
    """ "NLN - Northline News Agency", "Odrin Today newspaper - Your newspaper": ask only at the upper end."""
    parts = _BAR_OR_DASH.split(line)
    if len(parts) < 2 or len(line) > MENU or is_sentence(line) or _FIGURE.search(line):
        return False
    last = parts[-1].split()
    return len(last) <= ENTRY_WORDS and last[-1].casefold() in medium_words(language)
