"""The contract between search and its engines, in plain data.

An engine keeps documents, matches a Query tree against them, filters, counts, groups by article and sorts. It shares
no memory with its caller: everything that passes here could be sent over a wire. What an engine cannot do because its
index is missing, damaged or of another version is one exception, IndexUnavailable; pages go on without it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, Protocol

from search.language.tree import Query

Facet = Literal["people", "speakers", "countries", "publishers", "quotes", "kinds"]
Value = int | str
Unit = Literal["paragraphs", "quotations"]
Sort = Literal["relevance", "newest", "oldest"]

FACETS: tuple[Facet, ...] = ("people", "speakers", "countries", "publishers", "quotes", "kinds")
SORTS: tuple[Sort, ...] = ("relevance", "newest", "oldest")
WITH_QUOTES, WITHOUT_QUOTES = "with", "without"  # the values of the facet "quotes"


class IndexUnavailable(Exception):  # noqa: N818  a state of the world, not a slip of the program
    """The index can't be read: it is missing, damaged or of another version. The next sync brings it back."""


class IndexBusy(Exception):  # noqa: N818
    """Somebody else is writing to the index; there is one writer at a time."""


@dataclass(frozen=True, slots=True)
class Document:
    """One paragraph ("p12") or one quotation ("q7") with what it can be filtered by.

    A quotation carries what its first paragraph carries, but its own text and speakers. `published` is in UTC; `part`
    is the kind of the paragraph. All ids are those of the database; countries are ISO codes. `speakers` are people;
    `other_speakers` are countries by their code, organisations and documents by their folded name, which no code is.
    `about` and `about_countries` are the people and countries that the quotation, or one in the paragraph, speaks of.
    """

    unit: Unit
    id: int
    article: int
    revision: int
    paragraph: int
    part: str
    text: str
    publisher: int | None = None
    published: datetime | None = None
    has_quotation: bool = False
    people: tuple[int, ...] = ()
    countries: tuple[str, ...] = ()
    speakers: tuple[int, ...] = ()
    other_speakers: tuple[str, ...] = ()
    about: tuple[int, ...] = ()
    about_countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents that replace whatever the index holds of these articles, and how far into the journal that leads.

    `mark` tells that journal from any other. An engine keeps it with `reached`, and makes nothing of it.
    """

    articles: frozenset[int]
    documents: Sequence[Document]
    reached: int
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a reader chose: values of a facet are alternatives, facets add up. Dates as in `after:` and `before:`."""

    choices: Mapping[Facet, frozenset[Value]] = field(default_factory=dict)
    after: date | None = None
    before: date | None = None


@dataclass(frozen=True, slots=True)
class EngineRequest:
    """One question. No query: everything the filters let through. `Named` leaves must be resolved to `Having`."""

    query: Query | None
    unit: Unit = "paragraphs"
    filters: Filters = field(default_factory=Filters)
    sort: Sort = "relevance"
    page: int = 1
    articles_a_page: int = 10
    hits_an_article: int = 3
    values_a_facet: int = 30


@dataclass(frozen=True, slots=True)
class Hit:
    """One matching document: its paragraph, and the quotation where quotations were searched."""

    paragraph: int
    quotation: int | None
    score: float


@dataclass(frozen=True, slots=True)
class ArticleHits:
    """The matches of one article: how many, and the best of them."""

    article: int
    count: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class ValueCount:
    """A value of a facet, and how many documents would be found if it alone were chosen in its facet.

    That is so whatever is chosen in the facet; the choices in all other facets hold.
    """

    value: Value
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class EngineAnswer:
    """What was found: exact totals, one page of articles (`page` is the one nearest to the asked), and the counts."""

    documents: int
    articles: int
    page: int
    pages: int
    groups: tuple[ArticleHits, ...]
    facets: Mapping[Facet, tuple[ValueCount, ...]]


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
        """Answer one question from the newest committed state."""

    def state(self) -> IndexState:
        """Tell what the index is."""

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


EngineMaker = Callable[[], Engine]


def document_id(unit: Unit, number: int) -> str:
    """Name a document: "p12" for a paragraph, "q7" for a quotation."""
    return f"{'q' if unit == 'quotations' else 'p'}{number}"
