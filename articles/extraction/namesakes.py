"""Which of its namesakes a place's name means in this article: Paris in France or Paris in Texas.

In: the sightings of an article. Out: `Placed`, each with its country and region. As the geoparsers CLAVIN and CLIFF do,
the sure ones are placed first and help with the others: first the town before its state or country ("Paris, Texas"),
which settles the name for the whole article; then the largest town of the name, where a country that the article
names besides counts for more than people, and a state that it names for more still.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import log10

from .atlas import SHORT, Town
from .lexicons import rows_of
from .reading import Reading
from .sightings import Sighting

_COUNTRY_NAMED, _REGION_NAMED = 1.5, 1.0  # in powers of ten of people
_CAPITAL, _KNOWN = 1.0, 0.6  # of the place that a lexicon gives for a name
_RIVAL = 8  # a town is a rival of a lexicon's place if it has this part of its people
_THOUSANDS = {"capital": 1000, "place": 300}  # of people, where towns.tsv has no town of the lexicon's name
_CITIES_TOO = frozenset(("New York",))  # regions that stand in rows of cities: "London, New York"
_BINDERS = frozenset((", ", " (", ","))


@dataclass(frozen=True, slots=True)
class _Twin:
    """A name that a country shares with another place: row of data/twins.tsv."""

    usual: str
    other: Town
    speakers: tuple[str, ...]  # countries that speak for the usual one


_TWINS = {
    form: _Twin(usual, Town(*other.partition(".")[::2], 0), tuple(speakers.split()))
    for form, usual, other, speakers in rows_of("twins.tsv")
}


@dataclass(frozen=True, slots=True)
class Placed:
    """A sighting with its place, and whether the state or country stands behind it."""

    sighting: Sighting
    town: Town
    bound: bool

    @property
    def code(self) -> str:
        """Return the country's code."""
        return self.town.code

    @property
    def moved(self) -> bool:
        """Say whether another place is meant than the name alone would mean."""
        return self.code != self.sighting.entry.form.code


def placed(sightings: list[Sighting], reading: Reading) -> list[Placed]:
    """Place every sighting; one that has no likely country is left out."""
    bound = _bound(sightings, reading)
    settled = _settled(sightings, bound)
    named = _named(sightings, bound, settled)
    chosen = {name: _chosen(one, settled, named) for name, one in {one.name: one for one in sightings}.items()}
    found = []
    for at, sighting in enumerate(sightings):
        town = bound.get(at) or chosen[sighting.name]
        if town:
            found.append(Placed(sighting, town, at in bound))
    return found


def _bound(sightings: list[Sighting], reading: Reading) -> dict[int, Town]:
    """Return the places of towns before their state or country: "Paris, Texas", "Alexandria (Egypt)"."""
    bound = {}
    for at, (sighting, following) in enumerate(pairwise(sightings)):
        if following.page == sighting.page and following.first == sighting.last:
            text = reading.pages[sighting.page].text
            if text[sighting.span.end : following.span.start] not in _BINDERS:
                continue
            if twin := _twin_around(sighting, following):
                bound[at + 1] = twin
            if town := twin or _town_in(sighting, following):
                bound[at] = town
    return bound


def _twin_around(sighting: Sighting, binder: Sighting) -> Town | None:
    """Return the state that a country's name means behind one of its towns: "Atlanta, Georgia"."""
    twin = _TWINS.get(binder.name)
    if twin is None or not twin.other.region:
        return None
    inside = any(_lies_in(town, twin.other.code, twin.other.region) for town in sighting.entry.towns)
    return twin.other if inside else None


def _town_in(sighting: Sighting, binder: Sighting) -> Town | None:
    """Return the town of a name that lies in what stands behind it, None where that does not say where it lies."""
    form, behind = sighting.entry.form, binder.entry.form
    inside = [town for town in sighting.entry.towns if _lies_in(town, behind.code, behind.region)]
    if inside and (behind.region or (behind.by == "name" and form.by != "name")):
        return inside[0]
    if not behind.region or form.region or form.by in ("people", "government", SHORT):
        return None
    if behind.by != SHORT and (form.by == "name" or behind.phrase in _CITIES_TOO):
        return None  # "Jordan, Maine" and "London, New York" may be rows of places
    return Town(behind.code, behind.region, 0)


def _lies_in(town: Town, code: str, region: str) -> bool:
    return town.code == code and region in ("", town.region)


def _settled(sightings: list[Sighting], bound: dict[int, Town]) -> dict[str, Town]:
    """Return the names that the article binds to one place: the others of that name are the same."""
    counts: dict[str, Counter[Town]] = {}
    for at, town in bound.items():
        counts.setdefault(sightings[at].name, Counter())[town] += 1
    return {name: count.most_common(1)[0][0] for name, count in counts.items()}


@dataclass(frozen=True, slots=True)
class _Named:
    """The countries and regions that an article names beyond doubt: by which names each."""

    countries: dict[str, set[str]]
    regions: dict[tuple[str, str], set[str]]

    def names_country(self, code: str, besides: str) -> bool:
        return bool(self.countries.get(code, set()) - {besides})

    def names_region(self, code: str, region: str, besides: str) -> bool:
        return bool(self.regions.get((code, region), set()) - {besides})


def _named(sightings: list[Sighting], bound: dict[int, Town], settled: dict[str, Town]) -> _Named:
    named = _Named({}, {})
    for at, sighting in enumerate(sightings):
        form = sighting.entry.form
        place = bound.get(at) or settled.get(sighting.name) or Town(form.code, form.region, 0)
        unsure = form.doubtful or form.phrase in _TWINS
        if not place.region and (home := next(iter(sighting.entry.towns), None)) and home.code == place.code:
            place = home
        if place.code and not (unsure and at not in bound) and (at in bound or not _has_rivals(sighting)):
            named.countries.setdefault(place.code, set()).add(sighting.name)
            if place.region:
                named.regions.setdefault((place.code, place.region), set()).add(sighting.name)
    return named


def _has_rivals(sighting: Sighting) -> bool:
    """Say whether a place's name is a town's of another country too."""
    form = sighting.entry.form
    if form.by != "place" or form.region:
        return False
    return any(town.code != form.code for town in sighting.entry.towns)


def _chosen(sighting: Sighting, settled: dict[str, Town], named: _Named) -> Town | None:
    """Return the place that a name means in this article: as it is bound, else the likeliest."""
    form = sighting.entry.form
    usual = form.by in ("name", "capital") and form.phrase not in _TWINS and named.names_country(form.code, form.phrase)
    return (None if usual else settled.get(form.phrase)) or _likeliest(sighting, named)


def _likeliest(sighting: Sighting, named: _Named) -> Town | None:
    """Return the place that a name means when nothing stands behind it."""
    form = sighting.entry.form
    if form.doubtful and not named.names_country(form.code, sighting.name):
        return None
    if twin := _TWINS.get(form.phrase):
        return twin.other if _other_meant(twin, named) else Town(form.code, form.region, 0)
    if form.by in ("name", "people", "government", SHORT) or form.region:
        return Town(form.code, form.region, 0)
    return max(_candidates(sighting), key=lambda town: _weight(town, sighting, named), default=None)


def _other_meant(twin: _Twin, named: _Named) -> bool:
    """Say whether an article speaks of the other place of a name: it names it, and nothing speaks for the usual one."""
    if any(code in named.countries for code in (twin.usual, *twin.speakers)):
        return False
    return twin.other.code in named.countries


def _candidates(sighting: Sighting) -> Iterable[Town]:
    """Return the towns that a name may mean: all, or those that are not too small beside the lexicon's place."""
    form, towns = sighting.entry.form, sighting.entry.towns
    if not form.code:
        return towns
    known = next((town for town in towns if town.code == form.code), Town(form.code, form.region, _THOUSANDS[form.by]))
    return (known, *(town for town in towns if town.thousands * _RIVAL >= known.thousands))


def _weight(town: Town, sighting: Sighting, named: _Named) -> float:
    form = sighting.entry.form
    weight = log10(town.thousands + 1)
    weight += _COUNTRY_NAMED * named.names_country(town.code, sighting.name)
    weight += _REGION_NAMED * named.names_region(town.code, town.region, sighting.name)
    if town.code == form.code:
        weight += _CAPITAL if form.by == "capital" else _KNOWN
    return weight
