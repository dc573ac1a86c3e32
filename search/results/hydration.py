"""The rows of one page of results: one query for its articles, and three for its paragraphs or its quotations.

What was deleted or rejected since it was indexed is passed over until the next sync.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from django.db.models import Prefetch

from articles.models import Article, Paragraph, Quotation, QuotationSpan, Speaker, Subject
from articles.queries.articles import opening
from search.engines.port import EngineAnswer, Group, Hit
from search.language.highlighting import HighlightTerms, TextSpan, highlight
from search.results.model import FoundArticle, FoundParagraph

MAX_COPIES = 6  # of a story; the others are counted
MOSTLY = 0.5  # the part of a paragraph's text from which on it is shown as the quotation in it


@dataclass(frozen=True)
class PageRows:
    """The rows that the hits of an answer refer to, by their ids, and what to mark in their texts."""

    articles: dict[int, Article]
    paragraphs: dict[int, Paragraph]
    quotations: dict[int, Quotation]
    said: dict[int, QuotationSpan]
    marks: HighlightTerms

    def paragraphs_of(self, group: Group) -> tuple[FoundParagraph, ...]:
        """Return the paragraphs of a group's hits, without those that were deleted since they were indexed."""
        return tuple(self._found(group.hits))

    def _found(self, hits: Iterable[Hit]) -> Iterator[FoundParagraph]:
        for hit in hits:
            article, paragraph = self.articles.get(hit.article), self.paragraphs.get(hit.paragraph)
            quotation = self.quotations.get(hit.quotation or 0)
            if article and paragraph and bool(hit.quotation) == bool(quotation):
                paragraph.article = article
                marks = highlight(self.marks, quotation.text if quotation else paragraph.text)
                said = None if quotation else _as_said(paragraph, marks, self.said.get(paragraph.pk))
                yield FoundParagraph(paragraph, marks, quotation, said)


def _as_said(paragraph: Paragraph, marks: Iterable[TextSpan], span: QuotationSpan | None) -> FoundParagraph | None:
    """Return the quotation in a paragraph with its marks; None where a mark is outside of what was said."""
    if span is None or not all(span.start <= start and end <= span.end for start, end in marks):
        return None
    moved = tuple((start - span.start, end - span.start) for start, end in marks)
    return FoundParagraph(paragraph, moved, span.quotation)


def fetch_rows(answer: EngineAnswer, marks: HighlightTerms, by_article: bool) -> PageRows:
    """Fetch the rows of one page of results; `by_article` says that its groups are articles."""
    hits = [hit for group in answer.groups for hit in group.hits]
    wanted = {hit.article for hit in hits}
    if by_article:
        wanted.update(key for group in answer.groups for key in (cast("int", group.value), *_shown_copies(group)))
    paragraphs, quotations = _paragraphs_and_quotations(hits)
    said = {} if quotations else _mostly_said(paragraphs)
    return PageRows(articles_by_key(wanted), paragraphs, quotations, said, marks)


def _paragraphs_and_quotations(hits: list[Hit]) -> tuple[dict[int, Paragraph], dict[int, Quotation]]:
    """Fetch what was found: paragraphs, or quotations, each with that paragraph of it which the index knows."""
    paragraphs, quotations = {hit.paragraph for hit in hits}, {hit.quotation for hit in hits if hit.quotation}
    if not quotations:
        return Paragraph.objects.searched().in_bulk(paragraphs), {}
    said = Quotation.objects.said().filter(pk__in=quotations)
    spans = QuotationSpan.objects.filter(quotation__in=said, paragraph__in=paragraphs)
    rows = spans.select_related("quotation", "paragraph").prefetch_related(*with_people("quotation__"))
    return {row.paragraph_id: row.paragraph for row in rows}, {row.quotation_id: row.quotation for row in rows}


def _mostly_said(paragraphs: dict[int, Paragraph]) -> dict[int, QuotationSpan]:
    """Fetch of paragraphs the direct quotation that makes up most of each and runs over no other, with its speakers."""
    direct = QuotationSpan.objects.filter(
        paragraph__in=paragraphs, quotation__kind=Quotation.Kind.DIRECT, quotation__standing=Quotation.Standing.STANDS
    )
    rows = direct.select_related("quotation").prefetch_related(_speakers("quotation__"))
    return {row.paragraph_id: row for row in rows if _is_most(row, paragraphs[row.paragraph_id].text)}


def _is_most(span: QuotationSpan, text: str) -> bool:
    alone = span.quotation.text == text[span.start : span.end]
    return alone and span.end - span.start >= MOSTLY * len(text)


def articles_by_key(keys: set[int]) -> dict[int, Article]:
    """Fetch articles by their ids in one query, with their publishers and first words."""
    rows = Article.objects.select_related("publisher", "section").defer("imported").annotate(opening_text=opening())
    return dict(rows.in_bulk(keys))


def quotations_by_key(keys: set[int]) -> dict[int, Quotation]:
    """Fetch quotations that stand, by their ids, with their speakers and subjects: none where no id is given."""
    return Quotation.objects.said().prefetch_related(*with_people()).in_bulk(keys) if keys else {}


def with_people(of: str = "") -> "tuple[Prefetch[str], Prefetch[str]]":
    """Return what to read with quotations, which are found at `of`: who said them, and of whom and what they speak."""
    return _speakers(of), Prefetch(f"{of}about", Subject.objects.select_related("person", "country"))


def _speakers(of: str = "") -> "Prefetch[str]":
    return Prefetch(f"{of}speakers", Speaker.objects.select_related("person"))


def found_articles(answer: EngineAnswer, rows: PageRows, first_rank: int) -> tuple[FoundArticle, ...]:
    """Return the articles of a page; `first_rank` is the position of the first one in the whole list, from 1."""
    found = [_article(group, rows, rank) for rank, group in enumerate(answer.groups, first_rank)]
    return tuple(one for one in found if one)


def _article(group: Group, rows: PageRows, rank: int) -> FoundArticle | None:
    article, paragraphs = rows.articles.get(cast("int", group.value)), rows.paragraphs_of(group)
    if not article or (group.hits and not paragraphs):
        return None
    copies = tuple(rows.articles[key] for key in _shown_copies(group) if key in rows.articles)
    return FoundArticle(article, paragraphs, group.count, rank, copies, len(group.copies))


def _shown_copies(group: Group) -> tuple[int, ...]:
    return group.copies[:MAX_COPIES]
