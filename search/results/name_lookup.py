"""What of the archive a typed name leads to besides people: countries, publishers, and whatever else is quoted.

A name leads to everything that is called by all of its words (articles/names/match.py), as it leads to people
(articles/identity/lookup.py). However many names are looked up at once, it takes one query for the publishers, and
three that say whether organisations and documents must be read anew, since nothing but a change in the journal changes
those.
"""

from collections import defaultdict
from collections.abc import Collection
from functools import lru_cache, reduce
from operator import or_

from articles.extraction.gazetteer.country_forms import country_names
from articles.identity.lookup import NamesByKey, country_codes
from articles.journal import latest
from articles.models import Publisher, Speaker
from articles.names.match import name_words, words_fit
from articles.names.normalise import normalise
from articles.names.umlauts import spellings
from search.indexing.journal_fingerprint import fingerprint_at

OTHERS = (Speaker.Kind.ORGANISATION, Speaker.Kind.DOCUMENT)


def publishers_called(names: Collection[str]) -> dict[str, NamesByKey]:
    """Return the publishers of each name."""
    if not names:
        return {}
    publishers = [(one, set(normalise(one[1]).split())) for one in Publisher.objects.values_list("pk", "name")]
    return {name: dict(one for one, its in publishers if words_fit(name_words(name), its)) for name in names}


def others_called(names: Collection[str]) -> dict[str, NamesByKey]:
    """Return the organisations and documents of each name that are quoted, by their folded names."""
    if not any(map(name_words, names)):
        return {}
    others = _others(fingerprint_at(latest()))
    return {name: _having_all(name_words(name), others) for name in names}


def countries_called(name: str) -> NamesByKey:
    """Return the country with this code, or those with this name."""
    code = normalise(name).upper()
    return {code: country_names()[code]} if code in country_names() else countries_named(name)


def countries_named(name: str) -> NamesByKey:
    """Return the country with this folded name among its names, or else those with all its words in theirs."""
    names = country_names()
    if code := country_codes().get(normalise(name)):
        return {code: names[code]}
    words = name_words(name)
    return {code: called for code, called in names.items() if words_fit(words, set(normalise(called).split()))}


def _having_all(words: list[str], others: dict[str, dict[str, str]]) -> NamesByKey:
    """Return the names that have all these words, found by each word's names instead of among all there are."""
    having = [reduce(or_, (others.get(one, {}) for one in spellings(word))) for word in words]
    common = set.intersection(*map(set, having)) if having else set()
    return {folded: having[0][folded] for folded in sorted(common)}


@lru_cache(maxsize=1)
def _others(journal_fingerprint: str) -> dict[str, dict[str, str]]:
    """Return, for each word, the names that have it: folded, and as they are shown. Read once for a journal's state."""
    having: dict[str, dict[str, str]] = defaultdict(dict)
    names = Speaker.objects.filter(kind__in=OTHERS).order_by("name").values_list("name", flat=True).distinct()
    for name in names:
        folded = normalise(name)
        for word in folded.split():
            having[word].setdefault(folded, name)
    return dict(having)
