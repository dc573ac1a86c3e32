"""Toponym resolution: which of the places of one name an article means, Paris in France or Paris in Texas.

In: the toponyms of an article. Out: `ResolvedToponym`s, each with its country and region. As the geoparsers CLAVIN and
CLIFF do, the sure ones are resolved first and help with the others: first the town before its state or country ("Paris,
Texas"), which settles the name for the whole article; then the largest town of the name, where a country that the
article names besides counts for more than people, and a state that it names for more still.
"""

from collections.abc import Iterable
from math import log10

from ..gazetteer.ambiguous_names import AMBIGUOUS_NAMES, AmbiguousName
from ..gazetteer.place_matcher import ABBREVIATION, TOWN, Town
from ..records import record
from ..text.analysis import AnalysedArticle
from .context import shows, word_after
from .mentioned_regions import MentionedRegions, mentioned_regions
from .qualifiers import qualified_towns, settled_names
from .toponyms import Toponym

_COUNTRY_NAMED, _REGION_NAMED = 1.5, 1.0  # in powers of ten of people
_LOCAL = 1.0  # of a region that a local article alone names
_CAPITAL, _KNOWN = 1.0, 0.6  # of the place that a lexicon gives for a name
_RIVAL = 8  # a town is a rival of a lexicon's place if it has this part of its people, or in a local article
_THOUSANDS = {"capital": 1000, "place": 300}  # of people, where towns.tsv has no town of the lexicon's name


@record
class ResolvedToponym:
    """A toponym and the place that it means."""

    toponym: Toponym
    town: Town
    qualified: bool  # the state or country stands behind it: "Paris, Texas"
    corroborated: bool  # the article names the country by another name too

    @property
    def code(self) -> str:
        """Return the country's code."""
        return self.town.code

    @property
    def moved(self) -> bool:
        """Say whether another place is meant than the name alone would mean."""
        return self.code != self.toponym.entry.form.code

    @property
    def needs_evidence(self) -> bool:
        """Say whether the name is known only as a town's here, and may be a word or a surname."""
        return self.toponym.entry.form.by == TOWN or (self.toponym.entry.form.doubtful and self.moved)

    @property
    def ambiguous(self) -> bool:
        """Say whether other countries have a place of this name."""
        return any(town.code != self.code for town in self.toponym.entry.towns)


def resolve(toponyms: list[Toponym], article: AnalysedArticle) -> list[ResolvedToponym]:
    """Lead every toponym to the place it means; one that has no likely country is left out."""
    qualified = qualified_towns(toponyms, article)
    settled = settled_names(qualified, toponyms)
    named = mentioned_regions(toponyms, qualified, settled)
    acting = _acting_states(toponyms, article)
    chosen = {name: _chosen(one, settled, named, acting) for name, one in {one.name: one for one in toponyms}.items()}
    found = []
    for at, toponym in enumerate(toponyms):
        town = qualified.get(at) or _famous_for(toponym, article) or chosen[toponym.name]
        if town:
            found.append(ResolvedToponym(toponym, town, at in qualified, named.has_country(town.code, toponym.name)))
    return found


def _famous_for(toponym: Toponym, article: AnalysedArticle) -> Town | None:
    """Return the place that a lexicon gives for a name where the world knows it for what follows: "Venice Biennale"."""
    form, following = toponym.entry.form, word_after(article.paragraphs[toponym.paragraph], toponym.last)
    known = form.by in ("capital", "place") and shows("fame", following)
    return Town(form.code, form.region, 0) if known else None


def _acting_states(toponyms: list[Toponym], article: AnalysedArticle) -> frozenset[str]:
    """Return the names shared by a country and a state that stand before what states have: "Georgia voters"."""
    return frozenset(
        toponym.name
        for toponym in toponyms
        if toponym.name in AMBIGUOUS_NAMES
        and shows("state_sign", word_after(article.paragraphs[toponym.paragraph], toponym.last))
    )


def _chosen(toponym: Toponym, settled: dict[str, Town], named: MentionedRegions, acting: frozenset[str]) -> Town | None:
    """Return the place that a name means in this article: as it is qualified, else the likeliest."""
    form = toponym.entry.form
    usual = (
        form.by in ("name", "capital")
        and form.phrase not in AMBIGUOUS_NAMES
        and named.has_country(form.code, form.phrase)
    )
    return (None if usual else settled.get(form.phrase)) or _likeliest(toponym, named, toponym.name in acting)


def _likeliest(toponym: Toponym, named: MentionedRegions, acts_as_state: bool) -> Town | None:
    """Return the place that a name means when no state or country stands behind it."""
    form = toponym.entry.form
    if form.doubtful and not named.has_country(form.code, form.phrase):
        others = (town for town in toponym.entry.towns if town.code != form.code)
        return max(others, key=lambda town: _weight(town, toponym, named), default=None)
    if ambiguous_name := AMBIGUOUS_NAMES.get(form.phrase):
        other = _other_meant(ambiguous_name, named, acts_as_state)
        return ambiguous_name.other if other else Town(form.code, form.region, 0)
    if form.by in ("name", "people", "government", ABBREVIATION) or form.region:
        return Town(form.code, form.region, 0)
    return max(_candidates(toponym, named), key=lambda town: _weight(town, toponym, named), default=None)


def _other_meant(name: AmbiguousName, named: MentionedRegions, acts_as_state: bool) -> bool:
    """Say whether an article speaks of the other place of a name: it names it, and nothing speaks for the usual one."""
    is_named = named.has_country(name.other.code) or (acts_as_state and bool(name.other.region))
    return is_named and not any(map(named.has_country, (name.usual, *name.supporters)))


def _candidates(toponym: Toponym, named: MentionedRegions) -> Iterable[Town]:
    """Return the towns that a name may mean: all, or those that are not too small beside the lexicon's place."""
    form, towns = toponym.entry.form, toponym.entry.towns
    if not form.code:
        return towns
    known = next((town for town in towns if town.code == form.code), Town(form.code, form.region, _THOUSANDS[form.by]))
    rivals = (
        town
        for town in towns
        if town.thousands * _RIVAL >= known.thousands or named.is_local_to(town.code, town.region, form.phrase)
    )
    return (known, *rivals)


def _weight(town: Town, toponym: Toponym, named: MentionedRegions) -> float:
    form = toponym.entry.form
    weight = log10(town.thousands + 1)
    weight += _COUNTRY_NAMED * named.has_country(town.code, toponym.name)
    weight += _REGION_NAMED * named.has_region(town.code, town.region, toponym.name)
    weight += _LOCAL * named.is_local_to(town.code, town.region, toponym.name)
    if town.code == form.code:
        weight += _CAPITAL if form.by == "capital" else _KNOWN
    return weight
