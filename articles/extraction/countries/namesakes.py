"""Which of its namesakes a place's name means in this article: Paris in France or Paris in Texas.

In: the sightings of an article. Out: `Placed`, each with its country and region. As the geoparsers CLAVIN and CLIFF do,
the sure ones are placed first and help with the others: first the town before its state or country ("Paris, Texas"),
which settles the name for the whole article; then the largest town of the name, where a country that the article
names besides counts for more than people, and a state that it names for more still.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log10

from ..gazetteer.atlas import SHORT, TOWN, Town
from ..gazetteer.twins import TWINS, Twin
from ..text.analysis import AnalysedArticle
from .bindings import bindings, settled_by
from .named_places import NamedPlaces, named_places
from .sightings import Sighting

_COUNTRY_NAMED, _REGION_NAMED = 1.5, 1.0  # in powers of ten of people
_LOCAL = 1.0  # of a region that a local article alone names
_CAPITAL, _KNOWN = 1.0, 0.6  # of the place that a lexicon gives for a name
_RIVAL = 8  # a town is a rival of a lexicon's place if it has this part of its people, or in a local article
_THOUSANDS = {"capital": 1000, "place": 300}  # of people, where towns.tsv has no town of the lexicon's name


@dataclass(frozen=True, slots=True)
class Placed:
    """A sighting with its place; if the state or country stands behind it, and if the country has another name too."""

    sighting: Sighting
    town: Town
    bound: bool
    backed: bool

    @property
    def code(self) -> str:
        """Return the country's code."""
        return self.town.code

    @property
    def moved(self) -> bool:
        """Say whether another place is meant than the name alone would mean."""
        return self.code != self.sighting.entry.form.code

    @property
    def needs_sign(self) -> bool:
        """Say whether the name is known only as a town's here, and may be a word or a surname."""
        return self.sighting.entry.form.by == TOWN or (self.sighting.entry.form.doubtful and self.moved)

    @property
    def rivalled(self) -> bool:
        """Say whether other countries have a place of this name."""
        return any(town.code != self.code for town in self.sighting.entry.towns)


def placed(sightings: list[Sighting], article: AnalysedArticle) -> list[Placed]:
    """Place every sighting; one that has no likely country is left out."""
    bound = bindings(sightings, article)
    settled = settled_by(bound, sightings)
    named = named_places(sightings, bound, settled)
    chosen = {name: _chosen(one, settled, named) for name, one in {one.name: one for one in sightings}.items()}
    found = []
    for at, sighting in enumerate(sightings):
        town = bound.get(at) or chosen[sighting.name]
        if town:
            found.append(Placed(sighting, town, at in bound, named.country(town.code, sighting.name)))
    return found


def _chosen(sighting: Sighting, settled: dict[str, Town], named: NamedPlaces) -> Town | None:
    """Return the place that a name means in this article: as it is bound, else the likeliest."""
    form = sighting.entry.form
    usual = form.by in ("name", "capital") and form.phrase not in TWINS and named.country(form.code, form.phrase)
    return (None if usual else settled.get(form.phrase)) or _likeliest(sighting, named)


def _likeliest(sighting: Sighting, named: NamedPlaces) -> Town | None:
    """Return the place that a name means when nothing stands behind it."""
    form = sighting.entry.form
    if form.doubtful and not named.country(form.code, form.phrase):
        others = (town for town in sighting.entry.towns if town.code != form.code)
        return max(others, key=lambda town: _weight(town, sighting, named), default=None)
    if twin := TWINS.get(form.phrase):
        return twin.other if _other_meant(twin, named) else Town(form.code, form.region, 0)
    if form.by in ("name", "people", "government", SHORT) or form.region:
        return Town(form.code, form.region, 0)
    return max(_candidates(sighting, named), key=lambda town: _weight(town, sighting, named), default=None)


def _other_meant(twin: Twin, named: NamedPlaces) -> bool:
    """Say whether an article speaks of the other place of a name: it names it, and nothing speaks for the usual one."""
    return named.country(twin.other.code) and not any(map(named.country, (twin.usual, *twin.speakers)))


def _candidates(sighting: Sighting, named: NamedPlaces) -> Iterable[Town]:
    """Return the towns that a name may mean: all, or those that are not too small beside the lexicon's place."""
    form, towns = sighting.entry.form, sighting.entry.towns
    if not form.code:
        return towns
    known = next((town for town in towns if town.code == form.code), Town(form.code, form.region, _THOUSANDS[form.by]))
    rivals = (
        town
        for town in towns
        if town.thousands * _RIVAL >= known.thousands or named.only(town.code, town.region, form.phrase)
    )
    return (known, *rivals)


def _weight(town: Town, sighting: Sighting, named: NamedPlaces) -> float:
    form = sighting.entry.form
    weight = log10(town.thousands + 1)
    weight += _COUNTRY_NAMED * named.country(town.code, sighting.name)
    weight += _REGION_NAMED * named.region(town.code, town.region, sighting.name)
    weight += _LOCAL * named.only(town.code, town.region, sighting.name)
    if town.code == form.code:
        weight += _CAPITAL if form.by == "capital" else _KNOWN
    return weight
