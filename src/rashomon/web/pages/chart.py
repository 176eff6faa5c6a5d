"""The geometry of a chart of figures over days; the template only draws it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ...records import Figure
from .evidence import anchor_of
from .words import day_in_words, number_in_words, value_in_words

WIDTH, HEIGHT = 360, 190  # units of the view box: one is one pixel on a phone, so that the letters stay readable
LEFT, RIGHT, TOP, BOTTOM = 46, 18, 16, 30
SIDE_STEP = 9  # marks of one day and one value stand this far apart
MOST_BESIDE = 8  # marks of one day and one value; more say nothing more, the table has them
OPEN_END = 14  # length of the stroke that says "or more", "or fewer"
LETTER = 6.6  # width of a letter of a label, in most system fonts
LABEL_RISE = 9  # a value stands this far above its mark
LABEL_DROP = 4  # and a value beside its mark this far below its middle, so that both are level
LABEL_ROOM = 12  # labels nearer than this would print over one another
DAY_ROOM = 62  # labels of days nearer than this as well


@dataclass(frozen=True, slots=True)
class Spot:
    """One figure: a mark, with a stroke from its low to its high bound."""

    href: str
    title: str
    x: float
    y: float
    top: float
    bottom: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Label:
    """A word at a place."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Marks, the band between the lowest and the highest count of each day, labels and axes."""

    spots: tuple[Spot, ...]
    band: str  # points of a polygon
    values: tuple[Label, ...]
    days: tuple[Label, ...]
    scale: tuple[Label, ...]
    undated: int


@dataclass(frozen=True, slots=True)
class _Axes:
    first: int
    last: int
    most: float

    def x(self, day: date) -> float:
        room = WIDTH - LEFT - RIGHT
        if self.first == self.last:
            return LEFT + room / 2
        return round(LEFT + room * (day.toordinal() - self.first) / (self.last - self.first), 1)

    def y(self, value: float) -> float:
        return round(HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / self.most, 1)


def chart_of(figures: Iterable[Figure]) -> Chart | None:
    """A chart, where at least two figures have a day and a bound."""
    kept = [figure for figure in figures if figure.low is not None or figure.high is not None]
    dated = [figure for figure in kept if _last_day(figure) is not None]
    if len(dated) < 2:
        return None
    axes = _axes(dated)
    return Chart(
        spots=_spots(dated, axes),
        # "Dozens" is drawn, but its width is no range between sources.
        band=_band([figure for figure in dated if figure.relation != "vague"] or dated, axes),
        values=_value_labels(dated, axes),
        days=_day_labels(dated, axes),
        scale=tuple(_scale_label(value, axes) for value in (0.0, axes.most / 2, axes.most)),
        undated=len(kept) - len(dated),
    )


def _axes(figures: Sequence[Figure]) -> _Axes:
    days = [day for f in figures for day in (f.as_of.earliest, _last_day(f)) if day]
    return _Axes(min(days).toordinal(), max(days).toordinal(), _round_up(max(_bounds(f)[1] for f in figures)))


def _spots(figures: Sequence[Figure], axes: _Axes) -> tuple[Spot, ...]:
    seen: dict[tuple[float, float], int] = defaultdict(int)
    spots = []
    for figure in figures:
        low, high = _bounds(figure)
        last = _last_day(figure) or date.min
        x, y = axes.x(last), axes.y((low + high) / 2)
        if seen[x, y] == MOST_BESIDE:
            continue
        beside = seen[x, y] * SIDE_STEP
        seen[x, y] += 1
        beside = beside if x + beside <= WIDTH - 4 else -beside
        top = axes.y(high) - (OPEN_END if figure.high is None else 0)
        bottom = axes.y(low) + (OPEN_END if figure.low is None else 0)
        left = axes.x(figure.as_of.earliest or last)
        title = f"{value_in_words(figure)}, {day_in_words(last)}"
        spots.append(Spot(f"#{anchor_of(figure.id)}", title, x + beside, y, top, bottom, left, x))
    return tuple(spots)


def _band(figures: Sequence[Figure], axes: _Axes) -> str:
    """A step of constant height from each day to the next, between the day's lowest and highest bound."""
    of_day: dict[date, list[tuple[float, float]]] = defaultdict(list)
    for figure in figures:
        if day := _last_day(figure):
            of_day[day].append(_bounds(figure))
    days = sorted(of_day)
    upper, lower = [], []
    for number, day in enumerate(days):
        end = axes.x(days[min(number + 1, len(days) - 1)])
        top, bottom = axes.y(max(h for _, h in of_day[day])), axes.y(min(low for low, _ in of_day[day]))
        upper += [(axes.x(day), top), (end, top)]
        lower += [(axes.x(day), bottom + 1), (end, bottom + 1)]
    return " ".join(f"{x:g},{y:g}" for x, y in (*upper, *reversed(lower)))


def _value_labels(figures: Sequence[Figure], axes: _Axes) -> tuple[Label, ...]:
    """One label for each value of a day; those that would lie over another are left out, the table has them."""
    crowded = Counter(day for day, _ in {(_last_day(figure), value_in_words(figure)) for figure in figures})
    marks = Counter((_last_day(figure), _bounds(figure)) for figure in figures)
    labels: list[Label] = []
    for figure in figures:
        wide = SIDE_STEP * (min(marks[_last_day(figure), _bounds(figure)], MOST_BESIDE) - 1)
        label = _value_label(figure, axes, wide, beside=crowded[_last_day(figure)] > 1)
        if all(
            abs(label.x - other.x) > (len(label.text) + len(other.text)) * LETTER / 2
            or abs(label.y - other.y) > LABEL_ROOM
            for other in labels
        ):
            labels.append(label)
    return tuple(labels)


def _value_label(figure: Figure, axes: _Axes, wide: int, *, beside: bool) -> Label:
    """Above its mark; `beside` it where the day has other marks."""
    text, x, y = value_in_words(figure), axes.x(_last_day(figure) or date.min), axes.y(_bounds(figure)[1])
    if not beside:
        return _inside(x, y - LABEL_RISE - (OPEN_END if figure.high is None else 0), text)
    away = len(text) * LETTER / 2 + LABEL_RISE
    # Marks of one value stand side by side to the right, as long as there is room.
    left = x - 2 * away > LEFT
    return _inside(x - away if left else x + away + wide, y + LABEL_DROP, text)


def _inside(x: float, y: float, text: str) -> Label:
    """A label moved sideways where it would reach over the edge."""
    half = len(text) * LETTER / 2
    return Label(round(min(max(x, LEFT + half - 2 * LETTER), WIDTH - half), 1), y, text)


def _scale_label(value: float, axes: _Axes) -> Label:
    return Label(LEFT - 6, axes.y(value), number_in_words(Decimal(str(value))))


def _day_labels(figures: Sequence[Figure], axes: _Axes) -> tuple[Label, ...]:
    labels: list[Label] = []
    days = sorted({day for figure in figures if (day := _last_day(figure))})
    for day in days:
        x = axes.x(day)
        if not labels or x - labels[-1].x >= DAY_ROOM:
            told = f"{day.day} {day:%b}" if days[0].year == days[-1].year else f"{day:%b} {day.year}"
            labels.append(_inside(x, HEIGHT - 10, told))
    return tuple(labels)


def _bounds(figure: Figure) -> tuple[float, float]:
    """Both bounds as numbers; a missing one is where the other is."""
    low = figure.low if figure.low is not None else figure.high
    high = figure.high if figure.high is not None else figure.low
    return float(low or 0), float(high or 0)


def _last_day(figure: Figure) -> date | None:
    return figure.as_of.latest or figure.as_of.earliest


def _round_up(value: float) -> float:
    """The next of 2, 4, 6, 10 times a power of ten, so that half of it is a plain number too."""
    step = 1.0
    while step * 10 < value:
        step *= 10
    return next((step * factor for factor in (2, 4, 6, 10) if step * factor >= value), value)
