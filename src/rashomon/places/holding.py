"""Which place lies in which: a city in a district in a region in a country."""

from collections.abc import Iterator

from ..records import Entity
from .cities import Place, cities_of, towns_of
from .regions import Region, regions_of

_PLACES = ("GPE", "LOC")


def contains(outer: Entity, inner: Entity) -> bool:
    """The second place lies in the first, which is a country, a region or a district of one."""
    if outer.id == inner.id or outer.type not in _PLACES or inner.country is None:
        return False
    if regions := regions_meant(outer):
        return any(_lies_in(inner, region) for region in regions)
    return outer.latitude is None and outer.country == inner.country


def regions_meant(place: Entity) -> tuple[Region, ...]:
    """The region or district that an entity is, by any of its names and where it lies; none for a city or a country."""
    where = (place.latitude, place.longitude)
    found = (r for name in (place.name, *place.aliases) for r in regions_of(name))
    return tuple(dict.fromkeys(r for r in found if (r.latitude, r.longitude) == where and r.country == place.country))


def _lies_in(inner: Entity, outer: Region) -> bool:
    if inner.country != outer.country:
        return False
    if outer.within:
        return any((city.region, city.district) == (outer.within, outer.name) for city in _cities_meant(inner))
    smaller = any(region.within == outer.name for region in regions_meant(inner))
    return smaller or any(city.region == outer.name for city in _cities_meant(inner))


def _cities_meant(place: Entity) -> Iterator[Place]:
    """The city that an entity is, by any of its names and where it lies."""
    where = (place.latitude, place.longitude)
    for name in dict.fromkeys((place.name, *place.aliases)):
        for city in (*cities_of(name), *towns_of(name)):
            if (city.latitude, city.longitude) == where:
                yield city
