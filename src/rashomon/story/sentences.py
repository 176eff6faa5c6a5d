"""The sentence around a run of words, where there is no parse at hand: its ends are told by marks alone."""

import re

_STOP = re.compile(r"(?P<word>\w*)[.!?…][\"'”’)\]]*(?P<gap>\s+)(?=[\"'“‘(\[]?(?P<next>\w))|\n")
_DATELINE = re.compile(r"(?P<place>[^\n–—]{2,60}?)\s[-–—]{1,2}\s")
ABBREVIATION = 4  # letters; a capital word as short as this before a stop may be "Sept." or "Gov."
MOST_READ = 400  # characters to either side in which the ends are looked for


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence or sentences that hold `[start, end)`, without a dateline; a doubtful stop ends none.

    >>> text = "ODRIN (Herald) - The mill burned on Sept. 5. Nobody was hurt."
    >>> first, last = sentence_around(text, text.index("mill"), text.index("burned"))
    >>> text[first:last]
    'The mill burned on Sept. 5.'
    """
    first, last = max(start - MOST_READ, 0), min(end + MOST_READ, len(text))
    for stop in _STOP.finditer(text, first, last):
        if stop.group() != "\n" and not _ends_a_sentence(stop):
            continue
        at = stop.start("gap") if stop.group() != "\n" else stop.start()
        if at <= start:
            first = at
        elif at >= end:
            last = at
            break
    while first < start and text[first].isspace():
        first += 1
    return _behind_dateline(text, first, start), end + len(text[end:last].rstrip())


def _ends_a_sentence(stop: re.Match[str]) -> bool:
    word = stop["word"]
    short = word.isalpha() and (len(word) == 1 or (word[0].isupper() and len(word) <= ABBREVIATION))
    return stop["next"].isupper() and not short


def _behind_dateline(text: str, first: int, start: int) -> int:
    """Behind "ODRIN (Herald) - ": words in capitals before a dash."""
    dateline = _DATELINE.match(text, first, start)
    opening = dateline["place"].split()[0] if dateline else ""
    return dateline.end() if dateline and len(opening) > 1 and opening.isupper() else first
