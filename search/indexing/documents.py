"""Articles → index documents: every paragraph, and every quotation that is somebody's own words.

An indirect one is in the article's words: it is found as part of its paragraph, not as what somebody said.

What is unsure to be its speakers' is under nobody's name, neither as a quotation nor as part of its paragraph.

Reading takes nine queries however many articles are asked for, so callers choose batches that fit in memory.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from articles.models import Article, Mention, Paragraph, Quotation, QuotationSpan, Speaker, Subject
from articles.models.quotation import UNSURE as UNSURE_WHO
from articles.names.normalise import normalise
from search.engines.port import KNOWN, UNSURE, Batch, Document, Value
from search.language.analysis import words
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
    quotations = list(searched_quotations(articles).values_list("pk", "text"))
    by_quotation, paragraphs_of = _attribution(articles), _quoted_paragraphs(articles)
    by_paragraph = _Attribution(defaultdict(set), defaultdict(set), defaultdict(set))
    for quotation, quoted in paragraphs_of.items():
        for paragraph in quoted:
            by_paragraph.speakers[paragraph].update(by_quotation.speakers[quotation])
            by_paragraph.subjects[paragraph].update(by_quotation.subjects[quotation])
            by_paragraph.certainty[paragraph].update(by_quotation.certainty[quotation])
    with_quotation = {paragraph for quotation, _ in quotations for paragraph in paragraphs_of[quotation]}
    paragraphs = {document.id: document for document in _paragraphs(articles, by_paragraph, with_quotation)}
    said = [
        replace(paragraphs[paragraphs_of[pk][0]], unit="quotations", id=pk, text=text, **by_quotation.values_of(pk))
        for pk, text in quotations
    ]
    return [*paragraphs.values(), *said]


@dataclass(frozen=True)
class _Attribution:
    """Who says each quotation, or those of a paragraph, of whom they speak, and whether that is known; by id."""

    speakers: dict[int, set[Value]]
    subjects: dict[int, set[Value]]
    certainty: dict[int, set[str]]

    def values_of(self, key: int) -> dict[str, Any]:
        """Return the values of a document's fields: people apart from others."""
        speakers, others = _people_and_others(self.speakers.get(key, ()))
        people, countries = _people_and_others(self.subjects.get(key, ()))
        certainty = tuple(sorted(self.certainty.get(key, ())))
        return {
            "speakers": speakers,
            "other_speakers": others,
            "about": people,
            "about_countries": countries,
            "certainty": certainty,
        }


def searched_quotations(articles: Collection[int]) -> QuerySet[Quotation]:
    """Return the quotations of these articles that are searched: somebody's own words, with a span in the text."""
    quotations = Quotation.objects.own_words().filter(article__in=articles)
    return quotations.filter(spans__isnull=False).distinct().order_by("pk")


def _attribution(articles: Collection[int]) -> _Attribution:
    """Return what is known of each quotation of these articles."""
    said = Quotation.objects.said().filter(article__in=articles).annotate(doubted=UNSURE_WHO)
    doubted = dict(said.values_list("pk", "doubted"))
    certainty = {quotation: {UNSURE if unsure else KNOWN} for quotation, unsure in doubted.items()}
    unsure = {quotation for quotation, unsure in doubted.items() if unsure}
    return _Attribution(_speakers(articles, unsure), _subjects(articles), defaultdict(set, certainty))


def _speakers(articles: Collection[int], unsure: Collection[int]) -> dict[int, set[Value]]:
    """Return who said each quotation: people by id, countries by code, others by folded name; not the unnamed.

    Of those that are `unsure` nobody said any.
    """
    speakers = Speaker.objects.filter(quotation__article__in=articles).exclude(kind=Speaker.Kind.UNNAMED)
    rows = (row for row in speakers.values_list("quotation", "person", "country", "name") if row[0] not in unsure)
    keys = ((quotation, person or country or normalise(name)) for quotation, person, country, name in rows)
    return _grouped((quotation, speaker) for quotation, speaker in keys if speaker)


def _subjects(articles: Collection[int]) -> dict[int, set[Value]]:
    """Return of whom and what each quotation speaks: people by id, countries by code."""
    rows = Subject.objects.filter(quotation__article__in=articles).values_list("quotation", "person", "country")
    return _grouped((quotation, person or country) for quotation, person, country in rows)


def _people_and_others(values: Iterable[Value]) -> tuple[tuple[int, ...], tuple[Value, ...]]:
    """Separate the ids of people from codes and names; both come back sorted."""
    people = sorted(one for one in values if isinstance(one, int))
    return tuple(people), tuple(sorted(set(values) - set(people)))


def _quoted_paragraphs(articles: Collection[int]) -> dict[int, list[int]]:
    """Return the paragraphs each quotation lies in, in reading order."""
    spans = QuotationSpan.objects.filter(quotation__article__in=articles).order_by("quotation", "ordinal")
    paragraphs: dict[int, list[int]] = defaultdict(list)
    for quotation, paragraph in spans.values_list("quotation", "paragraph"):
        paragraphs[quotation].append(paragraph)
    return paragraphs


def _paragraphs(
    articles: Collection[int], attribution: _Attribution, with_quotation: Collection[int]
) -> Iterator[Document]:
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
            has_quotation=pk in with_quotation,
            people=tuple(sorted(people[pk])),
            countries=tuple(sorted(countries[pk])),
            **known[article],
            **attribution.values_of(pk),
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
        "authors": tuple(sorted(set(words(byline)))),
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
