"""Names that readers type in fields → the ids of the archive they lead to, before an engine sees the query."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from articles.identity.lookup import NamesByKey, people_by_name
from search.language.analysis import words
from search.language.ast import And, Field, Having, Query, UnresolvedName, transform, walk
from search.language.describe import ResolvedName
from search.results.name_lookup import (
    countries_called,
    countries_named,
    others_called,
    publishers_called,
)

CALLED = {"about": "person or country"}  # what a field's name stands for, where it is no noun
AS_WORDS = ("author", "section")  # engines keep these as words, so nothing is looked up
NAMES_TOLD = 3
Key = tuple[Field, str]


@dataclass
class Naming:
    """Looks up the names of one query, all at once.

    `problems` has a sentence for each that leads nowhere; `meanings` tells whom each name led to.
    """

    problems: list[str] = field(default_factory=list)
    meanings: tuple[ResolvedName, ...] = ()
    called: dict[Key, NamesByKey] = field(default_factory=dict)

    def resolve(self, query: Query) -> Query:
        """Return the query with ids in place of names."""
        keys = list(dict.fromkeys(_names(query)))
        self.called = _look_up(keys)
        self.meanings = tuple(_meaning(key, self.called[key]) for key in keys)
        self.problems.extend(dict.fromkeys(_unknown(*key) for key, called in self.called.items() if not called))
        return transform(query, self._resolved)

    def _resolved(self, query: Query) -> Query:
        match query:
            case UnresolvedName(where, text) if where in AS_WORDS:
                return _having_each(where, words(text), text)
            case UnresolvedName(where, text):
                return Having(where, frozenset(self.called[where, text]), text)
            case _:
                return query


def _unknown(where: Field, text: str) -> str:
    return f"The archive knows no {CALLED.get(where, where)} called “{text}”."


def _names(query: Query) -> Iterator[Key]:
    for node in walk(query):
        if isinstance(node, UnresolvedName) and node.field not in AS_WORDS:
            yield node.field, node.text


def _look_up(keys: list[Key]) -> dict[Key, NamesByKey]:
    people = people_by_name(_of(keys, "speaker", "about", "person"))
    publishers = publishers_called(_of(keys, "publisher"))
    others = others_called(_of(keys, "speaker"))
    found: dict[Key, NamesByKey] = {}
    for where, text in keys:
        match where:
            case "publisher":
                found[where, text] = publishers[text]
            case "country":
                found[where, text] = countries_called(text)
            case "person":
                found[where, text] = people[text]
            case _:
                found[where, text] = _people_or_countries(people[text], text)
        if where == "speaker":
            found[where, text] |= others.get(text, {})
    return found


def _of(keys: list[Key], *fields: Field) -> list[str]:
    return list(dict.fromkeys(text for where, text in keys if where in fields))


def _people_or_countries(people: NamesByKey, name: str) -> NamesByKey:
    """Add the countries of a name.

    Two letters are the code of a country only where they are nobody's name: Li is not Liechtenstein.
    """
    return people | (countries_named(name) if people else countries_called(name))


def _meaning(key: Key, called: NamesByKey) -> ResolvedName:
    names = tuple(dict.fromkeys(called.values()))[:NAMES_TOLD]
    return ResolvedName(*key, names, len(called) - len(names))


def _having_each(where: Field, parts: list[str], text: str) -> Query:
    """Ask for every word of a byline or a section's name."""
    each = tuple(Having(where, frozenset([word]), text) for word in dict.fromkeys(parts))
    return each[0] if len(each) == 1 else And(each)
