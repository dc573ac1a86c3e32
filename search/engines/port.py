"""The contract between search and its engines, in plain data.

An engine keeps documents, matches a Query tree against them, filters, counts, groups and sorts. It shares no memory
with its caller: everything that passes here could be sent over a wire. Its failures are four exceptions:
IndexUnavailable (the index can't be read; pages go on without it), IndexBusy (another writer is at work),
IndexWriteFailed (what stores the index takes no more, as a full disk), SearchTooLong (a search went over its timeout).

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
DEFAULT_TIMEOUT = 5.0  # seconds that a search may take


class IndexUnavailable(Exception):  # noqa: N818  a state of the world, not a slip of the program
    """The index can't be read: it is missing, damaged or of another version. The next sync brings it back."""


class IndexBusy(Exception):  # noqa: N818
    """Somebody else is writing to the index; there is one writer at a time."""


class IndexWriteFailed(Exception):  # noqa: N818
    """What was to be written could not be stored, as where a disk is full; what was there before still is."""


@dataclass(frozen=True, slots=True)
class Document:
    """One paragraph ("p12") or one quotation ("q7") with what it can be filtered by.

    A quotation carries what its first paragraph carries, but its own text and speakers. `published` is in UTC, to sort
    by; `day` is the calendar day as the article prints it, the first one where it prints a month or a year, and what
    every filter by time compares. `kind` is the paragraph's: title, body, caption …. All ids are those of the database;
    countries are ISO codes. `speakers` are people; `other_speakers` are countries by their code, organisations and
    documents by their folded name, which no code is. `about` and `about_countries` are the people and countries that
    the quotation, or one in the paragraph, speaks of. `authors` and `section` are the folded words of the article's
    byline and section. `story` is the article of which this one is a copy, itself where it is none (0 says so too).
    """

    unit: Literal["paragraphs", "quotations"]
    id: int
    article: int
    revision: int
    paragraph: int
    kind: str
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
        if self.kind == "title":
            return TITLE_WEIGHT
        return QUOTED_WEIGHT if self.has_quotation else 1.0


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents that replace whatever the index holds of these articles, and how far into the journal that leads.

    All documents of an article come in one batch, one after the other. `reached` is the number of the last change in
    the journal that the batch brings. `journal_fingerprint` tells that journal from the one of any other database; an
    engine stores both and gives them back in its state, without reading anything into them.
    """

    articles: frozenset[int]
    documents: Sequence[Document]
    reached: int
    journal_fingerprint: str = ""


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
    """One search for an engine to answer. Without a query, everything that the filters let through is found.

    The query must have no names left in it: each `UnresolvedName` is resolved to a `Having` with ids. Results come in
    groups of what `group_by` says; with `collapse`, copies of one story are one group, where groups are articles.
    `page` counts from 1. `facets` are those to be counted, with `values_per_facet` values at the most (years and months
    are counted whole); with `timeline`, the months are counted too. `timeout` is in seconds.
    """

    query: Query | None
    unit: Unit = "paragraphs"
    filters: Filters = field(default_factory=Filters)
    sort: Sort = "relevance"
    group_by: Grouping = "articles"
    collapse: bool = False
    page: int = 1
    groups_per_page: int = 10
    hits_per_group: int = 3
    facets: tuple[Facet, ...] = FACETS
    values_per_facet: int = 30
    timeline: bool = True
    timeout: float = DEFAULT_TIMEOUT


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

    `documents` counts what was searched for (paragraphs, quotations or whole articles), `articles` those they are in,
    `group_count` the groups on all pages.

    Groups of articles are in the order of the request, by their best document; articles without a date are the last
    among the newest and the oldest. Groups of months are the newest first, all others the largest first.

    Facets have the values with most documents first; years and months are all there, in their order. What is chosen or
    excluded is always there. Where filters are in use, values that only the query would find follow, with no documents,
    as long as there is room. `timeline` has every month with documents, in order, as if nothing were chosen of time:
    no dates, years or months; what the query itself says of time holds.
    """

    documents: int
    articles: int
    group_count: int
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
    """Metadata of an index: its version, how many documents it has, and the last change of the journal it has followed.

    `journal_fingerprint` tells which database's journal that is.
    """

    version: str
    reached: int
    documents: int
    journal_fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """What the index holds of one article, to be compared with the database: its documents ("p12", "q7").

    `revisions` are those of the article that its documents were made from: one, in an index that is right.
    """

    article: int
    revisions: frozenset[int]
    document_ids: frozenset[str]


class Engine(Protocol):
    """What every engine can do. All methods but `advice` may raise IndexUnavailable.

    Those that write (`write`, `rebuild`) may raise IndexBusy and IndexWriteFailed too.
    """

    def search(self, request: EngineRequest) -> EngineAnswer:
        """Answer one request from the newest committed state. Raises SearchTooLong after the request's timeout."""

    def completions(self, prefix: str, limit: int, timeout: float = DEFAULT_TIMEOUT) -> tuple[WordCount, ...]:
        """Return at most `limit` words that begin with a folded prefix, the most frequent first.

        Raises SearchTooLong after `timeout` seconds.
        """

    def similar(self, word: str, limit: int, timeout: float = DEFAULT_TIMEOUT) -> tuple[WordCount, ...]:
        """Return at most `limit` words at edit distance 1 from a folded word, the most frequent first.

        The distance counts letters inserted, deleted, replaced, or swapped with their neighbour. Where there is none
        and the word has six letters or more, words at distance 2 are returned. Raises SearchTooLong after `timeout`
        seconds.
        """

    def state(self, verify: bool = True) -> IndexState:
        """Return index metadata, after verifying that every file is as it was written.

        With `verify=False` no checksum is looked at, which is cheap enough for the start of every command.
        """

    def write(self, batch: Batch) -> None:
        """Replace the documents of a batch's articles, all at once: after a crash, all of it is there or none."""

    def rebuild(self, batches: Iterable[Batch], reached: int, journal_fingerprint: str = "") -> IndexState:
        """Build the index anew beside the present one, which answers until the new one takes its place.

        `reached` and `journal_fingerprint` are those of the whole index; the batches' own do not count.
        """

    def check(self) -> None:
        """Read everything that is stored. Raises IndexUnavailable where something is not as it was written."""

    def iter_articles(self) -> Iterator[ManifestEntry]:
        """Yield what is held of every article that has documents, in the order of article ids, in bounded memory."""

    def advice(self, documents: int) -> str:
        """Return what to know of this engine when its index holds so many documents; empty where it suits them.

        Some sentences in English for whoever runs the archive. Nothing of the index is read.
        """


def document_id(unit: Unit, number: int) -> str:
    """Return the id of a document: "p12" for a paragraph or an article, "q7" for a quotation."""
    return f"{'q' if unit == 'quotations' else 'p'}{number}"
