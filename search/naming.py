"""Names that readers type in fields → the ids of the archive they lead to, before an engine sees the query."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from articles.extraction.countries import gazetteer
from articles.models import Country, Publisher, Speaker
from articles.models.person import fold
from articles.queries import people_called
from search.language.analysis import words
from search.language.tree import And, Field, Having, Named, Not, Or, Query, Within

CALLED = {"about": "person or country"}  # what a field's name stands for, where it is no noun
OTHERS = (Speaker.Kind.ORGANISATION, Speaker.Kind.DOCUMENT)
Ids = frozenset[int | str]


@dataclass
class Naming:
    """Looks up the names of one query, each once; `problems` has a sentence for each that leads nowhere."""

    problems: list[str] = field(default_factory=list)
    known: dict[tuple[Field, str], Ids] = field(default_factory=dict)

    def resolve(self, query: Query) -> Query:
        """Return the query with ids in place of names."""
        match query:
            case Named("author" | "section" as where, text):
                return _having_each(where, words(text), text)
            case Named(where, text):
                return Having(where, self._ids(where, text), text)
            case And(parts) | Or(parts):
                return replace(query, parts=tuple(self.resolve(part) for part in parts))
            case Not(part):
                return Not(self.resolve(part))
            case Within(place, part) if part is not None:
                return Within(place, self.resolve(part))
            case _:
                return query

    def _ids(self, where: Field, text: str) -> Ids:
        key = (where, fold(text))
        if key not in self.known:
            self.known[key] = self._look_up(*key)
            if not self.known[key]:
                self.problems.append(f"The archive knows no {CALLED.get(where, where)} called “{text}”.")
        return self.known[key]

    def _look_up(self, where: Field, name: str) -> Ids:
        if where == "speaker":
            return people_or_countries_called(name) | _having_words(name, self._others)
        return LOOK_UPS[where](name)

    @cached_property
    def _others(self) -> list[tuple[str, str]]:
        """The organisations and documents that are quoted, by folded name: read once, however many names are typed."""
        names = Speaker.objects.filter(kind__in=OTHERS).order_by().values_list("name", flat=True).distinct()
        return [(fold(name), name) for name in names]


def _having_each(where: Field, parts: list[str], text: str) -> Query:
    """Ask for every word of a byline or a section's name; the engine keeps them as words, so nothing is looked up."""
    each = tuple(Having(where, frozenset([word]), text) for word in dict.fromkeys(parts))
    return each[0] if len(each) == 1 else And(each)


def people_or_countries_called(name: str) -> Ids:
    """Return the people and countries with this folded name.

    Two letters are the code of a country only where they are nobody's name: Li is not Liechtenstein.
    """
    people = people_named(name)
    countries = countries_named(name) if people else countries_called(name)
    return people | countries


def people_named(name: str) -> Ids:
    """Return the people who have a spelling with all words of a name in it."""
    return frozenset(people_called(name).values_list("pk", flat=True))


def countries_called(name: str) -> Ids:
    """Return the country with this code, or those with this name."""
    if name.upper() in gazetteer.country_names():
        return frozenset([name.upper()])
    return countries_named(name)


def countries_named(name: str) -> Ids:
    """Return the country with this folded name among its names, or else those with all its words in theirs."""
    if name in country_codes():
        return frozenset([country_codes()[name]])
    return _having_words(name, Country.objects.values_list("code", "name"))


@cache
def country_codes() -> dict[str, str]:
    """The countries by every name that extraction knows them by, folded."""
    names = {
        fold(" ".join((first, *place.rest))): place.code
        for first, places in gazetteer.phrases().items()
        for place in places
        if place.by == "name" and place.code
    }
    return {fold(name): code for code, name in gazetteer.country_names().items()} | names


def publishers_called(name: str) -> Ids:
    """Return the publishers with all words of a folded name in theirs."""
    return _having_words(name, Publisher.objects.values_list("pk", "name"))


def _having_words(name: str, called: Iterable[tuple[int | str, str]]) -> Ids:
    """Return what is called by all words of a folded name, whatever else it is called."""
    words = set(name.split())
    return frozenset(one for one, its_name in called if words <= set(fold(its_name).split())) if words else frozenset()


LOOK_UPS = {
    "about": people_or_countries_called,
    "person": people_named,
    "country": countries_called,
    "publisher": publishers_called,
}
