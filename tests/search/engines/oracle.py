"""What any engine has to answer, found by looking through every document: slow, plain, and written from the contract.

Only the shared chain of analysis is used of the program, since what a word is is not for an engine to say.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from search.engines.port import Document, EngineRequest, Filters, Unit, Value
from search.language.analysis import Lattice, analyse, lattice, unit_lattices, word_terms
from search.language.ast import (
    And,
    AtLeast,
    Fuzzy,
    Having,
    Near,
    Not,
    Or,
    Phrase,
    Prefix,
    Published,
    Query,
    Within,
    Word,
)  # fmt: skip

PARTS = {"title": "title", "titles": "title", "captions": "caption"}
LISTS = {"person": "people", "country": "countries", "author": "authors"}
OF_TIME = ("dates", "years", "months")
WORDS_OF_TEXT = Word | Prefix | Fuzzy | AtLeast


@dataclass(frozen=True)
class Found:
    """One thing that is searched for: a paragraph, a quotation, or an article with all of its paragraphs."""

    parts: tuple[Document, ...]

    @property
    def first(self) -> Document:
        return self.parts[0]


class Oracle:
    """Looks through documents; `unit` is what is searched for."""

    def __init__(self, documents: Sequence[Document], unit: Unit) -> None:
        self.documents = documents
        self.unit = unit
        self.things = [Found((one,)) for one in documents if one.unit == unit] if unit != "articles" else self._whole()

    def _whole(self) -> list[Found]:
        articles: dict[int, list[Document]] = defaultdict(list)
        for one in self.documents:
            if one.unit == "paragraphs":
                articles[one.article].append(one)
        return [Found(tuple(parts)) for parts in articles.values()]

    def found(self, request: EngineRequest, without: Iterable[str] = ()) -> list[Found]:
        """Return what matches, with the choices in some facets (or "dates") left out."""
        kept = [one for one in self.things if request.query is None or self.matches(request.query, one)]
        return [one for one in kept if passes(request.filters, one, set(without))]

    def matches(self, query: Query, thing: Found) -> bool:
        match query:
            case And(parts):
                return all(self.matches(part, thing) for part in parts)
            case Or(parts):
                return any(self.matches(part, thing) for part in parts)
            case Not(part):
                return not self.matches(part, thing)
            case AtLeast(text, times):
                return sum(times_of(text, one) for one in thing.parts) >= times
            case Within(place, part):
                return any(self._within(place, part, one) for one in thing.parts)
        return any(stands_in(query, one) for one in thing.parts)

    def _within(self, place: str, part: Query | None, paragraph: Document) -> bool:
        if place == "title":
            titles = [one for one in self.documents if one.unit == "paragraphs" and one.article == paragraph.article]
            return any(Oracle(self.documents, "paragraphs")._within("titles", part, one) for one in titles)
        if place != "quotes":
            return paragraph.kind == PARTS[place] and self._alone(part, paragraph)
        if paragraph.unit == "quotations":
            return self._alone(part, paragraph)
        if part is None:
            return paragraph.has_quotation
        said = [one for one in self.documents if one.unit == "quotations" and one.paragraph == paragraph.paragraph]
        return any(self._alone(part, one) for one in said)

    def _alone(self, part: Query | None, document: Document) -> bool:
        return part is None or Oracle(self.documents, document.unit).matches(part, Found((document,)))


Step = tuple[int, int, str, str]  # from one place of a text to a later one: the word between, and its stem


def steps(document: Document) -> list[Step]:
    found = analyse(document.text)
    return [
        *((place, place + 1, token.word, token.stem) for place, token in enumerate(found.tokens)),
        *((one.place, one.place + one.length, one.word, one.stem) for one in found.variants),
    ]


def times_of(text: str, document: Document) -> int:
    wanted = word_terms(text)
    if wanted.stems:
        return sum(stem in wanted.stems for _, _, _, stem in steps(document))
    return len(ways(wanted.lattice, steps(document))) if wanted.lattice else 0


def ways(wanted: Lattice, text: list[Step]) -> set[tuple[int, int]]:
    """Return where the words of a lattice stand in a row: from which place to which."""

    def from_node(node: int, place: int) -> set[int]:
        if node == wanted.size:
            return {place}
        return {
            end
            for edge in wanted.edges
            for first, last, word, _ in text
            if (edge.first, first) == (node, place) and is_like(edge.match, edge.word, word)
            for end in from_node(edge.last, last)
        }

    return {(first, end) for first in {step[0] for step in text} for end in from_node(0, first)}


def is_like(match: str, wanted: str, word: str) -> bool:
    return {"is": word == wanted, "begins": word.startswith(wanted), "any": True}[match]


def stands_in(query: Query, document: Document) -> bool:
    """Say whether one document has a leaf."""
    text = steps(document)
    match query:
        case Word(word):
            wanted = word_terms(word)
            in_a_row = bool(wanted.lattice and ways(wanted.lattice, text))
            return in_a_row or any(stem in wanted.stems for _, _, _, stem in text)
        case Prefix(beginning):
            return any(word.startswith(one) for one in word_terms(beginning).words for _, _, word, _ in text)
        case Fuzzy(word):
            return any(edits(one, other) <= 1 for one in word_terms(word).words for _, _, other, _ in text)
        case Phrase(phrase):
            return bool(ways(lattice(phrase), text))
        case Near(some, distance):
            times = Counter(unit_lattices(some))
            return stand_near([ways(one, text) for one in times], times, distance)
        case Having(field, values, _):
            return bool(held(field, document) & values)
        case Published(after, before, _):
            return between(document.day, after, before)
    raise AssertionError(query)


def stand_near(found: list[set[tuple[int, int]]], times: Counter[Lattice], distance: int) -> bool:
    """Say whether, up to the end of some word, the last ones of each word are close enough together."""
    of_words = [
        (sorted(where, key=lambda one: one[::-1]), times[word]) for word, where in zip(times, found, strict=True)
    ]
    for end in {last for where, _ in of_words for _, last in where}:
        before = [[one for one in where if one[1] <= end][-many:] for where, many in of_words]
        if all(len(some) == many for some, (_, many) in zip(before, of_words, strict=True)):
            spans = [one for some in before for one in some]
            if end - min(first for first, _ in spans) - sum(last - first for first, last in spans) <= distance:
                return True
    return False


@lru_cache(maxsize=100_000)
def edits(one: str, other: str) -> int:
    """Count edits the slow way: every way to begin, letter by letter."""
    if not one or not other:
        return len(one) + len(other)
    ways = [edits(one[1:], other) + 1, edits(one, other[1:]) + 1, edits(one[1:], other[1:]) + (one[0] != other[0])]
    if one[:2] == other[1::-1] and len(one) > 1 and len(other) > 1:
        ways.append(edits(one[2:], other[2:]) + 1)
    return min(ways)


def held(field: str, document: Document) -> set[Value]:
    if field == "speaker":
        return set(document.speakers)
    if field == "about":
        return {*document.about, *document.about_countries}
    if field in ("publisher", "section"):
        return {getattr(document, field)} - {None}
    return set(getattr(document, LISTS[field]))


def between(day: date | None, after: date | None, before: date | None) -> bool:
    return day is not None and (after is None or day >= after) and (before is None or day < before)


def values(facet: str, thing: Found) -> set[Value]:
    """Return the values of a facet that a thing has: those of any of its parts."""
    return {value for part in thing.parts for value in _values(facet, part)}


def _values(facet: str, part: Document) -> Iterable[Value]:
    match facet:
        case "publishers" | "sections":
            return {getattr(part, facet.removesuffix("s"))} - {None}
        case "quotes":
            return ("with" if part.has_quotation else "without",)
        case "kinds":
            return (part.kind,)
        case "years" | "months":
            return _time(facet, part)
    return getattr(part, facet)


def _time(facet: str, part: Document) -> Iterable[Value]:
    if part.day is None:
        return ()
    return (part.day.year,) if facet == "years" else (f"{part.day:%Y-%m}",)


def passes(filters: Filters, thing: Found, without: set[str]) -> bool:
    dated = not (filters.after or filters.before) or "dates" in without
    chosen = {facet: some for facet, some in filters.choices.items() if some and facet not in without}
    excluded = {facet: some for facet, some in filters.excluded.items() if some and facet not in without}
    return (
        (dated or any(between(part.day, filters.after, filters.before) for part in thing.parts))
        and all(values(facet, thing) & some for facet, some in chosen.items())
        and not any(values(facet, thing) & some for facet, some in excluded.items())
    )


def counts(facet: str, things: Iterable[Found]) -> Counter[Value]:
    return Counter(value for thing in things for value in values(facet, thing))
