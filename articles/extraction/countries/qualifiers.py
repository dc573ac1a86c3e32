"""Qualified towns: those before their state or country, which says where they lie: "Paris, Texas", "Cairo (Egypt)"."""

from collections import Counter
from itertools import pairwise

from ..gazetteer.ambiguous_names import AMBIGUOUS_NAMES
from ..gazetteer.place_matcher import ABBREVIATION, Town
from ..text.analysis import AnalysedArticle
from .context import words_of_kind
from .toponyms import Toponym

_SEPARATORS = frozenset((", ", " (", ","))
_ROW = frozenset((", ", " & ", *(f"{pause} {word} " for pause in ("", ",") for word in words_of_kind("row"))))
_STOPS = frozenset(("", ",", ".", ";", ":", ")", "!", "?", "…"))
_CITIES_TOO = frozenset(("New York",))  # regions that stand in rows of cities: "London, New York"


def qualified_towns(toponyms: list[Toponym], article: AnalysedArticle) -> dict[int, Town]:
    """Return the places of those toponyms that a state or country behind them qualifies, by their number."""
    qualified = {}
    for at, (toponym, following) in enumerate(pairwise(toponyms)):
        if following.paragraph == toponym.paragraph and following.first == toponym.last:
            text = article.paragraphs[toponym.paragraph].text
            if text[toponym.span.end : following.span.start] not in _SEPARATORS:
                continue
            if state := _ambiguous_state(toponym, following):
                qualified[at + 1] = state
            if town := state or _town_in(toponym, following) or _namesake_town(toponyms, at, article):
                qualified[at] = town
    return qualified


def settled_names(qualified: dict[int, Town], toponyms: list[Toponym]) -> dict[str, Town]:
    """Return the names that the article qualifies anywhere, each with the place that it then means most often."""
    counts: dict[str, Counter[Town]] = {}
    for at, town in qualified.items():
        counts.setdefault(toponyms[at].name, Counter())[town] += 1
    return {name: count.most_common(1)[0][0] for name, count in counts.items()}


def _ambiguous_state(toponym: Toponym, qualifier: Toponym) -> Town | None:
    """Return the state that a country's name means behind one of its towns: "Atlanta, Georgia"."""
    name = AMBIGUOUS_NAMES.get(qualifier.name)
    if name is None or not name.other.region:
        return None
    inside = any(_lies_in(town, name.other.code, name.other.region) for town in toponym.entry.towns)
    return name.other if inside else None


def _town_in(toponym: Toponym, qualifier: Toponym) -> Town | None:
    """Return the town of a name that lies in what stands behind it, None where that does not say where it lies."""
    form, behind = toponym.entry.form, qualifier.entry.form
    inside = [town for town in toponym.entry.towns if _lies_in(town, behind.code, behind.region)]
    if inside and (behind.region or (behind.by == "name" and form.by != "name")):
        return inside[0]
    if behind.by == "name" and form.code == behind.code and form.by in ("capital", "place"):
        return Town(form.code, form.region, 0)
    if not behind.region or form.region or form.by in ("people", "government", ABBREVIATION):
        return None
    if behind.by != ABBREVIATION and (form.by == "name" or behind.phrase in _CITIES_TOO):
        return None  # "Jordan, Maine" and "London, New York" may be rows of places
    return Town(behind.code, behind.region, 0)


def _namesake_town(toponyms: list[Toponym], at: int, article: AnalysedArticle) -> Town | None:
    """Return the town that a country's name is before its state or country: "in Poland, Ohio,", "Armenia, Colombia."

    None where the two may be of a row of places, or where the sentence goes on without a stop behind them.
    """
    toponym, behind = toponyms[at], toponyms[at + 1].entry.form
    if toponym.entry.form.by != "name" or toponym.name in AMBIGUOUS_NAMES or behind.by not in ("name", "place"):
        return None
    inside = [town for town in toponym.entry.towns if _lies_in(town, behind.code, behind.region)]
    if not inside and (not behind.region or behind.phrase in _CITIES_TOO):
        return None
    if _is_of_a_row(toponyms, at, article) or not _stops_behind(toponyms[at + 1], article):
        return None
    return inside[0] if inside else Town(behind.code, behind.region, 0)


def _is_of_a_row(toponyms: list[Toponym], at: int, article: AnalysedArticle) -> bool:
    """Say whether a name and the one behind it stand in a row of places: "Peru, Armenia, Colombia and Chile"."""
    if at and _between(toponyms[at - 1], toponyms[at], article) in _ROW:
        before = at > 1 and _between(toponyms[at - 2], toponyms[at - 1], article) in _SEPARATORS
        if not (before and toponyms[at - 1].entry.form.region):
            return True
    if at + 2 == len(toponyms) or _between(toponyms[at + 1], toponyms[at + 2], article) not in _ROW:
        return False
    further = at + 3 < len(toponyms) and _between(toponyms[at + 2], toponyms[at + 3], article) in _SEPARATORS
    return not (further and toponyms[at + 3].entry.form.region)


def _between(one: Toponym, other: Toponym, article: AnalysedArticle) -> str | None:
    """Return what stands between two toponyms, None where they are of two paragraphs."""
    if one.paragraph != other.paragraph:
        return None
    return article.paragraphs[one.paragraph].text[one.span.end : other.span.start]


def _stops_behind(toponym: Toponym, article: AnalysedArticle) -> bool:
    text = article.paragraphs[toponym.paragraph].text
    return text[toponym.span.end : toponym.span.end + 1] in _STOPS


def _lies_in(town: Town, code: str, region: str) -> bool:
    return town.code == code and region in ("", town.region)
