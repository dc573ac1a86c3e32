"""Everything that a request finds, in the order of its list, row by row: what exports and feeds are made of.

Rows are the documents that the page counts, so there are as many as it says: copies of a story are rows of their own,
and a whole article is one row with its best paragraph. Memory is bounded whatever is found: the engine is asked for a
page of articles at a time, and the archive for a few hundred rows.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, islice
from typing import cast

from django.db.models import Prefetch

from articles.models import Article, Paragraph, Quotation, QuotationSpan
from articles.models.quotation import OWN_WORDS
from search.engines.port import EngineAnswer, EngineRequest, Group, Hit, Unit
from search.results.ask_engine import ask_engine
from search.results.hydration import articles_by_key, quotations_by_key
from search.results.prepared_query import PreparedQuery
from search.results.request import SearchRequest

GROUPS_PER_REQUEST = 200
HITS_PER_GROUP = 500  # of an article; one with more is asked for again
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
class Scan:
    """What a request finds: how many documents in how many articles, and the rows, read as they are asked for.

    Reading the rows may raise SearchUnavailable.
    """

    request: SearchRequest
    unit: Unit
    documents: int
    articles: int
    rows: Iterator[ScanRow]


def scan(prepared: PreparedQuery, limit: int) -> Scan:
    """Count everything that a prepared query finds, and get ready to read its first rows, `limit` of them.

    Raises EmptyRequest or SearchUnavailable before anything is read.
    """
    if prepared.is_empty:
        raise EmptyRequest(" ".join(problem.sentence for problem in prepared.problems) or EMPTY)
    asked = _in_bulk(prepared.engine_request)
    first = _answer(asked, page=1)
    rows = islice(_rows(_pages(asked, first), min(limit, ROWS_PER_QUERY)), limit)
    return Scan(prepared.request.on_page(1), asked.unit, first.documents, first.articles, rows)


def _in_bulk(asked: EngineRequest) -> EngineRequest:
    """Return the same request in larger pages: by article, copies apart, nothing counted."""
    hits = 1 if asked.unit == "articles" else HITS_PER_GROUP
    return replace(
        asked,
        group_by="articles",
        collapse=False,
        facets=(),
        timeline=False,
        groups_per_page=GROUPS_PER_REQUEST,
        hits_per_group=hits,
    )


def _answer(asked: EngineRequest, page: int) -> EngineAnswer:
    """Return a page with all hits of its articles."""
    answer = ask_engine(replace(asked, page=page))
    largest = max((group.count for group in answer.groups), default=0)
    if asked.unit == "articles" or largest <= asked.hits_per_group:
        return answer
    return ask_engine(replace(asked, page=page, hits_per_group=largest))


def _pages(asked: EngineRequest, first: EngineAnswer) -> Iterator[list[Hit]]:
    """Yield the hits page by page; an article that moves to a later page meanwhile does not come twice."""
    seen: set[int | str] = set()
    answer = first
    for following in count(2):
        groups = [group for group in answer.groups if group.value not in seen]
        seen.update(group.value for group in groups)
        yield [hit for group in groups for hit in group.hits or [_hit_without_paragraph(group)]]
        if following > answer.pages:
            return
        answer = _answer(asked, following)


def _hit_without_paragraph(group: Group) -> Hit:
    return Hit(cast("int", group.value), 0, None, 0.0)


def _rows(pages: Iterator[list[Hit]], batch_size: int) -> Iterator[ScanRow]:
    """Fetch the rows of the archive in batches, before the next page is asked for."""
    for hits in pages:
        for first in range(0, len(hits), batch_size):
            yield from _fetched(hits[first : first + batch_size])


def _fetched(hits: list[Hit]) -> Iterator[ScanRow]:
    """Return the rows of these hits; what was deleted since it was indexed is passed over."""
    articles = articles_by_key({hit.article for hit in hits})
    paragraphs = _paragraphs({hit.paragraph for hit in hits})
    quotations = quotations_by_key({hit.quotation for hit in hits if hit.quotation})
    for hit in hits:
        article, paragraph = articles.get(hit.article), paragraphs.get(hit.paragraph)
        quotation = quotations.get(hit.quotation or 0)
        if article and bool(paragraph) == bool(hit.paragraph) and bool(quotation) == bool(hit.quotation):
            yield ScanRow(article, paragraph, quotation)


def _paragraphs(keys: set[int]) -> dict[int, Paragraph]:
    own = QuotationSpan.objects.filter(quotation__kind__in=OWN_WORDS).select_related("quotation")
    spans = own.order_by("start").prefetch_related("quotation__speakers__person")
    own_spans = Prefetch("quotation_spans", spans, to_attr=OWN_SPANS)  # a list costs a third of a related manager
    return Paragraph.objects.searched().prefetch_related(own_spans).in_bulk(list(keys))
