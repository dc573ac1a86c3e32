"""Keyword in context (KWIC): every place where the words of a search stand, each a line with the words in its middle.

Lines are sorted by what stands to the left or to the right of the words (as H. P. Luhn's index of 1960 did for titles),
so that what usually goes with them stands together. To sort them all of them have to be read, so only the first
`MOST_DOCUMENTS` that the search finds are, in the order of its list; how many are left out is said.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Literal, get_args

from articles.models import Article, Paragraph, Quotation
from search.engines.port import EngineRequest, Hit, Unit
from search.language.highlighting import HighlightTerms, TextSpan, highlight, highlight_terms
from search.results.ask_engine import scan_engine
from search.results.hydration import articles_by_key, quotations_by_key
from search.results.prepared_query import PreparedQuery
from search.results.scan import EMPTY, EmptyRequest

Order = Literal["right", "left", "match", "list"]
ORDERS: tuple[Order, ...] = get_args(Order)
MOST_DOCUMENTS = 5_000
PER_PAGE = 100
CONTEXT = 120  # characters to either side of the words
SORTED_WORDS = 5  # of the context, by which lines are sorted
TEXTS_PER_QUERY = 500
NO_WORDS = "A concordance shows where words stand: give some words to search for."
WORD = re.compile(r"\w+")

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where some of the words stand: in which hit, and the half-open span of its text; `key` sorts."""

    key: Key
    hit: Hit
    span: TextSpan


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """The words as they stand, with what is before and after them; `quotation` where quotations were searched."""

    article: Article
    paragraph: Paragraph
    quotation: Quotation | None
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Concordance:
    """A page of lines.

    `documents` is what the search finds, `read` how many of those were looked through, and `line_count` how many lines
    they have on all `pages`.
    """

    order: Order
    unit: Unit
    documents: int
    read: int
    line_count: int
    page: int
    pages: int
    lines: list[ConcordanceLine]

    @property
    def left_out(self) -> int:
        """How many of the documents that are found were not looked through."""
        return self.documents - self.read


def concordance(prepared: PreparedQuery, order: Order) -> Concordance:
    """Return the page of lines that a prepared query asks for, in an order; the nearest page where it has no such.

    Takes five queries at the most and one more for each 500 documents. Raises EmptyRequest, with a sentence, where
    there are no words to show, and SearchUnavailable.
    """
    asked = _of_paragraphs(prepared.engine_request)
    terms = highlight_terms(asked.query)
    if not terms:
        raise EmptyRequest(" ".join(problem.sentence for problem in prepared.problems) or _nothing(prepared))
    found = scan_engine(asked, "", TEXTS_PER_QUERY)
    hits = islice((hit for part in found.slices for hit in part.hits), MOST_DOCUMENTS)
    places = sorted(_places(list(hits), terms, order), key=lambda place: place.key)
    pages = max(1, -(-len(places) // PER_PAGE))
    page = min(max(1, prepared.request.page), pages)
    lines = list(_lines(places[(page - 1) * PER_PAGE : page * PER_PAGE]))
    read = min(found.documents, MOST_DOCUMENTS)
    return Concordance(order, asked.unit, found.documents, read, len(places), page, pages, lines)


def _nothing(prepared: PreparedQuery) -> str:
    return EMPTY if prepared.is_empty else NO_WORDS


def _of_paragraphs(asked: EngineRequest) -> EngineRequest:
    """Return the request for paragraphs in place of whole articles, which have no line of their own."""
    return replace(asked, unit="paragraphs") if asked.unit == "articles" else asked


def _places(hits: list[Hit], terms: HighlightTerms, order: Order) -> Iterator[_Place]:
    for first in range(0, len(hits), TEXTS_PER_QUERY):
        some = hits[first : first + TEXTS_PER_QUERY]
        texts = _texts(some)
        for hit in some:
            text = texts.get(hit.quotation or hit.paragraph, "")
            for span in highlight(terms, text):
                yield _Place(_key(text, span, order), hit, span)


def _texts(hits: list[Hit]) -> Mapping[int, str]:
    """Return the texts of paragraphs, or of quotations where those were searched, by their ids (1 query)."""
    quotations = [hit.quotation for hit in hits if hit.quotation]
    if quotations:
        return dict(Quotation.objects.said().filter(pk__in=quotations).values_list("pk", "text"))
    paragraphs = [hit.paragraph for hit in hits]
    return dict(Paragraph.objects.searched().filter(pk__in=paragraphs).values_list("pk", "text"))


def _key(text: str, span: TextSpan, order: Order) -> Key:
    """Return what a line is sorted by; lines of equal keys stay in the order of the list."""
    if order == "list":
        return ()
    words = text[span[0] : span[1]].casefold()
    before, after = _before(text, span[0]), _words(text[span[1] : span[1] + CONTEXT])
    keys: dict[Order, Key] = {
        "right": (*after, "", words),
        "left": (*before, "", words),
        "match": (words, *after),
    }
    return keys[order]


def _before(text: str, start: int) -> list[str]:
    """Return the last words before a place, the nearest first."""
    return _words(text[max(0, start - CONTEXT) : start], last=True)


def _words(text: str, last: bool = False) -> list[str]:
    found = WORD.findall(text.casefold())
    return found[: -SORTED_WORDS - 1 : -1] if last else found[:SORTED_WORDS]


def _lines(places: list[_Place]) -> Iterator[ConcordanceLine]:
    articles = articles_by_key({place.hit.article for place in places})
    quotations = quotations_by_key({place.hit.quotation for place in places if place.hit.quotation})
    paragraphs = Paragraph.objects.searched().in_bulk({place.hit.paragraph for place in places})
    for place in places:
        article, paragraph = articles.get(place.hit.article), paragraphs.get(place.hit.paragraph)
        quotation = quotations.get(place.hit.quotation or 0)
        if article and paragraph and bool(place.hit.quotation) == bool(quotation):
            paragraph.article = article
            yield _line(article, paragraph, quotation, place.span)


def _line(article: Article, paragraph: Paragraph, quotation: Quotation | None, span: TextSpan) -> ConcordanceLine:
    text = quotation.text if quotation else paragraph.text
    start, end = span
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    if start > CONTEXT:
        before = "… " + before.partition(" ")[2]
    if len(text) > end + CONTEXT:
        after = after.rpartition(" ")[0] + " …"
    return ConcordanceLine(article, paragraph, quotation, before, text[start:end], after)
