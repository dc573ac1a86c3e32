"""What of the archive a typed name leads to besides people and publishers: countries, and whatever else is quoted.

A name leads to everything that is called by all of its words (articles/names/match.py), as it leads to people
and publishers (articles/identity/). Countries are looked up without a query. Of organisations and documents all names
are in memory, and one query says whether they must be read anew, which only a change in the journal makes necessary.
"""

from collections import defaultdict
from functools import lru_cache, reduce
from operator import or_

from articles.extraction.gazetteer.country_forms import country_names
from articles.identity.countries import country_codes
from articles.identity.lookup import NamesByKey
from articles.models import Speaker
from articles.names.match import known_words, name_words, words_fit
from articles.names.normalise import normalise
from search.indexing.journal_fingerprint import fingerprint_at

OtherSpeakers = dict[str, dict[str, str]]  # by each word the names that have it, in normal form and as shown
OTHER_KINDS = (Speaker.Kind.ORGANISATION, Speaker.Kind.DOCUMENT)


def other_speakers() -> OtherSpeakers:
    """Return the names of all organisations and documents that are quoted; two queries where the journal has grown."""
    return _other_speakers(fingerprint_at())


def others_called(name: str, others: OtherSpeakers) -> NamesByKey:
    """Return those that have all words of a name. Their keys are their names in normal form; they have no ids."""
    found: dict[str, str] = {}
    for words in name_words(name):
        having = [reduce(or_, (others.get(one, {}) for one in word)) for word in words]
        found |= {folded: having[0][folded] for folded in set.intersection(*map(set, having))}
    return dict(sorted(found.items()))


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


@lru_cache(maxsize=1)
def _other_speakers(journal_fingerprint: str) -> OtherSpeakers:
    """Read them once until the journal grows."""
    by_word: dict[str, dict[str, str]] = defaultdict(dict)
    names = Speaker.objects.filter(kind__in=OTHER_KINDS).order_by("name").values_list("name", flat=True).distinct()
    for name in names:
        for word in known_words(name):
            by_word[word].setdefault(normalise(name), name)
    return dict(by_word)
