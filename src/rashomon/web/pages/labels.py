"""What each outlet calls the same people: groups that are counted, and persons under their roles."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...dossier import Dossier
from .evidence import Index, anchor_of, outlet_of

EVERYBODY = "people"  # the group of anybody: its words differ without anybody being called anything


@dataclass(frozen=True, slots=True)
class Label:
    """Words for somebody, with the places where they stand."""

    text: str
    hrefs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Usage:
    """The words of one outlet."""

    outlet: str
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """Who is meant, and what each outlet calls them."""

    meant: str
    href: str | None
    usages: tuple[Usage, ...]


@dataclass(frozen=True, slots=True)
class _Use:
    meant: str
    href: str | None
    outlet: str
    words: str
    place: str


def wordings(dossier: Dossier, index: Index) -> tuple[Wording, ...]:
    """Those whom at least two outlets call by at least two different words, most outlets first."""
    uses: dict[tuple[str, str | None], list[_Use]] = defaultdict(list)
    for use in (*_groups(dossier, index), *_roles(dossier, index)):
        uses[use.meant, use.href].append(use)
    found = [Wording(meant, href, _usages(group)) for (meant, href), group in uses.items() if _differs(group)]
    return tuple(sorted(found, key=lambda w: (w.href is not None, -len(w.usages), w.meant, w.href or "")))


def _groups(dossier: Dossier, index: Index) -> Iterator[_Use]:
    for figure in dossier.figures:
        if figure.group and figure.group != EVERYBODY and figure.group_text:
            outlet = outlet_of(index.documents[figure.document])
            yield _Use(figure.group, None, outlet, figure.group_text.casefold(), f"#{anchor_of(figure.id)}")


def _roles(dossier: Dossier, index: Index) -> Iterator[_Use]:
    for entity in dossier.entities:
        for mention in entity.mentions:
            words = mention.text if mention.form == "role" else mention.role
            if words and mention.document in index.documents:
                outlet = outlet_of(index.documents[mention.document])
                href = f"#{anchor_of(entity.id)}"
                yield _Use(entity.name, href, outlet, _bare(words), f"#{anchor_of(mention.id)}")


def _bare(words: str) -> str:
    return " ".join(words.split()).casefold()


def _differs(uses: Iterable[_Use]) -> bool:
    kept = tuple(uses)
    return len({use.outlet for use in kept}) > 1 and len({use.words for use in kept}) > 1


def _usages(uses: Iterable[_Use]) -> tuple[Usage, ...]:
    outlets: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for use in uses:
        outlets[use.outlet][use.words].append(use.place)
    return tuple(
        Usage(outlet, tuple(Label(text, tuple(places)) for text, places in sorted(words.items())))
        for outlet, words in sorted(outlets.items())
    )
