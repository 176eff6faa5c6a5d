"""Origins: a source is listed once, and lines of the picture pass the boxes that they skip."""

import re
from dataclasses import replace

from rashomon.dossier import Dossier
from rashomon.records import Relay, Voice
from rashomon.web.pages.evidence import index_of
from rashomon.web.pages.graph import graph_of
from rashomon.web.pages.origins import sources_of


def test_sources_that_differ_in_capitals_alone_are_one(affair: Dossier) -> None:
    four, six, seven = affair.figures
    figures = (
        replace(four, source_text="Coast guard", via=()),
        replace(six, source_text="coast  guard", via=()),
        seven,
    )
    told = replace(affair, figures=figures, statements=())
    found = sources_of(told, index_of(told), ())
    assert [(source.name, source.times) for source in found] == [("Coast guard", 2)]


def test_a_line_that_skips_a_layer_passes_between_its_boxes() -> None:
    voices = [Voice(f"speaker-{n}", "speaker", f"S{n}") for n in range(3)]
    voices += [Voice(f"agency-{n}", "agency", f"A{n}") for n in range(4)] + [Voice("outlet", "outlet", "O")]
    steps = [("agency-0", "speaker-0"), *(("outlet", f"agency-{n}") for n in range(4))]
    straight = Relay("straight", "outlet", "speaker-1", "quotes", ("s",))
    relays = [Relay(f"r{n}", taker, giver, "quotes", (f"e{n}",)) for n, (taker, giver) in enumerate(steps)]
    graph = graph_of(voices, [*relays, straight])
    assert graph is not None
    line = next(edge.path for edge in graph.edges if edge.title.startswith("O quotes S1"))
    across = re.search(r" ([\d.]+) ([\d.]+)H([\d.]+)C", line)
    assert across
    left, y, right = map(float, across.groups())
    between = [box for box in graph.boxes if box.kind == "agency"]
    assert {box.x for box in between} == {left} and right == left + graph.node
    assert all(not box.y < y < box.y + 26 for box in between)
