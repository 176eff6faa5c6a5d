"""How far each line is from furniture of each kind: an article ends before its comments and begins after its menus."""

from collections.abc import Iterable, Sequence

from ...records import BoilerplateKind

KINDS: tuple[BoilerplateKind, ...] = (
    "navigation", "caption", "author box", "related link", "comments", "subscription", "notice", "other",
)  # fmt: skip
FAR = 30  # lines; what is farther, or not there, says no more
NAMES_OF_DISTANCES = tuple(f"{way} {kind}" for way in ("since", "until") for kind in KINDS)


def distances_to_kinds(kinds: Sequence[BoilerplateKind | None]) -> list[list[float]]:
    """For each line, the lines since the last one of each kind, then those until the next one; 0 on such a line."""
    since = list(_since(kinds))
    until = list(_since(kinds[::-1]))[::-1]
    return [[*before, *after] for before, after in zip(since, until, strict=True)]


def _since(kinds: Iterable[BoilerplateKind | None]) -> Iterable[list[float]]:
    last = dict.fromkeys(KINDS, -FAR)
    for n, kind in enumerate(kinds):
        if kind:
            last[kind] = n
        yield [float(min(FAR, n - at)) for at in last.values()]
