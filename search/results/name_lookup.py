"""What of the archive a typed name leads to besides people and publishers: countries, and whatever else is quoted.

A name leads to everything that is called by all of its words (articles/names/match.py), as it leads to people
and publishers (articles/identity/). However many names are looked up at once, it takes three queries that say whether
organisations and documents must be read anew, which only a change in the journal makes necessary.
"""

from collections import defaultdict
from collections.abc import Collection
from functools import lru_cache, reduce
from operator import or_

from articles.extraction.gazetteer.country_forms import country_names
from articles.identity.countries import country_codes
from articles.identity.lookup import NamesByKey
from articles.journal import latest
from articles.models import Speaker
from articles.names.match import NameWords, known_words, name_words, words_fit
from articles.names.normalise import normalise
from search.indexing.journal_fingerprint import fingerprint_at

OTHER_KINDS = (Speaker.Kind.ORGANISATION, Speaker.Kind.DOCUMENT)


def other_speakers_by_name(names: Collection[str]) -> dict[str, NamesByKey]:
    """Return for each name the organisations and documents with all its words in theirs that are quoted.

    Their keys are their names in normal form; they have no ids.
    """
    if not any(map(name_words, names)):
        return {}
    others = _other_speakers(fingerprint_at(latest()))
    return {name: _with_all_words(name_words(name), others) for name in names}


def countries_by_code_or_name(name: str) -> NamesByKey:
    """Return the country with this ISO code, in capitals or not, or else the countries with this name."""
    code = normalise(name).upper()
    return {code: country_names()[code]} if code in country_names() else countries_by_name(name)


def countries_by_name(name: str) -> NamesByKey:
    """Return by ISO code the country with this name among its names, or else those with all its words in theirs."""
    names = country_names()
    if code := country_codes().get(normalise(name)):
        return {code: names[code]}
    words = name_words(name)
    return {code: called for code, called in names.items() if words_fit(words, known_words(called))}


def _with_all_words(asked: list[NameWords], others: dict[str, dict[str, str]]) -> NamesByKey:
    """Return the names that have all these words; `others` has the names of each word."""
    found: dict[str, str] = {}
    for words in asked:
        having = [reduce(or_, (others.get(one, {}) for one in word)) for word in words]
        found |= {folded: having[0][folded] for folded in set.intersection(*map(set, having))}
    return dict(sorted(found.items()))


@lru_cache(maxsize=1)
def _other_speakers(journal_fingerprint: str) -> dict[str, dict[str, str]]:
    """Return for each word the names that have it, in normal form and as shown; read once until the journal grows."""
    by_word: dict[str, dict[str, str]] = defaultdict(dict)
    names = Speaker.objects.filter(kind__in=OTHER_KINDS).order_by("name").values_list("name", flat=True).distinct()
    for name in names:
        for word in known_words(name):
            by_word[word].setdefault(normalise(name), name)
    return dict(by_word)
