"""What the pages of quotations read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet

from articles.models import Mention, Quotation, QuotationSpan, Subject

from .evidence import QuotationEvidence, evidence_of


@dataclass(frozen=True, slots=True)
class QuotationEntry:
    """A quotation as lists show it: with the anchor of the paragraph it begins in, and its evidence."""

    quotation: Quotation
    anchor: str
    evidence: QuotationEvidence


def beside_country(code: str) -> QuerySet[Quotation]:
    """Return what is said in paragraphs that name the country."""
    named = Mention.objects.filter(country=code).values("paragraph")
    spans = QuotationSpan.objects.filter(paragraph__in=named)
    return Quotation.objects.said().filter(pk__in=spans.values("quotation"))


def about(**who: Any) -> QuerySet[Quotation]:
    """Return what is said about somebody: `person`, `person__in` or `country`."""
    return Quotation.objects.said().filter(pk__in=Subject.objects.filter(**who).values("quotation"))


def quotation_entries(keys: Sequence[int]) -> list[QuotationEntry]:
    """Return these quotations, in this order, with their speakers, subjects and articles (7 queries)."""
    spans = QuotationSpan.objects.select_related("paragraph").order_by("ordinal")
    rows = Quotation.objects.filter(pk__in=keys).select_related("article__publisher")
    shown = rows.prefetch_related("speakers__person", Prefetch("about", subjects()), Prefetch("spans", spans))
    by_key = {row.pk: row for row in shown}
    evidence = evidence_of(list(by_key.values()))
    return [QuotationEntry(by_key[key], _anchor(by_key[key]), evidence[key]) for key in keys if key in by_key]


def quotation_as_shown(key: int) -> Quotation:
    """Return a quotation with its speakers, subjects and article (4 queries); raises Quotation.DoesNotExist."""
    rows = Quotation.objects.select_related("article__publisher")
    return rows.prefetch_related("speakers__person", Prefetch("about", subjects())).get(pk=key)


def subjects() -> QuerySet[Subject]:
    """Return the subjects of quotations with whom they name, to prefetch."""
    return Subject.objects.select_related("person", "country").order_by("ordinal")


def _anchor(row: Quotation) -> str:
    return next((span.paragraph.anchor for span in row.spans.all()), "")
