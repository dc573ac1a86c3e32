"""Everything that a request finds, in the order of its list, row by row: what exports and feeds are made of.

Rows are the documents that the page counts, so there are as many as it says: copies of a story are rows of their own,
and a whole article is one row with its best paragraph. The engine is asked once, whatever is found, and holds some
bytes for each document; the archive is asked for a few hundred rows at a time. Each batch of them has a cursor, from
which a scan of the same request goes on, in another process or on another day.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Prefetch

from articles.models import Article, Paragraph, Quotation, QuotationSpan
from articles.models.subject import Subject, each_once
from search.engines.port import Hit, Unit
from search.results.ask_engine import scan_engine
from search.results.hydration import articles_by_key, quotations_by_key, with_people
from search.results.prepared_query import PreparedQuery
from search.results.request import SearchRequest

ROWS_PER_QUERY = 500
OWN_SPANS = "own_spans"  # the attribute of a paragraph that holds its quotations' spans, read in one query
EMPTY = "There is nothing to search for: give words (q) or a filter."


class EmptyRequest(Exception):  # noqa: N818
    """The request has nothing to search for; the message has sentences that say why."""


@dataclass(frozen=True, slots=True)
class ScanRow:
    """One match: a paragraph, or a quotation and the paragraph it begins in.

    A whole article has its best paragraph, or none, where it was found by what it does not say.
    """

    article: Article
    paragraph: Paragraph | None
    quotation: Quotation | None

    @property
    def address(self) -> str:
        """The path that lasts: of the paragraph, wherever its text goes, or of the article."""
        return (self.paragraph or self.article).get_absolute_url()

    @property
    def text(self) -> str:
        """The words that were searched; the article's first ones where none of them were found."""
        found = self.quotation or self.paragraph
        return found.text if found else self.article.opening

    @property
    def speakers(self) -> list[str]:
        """Who said the quotation, or is quoted in the paragraph, each once.

        The unnamed are in the article's words, and so is whoever said what it is unsure who said.
        """
        return _each_once(name for one in self._quotations for name in _names(one))

    @property
    def candidates(self) -> list[str]:
        """Who may have said the quotation, or some in the paragraph, of which that is unsure; each once."""
        return _each_once(str(speaker) for one in self._quotations for speaker in one.candidates)

    @property
    def subjects(self) -> list[Subject]:
        """Of whom and what the quotation speaks, or those of the paragraph, each once."""
        return each_once(subject for one in self._quotations for subject in one.about.all())

    @property
    def _quotations(self) -> list[Quotation]:
        spans: Sequence[QuotationSpan] = getattr(self.paragraph, OWN_SPANS, ())
        return [self.quotation] if self.quotation else [span.quotation for span in spans]


def _names(quotation: Quotation) -> list[str]:
    if quotation.is_unsure:
        return [quotation.described] if quotation.described else []
    return list(map(str, quotation.attributed))


def _each_once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


@dataclass(frozen=True, slots=True)
class ScanBatch:
    """Some rows in their order, and the cursor behind them. Where all were deleted meanwhile there may be no row."""

    rows: list[ScanRow]
    cursor: str


@dataclass(frozen=True, slots=True)
class Scan:
    """What a request finds: how many documents in how many articles, and the rows, read as they are asked for.

    `outdated` says that an index of the version before answered. Reading the batches may raise SearchUnavailable.
    """

    request: SearchRequest
    unit: Unit
    documents: int
    articles: int
    outdated: bool
    batches: Iterator[ScanBatch]

    @property
    def rows(self) -> Iterator[ScanRow]:
        """All rows, from where it is read on."""
        return (row for batch in self.batches for row in batch.rows)


def scan(prepared: PreparedQuery, limit: int | None = None, after: str = "") -> Scan:
    """Count everything that a prepared query finds, and get ready to read its rows: all, or the first `limit`.

    With `after`, the cursor of a batch, they are those behind it; the counts stay. Raises EmptyRequest, BadCursor or
    SearchUnavailable before anything is read.
    """
    if prepared.is_empty:
        raise EmptyRequest(" ".join(problem.sentence for problem in prepared.problems) or EMPTY)
    asked = prepared.engine_request
    found = scan_engine(asked, after, ROWS_PER_QUERY if limit is None else max(1, min(limit, ROWS_PER_QUERY)))
    batches = (ScanBatch(list(_fetched(one.hits)), one.cursor) for one in found.slices)
    kept = batches if limit is None else _first(batches, limit)
    return Scan(prepared.request.on_page(1), asked.unit, found.documents, found.articles, found.outdated, kept)


def _first(batches: Iterator[ScanBatch], limit: int) -> Iterator[ScanBatch]:
    """Yield batches up to so many rows."""
    while limit > 0 and (batch := next(batches, None)):
        yield ScanBatch(batch.rows[:limit], batch.cursor)
        limit -= len(batch.rows)


def _fetched(hits: Sequence[Hit]) -> Iterator[ScanRow]:
    """Return the rows of these hits; what was deleted since it was indexed is passed over."""
    articles = articles_by_key({hit.article for hit in hits})
    paragraphs = _paragraphs({hit.paragraph for hit in hits}, with_quotations=not any(hit.quotation for hit in hits))
    quotations = quotations_by_key({hit.quotation for hit in hits if hit.quotation})
    for hit in hits:
        article, paragraph = articles.get(hit.article), paragraphs.get(hit.paragraph)
        quotation = quotations.get(hit.quotation or 0)
        if article and bool(paragraph) == bool(hit.paragraph) and bool(quotation) == bool(hit.quotation):
            yield ScanRow(article, paragraph, quotation)


def _paragraphs(keys: set[int], with_quotations: bool) -> dict[int, Paragraph]:
    paragraphs = Paragraph.objects.searched()
    if not with_quotations:
        return paragraphs.in_bulk(list(keys))
    own = QuotationSpan.objects.exclude(quotation__kind=Quotation.Kind.TERM).select_related("quotation")
    spans = own.order_by("start").prefetch_related(*with_people("quotation__"))
    own_spans = Prefetch("quotation_spans", spans, to_attr=OWN_SPANS)  # a list costs a third of a related manager
    return paragraphs.prefetch_related(own_spans).in_bulk(list(keys))
