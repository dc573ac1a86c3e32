"""The contract between search and its engines, in plain data.

An engine keeps documents, matches a Query tree against them, filters, counts, groups and sorts. It shares no memory
with its caller: everything that passes here could be sent over a wire. What an engine cannot do because its index is
missing, damaged or of another version is one exception, IndexUnavailable; pages go on without it. What would take
longer than it may is another, SearchTooLong.

What is searched (the `unit`) is a paragraph, a quotation, or a whole article. A whole article is what its paragraphs
are together: it has a word, a person, a publisher where any of them has; a phrase or words near each other stand in
one paragraph, and so does what is asked `Within` a place; `AtLeast` counts through all of its paragraphs, and `Not` is
about the article. Its hits are the paragraphs with the best scores of those that have any part of the query.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, Protocol

from search.language.ast import Query

Facet = Literal["people", "speakers", "countries", "publishers", "quotes", "kinds", "years", "months"]
Value = int | str
Unit = Literal["paragraphs", "quotations", "articles"]
Sort = Literal["relevance", "newest", "oldest"]
Grouping = Literal["articles", "speakers", "publishers", "countries", "months"]

FACETS: tuple[Facet, ...] = ("people", "speakers", "countries", "publishers", "quotes", "kinds", "years", "months")
SORTS: tuple[Sort, ...] = ("relevance", "newest", "oldest")
GROUPINGS: tuple[Grouping, ...] = ("articles", "speakers", "publishers", "countries", "months")
WITH_QUOTES, WITHOUT_QUOTES = "with", "without"  # the values of the facet "quotes"
TITLE_WEIGHT, QUOTED_WEIGHT = 2.0, 1.05  # what the score of a title, of a paragraph with a quotation, is multiplied by
SECONDS = 5.0  # a search may take


class IndexUnavailable(Exception):  # noqa: N818  a state of the world, not a slip of the program
    """The index can't be read: it is missing, damaged or of another version. The next sync brings it back."""


class IndexBusy(Exception):  # noqa: N818
    """Somebody else is writing to the index; there is one writer at a time."""


@dataclass(frozen=True, slots=True)
class Document:
    """One paragraph ("p12") or one quotation ("q7") with what it can be filtered by.

    A quotation carries what its first paragraph carries, but its own text and speakers. `published` is in UTC, to sort
    by; `day` is the calendar day as the article prints it, the first one where it prints a month or a year, and what
    every filter by time compares. `part` is the kind of the paragraph. All ids are those of the database; countries are
    ISO codes. `speakers` are people; `other_speakers` are countries by their code, organisations and documents by their
    folded name, which no code is. `about` and `about_countries` are the people and countries that the quotation, or one
    in the paragraph, speaks of. `authors` and `section` are the folded words of the article's byline and section.
    `story` is the article of which this one is a copy, itself where it is none (0 says so too).
    """

    unit: Literal["paragraphs", "quotations"]
    id: int
    article: int
    revision: int
    paragraph: int
    part: str
    text: str
    publisher: int | None = None
    published: datetime | None = None
    day: date | None = None
    has_quotation: bool = False
    people: tuple[int, ...] = ()
    countries: tuple[str, ...] = ()
    speakers: tuple[int, ...] = ()
    other_speakers: tuple[str, ...] = ()
    about: tuple[int, ...] = ()
    about_countries: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    story: int = 0

    @property
    def weight(self) -> float:
        """What its score is multiplied by: titles come before quotations, and those before other paragraphs."""
        if self.part == "title":
            return TITLE_WEIGHT
        return QUOTED_WEIGHT if self.has_quotation else 1.0


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents that replace whatever the index holds of these articles, and how far into the journal that leads.

    All documents of an article come in one batch, one after the other. `mark` tells that journal from any other. An
    engine keeps it with `reached`, and makes nothing of it.
    """

    articles: frozenset[int]
    documents: Sequence[Document]
    reached: int
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a reader chose: values of a facet are alternatives, facets add up, and none of the excluded may be there.

    Years are numbers, months are "2016-05". Dates as in `after:` (included) and `before:` (not included).
    """

    choices: Mapping[Facet, frozenset[Value]] = field(default_factory=dict)
    excluded: Mapping[Facet, frozenset[Value]] = field(default_factory=dict)
    after: date | None = None
    before: date | None = None


@dataclass(frozen=True, slots=True)
class EngineRequest:
    """One question. No query: everything the filters let through. `Named` leaves must be resolved to `Having`.

    With `fold`, copies of one story are one group, where groups are articles. `facets` are those to be counted; with
    `timeline`, the months are counted too.
    """

    query: Query | None
    unit: Unit = "paragraphs"
    filters: Filters = field(default_factory=Filters)
    sort: Sort = "relevance"
    by: Grouping = "articles"
    fold: bool = False
    page: int = 1
    groups_a_page: int = 10
    hits_a_group: int = 3
    facets: tuple[Facet, ...] = FACETS
    values_a_facet: int = 30
    timeline: bool = True
    seconds: float = SECONDS


@dataclass(frozen=True, slots=True)
class Hit:
    """One matching document: its article and paragraph, and the quotation where quotations were searched."""

    article: int
    paragraph: int
    quotation: int | None
    score: float


@dataclass(frozen=True, slots=True)
class Group:
    """Matches that belong together: how many, and the best of them in the order of the request.

    `value` is what they share: an article's id, or a value of the facet by which was grouped (of speakers: people; of
    months "2016-05"). A document with several such values is in several groups. `copies` are the other articles of the
    same story that have matches, ascending; theirs are not in `count`, nor among the hits.
    """

    value: Value
    count: int
    hits: tuple[Hit, ...]
    copies: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ValueCount:
    """A value of a facet, and how many would be found if it alone were chosen in its facet.

    That is so whatever is chosen or excluded in the facet; what is chosen and excluded in all other facets, and the
    dates, hold.
    """

    value: Value
    count: int
    chosen: bool
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class MonthCount:
    """How many were found of a month ("2016-05")."""

    month: str
    count: int


@dataclass(frozen=True, slots=True)
class EngineAnswer:
    """What was found: exact totals, one page of groups (`page` is the one nearest to the asked), and the counts.

    `documents` counts what was searched for (paragraphs, quotations or whole articles), `articles` those they are in.

    Groups of articles are in the order of the request, by their best document; articles without a date are the last
    among the newest and the oldest. Groups of months are the newest first, all others the largest first.

    Facets have the values with most documents first; years and months are all there, in their order. What is chosen or
    excluded is always there. Where filters are in use, values that only the query would find follow, with no documents,
    as long as there is room. `timeline` has every month with documents, in order, as if nothing were chosen of time:
    no dates, years or months; what the query itself says of time holds.
    """

    documents: int
    articles: int
    groups_in_all: int
    page: int
    pages: int
    groups: tuple[Group, ...]
    facets: Mapping[Facet, tuple[ValueCount, ...]]
    timeline: tuple[MonthCount, ...] = ()


@dataclass(frozen=True, slots=True)
class WordCount:
    """A word of the index, as `analysis` writes words, and how many documents of all units have it."""

    word: str
    documents: int


@dataclass(frozen=True, slots=True)
class IndexState:
    """What the index is: how far it has come into which journal (`mark`), and how many documents it holds."""

    version: str
    reached: int
    documents: int
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Indexed:
    """What the index holds of one article, for proving it against the database; ids as in "p12" and "q7"."""

    article: int
    revisions: frozenset[int]
    ids: frozenset[str]


class Engine(Protocol):
    """What every engine can do. Anything may raise IndexUnavailable, what writes may raise IndexBusy."""

    def search(self, request: EngineRequest) -> EngineAnswer:
        """Answer one question from the newest committed state. Raises SearchTooLong after the request's seconds."""

    def completions(self, prefix: str, most: int, seconds: float = SECONDS) -> tuple[WordCount, ...]:
        """Return the words that begin like this (folded), the most frequent first. Raises SearchTooLong."""

    def similar(self, word: str, most: int, seconds: float = SECONDS) -> tuple[WordCount, ...]:
        """Return the words that are one edit away (as `Fuzzy` has it) from a folded one, the most frequent first.

        Where there is none and the word has six letters or more, those that are two edits away. Raises SearchTooLong.
        """

    def state(self) -> IndexState:
        """Tell what the index is; all of it is as it was written."""

    def glance(self) -> IndexState:
        """Tell what the index says it is, without proof: cheap enough for the start of every command."""

    def write(self, batch: Batch) -> None:
        """Take in a batch: all of it is found afterwards, or, after a crash, nothing of it."""

    def rebuild(self, batches: Iterable[Batch], reached: int, mark: str = "") -> IndexState:
        """Build the index anew beside the present one, which answers until the new one takes its place.

        `reached` and `mark` are those of the whole; the batches' own do not count.
        """

    def check(self) -> None:
        """Read all that is stored; what is not as it was written raises IndexUnavailable."""

    def indexed(self) -> Iterator[Indexed]:
        """Tell what is held of every article, in the order of article ids."""

    def advice(self, documents: int) -> str:
        """Return what to know of this engine when its index holds so many documents; empty where it suits them.

        Some sentences in English for whoever runs the archive. Nothing of the index is read.
        """


def document_id(unit: Unit, number: int) -> str:
    """Name a document: "p12" for a paragraph, "q7" for a quotation."""
    return f"{'q' if unit == 'quotations' else 'p'}{number}"
