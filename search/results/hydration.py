"""The rows of one page of results: one query each for its articles, paragraphs and (three) quotations.

What was deleted since it was indexed is passed over until the next sync.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from articles.models import Article, Paragraph, Quotation
from articles.queries.articles import opening
from search.engines.port import EngineAnswer, Group, Hit
from search.language.highlighting import HighlightTerms, highlight
from search.results.model import FoundArticle, FoundParagraph

COPIES_NAMED = 6  # of a story; the others are counted


@dataclass(frozen=True)
class Rows:
    """The rows that the hits of an answer speak of, by their keys, and what to mark in them."""

    articles: dict[int, Article]
    paragraphs: dict[int, Paragraph]
    quotations: dict[int, Quotation]
    marks: HighlightTerms

    def paragraphs_of(self, group: Group) -> tuple[FoundParagraph, ...]:
        """Return the paragraphs of a group's hits, as far as they are still there."""
        return tuple(self._found(group.hits))

    def _found(self, hits: Iterable[Hit]) -> Iterator[FoundParagraph]:
        for hit in hits:
            article, paragraph = self.articles.get(hit.article), self.paragraphs.get(hit.paragraph)
            quotation = self.quotations.get(hit.quotation or 0)
            if article and paragraph and bool(hit.quotation) == bool(quotation):
                paragraph.article = article
                text = quotation.text if quotation else paragraph.text
                yield FoundParagraph(paragraph, highlight(self.marks, text), quotation)


def rows_of(answer: EngineAnswer, marks: HighlightTerms, by_article: bool) -> Rows:
    """Fetch the rows of one page."""
    hits = [hit for group in answer.groups for hit in group.hits]
    wanted = {hit.article for hit in hits}
    if by_article:
        wanted.update(key for group in answer.groups for key in (cast("int", group.value), *_named(group)))
    return Rows(
        articles_by_key(wanted),
        Paragraph.objects.in_bulk([hit.paragraph for hit in hits]),
        quotations_by_key({hit.quotation for hit in hits if hit.quotation}),
        marks,
    )


def articles_by_key(keys: set[int]) -> dict[int, Article]:
    """Fetch articles with their publishers and first words."""
    rows = Article.objects.select_related("publisher").defer("imported").annotate(opening_text=opening())
    return rows.in_bulk(keys)


def quotations_by_key(keys: set[int]) -> dict[int, Quotation]:
    """Fetch quotations with their speakers."""
    return Quotation.objects.prefetch_related("speakers__person").in_bulk(keys) if keys else {}


def found_articles(answer: EngineAnswer, rows: Rows, first: int) -> tuple[FoundArticle, ...]:
    """Return the articles of a page whose first place in the list is `first`."""
    found = [_article(group, rows, at) for at, group in enumerate(answer.groups, first)]
    return tuple(one for one in found if one)


def _article(group: Group, rows: Rows, at: int) -> FoundArticle | None:
    article, paragraphs = rows.articles.get(cast("int", group.value)), rows.paragraphs_of(group)
    if not article or (group.hits and not paragraphs):
        return None
    copies = tuple(rows.articles[key] for key in _named(group) if key in rows.articles)
    return FoundArticle(article, paragraphs, group.count, at, copies, len(group.copies))


def _named(group: Group) -> tuple[int, ...]:
    return group.copies[:COPIES_NAMED]
