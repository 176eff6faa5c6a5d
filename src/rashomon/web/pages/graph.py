"""The ways that words took, as a picture in layers: speakers, who passes their words on, outlets, who copies them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...records import Relay, Voice
from .evidence import anchor_of
from .words import count_in_words

WIDTH, TOP, ROW = 960, 44, 30  # units of the view box: its width, the room for headings, the height of a node
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
    layers = _ordered(_layers(used, known, drawn), drawn, weight)
    node = min(WIDEST_NODE, (WIDTH - GAP * (len(layers) - 1)) / len(layers))
    spots = _spots(layers, node)
    return Graph(
        height=TOP + ROW * max(len(layer) for layer in layers) + 8,
        node=round(node, 1),
        headings=tuple(_headings(layers, spots, known)),
        edges=tuple(_edge(relay, known, spots, node) for relay in drawn),
        boxes=tuple(_box(known[id], spots[id], weight[id]) for layer in layers for id in layer),
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


def _ordered(layers: list[list[str]], relays: Iterable[Relay], weight: Counter[str]) -> list[list[str]]:
    """Each layer in the order of what its nodes hang on, so that few lines cross."""
    near: dict[str, list[str]] = defaultdict(list)
    for relay in relays:
        near[relay.taker].append(relay.giver)
        near[relay.giver].append(relay.taker)
    ordered = [sorted(layer, key=lambda id: (-weight[id], id)) for layer in layers]
    for _ in range(SWEEPS):
        for number, layer in enumerate(ordered):
            place = {id: (at + 0.5) / len(other) for other in ordered for at, id in enumerate(other)}
            ordered[number] = sorted(layer, key=lambda id: (_mean([place[other] for other in near[id]]), id))
    return ordered


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers)


def _spots(layers: Sequence[Sequence[str]], node: float) -> dict[str, tuple[float, float]]:
    """The upper left corner of each node."""
    tallest = max(len(layer) for layer in layers)
    step = (WIDTH - node) / max(len(layers) - 1, 1)
    return {
        id: (round(number * step, 1), round(TOP + ROW * (at + (tallest - len(layer)) / 2), 1))
        for number, layer in enumerate(layers)
        for at, id in enumerate(layer)
    }


def _headings(
    layers: Iterable[Sequence[str]], spots: Mapping[str, tuple[float, float]], known: Mapping[str, Voice]
) -> Iterable[Heading]:
    told: set[str] = set()
    for layer in layers:
        kind = known[layer[0]].kind
        yield Heading(spots[layer[0]][0], HEADINGS[kind] if kind not in told else "Who has it from these")
        told.add(kind)


def _edge(relay: Relay, known: Mapping[str, Voice], spots: Mapping[str, tuple[float, float]], node: float) -> Edge:
    (ax, ay), (bx, by) = spots[relay.giver], spots[relay.taker]
    ay, by = ay + ROW / 2 - 2, by + ROW / 2 - 2
    if ax < bx:
        x1, x2, bend = ax + node, bx, (bx - ax - node) / 2
        path = f"M{x1:g} {ay:g}C{x1 + bend:g} {ay:g} {x2 - bend:g} {by:g} {x2:g} {by:g}"
    else:  # within a layer, or backwards: around the left
        path = f"M{ax:g} {ay:g}C{ax - 40:g} {ay:g} {bx - 40:g} {by:g} {bx:g} {by:g}"
    times = len(relay.evidence)
    title = f"{known[relay.taker].name} {WAYS[relay.way]} {known[relay.giver].name}: {count_in_words(times, 'place')}"
    return Edge(path, min(1.0 + times**0.5, THICKEST), relay.way, f"#{anchor_of(relay.id)}", title)


def _box(voice: Voice, spot: tuple[float, float], weight: int) -> Box:
    title = f"{voice.name}, {voice.kind}: {count_in_words(weight, 'place')}"
    return Box(*spot, voice.name, f"#{anchor_of(voice.id)}", title, voice.kind)
