"""The countries and regions that an article names beyond doubt, which help to choose among the towns of one name."""

from dataclasses import replace
from itertools import chain

from ..gazetteer.ambiguous_names import AMBIGUOUS_NAMES
from ..gazetteer.place_matcher import COUNTIES, Town
from ..records import record
from .toponyms import Toponym

_LARGE_REGIONS = frozenset(("GB",))  # an article that names England alone is no local one


@record
class MentionedRegions:
    """For each country, and each region of one, the names that the article gives it."""

    countries: dict[str, set[str]]
    regions: dict[tuple[str, str], set[str]]

    def has_country(self, code: str, besides: str = "") -> bool:
        """Say whether the article names a country, by another name than the one given."""
        return _has_other(self.countries.get(code), besides)

    def has_region(self, code: str, region: str, besides: str) -> bool:
        """Say whether the article names a region, by another name than the one given."""
        return _has_other(self.regions.get((code, region)), besides)

    def is_local_to(self, code: str, region: str, besides: str) -> bool:
        """Say whether the article is a local one: it names one country by other names, and of it this state alone."""
        if code in _LARGE_REGIONS or not self.has_region(code, region, besides):
            return False
        others = (names for one, names in self.countries.items() if one != code)
        elsewhere = (names for one, names in self.regions.items() if one != (code, region))
        return not any(_has_other(names, besides) for names in chain(others, elsewhere))


def _has_other(names: set[str] | None, besides: str) -> bool:
    return names is not None and len(names) > (besides in names)


def mentioned_regions(
    toponyms: list[Toponym], qualified: dict[int, Town], settled: dict[str, Town]
) -> MentionedRegions:
    """Gather the countries and regions of the toponyms that leave no doubt."""
    named = MentionedRegions({}, {})
    for at, toponym in enumerate(toponyms):
        place = qualified.get(at) or settled.get(toponym.name) or _sure_place(toponym)
        if place and place.code:
            named.countries.setdefault(place.code, set()).add(toponym.name)
            if place.region:
                named.regions.setdefault((place.code, place.region), set()).add(toponym.name)
    return named


def _sure_place(toponym: Toponym) -> Town | None:
    """Return the place that a name alone means, None where it has rivals in other countries."""
    form, towns = toponym.entry.form, toponym.entry.towns
    if form.phrase.endswith(COUNTIES):
        return towns[0] if len(towns) == 1 else replace(towns[0], region="")
    if form.doubtful or form.phrase in AMBIGUOUS_NAMES or not form.code:
        return None
    if form.by == "place" and not form.region and any(town.code != form.code for town in towns):
        return None
    home = next((town for town in towns if town.code == form.code), None)
    return Town(form.code, form.region or (home.region if home else ""), 0)
