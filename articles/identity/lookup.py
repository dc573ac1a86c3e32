"""The archive's people and countries, by the names and codes that an editor or the extractor gives."""

from collections.abc import Iterable

from articles.extraction.gazetteer.country_forms import country_names
from articles.models import Country, Person
from articles.models.person import fold


def person_named(name: str, article: int) -> Person:
    """Return the person of this name whom the article names, else the archive's, else a new one."""
    folded = fold(name)
    named = Person.objects.filter(aliases__folded=folded).distinct()
    here = named.filter(mentions__paragraph__article_id=article).first()
    return here or _person_of_the_archive(name, folded)


def _person_of_the_archive(name: str, folded: str) -> Person:
    """The archive's person of that full name, made with the alias that name filters go by where there is none."""
    person, _ = Person.objects.get_or_create(identity=Person.identity_of(name), defaults={"name": name[:200]})
    person.aliases.get_or_create(name=name[:200], defaults={"folded": folded[:200]})
    return person.shown


def countries_for(codes: Iterable[str]) -> dict[str, Country]:
    """Return the archive's rows for ISO 3166-1 alpha-2 codes, made at their first mention. Raises KeyError."""
    wanted = set(codes)
    countries = Country.objects.in_bulk(wanted)
    for code in wanted - countries.keys():
        countries[code] = Country.objects.get_or_create(code=code, defaults={"name": country_names()[code]})[0]
    return countries


def country_named(name: str) -> Country:
    """Return the country of that name or ISO 3166-1 alpha-2 code. Raises ValueError with a sentence."""
    wanted = fold(name)
    code = next((code for code, known in country_names().items() if wanted in (fold(known), code.lower())), None)
    if code is None:
        raise ValueError(f"“{name}” is not a country of ISO 3166-1")
    return countries_for([code])[code]
