"""The archive's countries by the names and ISO 3166-1 codes that readers, editors or the extractor give."""

from collections.abc import Iterable
from functools import cache

from articles.extraction.gazetteer.country_forms import country_names, country_phrases
from articles.models import Country
from articles.models.bulk_rows import select_rows
from articles.names.normalise import normalise


def countries_for(codes: Iterable[str]) -> dict[str, Country]:
    """Return the archive's rows for ISO 3166-1 alpha-2 codes, made at their first mention. Raises KeyError."""
    wanted = set(codes)
    rows = select_rows(Country, ("code", "name"), "code", wanted)
    countries = {code: Country(code=code, name=name) for code, name in rows}
    for code in wanted - countries.keys():
        countries[code] = Country.objects.get_or_create(code=code, defaults={"name": country_names()[code]})[0]
    return countries


def country_named(name: str) -> Country:
    """Return the country of that name or ISO 3166-1 alpha-2 code. Raises ValueError with a sentence."""
    wanted = normalise(name)
    code = wanted.upper() if wanted.upper() in country_names() else country_codes().get(wanted)
    if code is None:
        raise ValueError(f"“{name}” is not a country of ISO 3166-1")
    return countries_for([code])[code]


@cache
def country_codes() -> dict[str, str]:
    """Return the ISO 3166-1 alpha-2 code for every normalised name of a country that extraction knows."""
    names = {
        normalise(" ".join((first, *place.rest))): place.code
        for first, places in country_phrases().items()
        for place in places
        if place.by == "name" and place.code
    }
    return {normalise(name): code for code, name in country_names().items()} | names
