"""Articles → index documents: every paragraph, and every quotation that stands, whatever its kind.

Of an indirect one the text is in the article's own words; its document says so by its kind. What each quotation has
besides its words, its paragraphs have too (attribution.py).

Reading takes ten queries however many articles are asked for, so callers choose batches that fit in memory.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from articles.models import Article, Mention, Paragraph, Quotation, QuotationSpan
from search.engines.port import Batch, Document
from search.indexing.attribution import Attribution, attribution_of
from search.language.analysis import all_words
from search.language.dates import parse_date

ARTICLES_PER_BATCH = 200
LONGEST_DATE = len("2022-03-18")


def batches(reached: int, journal_fingerprint: str, articles_per_batch: int = ARTICLES_PER_BATCH) -> Iterator[Batch]:
    """Yield the documents of the whole archive in batches of some articles, in the order of article ids.

    Each says that it reaches the given number of the journal with that fingerprint.
    """
    last = 0
    while articles := next_articles(last, articles_per_batch):
        yield batch_of(articles, reached, journal_fingerprint)
        last = articles[-1]


def batch_of(articles: Collection[int], reached: int, journal_fingerprint: str, purge: bool = False) -> Batch:
    """Return the batch that brings an index up to date with these articles, whether they are there or gone.

    With `purge`, some of them were erased, and nothing of them is to be left in any file.
    """
    return Batch(frozenset(articles), documents_of(articles), reached, journal_fingerprint, purge)


def next_articles(after: int, limit: int = ARTICLES_PER_BATCH) -> list[int]:
    """Return the ids of the first `limit` articles after an id, ascending."""
    return list(Article.objects.filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:limit])


def documents_of(articles: Collection[int]) -> list[Document]:
    """Return the documents of these articles; none for those that are gone or empty."""
    attribution, places = attribution_of(articles), _places(articles)
    quoted = {key: places[key] for key in attribution if key in places}
    by_paragraph: dict[int, Attribution] = defaultdict(Attribution)
    for key, spans in quoted.items():
        for paragraph in spans:
            by_paragraph[paragraph].add(attribution[key])
    paragraphs = {document.id: document for document in _paragraphs(articles, by_paragraph)}
    texts = dict(searched_quotations(articles).values_list("pk", "text"))
    said = [
        replace(paragraphs[quoted[key][0]], unit="quotations", id=key, text=text, **attribution[key].values())
        for key, text in texts.items()
    ]
    return [*paragraphs.values(), *said]


def searched_quotations(articles: Collection[int]) -> QuerySet[Quotation]:
    """Return the quotations of these articles that are searched: all that pages count, with their places."""
    placed = Exists(QuotationSpan.objects.filter(quotation=OuterRef("pk")))
    return Quotation.objects.said().filter(placed, article__in=articles).order_by("pk")


def _places(articles: Collection[int]) -> dict[int, list[int]]:
    """Return the paragraphs each quotation lies in, in reading order."""
    spans = QuotationSpan.objects.filter(quotation__article__in=articles).order_by("quotation", "ordinal")
    paragraphs: dict[int, list[int]] = defaultdict(list)
    for quotation, paragraph in spans.values_list("quotation", "paragraph"):
        paragraphs[quotation].append(paragraph)
    return dict(paragraphs)


def _paragraphs(articles: Collection[int], attribution: Mapping[int, Attribution]) -> Iterator[Document]:
    known = {pk: {"story": story or pk, **_article_values(*values)} for pk, story, *values in _articles(articles)}
    mentions = Mention.objects.filter(paragraph__article__in=articles)
    people = _grouped(mentions.filter(person__isnull=False).values_list("paragraph", "person"))
    countries = _grouped(mentions.filter(country__isnull=False).values_list("paragraph", "country"))
    paragraphs = Paragraph.objects.searched().filter(article__in=known).order_by("article", "position")
    for pk, article, kind, text in paragraphs.values_list("pk", "article", "kind", "text"):
        yield Document(
            unit="paragraphs",
            id=pk,
            article=article,
            paragraph=pk,
            kind=kind,
            text=text,
            has_quotation=pk in attribution,
            people=tuple(sorted(people[pk])),
            countries=tuple(sorted(countries[pk])),
            **known[article],
            **(attribution[pk].values() if pk in attribution else {}),
        )


def _articles(articles: Collection[int]) -> Iterable[tuple[Any, ...]]:
    return Article.objects.filter(pk__in=articles).values_list(
        "pk", "story_member__story", "revision", "publisher", "section", "published", "published_from", "byline"
    )


def _article_values(
    revision: int, publisher: int | None, section: int | None, printed: str, published: datetime | None, byline: str
) -> dict[str, Any]:
    """Return the fields that every document of an article has in common."""
    return {
        "revision": revision,
        "publisher": publisher,
        "section": section,
        "published": published,
        "day": printed_day(printed) if published else None,  # a date without a moment is a doubted one
        "authors": tuple(sorted(all_words(byline))),
    }


def printed_day(published: str) -> date | None:
    """Return the day of an ISO date of any precision, the first one of a month or year; None where it has none."""
    span = parse_date(published[:LONGEST_DATE])
    return span.first if span else None


def _grouped(pairs: Iterable[tuple[int, Any]]) -> dict[int, set[Any]]:
    """Return the second values of pairs by the first ones."""
    grouped: dict[int, set[Any]] = defaultdict(set)
    for key, value in pairs:
        grouped[key].add(value)
    return grouped
