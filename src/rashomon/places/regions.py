"""Regions of countries and their districts: states, provinces, counties."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii

from .lines import lines_of

_BREATHED = re.compile("([gk])h")  # one letter of other scripts
_CACHED = 100_000  # names of a large dossier
_DOUBLED = re.compile(r"([a-z])\1+")


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a country, or of a region."""

    name: str
    country: str  # ISO 3166 alpha-2
    within: str  # the region that a district lies in; "" for a region
    latitude: float  # degrees, WGS 84: the middle of its people
    longitude: float


@lru_cache(_CACHED)
def regions_of(name: str) -> tuple[Region, ...]:
    """Every region and district that is called so, with or without the word for what it is; regions come first."""
    for key in dict.fromkeys((region_key(name), region_key(without_division(name)))):
        rows = lines_of("regions", key) if key else []
        if rows:
            found = {Region(r[0], r[1], r[2], float(r[3]), float(r[4])) for r in rows}
            return tuple(sorted(found, key=lambda r: (r.within != "", r.country, r.within, r.name)))
    return ()


def region_key(name: str) -> str:
    """One key for the spellings of a region's name: letters without marks, doubled ones once, "y" and "i" as one."""
    letters = "".join(c for c in anyascii(name).lower() if c.isalnum()).replace("y", "i")
    return _DOUBLED.sub(r"\1", _BREATHED.sub(r"\1", letters))


def without_division(name: str) -> str:
    """The name without the word for what it is: "Anhalt" for "Anhalt Province"."""
    return " ".join(word for word in name.split() if word.lower() not in _divisions())


@cache
def states() -> frozenset[str]:
    """Names of the parts of the United States, which news in English names without their country."""
    return frozenset(_text("states.txt").splitlines())


@cache
def _divisions() -> frozenset[str]:
    return frozenset(_text("divisions.txt").split())


def _text(name: str) -> str:
    return (files(__package__) / "data" / name).read_text(encoding="utf-8")
