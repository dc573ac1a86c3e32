"""Towns before their state or country, which says where they lie: "Paris, Texas", "Alexandria (Egypt)"."""

from collections import Counter
from itertools import pairwise

from ..gazetteer.atlas import SHORT, Town
from ..gazetteer.twins import TWINS
from ..text.analysis import AnalysedArticle
from .sightings import Sighting

_BINDERS = frozenset((", ", " (", ","))
_CITIES_TOO = frozenset(("New York",))  # regions that stand in rows of cities: "London, New York"


def bindings(sightings: list[Sighting], article: AnalysedArticle) -> dict[int, Town]:
    """Return the places of sightings that are bound, by their number."""
    bound = {}
    for at, (sighting, following) in enumerate(pairwise(sightings)):
        if following.paragraph == sighting.paragraph and following.first == sighting.last:
            text = article.paragraphs[sighting.paragraph].text
            if text[sighting.span.end : following.span.start] not in _BINDERS:
                continue
            if twin := _twin_around(sighting, following):
                bound[at + 1] = twin
            if town := twin or _town_in(sighting, following):
                bound[at] = town
    return bound


def settled_by(bound: dict[int, Town], sightings: list[Sighting]) -> dict[str, Town]:
    """Return the names that the article binds to one place: the others of that name mean the same."""
    counts: dict[str, Counter[Town]] = {}
    for at, town in bound.items():
        counts.setdefault(sightings[at].name, Counter())[town] += 1
    return {name: count.most_common(1)[0][0] for name, count in counts.items()}


def _twin_around(sighting: Sighting, binder: Sighting) -> Town | None:
    """Return the state that a country's name means behind one of its towns: "Atlanta, Georgia"."""
    twin = TWINS.get(binder.name)
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
    if behind.by == "name" and form.code == behind.code and form.by in ("capital", "place"):
        return Town(form.code, form.region, 0)
    if not behind.region or form.region or form.by in ("people", "government", SHORT):
        return None
    if behind.by != SHORT and (form.by == "name" or behind.phrase in _CITIES_TOO):
        return None  # "Jordan, Maine" and "London, New York" may be rows of places
    return Town(behind.code, behind.region, 0)


def _lies_in(town: Town, code: str, region: str) -> bool:
    return town.code == code and region in ("", town.region)
