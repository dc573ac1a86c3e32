"""The countries that a typed name leads to: by its ISO code, by one of their names, or by all its words in theirs."""

from articles.extraction.gazetteer.country_forms import country_names
from articles.identity.countries import country_codes
from articles.identity.lookup import NamesByKey
from articles.names.match import known_words, name_words, words_fit
from articles.names.normalise import normalise


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
