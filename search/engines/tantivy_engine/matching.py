"""Query tree → tantivy query. Scores are BM25 where a part is text; a filter or a negation matches without a score.

What stands in another document (the title of the article, a quotation of the paragraph, a phrase in one paragraph of
the article) is looked up first, and joined by the ids that were found.
"""

from collections.abc import Callable
from functools import partial
from typing import assert_never

from tantivy import Query as Tantivy

from search.engines.numbers import PARTS, PLACE_PARTS, country_number, day_number
from search.engines.port import Unit
from search.engines.tantivy_engine import queries as q
from search.engines.tantivy_engine.fields import STEMS, WORDS, often, written
from search.engines.tantivy_engine.nearness import near
from search.engines.tantivy_engine.reader import Reader
from search.language.analysis import forms, words
from search.language.tree import (
    And,
    AtLeast,
    Field,
    Fuzzy,
    Having,
    Named,
    Near,
    Not,
    Or,
    Phrase,
    Place,
    Prefix,
    Published,
    Query,
    Within,
    Word,
)

NUMBERED = {"person": "people", "publisher": "publisher"}
CODED = {"country": "countries"}
NAMED = {"author": "authors", "section": "section"}


class Matching:
    """Turns queries into what matches documents of one unit; that they are of the unit is for the caller to ask."""

    def __init__(self, reader: Reader, unit: Unit) -> None:
        self.reader = reader
        self.unit = unit

    def among_all(self, query: Query | None) -> Tantivy:
        """Return what matches the documents of the unit that the query, or nothing, lets through."""
        unit = q.of_unit(self.unit)
        return unit if query is None else q.all_of([unit, self.query(query)])

    def query(self, query: Query) -> Tantivy:
        """Return what matches a query."""
        match query:
            case Word(text):
                return self._stem(text)
            case Prefix(text):
                return q.prefix(WORDS[self.unit], written(forms(text)[0]))
            case Fuzzy(text):
                return q.fuzzy(WORDS[self.unit], written(forms(text)[0]))
            case AtLeast(text, times):
                return self._at_least(text, times)
            case Phrase(text):
                return self._together(query, text, self._phrase)
            case Near(text, distance):
                return self._together(query, text, partial(self._near, distance))
            case And(parts):
                return q.all_of([self.query(part) for part in parts])
            case Or(parts):
                return q.any_of([self.query(part) for part in parts])
            case Not(part):
                return q.none_of([self.query(part)])
            case Within(place, part):
                return self._within(place, part)
            case Having(field, values, _):
                return having(field, values)
            case Published(after, before, _):
                return q.between("day", after and day_number(after), before and day_number(before))
            case Named():
                raise ValueError("Names must be looked up before an engine is asked.")
        assert_never(query)

    def _stem(self, text: str) -> Tantivy:
        return q.term(STEMS[self.unit], written(forms(text)[1]))

    def _at_least(self, text: str, times: int) -> Tantivy:
        if times < 2:
            return self._stem(text)
        repeated = q.prefix("counts", often(written(forms(text)[1]), times))
        return q.scored(repeated, [self._stem(text)])

    def _together(self, query: Query, text: str, match: Callable[[list[str]], Tantivy]) -> Tantivy:
        """Match words that stand together: a single one anywhere, more of them in one paragraph or quotation."""
        found = [written(word) for word in words(text)]
        if len(found) < 2:
            return q.term(WORDS[self.unit], found[0]) if found else q.nothing()
        if self.unit != "articles":
            return match(found)
        paragraphs = self._joined("article", "paragraphs", query)
        return q.scored(paragraphs, [q.term(WORDS["articles"], word) for word in dict.fromkeys(found)])

    def _phrase(self, found: list[str]) -> Tantivy:
        return q.phrase(WORDS[self.unit], found)

    def _near(self, distance: int, found: list[str]) -> Tantivy:
        return near(self.reader, q.of_unit(self.unit), found, distance)

    def _within(self, place: Place, part: Query | None) -> Tantivy:
        if place == "title":
            return self._joined("article", "paragraphs", Within("titles", part))
        if self.unit == "articles":
            return self._joined("article", "paragraphs", Within(place, part))
        if place == "quotes":
            return self._within_quotes(part)
        in_place = q.term("part", PARTS.index(PLACE_PARTS[place]))
        return in_place if part is None else q.all_of([in_place, self.query(part)])

    def _within_quotes(self, part: Query | None) -> Tantivy:
        if self.unit == "quotations":
            return q.everything() if part is None else self.query(part)
        if part is None:
            return q.term("quotes", 1)
        words_of_part = [self.query(leaf) for leaf in looked_for(part) if isinstance(leaf, Word | Phrase | Prefix)]
        return q.scored(self._joined("paragraph", "quotations", part), words_of_part)

    def _joined(self, by: str, unit: Unit, query: Query) -> Tantivy:
        """Match what has the article, or paragraph, of a document of another unit that matches."""
        found = Matching(self.reader, unit).among_all(query)
        return q.one_of(by, self.reader.all_values(found, by))


def having(field: Field, values: frozenset[int | str]) -> Tantivy:
    """Match what has one of these values in a field."""
    numbers = [value for value in values if isinstance(value, int)]
    names = [value for value in values if isinstance(value, str)]
    if field == "speaker":
        return q.any_of([q.one_of("speakers", numbers), q.one_of("other_speakers", names)])
    if field == "about":
        return q.any_of([q.one_of("about", numbers), q.one_of("about_countries", _codes(names))])
    if field in NUMBERED:
        return q.one_of(NUMBERED[field], numbers)
    return q.one_of(CODED[field], _codes(names)) if field in CODED else q.one_of(NAMED[field], names)


def _codes(names: list[str]) -> list[int]:
    return [country_number(name) for name in names if name.isascii() and len(name) == 2]


def looked_for(query: Query) -> list[Query]:
    """Return the leaves of a query that are looked for: none of what it leaves out."""
    match query:
        case And(parts) | Or(parts):
            return [leaf for part in parts for leaf in looked_for(part)]
        case Not():
            return []
    return [query]
