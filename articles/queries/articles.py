"""What the pages of articles read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, OuterRef, Prefetch, QuerySet, Subquery

from articles.models import Article, Country, Mention, Paragraph, Person, Quotation, QuotationSpan, Role
from articles.models.paragraph import HEADINGS, OF_A_PICTURE

from .other_candidates import read_other_candidates
from .quotations import QuotationEntry, subjects
from .voices import Voices, voices_of

WORDS_A_MINUTE = 238  # read silently, in English: Brysbaert, "How many words do we read per minute?" (2019)
MOST_NAMED = 4  # how many people and countries an article's entry in a list shows


@dataclass(frozen=True, slots=True)
class ArticleEntry:
    """An article as lists show it, with its publisher and its first words.

    `people` are {"id", "name"}, `countries` {"code", "name"}: whom and what it names most, the most named first.
    """

    article: Article
    people: list[dict[str, Any]]
    countries: list[dict[str, Any]]


def article_entries(keys: Sequence[int]) -> list[ArticleEntry]:
    """Return these articles, in this order (3 queries)."""
    rows = Article.objects.filter(pk__in=keys).select_related("publisher", "section").annotate(opening_text=opening())
    by_key = {row.pk: row for row in rows}
    people = _most_named(keys, id="person_id", name="person__name")
    countries = _most_named(keys, code="country_id", name="country__name")
    return [ArticleEntry(by_key[key], people[key], countries[key]) for key in keys if key in by_key]


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
class MentionedEntity:
    """A person or a country as an article's page lists them: where first, how often, and how."""

    who: Person | Country
    anchor: str
    times: int = 0
    role: str = ""
    ways: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """All that an article's page shows to everybody: quotations in reading order, who is named most often first."""

    article: Article
    paragraphs: list[Paragraph]
    quotations: list[QuotationEntry]
    people: list[MentionedEntity]
    countries: list[MentionedEntity]
    voices: Voices
    first_mentions: frozenset[int]

    @property
    def minutes(self) -> int:
        """How long reading takes, at least one minute."""
        words = sum(len(paragraph.text.split()) for paragraph in self.paragraphs)
        return max(1, round(words / WORDS_A_MINUTE))


def article_page(article: Article) -> ArticlePage:
    """Read an article's page (a fixed number of queries)."""
    paragraphs = list(_with_findings(article.paragraphs.order_by("position")))
    roles = dict(Role.objects.given().filter(article=article).values_list("person_id", "words"))
    quotations = _quotations(paragraphs)
    read_other_candidates(span.quotation for row in paragraphs for span in row.quotation_spans.all())
    return ArticlePage(
        article,
        paragraphs,
        quotations,
        _people(paragraphs, roles),
        _countries(paragraphs),
        voices_of(paragraphs, quotations, roles),
        first_mentions(paragraphs),
    )


def first_mentions(paragraphs: Iterable[Paragraph]) -> frozenset[int]:
    """Return the keys of the mentions that name a person or a country for the first time in an article's text.

    Headings count for nothing, and what stands at a picture only for who is named nowhere else in the text.
    """
    in_text = [paragraph for paragraph in paragraphs if paragraph.kind not in HEADINGS]
    first: dict[tuple[int | None, str | None], int] = {}
    for paragraph in sorted(in_text, key=lambda paragraph: paragraph.kind in OF_A_PICTURE):
        for mention in paragraph.mentions.all():
            first.setdefault((mention.person_id, mention.country_id), mention.pk)
    return frozenset(first.values())


def _with_findings(paragraphs: QuerySet[Paragraph]) -> QuerySet[Paragraph]:
    spans = QuotationSpan.objects.exclude(quotation__kind=Quotation.Kind.TERM).select_related("quotation")
    about = Prefetch("quotation__about", subjects())
    named = Mention.objects.filter(standing=Mention.Standing.STANDS)
    mentions = named.select_related("person", "country").order_by("start")
    return paragraphs.prefetch_related(
        Prefetch("quotation_spans", spans.order_by("start").prefetch_related("quotation__speakers__person", about)),
        Prefetch("mentions", mentions),
    )


def _quotations(paragraphs: Sequence[Paragraph]) -> list[QuotationEntry]:
    """Return the quotations in reading order, each with the anchor of the paragraph it begins in."""
    begins: dict[int, tuple[Quotation, str]] = {}
    for paragraph in paragraphs:
        for span in paragraph.quotation_spans.all():
            begins.setdefault(span.quotation_id, (span.quotation, paragraph.anchor))
    return [QuotationEntry(quotation, anchor) for quotation, anchor in begins.values()]


def _people(paragraphs: Iterable[Paragraph], roles: Mapping[int, str]) -> list[MentionedEntity]:
    people: dict[int, MentionedEntity] = {}
    for paragraph in paragraphs:
        for mention in paragraph.mentions.all():
            if person := mention.person:
                new = MentionedEntity(person, paragraph.anchor, role=roles.get(person.pk, ""))
                people.setdefault(person.pk, new).times += 1
    return _most_often_first(people.values())


def _countries(paragraphs: Iterable[Paragraph]) -> list[MentionedEntity]:
    countries: dict[str, MentionedEntity] = {}
    for paragraph in paragraphs:
        for mention in paragraph.mentions.all():
            if country := mention.country:
                entry = countries.setdefault(country.pk, MentionedEntity(country, paragraph.anchor))
                entry.times += 1
                entry.ways.append(mention.by)
    return _most_often_first(countries.values())


def _most_often_first(named: Iterable[MentionedEntity]) -> list[MentionedEntity]:
    return sorted(named, key=lambda one: -one.times)
