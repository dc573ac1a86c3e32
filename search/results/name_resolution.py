"""Names that readers type in fields → the ids of the archive they lead to, before an engine sees the query."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from articles.identity.lookup import NamesByKey, people_by_name
from articles.identity.publishers import publishers_by_name
from articles.identity.sections import sections_by_name
from search.language.analysis import words
from search.language.ast import And, Field, Having, Query, UnresolvedName, transform, walk
from search.language.describe import ResolvedName
from search.results.name_lookup import (
    countries_by_code_or_name,
    countries_by_name,
    other_speakers_by_name,
)

FIELD_WORDS = {"about": "person or country"}  # what a field's name stands for, where it is no noun
WORD_FIELDS = ("author",)  # engines keep these as words, so nothing is looked up
MAX_NAMES = 3  # that the explanation gives of all that one name led to
Key = tuple[Field, str]
FoundNames = Mapping[Key, NamesByKey]  # by a field and a name typed in it: whom it led to, or nobody


@dataclass(frozen=True, slots=True)
class Resolution:
    """A query with ids in place of names, whom each name led to, and a sentence for each that led nowhere."""

    query: Query
    names: tuple[ResolvedName, ...]
    warnings: tuple[str, ...]


def look_up_names(queries: Iterable[Query], known: FoundNames) -> FoundNames:
    """Look up all names of some queries at once, but for those that are known, and return both.

    At most seven database queries, none where all is known.
    """
    keys = [key for key in dict.fromkeys(key for query in queries for key in _names(query)) if key not in known]
    return {**known, **_look_up(keys)} if keys else known


def resolve_names(query: Query, found: FoundNames) -> Resolution:
    """Put what was found of the names of a query in their place; all of them were looked up before."""
    keys = list(dict.fromkeys(_names(query)))
    return Resolution(
        transform(query, lambda node: _resolved(node, found)),
        tuple(_resolved_name(key, found[key]) for key in keys),
        tuple(dict.fromkeys(_unknown(*key) for key in keys if not found[key])),
    )


def _resolved(node: Query, found: FoundNames) -> Query:
    match node:
        case UnresolvedName(where, text) if where in WORD_FIELDS:
            return _having_each(where, words(text), text)
        case UnresolvedName(where, text):
            return Having(where, frozenset(found[where, text]), text)
        case _:
            return node


def _unknown(where: Field, text: str) -> str:
    return f"The archive knows no {FIELD_WORDS.get(where, where)} called “{text}”."


def _names(query: Query) -> Iterator[Key]:
    for node in walk(query):
        if isinstance(node, UnresolvedName) and node.field not in WORD_FIELDS:
            yield node.field, node.text


def _look_up(keys: list[Key]) -> dict[Key, NamesByKey]:
    people = people_by_name(_of(keys, "speaker", "about", "person"))
    publishers = publishers_by_name(_of(keys, "publisher"))
    sections = sections_by_name(_of(keys, "section"))
    others = other_speakers_by_name(_of(keys, "speaker"))
    found: dict[Key, NamesByKey] = {}
    for where, text in keys:
        match where:
            case "publisher":
                found[where, text] = publishers[text]
            case "section":
                found[where, text] = sections[text]
            case "country":
                found[where, text] = countries_by_code_or_name(text)
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
    return people | (countries_by_name(name) if people else countries_by_code_or_name(name))


def _resolved_name(key: Key, found: NamesByKey) -> ResolvedName:
    names = tuple(dict.fromkeys(found.values()))[:MAX_NAMES]
    return ResolvedName(*key, names, len(found) - len(names))


def _having_each(where: Field, parts: list[str], text: str) -> Query:
    """Ask for every word of a byline."""
    each = tuple(Having(where, frozenset([word]), text) for word in dict.fromkeys(parts))
    return each[0] if len(each) == 1 else And(each)
