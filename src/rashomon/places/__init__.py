"""Countries, regions and cities, from the packaged gazetteer (data/SOURCES.md)."""

from .cities import Place, cities_of, city_among, city_of, towns_of
from .countries import Countries, countries_of
from .holding import contains, regions_meant
from .regions import Region, regions_of, states

__all__ = [
    "Countries",
    "Place",
    "Region",
    "cities_of",
    "city_among",
    "city_of",
    "contains",
    "countries_of",
    "regions_meant",
    "regions_of",
    "states",
    "towns_of",
]
