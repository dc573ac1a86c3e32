"""Names that readers type in fields → the ids of the archive they lead to, before an engine sees the query."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from articles.identity.lookup import NamesByKey, people_named
from articles.identity.publishers_and_sections import publishers_and_sections_by_name
from articles.identity.speakers import other_speakers_by_name
from search.language.analysis import ANY, Lattice, unit_lattices
from search.language.ast import And, Field, Having, Or, Query, UnresolvedName, transform, walk
from search.language.describe import ResolvedName
from search.results.name_lookup import countries_by_code_or_name, countries_by_name

FIELD_WORDS = {"about": "person or country"}  # what a field's name stands for, where it is no noun
WORD_FIELDS = ("author",)  # engines keep these as words, so nothing is looked up
MAX_NAMES = 3  # that the explanation gives of all that one name led to
Key = tuple[Field, str]


@dataclass(frozen=True, slots=True)
class Resolution:
    """A query with ids in place of names, whom each name led to, and a sentence for each that led nowhere."""

    query: Query
    names: tuple[ResolvedName, ...]
    warnings: tuple[str, ...]


class NameLookup:
    """Looks names up for one request: its own, and those of other requests that are made of it, each name once.

    `people_spelled` has for parts of a query's words the people of whom they are a whole spelling, by number.
    """

    def __init__(self) -> None:
        self._found: dict[Key, NamesByKey] = {}
        self.people_spelled: dict[str, dict[int, str]] = {}

    def look_up(self, queries: Iterable[Query], spellings: Collection[str] = ()) -> None:
        """Look up all names of some queries, and whose whole spellings others are.

        At most three database queries, none where all is known: for people, for publishers and sections, and for
        organisations and documents.
        """
        keys = [key for key in dict.fromkeys(chain.from_iterable(map(_names, queries))) if key not in self._found]
        people, spelled = people_named(_of(keys, "speaker", "about", "person"), spellings)
        self.people_spelled |= spelled
        publishers, sections = publishers_and_sections_by_name(_of(keys, "publisher"), _of(keys, "section"))
        found = {"publisher": publishers, "section": sections, "person": people}
        others = other_speakers_by_name(_of(keys, "speaker"))
        for where, text in keys:
            known = self._look_up(where, text, found.get(where, people))
            self._found[where, text] = known | others[text] if where == "speaker" else known

    def of(self, where: Field, text: str) -> NamesByKey:
        """Return whom a name in a field led to; it was looked up before."""
        return self._found[where, text]

    def resolve(self, query: Query) -> Resolution:
        """Put what was found of the names of a query in their place; they were looked up before."""
        keys = list(dict.fromkeys(_names(query)))
        return Resolution(
            transform(query, self._resolved),
            tuple(_resolved_name(key, self._found[key]) for key in keys),
            tuple(dict.fromkeys(_unknown(*key) for key in keys if not self._found[key])),
        )

    def _look_up(self, where: Field, text: str, found: dict[str, NamesByKey]) -> NamesByKey:
        match where:
            case "country":
                return countries_by_code_or_name(text)
            case "about" | "speaker":
                return _people_or_countries(found[text], text)
            case _:
                return found[text]

    def _resolved(self, node: Query) -> Query:
        match node:
            case UnresolvedName(where, text) if where in WORD_FIELDS:
                return _having_each(where, unit_lattices(text), text)
            case UnresolvedName(where, text):
                return Having(where, frozenset(self._found[where, text]), text)
            case _:
                return node


def _unknown(where: Field, text: str) -> str:
    return f"The archive knows no {FIELD_WORDS.get(where, where)} called “{text}”."


def _names(query: Query) -> Iterator[Key]:
    for node in walk(query):
        if isinstance(node, UnresolvedName) and node.field not in WORD_FIELDS:
            yield node.field, node.text


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


def _having_each(where: Field, spelled: list[Lattice], text: str) -> Query:
    """Ask for every word of a byline, as one or by its parts."""
    each = tuple(dict.fromkeys(_having_one(where, one, text) for one in spelled))
    return each[0] if len(each) == 1 else And(each)


def _having_one(where: Field, spelled: Lattice, text: str) -> Query:
    whole = frozenset(edge.word for edge in spelled.edges if (edge.first, edge.last) == (0, spelled.size))
    steps = [
        frozenset(
            edge.word for edge in spelled.edges if (edge.first, edge.last) == (step, step + 1) and edge.match != ANY
        )
        for step in range(spelled.size)
    ]
    parts = tuple(dict.fromkeys(Having(where, words, text) for words in steps if words))
    by_parts = parts[0] if len(parts) == 1 else And(parts)
    return Or((by_parts, Having(where, whole, text))) if whole and len(parts) > 1 else by_parts
