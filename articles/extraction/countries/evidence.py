"""Why a place is believed to name a country, and how sure that is.

In: a placed sighting and by what it names its country. Out: a confidence between 0 and 1, and sentences for an editor.
The confidences are the shares that were right on the development sets of place names (GeoWebNews, TR-News, LGL), by the
signs that matter most: whether the article names the country by another name too, whether the state stands behind the
town, and whether other countries have a place so called. `tests/benchmarks/measure_extraction.py` prints them anew.
Seats of government are annotated as places in none of the sets; theirs is an estimate.
"""

from ..gazetteer.atlas import TOWN
from .namesakes import Placed

_KINDS = {
    "name": "is a name of the country",
    "people": "is its people",
    "capital": "is its capital and stands for the government here",
    "government": "stands for its government",
    "place": "is a place in it",
}
_BACKED = {"name": 0.97, "people": 0.91, "capital": 0.95, "government": 0.8, "place": 0.94}
_ALONE = {"name": 0.85, "people": 0.75, "capital": 0.6, "government": 0.7, "place": 0.7}
_BOUND, _REGION, _TOWN_ALONE, _MOVED, _RIVALLED_ALONE = 0.98, 0.97, 0.9, 0.65, 0.5


def confidence_of(one: Placed, by: str) -> float:
    """Return how sure it is that the country is meant."""
    form = one.sighting.entry.form
    if one.bound:
        return _BOUND
    if form.region and not one.moved:
        return _REGION if one.backed or not one.rivalled else _BACKED["government"]
    if one.moved and form.by in ("place", "people"):
        return _MOVED
    if one.backed:
        return _BACKED[by]
    if form.by == TOWN:
        return _TOWN_ALONE
    return _RIVALLED_ALONE if by == "place" and one.rivalled else _ALONE[by]


def evidence_of(one: Placed, by: str, words: str) -> tuple[str, ...]:
    """Return the sentences that say why, of the article's words."""
    sentences = [f"“{words}” {_KINDS[by]}."]
    if one.bound:
        sentences.append("The state or country stands behind it.")
    elif one.backed:
        sentences.append("The article names the country by another name too.")
    elif one.rivalled and by in ("place", "capital"):
        sentences.append("Other countries have a place of this name, and the article names none of them.")
    return tuple(sentences)
