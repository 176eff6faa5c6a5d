"""What one document tells of the day it was published."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from ...article.layout import blocks
from ...article.times import resolve
from ...languages import known_languages, language_of
from ...records import UNKNOWN_DAYS, Analysis, Document, Publication, Span, Statement, Time
from .address import day_of_address
from .marks import last_post, of_one_time, year_of_notice

TOP_BLOCKS = 4  # a line with the day stands among the first blocks, or among the last ones
FOOT_BLOCKS = 2
SHORT_LINE = 100  # characters; a longer line with a date in it is running text
FEW_WORDS = 6  # besides the date; a line with more of them is a heading that tells of a day
PLACE_WORDS = 3
SHORT_WORD = 4  # characters; a shorter one inside a name may be small: "of", "de", "es"
NIGHTS = ("EV", "NI")
WEEK = 7
LEAD = 500  # characters in which a report tells its news
BESIDE = 14  # characters between the word for saying and its day: "said in a note on Friday"
OPEN_ORDER = 3  # days between two weekdays from which on either may be the later
SOON_AFTER = 2  # days by which a report comes after what its pictures show
DATELINE = 60  # characters before the date of a dateline ("VELSK, March 4, 2031 (Agency) - …")
FURNITURE = ("caption", "author box", "notice", "other")  # kinds that belong to the article's own page
_REASONS = {  # kinds of lines that state the day, the surest first, with the words that tell of it
    "published": "the page says it was published on",
    "updated": "the page says it was updated on",
    "dateline": "its dateline is of",
    "line": "a line at the head or foot of the page is of",
}
_AFTER_DATELINE = re.compile(
    r"\s*(?:\([^)\n]{2,40}\)|/[^/\n]{2,40}/)?\.?\s*(?:[-\u2013\u2014:]|$)"
    r"|\.\s*(?:/[^/\n]{2,40}/|[A-Z]{3,}[.\s]+[A-Z])"  # "VELSK, March 4. /AGENCY/.", "VELSK, March 4. AGENCY. The"
)
_AFTER_FRAGMENT = re.compile(r"\.\s+[\"\u201c]?[A-Z]")
_CLOCK = re.compile(r"[ \t,|at]{0,5}\b\d?\d:\d\d\b")
_SET_OFF = re.compile(r"\S\s*(?:--|[|\u2013\u2014]|\s-)\s*$")
_WORDS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Clues:
    """A document with what helps to date it."""

    document: Document
    stated: Publication | None
    stamp: Time | None  # the day without its year in a line of the page that tells the day of publication
    weekday: Time | None  # the last weekday it tells of as past: as a rule the day of its news
    weekday_number: int | None
    weekdays: frozenset[int]  # all that it tells of as past
    said: tuple[Time, ...]  # the days on which the lead says that its news was told: "the ministry said on Friday"
    dates: tuple[Time, ...]  # days of the calendar told in its own text, with or without a year
    furniture_dates: tuple[Time, ...]  # full dates in captions and the like, where most are of one time
    year: int | None  # of the copyright notice
    posted: date | None  # of the last post from elsewhere that it shows
    today: tuple[Time, ...]  # what means the day of publication itself: "today", "tonight"
    times: tuple[Time, ...]
    words: Mapping[str, int]


def read_clues(analysis: Analysis) -> Clues:
    """The clues in one document."""
    document = analysis.document
    usable = [time for time in analysis.times if time.meaning is not None]
    furniture = [b for b in document.boilerplate if b.kind in FURNITURE]
    own = [time for time in usable if not any(b.start < time.end and time.start < b.end for b in document.boilerplate)]
    on_page = [t for t in usable if _is_full(t) and any(b.start <= t.start and t.end <= b.end for b in furniture)]
    near = of_one_time([day for t in on_page if (day := _day(t))])
    agreed = [t for t in on_page if _day(t) in near]
    said = tuple(_said(own, analysis.statements))
    weekday = _last_weekday(own, said)
    return Clues(
        document=document,
        stated=_stated(document, usable, _captions(agreed, own), weekday, _past_weekdays(own)),
        stamp=_stamp(document, usable, weekday),
        weekday=weekday,
        weekday_number=_weekday_number(weekday),
        weekdays=frozenset(_past_weekdays(own)),
        said=said,
        dates=tuple(time for time in own if _is_day(time)),
        furniture_dates=tuple(agreed),
        year=year_of_notice(document),
        posted=last_post(document, filter(_is_full, usable)),
        today=tuple(time for time in own if _is_today(time)),
        times=tuple(own),
        words=Counter(word for word in _WORD.findall(document.text.casefold())),
    )


def _captions(on_page: Sequence[Time], own: Sequence[Time]) -> list[Time]:
    """The dates of captions after which the text tells of no other time as past."""
    last = max((day for time in own if (day := _past_day(time))), default=date.min)
    return [time for time in on_page if (day := _day(time)) and day >= last]


def _past_day(time: Time) -> date | None:
    """The first day of what is told with month and year, unless it lies ahead."""
    meaning = time.meaning
    if meaning is None or meaning.kind != "calendar" or meaning.year is None or meaning.month is None:
        return None
    return None if meaning.direction == "future" else resolve(time, UNKNOWN_DAYS).earliest


def _is_day(time: Time) -> bool:
    meaning = time.meaning
    return meaning is not None and meaning.kind == "calendar" and meaning.day is not None and meaning.anchor is None


def _is_full(time: Time) -> bool:
    return _is_day(time) and time.meaning is not None and time.meaning.year is not None and _day(time) is not None


def _day(time: Time) -> date | None:
    """The day of a full date."""
    return resolve(time, UNKNOWN_DAYS).earliest


def _is_today(time: Time) -> bool:
    meaning = time.meaning
    if meaning is None or meaning.kind != "shift" or meaning.anchor is not None:
        return False
    told_by_clock = meaning.part is not None and ":" in meaning.part
    return meaning.unit == "D" and meaning.shift == 0 and meaning.direction != "future" and not told_by_clock


def _weekday_number(time: Time | None) -> int | None:
    return None if time is None or time.meaning is None else time.meaning.weekday


def _said(times: Sequence[Time], statements: Sequence[Statement]) -> Iterator[Time]:
    """The times in the lead that stand right beside the word for saying."""
    cues = [s.cue for s in statements if s.cue is not None and s.start < LEAD]
    for time in times:
        if any(0 <= time.start - c.end <= BESIDE or 0 <= c.start - time.end <= BESIDE for c in cues):
            yield time


def _last_weekday(times: Sequence[Time], said: Sequence[Time]) -> Time | None:
    """Of the weekdays told as past the last: the one from which all the others lie back the least.

    Where that leaves open which of two came first, it is the one on which the lead says that its news was told.
    """
    told = [t for t in times if _is_bare_weekday(t)]
    same_day = [t for t in told if t.meaning and t.meaning.shift == 0]
    if same_day:
        return same_day[0]
    numbers = _past_weekdays(times)
    if not numbers:
        return None

    def spread(number: int) -> tuple[int, int, int]:
        return max((number - other) % 7 for other in numbers), -numbers[number], number

    last = min(numbers, key=spread)
    news = next((t for t in said if _is_bare_weekday(t)), None)
    if news is not None and spread(last)[0] >= OPEN_ORDER:
        return news
    return next(t for t in told if t.meaning and t.meaning.weekday == last)


def _past_weekdays(times: Sequence[Time]) -> Counter[int]:
    """How often each weekday is told as past."""
    told = (t.meaning for t in times if _is_bare_weekday(t))
    return Counter(meaning.weekday for meaning in told if meaning is not None and meaning.weekday is not None)


def _is_bare_weekday(time: Time) -> bool:
    meaning = time.meaning
    if meaning is None or meaning.kind != "calendar" or meaning.weekday is None or meaning.strict:
        return False
    return meaning.month is None and meaning.anchor is None and meaning.direction != "future"


def _stated(
    document: Document, times: Sequence[Time], on_page: Sequence[Time], weekday: Time | None, past: Mapping[int, int]
) -> Publication | None:
    """The day that a line of the page says it was published, never one after its retrieval."""
    full = [time for time in times if _is_full(time) and _is_possible(time, document)]
    lines = _lines_with_date(document, full)
    address = day_of_address(document)
    for label, words in _REASONS.items():
        for time in (t for t, kind in lines if kind == label):
            return _publication(time, f"{words} {quoted(time)}")
        if address is not None:
            return Publication(address, address, "stated", (), f"its address tells the day: {document.url}")
    captions = [t for t in full if t in on_page]
    by_caption = _by_caption(captions, weekday) or _after_caption(captions, weekday, past)
    return _by_title(document, full, weekday) or by_caption


def _stamp(document: Document, times: Sequence[Time], weekday: Time | None) -> Time | None:
    """A day and month in a dateline or a line of its own; without a weekday only in a dateline or after a stamp."""
    open_year = [t for t in times if _is_day(t) and t.meaning and t.meaning.month and t.meaning.year is None]
    lines = _lines_with_date(document, open_year)
    sure = [(t, k) for t, k in lines if k != "line" or _weekday_number(t) is not None or _has_clock(document.text, t)]
    found = (time for label in _REASONS for time, kind in sure if kind == label)
    return next(found, None) or _masthead(document, open_year, weekday)


def _has_clock(text: str, time: Time) -> bool:
    """ "23 March, 13:05": no day that is told of, but the minute of a page."""
    return _CLOCK.search(time.text) is not None or _CLOCK.match(text, time.end) is not None


def _masthead(document: Document, times: Sequence[Time], weekday: Time | None) -> Time | None:
    """A line above the article that is nothing but a day, where the text tells of that weekday or of the one before.

    Alone it proves little: on many pages it is the day that the page was opened.
    """
    head = takewhile(lambda b: not _is_sentence(document.text[b.start : b.end]), blocks(document.text))
    top = {(b.start, b.end) for b in head}
    told = _weekday_number(weekday)
    for time in times:
        number = _weekday_number(time)
        if told is not None and number is not None and (time.start, time.end) in top and (number - told) % 7 <= 1:
            return time
    return None


def _by_title(document: Document, times: Sequence[Time], weekday: Time | None) -> Publication | None:
    """The day that a dash sets off at the end of the title, where the text tells of that weekday or the one before."""
    title = next(iter(blocks(document.text)), None)
    told = _weekday_number(weekday)
    if title is None or weekday is None or told is None:
        return None
    for time in (t for t in times if t.end == title.end):
        day = _day(time)
        set_off = _SET_OFF.search(document.text[title.start : time.start])
        if set_off and day is not None and (day.weekday() - told) % 7 <= 1:
            why = f"its title ends with {quoted(time)}, and the last day it tells as past is {quoted(weekday)}"
            return _publication(time, why, weekday)
    return None


def _by_caption(captions: Sequence[Time], weekday: Time | None) -> Publication | None:
    """The last day of the captions whose weekday the text tells, but for its night: by then the report may be later."""
    dated = sorted(((day, -t.start, t) for t in captions if (day := _day(t))), reverse=True)
    if not dated or weekday is None or weekday.meaning is None or weekday.meaning.part in NIGHTS:
        return None
    number = _weekday_number(weekday)
    for day, _, time in dated:
        if day.weekday() == number:
            why = f"a caption is of {quoted(time)}, and the text tells of its {quoted(weekday)}"
            return _publication(time, why, weekday)
    return None


def _after_caption(captions: Sequence[Time], weekday: Time | None, past: Mapping[int, int]) -> Publication | None:
    """A day or two after the last day of the captions, where the text tells of that one's weekday and of its own."""
    dated = sorted(((day, -t.start, t) for t in captions if (day := _day(t))), reverse=True)
    number = _weekday_number(weekday)
    if not dated or weekday is None or number is None or (weekday.meaning and weekday.meaning.part in NIGHTS):
        return None
    day, _, time = dated[0]
    gap = (number - day.weekday()) % WEEK
    if not 0 < gap <= SOON_AFTER or day.weekday() not in past:
        return None
    told = day + timedelta(days=gap)
    why = f"a caption is of {quoted(time)}, and the last day that the text tells as past is {quoted(weekday)}"
    return Publication(told, told, "stated", tuple(Span(t.start, t.end) for t in (time, weekday)), why)


def _is_possible(time: Time, document: Document) -> bool:
    day = _day(time)
    return day is not None and (document.retrieved is None or day <= document.retrieved)


def _lines_with_date(document: Document, times: Sequence[Time]) -> list[tuple[Time, str]]:
    """Full dates with the kind of line that tells them, in order; those of the running story are left out."""
    spans = blocks(document.text)
    stamps = _stamps(document)
    found = []
    for time in times:
        number = next((n for n, b in enumerate(spans) if b.start <= time.start and time.end <= b.end), None)
        if number is not None and (kind := _kind_of_line(document, time, spans, number, stamps)):
            found.append((time, kind))
    return found


def _kind_of_line(
    document: Document, time: Time, spans: Sequence[Span], number: int, stamps: Mapping[str, str]
) -> str | None:
    block = spans[number]
    before = document.text[block.start : time.start].rstrip(" \t:|,-\u2013\u2014").casefold()
    after = document.text[time.end : block.end]
    near_edge = number < TOP_BLOCKS or number >= len(spans) - FOOT_BLOCKS
    short = block.end - block.start <= SHORT_LINE
    kinds = {b.kind for b in document.boilerplate if b.start <= time.start and time.end <= b.end}
    if not kinds <= set(FURNITURE):
        return None
    marked = bool(kinds)
    label = next((stamps[s] for s in stamps if before == s or re.search(rf"(?<!\w){re.escape(s)}$", before)), None)
    if label and (near_edge or short or marked) and (short or _has_colon(document.text, time)):
        return label
    if number < TOP_BLOCKS + FOOT_BLOCKS and len(before) <= DATELINE and before[:1] and _AFTER_DATELINE.match(after):
        if _is_place(document.text[block.start : time.start]):
            return "dateline"
        if any(c.isalpha() for c in before):
            return None
    if (
        number < TOP_BLOCKS
        and _AFTER_FRAGMENT.match(after)
        and _is_row_of_names(document.text[block.start : time.start])
    ):
        return "dateline"
    others = len(_WORDS.findall(before)) + len(_WORDS.findall(after))
    bare = others <= FEW_WORDS and "caption" not in kinds and not _is_sentence(document.text[block.start : block.end])
    return "line" if number > 0 and near_edge and short and bare else None


def _has_colon(text: str, time: Time) -> bool:
    return text[: time.start].rstrip().endswith((":", "|"))


def _is_place(before: str) -> bool:
    """Capitals, or up to three words with a capital each, five after one of capitals, as a place before a date."""
    words = before.replace(",", " ").split()
    most = PLACE_WORDS + 2 * bool(words and words[0].isupper() and len(words[0]) > 1)
    return before.isupper() or (0 < len(words) <= most and all(word[0].isupper() for word in words))


def _is_row_of_names(before: str) -> bool:
    """ "Coast News Agency, Port of Velsk, March 4. The mayor": names and commas, and no verb before the day."""
    words = before.split()
    capital = all(word[0].isupper() or len(word) < SHORT_WORD for word in words)
    return len(words) > 1 and before.rstrip().endswith(",") and capital and len(before) <= DATELINE


def _is_sentence(line: str) -> bool:
    return line.rstrip("\"'\u201d\u2019 ").endswith((".", "!", "?"))


def _stamps(document: Document) -> Mapping[str, str]:
    """Words that stand before the day of publication, longest first, with what they say of it."""
    language = document.language or "en"
    if language.split("-")[0].lower() not in known_languages():
        return {}
    table = language_of(language).table("times")["stamps"]
    pairs = [(word, label) for label, words in table.items() for word in words]
    return dict(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


def quoted(time: Time) -> str:
    """The words of a time, in one line and in quotation marks."""
    return f"\u201c{' '.join(time.text.split())}\u201d"


def _publication(time: Time, why: str, *others: Time) -> Publication:
    day = _day(time)
    evidence = tuple(Span(t.start, t.end) for t in (time, *others))
    return Publication(day, day, "stated", evidence, why)
