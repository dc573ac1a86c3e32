"""What the pages of quotations read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet

from articles.models import Paragraph, Quotation, QuotationSpan, Role, Subject
from articles.models.quotation import QuotationQuerySet

from .evidence import QuotationEvidence, evidence_of, has_withheld_speaker, paragraphs_stood_on
from .ordering import newest
from .other_candidates import read_other_candidates


@dataclass(frozen=True, slots=True)
class QuotationEntry:
    """A quotation as lists show it: with the anchor of the paragraph it begins in."""

    quotation: Quotation
    anchor: str

    @property
    def address(self) -> str:
        """Where it stands in its article."""
        return f"{self.quotation.article.get_absolute_url()}#{self.anchor}"


@dataclass(frozen=True, slots=True)
class QuotationPage:
    """All that a quotation's own page shows.

    `role` is what the article calls its only speaker, and empty where it says nothing, several speak or that is unsure.
    `paragraphs` are those it stands in and those its evidence stands on, in reading order.
    """

    entry: QuotationEntry
    role: str
    evidence: QuotationEvidence
    paragraphs: list[Paragraph]


def about(**who: Any) -> QuotationQuerySet:
    """Return what is said about somebody: `person`, `person__in` or `country`."""
    return Quotation.objects.said().filter(pk__in=Subject.objects.filter(**who).values("quotation"))


def quotation_entries(keys: Sequence[int]) -> list[QuotationEntry]:
    """Return these quotations, in this order, with their speakers, subjects and articles (5 queries)."""
    by_key = {row.pk: row for row in _shown(Quotation.objects.filter(pk__in=keys))}
    return [QuotationEntry(by_key[key], _anchor(by_key[key])) for key in keys if key in by_key]


def quotation_page(quotation: int) -> QuotationPage | None:
    """Read a quotation's own page, none where nobody is reported to have said it (10 queries at the most)."""
    rows = _shown(Quotation.objects.said().filter(pk=quotation))
    row: Any = rows.annotate(is_withheld=has_withheld_speaker()).first()
    if row is None:
        return None
    own = {span.paragraph_id: span.paragraph for span in row.spans.all()}
    paragraphs = own | Paragraph.objects.in_bulk(paragraphs_stood_on(row) - own.keys())
    in_order = sorted(paragraphs.values(), key=lambda paragraph: paragraph.position)
    evidence = evidence_of(row, paragraphs, row.is_withheld)
    if not row.is_withheld:
        read_other_candidates([row])
    return QuotationPage(QuotationEntry(row, _anchor(row)), _role(row), evidence, in_order)


def _role(row: Quotation) -> str:
    speakers = [speaker.person_id for speaker in row.attributed]
    words = Role.objects.given().filter(article=row.article_id, person__in=speakers).values_list("words", flat=True)
    return (words.first() or "") if len(speakers) == 1 else ""


def _shown(rows: QuerySet[Quotation]) -> QuerySet[Quotation]:
    """Add to quotations all that pages show of them."""
    spans = QuotationSpan.objects.select_related("paragraph").order_by("ordinal")
    return rows.select_related("article__publisher").prefetch_related(
        "speakers__person", Prefetch("about", subjects()), Prefetch("spans", spans)
    )


def cited_quotation(key: int) -> Quotation | None:
    """Return a quotation with its article, speakers and places (4 queries); None where nobody is reported to say it."""
    rows = Quotation.objects.said().select_related("article__publisher", "article__section")
    spans = QuotationSpan.objects.select_related("paragraph").order_by("ordinal")
    return rows.prefetch_related("speakers__person", Prefetch("spans", spans)).filter(pk=key).first()


def quotation_as_shown(key: int) -> Quotation:
    """Return a quotation with its speakers, subjects and article (4 queries); raises Quotation.DoesNotExist."""
    rows = Quotation.objects.select_related("article__publisher")
    return rows.prefetch_related("speakers__person", Prefetch("about", subjects())).get(pk=key)


def newest_entries(*asked: tuple[QuerySet[Quotation], int]) -> list[list[QuotationEntry]]:
    """Return the newest of each of these, as many as are asked for; the entries of all are read at once."""
    keys = [newest(rows, limit, "article__") for rows, limit in asked]
    by_key = {entry.quotation.pk: entry for entry in quotation_entries([key for some in keys for key in some])}
    return [[by_key[key] for key in some if key in by_key] for some in keys]


def subjects() -> QuerySet[Subject]:
    """Return the subjects of quotations with whom they name, to prefetch."""
    return Subject.objects.select_related("person", "country").order_by("ordinal")


def _anchor(row: Quotation) -> str:
    return next((span.paragraph.anchor for span in row.spans.all()), "")
