"""The ways that words took, as a picture in layers: speakers, who passes their words on, outlets, who copies them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...records import Relay, Voice
from .evidence import anchor_of
from .words import count_in_words

WIDTH, TOP, ROW = 960, 44, 30  # units of the view box: its width, the room for headings, the height of a node
GUTTER = 4  # of the height of a node, free below it
LANE = 12  # the height of a gap between nodes, in which lines pass a layer
WIDEST_NODE, GAP = 190, 70  # a node, and the least room between two layers
MOST = {"speaker": 18, "agency": 12, "outlet": 18}  # nodes of a kind; the table has all
MOST_LOOKED_AT = 2_000  # steps
SWEEPS = 4  # over the layers, to set what hangs together side by side
THICKEST = 9.0
WAYS = {"quotes": "quotes", "credits": "credits", "copies": "copies", "passage": "has a passage of"}
HEADINGS = {"speaker": "Who speaks", "agency": "Who passes it on", "outlet": "Who prints it"}


@dataclass(frozen=True, slots=True)
class Box:
    """A voice."""

    x: float
    y: float
    name: str
    href: str
    title: str
    kind: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A step of the way, drawn from the giver to the taker."""

    path: str
    width: float
    way: str
    href: str
    title: str


@dataclass(frozen=True, slots=True)
class Heading:
    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Graph:
    """The picture; `left_out` voices are in the table alone."""

    height: int
    node: float  # width of a node
    headings: tuple[Heading, ...]
    edges: tuple[Edge, ...]
    boxes: tuple[Box, ...]
    left_out: int


def graph_of(voices: Iterable[Voice], relays: Iterable[Relay]) -> Graph | None:
    """The voices that most is taken from or given to, with the steps between them."""
    known = {voice.id: voice for voice in voices}
    steps = [relay for relay in relays if relay.taker in known and relay.giver in known]
    weight: Counter[str] = Counter()
    for relay in steps:
        weight.update({relay.taker: len(relay.evidence), relay.giver: len(relay.evidence)})
    drawn = list(_weightiest(steps, known))
    used = {id for relay in drawn for id in (relay.taker, relay.giver)}
    if not drawn:
        return None
    layers, ways = _with_lanes(_layers(used, known, drawn), drawn)
    layers = _ordered(layers, ways.values(), weight)
    node = min(WIDEST_NODE, (WIDTH - GAP * (len(layers) - 1)) / len(layers))
    spots = _spots(layers, node)
    return Graph(
        height=round(TOP + max(sum(map(_height, layer)) for layer in layers) + 8),
        node=round(node, 1),
        headings=tuple(_headings(layers, spots, known)),
        edges=tuple(_edge(relay, known, _path(ways[relay.id], spots, node)) for relay in drawn),
        boxes=tuple(_box(known[id], spots[id], weight[id]) for layer in layers for id in layer if id in known),
        left_out=len(weight) - len(used),
    )


def _weightiest(relays: Iterable[Relay], known: Mapping[str, Voice]) -> Iterator[Relay]:
    """The steps with most evidence, as long as there is room for their ends."""
    room, drawn = Counter(MOST), set[str]()
    for number, relay in enumerate(sorted(relays, key=lambda r: (-len(r.evidence), r.id))):
        new = [id for id in dict.fromkeys((relay.taker, relay.giver)) if id not in drawn]
        needed = Counter(known[id].kind for id in new)
        if number < MOST_LOOKED_AT and all(room[kind] >= count for kind, count in needed.items()):
            room.subtract(needed)
            drawn.update(new)
            yield relay


def _layers(used: Iterable[str], known: Mapping[str, Voice], relays: Sequence[Relay]) -> list[list[str]]:
    """Speakers first, then agencies, those that have it from others later, then outlets, and those that copy them."""
    ranks = {"speaker": 0, "agency": 1, "outlet": 3}
    rank = {id: ranks[known[id].kind] for id in sorted(used)}
    for kind in ("agency", "outlet"):
        takers = {r.taker for r in relays if known[r.taker].kind == known[r.giver].kind == kind}
        givers = {r.giver for r in relays if known[r.taker].kind == known[r.giver].kind == kind}
        # One step more at most: of those who take from one another none comes first.
        for id in takers - givers:
            rank[id] += 1
    layers: dict[int, list[str]] = defaultdict(list)
    for id in rank:
        layers[rank[id]].append(id)
    return [layers[number] for number in sorted(layers)]


def _with_lanes(
    layers: list[list[str]], relays: Iterable[Relay]
) -> tuple[list[list[str]], Mapping[str, Sequence[str]]]:
    """The layers with a lane for all lines to one taker that pass a layer, and what each line goes through."""
    rank = {id: number for number, layer in enumerate(layers) for id in layer}
    lanes: list[dict[str, None]] = [{} for _ in layers]
    ways: dict[str, Sequence[str]] = {}
    for relay in relays:
        passed = [(number, _lane(number, relay.taker)) for number in range(rank[relay.giver] + 1, rank[relay.taker])]
        for number, lane in passed:
            lanes[number][lane] = None
        ways[relay.id] = (relay.giver, *(lane for _, lane in passed), relay.taker)
    return [[*layer, *through] for layer, through in zip(layers, lanes, strict=True)], ways


def _lane(number: int, taker: str) -> str:
    return f"\0{number} {taker}"


def _height(id: str) -> int:
    return LANE if id.startswith("\0") else ROW


def _ordered(layers: list[list[str]], ways: Iterable[Sequence[str]], weight: Counter[str]) -> list[list[str]]:
    """Each layer in the order of what its nodes hang on, so that few lines cross."""
    near: dict[str, list[str]] = defaultdict(list)
    for way in ways:
        for giver, taker in pairwise(way):
            near[taker].append(giver)
            near[giver].append(taker)
    ordered = [sorted(layer, key=lambda id: (-weight[id], id)) for layer in layers]
    for _ in range(SWEEPS):
        for number, layer in enumerate(ordered):
            place = {id: (at + 0.5) / len(other) for other in ordered for at, id in enumerate(other)}
            ordered[number] = sorted(layer, key=lambda id: (_mean([place[other] for other in near[id]]), id))
    return ordered


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers)


def _spots(layers: Sequence[Sequence[str]], node: float) -> dict[str, tuple[float, float]]:
    """The upper left corner of each node and lane."""
    heights = [sum(map(_height, layer)) for layer in layers]
    step = (WIDTH - node) / max(len(layers) - 1, 1)
    spots = {}
    for number, layer in enumerate(layers):
        y = TOP + (max(heights) - heights[number]) / 2
        for id in layer:
            spots[id] = round(number * step, 1), round(y, 1)
            y += _height(id)
    return spots


def _headings(
    layers: Iterable[Sequence[str]], spots: Mapping[str, tuple[float, float]], known: Mapping[str, Voice]
) -> Iterable[Heading]:
    told: set[str] = set()
    for layer in layers:
        first = next(id for id in layer if id in known)
        kind = known[first].kind
        yield Heading(spots[first][0], HEADINGS[kind] if kind not in told else "Who has it from these")
        told.add(kind)


def _path(way: Sequence[str], spots: Mapping[str, tuple[float, float]], node: float) -> str:
    """From the giver to the taker, along the lanes between."""
    middle = {id: (spots[id][0], spots[id][1] + (_height(id) - GUTTER) / 2) for id in way}
    (ax, ay), (bx, by) = middle[way[0]], middle[way[-1]]
    if ax >= bx:  # within a layer, or backwards: around the left
        return f"M{ax:g} {ay:g}C{ax - 40:g} {ay:g} {bx - 40:g} {by:g} {bx:g} {by:g}"
    path = f"M{ax + node:g} {ay:g}"
    for one, other in pairwise(way):
        (ax, ay), (bx, by) = middle[one], middle[other]
        bend = (bx - ax - node) / 2
        along = f"H{bx + node:g}" if other != way[-1] else ""
        path += f"C{ax + node + bend:g} {ay:g} {bx - bend:g} {by:g} {bx:g} {by:g}{along}"
    return path


def _edge(relay: Relay, known: Mapping[str, Voice], path: str) -> Edge:
    times = len(relay.evidence)
    title = f"{known[relay.taker].name} {WAYS[relay.way]} {known[relay.giver].name}: {count_in_words(times, 'place')}"
    return Edge(path, min(1.0 + times**0.5, THICKEST), relay.way, f"#{anchor_of(relay.id)}", title)


def _box(voice: Voice, spot: tuple[float, float], weight: int) -> Box:
    title = f"{voice.name}, {voice.kind}: {count_in_words(weight, 'place')}"
    return Box(*spot, voice.name, f"#{anchor_of(voice.id)}", title, voice.kind)
