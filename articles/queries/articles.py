"""What the pages of articles read."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, OuterRef, Prefetch, QuerySet, Subquery

from articles.models import Article, Country, Mention, Paragraph, Person, Quotation, QuotationSpan, Role, Subject

from .evidence import give_reasons

MOST_NAMED = 4  # how many people and countries an article's entry in a list shows


def article_entries(keys: Sequence[int]) -> list[Article]:
    """Return these articles, in this order, with publisher, opening and whom and what they name most (3 queries).

    `named_people` are {"id", "name"}, `named_countries` {"code", "name"}, the most named first.
    """
    rows = Article.objects.filter(pk__in=keys).select_related("publisher").annotate(opening_text=opening())
    by_key = {row.pk: row for row in rows}
    people = _most_named(keys, id="person_id", name="person__name")
    countries = _most_named(keys, code="country_id", name="country__name")
    for row in by_key.values():
        row.named_people, row.named_countries = people[row.pk], countries[row.pk]
    return [by_key[key] for key in keys if key in by_key]


def opening() -> Subquery:
    """The text of an article's first body paragraph, to annotate as `opening_text`."""
    body = Paragraph.objects.filter(article=OuterRef("pk"), kind=Paragraph.Kind.BODY)
    return Subquery(body.order_by("position").values("text")[:1])


def _most_named(keys: Sequence[int], **columns: str) -> dict[int, list[dict[str, Any]]]:
    """Return for every article what it names most: dictionaries of the columns asked for."""
    first = next(iter(columns.values()))
    named = Mention.objects.filter(paragraph__article__in=keys, **{f"{first}__isnull": False})
    counted = named.values_list("paragraph__article_id", *columns.values()).annotate(times=Count("pk"))
    by_article: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for article, *values, _times in counted.order_by("-times", *columns.values()):
        if len(by_article[article]) < MOST_NAMED:
            by_article[article].append(dict(zip(columns, values, strict=True)))
    return by_article


@dataclass(slots=True)
class Named:
    """A person or a country as an article's page lists them: where first, how often, and how."""

    who: Person | Country
    anchor: str
    times: int = 0
    role: str = ""
    ways: list[str] = field(default_factory=list)


@dataclass(slots=True)
class ArticlePage:
    """All that an article's page shows to everybody."""

    article: Article
    paragraphs: list[Paragraph]
    quotations: list[Quotation]
    people: list[Named]
    countries: list[Named]


def article_page(article: Article) -> ArticlePage:
    """Read an article's page (a fixed number of queries)."""
    paragraphs = list(_with_places(article.paragraphs.order_by("position")))
    roles = dict(Role.objects.filter(article=article).values_list("person_id", "words"))
    people, countries = _named(paragraphs, roles)
    quotations = _quotations(paragraphs)
    give_reasons(quotations, {paragraph.pk: paragraph for paragraph in paragraphs})
    return ArticlePage(article, paragraphs, quotations, people, countries)


def _with_places(paragraphs: QuerySet[Paragraph]) -> QuerySet[Paragraph]:
    spans = QuotationSpan.objects.exclude(quotation__kind=Quotation.Kind.TERM).select_related("quotation")
    about = Prefetch("quotation__about", Subject.objects.select_related("person", "country").order_by("ordinal"))
    mentions = Mention.objects.select_related("person", "country").order_by("start")
    return paragraphs.prefetch_related(
        Prefetch("quotation_spans", spans.order_by("start").prefetch_related("quotation__speakers__person", about)),
        Prefetch("mentions", mentions),
    )


def _quotations(paragraphs: Iterable[Paragraph]) -> list[Quotation]:
    """Collect the quotations in reading order; each knows the `anchor` of the paragraph it begins in."""
    quotations: dict[int, Quotation] = {}
    for paragraph in paragraphs:
        for span in paragraph.quotation_spans.all():
            if span.quotation_id not in quotations:
                quotations[span.quotation_id] = span.quotation
                span.quotation.anchor = paragraph.anchor
    return list(quotations.values())


def _named(paragraphs: Iterable[Paragraph], roles: dict[int, str]) -> tuple[list[Named], list[Named]]:
    people: dict[int, Named] = {}
    countries: dict[str, Named] = {}
    for paragraph in paragraphs:
        for mention in paragraph.mentions.all():
            if mention.person:
                role = roles.get(mention.person_id, "")
                entry = people.setdefault(mention.person_id, Named(mention.person, paragraph.anchor, role=role))
            else:
                entry = countries.setdefault(mention.country_id, Named(mention.country, paragraph.anchor))
                entry.ways.append(mention.by)
            entry.times += 1
    return list(people.values()), list(countries.values())
