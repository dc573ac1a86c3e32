"""How sure it is that a phrase names a country, and why, in sentences for an editor.

In: a resolved toponym and by what it names its country. Out: a confidence between 0 and 1, and sentences for an editor.
The confidences are the shares that were right on the development sets of place names (GeoWebNews, TR-News, LGL), by the
signs that matter most: whether the article names the country by another name too, whether the state stands behind the
town, and whether other countries have a place so called. `tests/benchmarks/measure_extraction.py` prints them anew.
Seats of government are annotated as places in none of the sets; theirs is an estimate.
"""

from ..gazetteer.place_matcher import TOWN
from .resolution import ResolvedToponym

_KINDS = {
    "name": "is a name of the country",
    "people": "is its people",
    "capital": "is its capital and stands for the government here",
    "government": "stands for its government",
    "place": "is a place in it",
}
_CORROBORATED = {"name": 0.97, "people": 0.91, "capital": 0.95, "government": 0.8, "place": 0.94}
_ALONE = {"name": 0.85, "people": 0.75, "capital": 0.6, "government": 0.7, "place": 0.7}
_QUALIFIED, _REGION, _TOWN_ALONE, _MOVED, _AMBIGUOUS_ALONE = 0.98, 0.97, 0.9, 0.65, 0.5


def confidence_of(one: ResolvedToponym, by: str) -> float:
    """Return how sure it is, between 0 and 1, that a toponym means its country; `by` is by what it names it."""
    form = one.toponym.entry.form
    if one.qualified:
        return _QUALIFIED
    if form.region and not one.moved:
        return _REGION if one.corroborated or not one.ambiguous else _CORROBORATED["government"]
    if one.moved and form.by in ("place", "people"):
        return _MOVED
    if one.corroborated:
        return _CORROBORATED[by]
    if form.by == TOWN:
        return _TOWN_ALONE
    return _AMBIGUOUS_ALONE if by == "place" and one.ambiguous else _ALONE[by]


def evidence_of(one: ResolvedToponym, by: str, words: str) -> tuple[str, ...]:
    """Return the sentences that say why these words of the article name the country."""
    sentences = [f"“{words}” {_KINDS[by]}."]
    if one.qualified:
        sentences.append("The state or country stands behind it.")
    elif one.corroborated:
        sentences.append("The article names the country by another name too.")
    elif one.ambiguous and by in ("place", "capital"):
        sentences.append("Other countries have a place of this name, and the article names none of them.")
    return tuple(sentences)
