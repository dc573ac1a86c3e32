"""Names that readers type in fields → the ids of the archive they lead to, before an engine sees the query."""

from dataclasses import dataclass, field, replace
from functools import cache

from articles.extraction import gazetteer
from articles.models import Alias, Country, Publisher
from articles.models.person import fold
from search.language.tree import And, Field, Having, Named, Not, Or, Query, Within

MOST_LOOKED_AT = 5_000
NOUNS: dict[Field, str] = {"speaker": "person", "person": "person", "country": "country", "publisher": "publisher"}
Ids = frozenset[int | str]


@dataclass
class Naming:
    """Looks up the names of one query, each once; `problems` has a sentence for each that leads nowhere."""

    problems: list[str] = field(default_factory=list)
    known: dict[tuple[str, str], Ids] = field(default_factory=dict)

    def resolve(self, query: Query) -> Query:
        """Return the query with ids in place of names."""
        match query:
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
        key = (NOUNS[where], fold(text))
        if key not in self.known:
            self.known[key] = LOOK_UPS[where](key[1])
            if not self.known[key]:
                self.problems.append(f"The archive knows no {NOUNS[where]} called “{text}”.")
        return self.known[key]


def people_called(name: str) -> Ids:
    """Return the people who have a spelling with all words of a folded name in it."""
    words = name.split()
    spellings = Alias.objects.all() if words else Alias.objects.none()
    for word in words:
        spellings = spellings.filter(folded__contains=word)
    pairs = spellings.values_list("person", "folded")[:MOST_LOOKED_AT]
    return frozenset(person for person, folded in pairs if set(words) <= set(folded.split()))


def countries_called(name: str) -> Ids:
    """Return the country with this code or one of these names, or else those with the words in their names."""
    if name.upper() in gazetteer.country_names():
        return frozenset([name.upper()])
    if name in _country_codes():
        return frozenset([_country_codes()[name]])
    words = set(name.split())
    countries = Country.objects.values_list("code", "name") if words else ()
    return frozenset(code for code, called in countries if words <= set(fold(called).split()))


@cache
def _country_codes() -> dict[str, str]:
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
    words = set(name.split())
    publishers = Publisher.objects.values_list("pk", "name") if words else ()
    return frozenset(pk for pk, called in publishers if words <= set(fold(called).split()))


LOOK_UPS = {
    "speaker": people_called,
    "person": people_called,
    "country": countries_called,
    "publisher": publishers_called,
}
