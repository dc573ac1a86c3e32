"""What the pages of quotations read."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Prefetch, QuerySet

from articles.models import Mention, Quotation, QuotationSpan, Subject

from .evidence import give_reasons


def quotations_said() -> QuerySet[Quotation]:
    """Return what somebody is reported to have said: neither mere terms nor what the text has no more."""
    return Quotation.objects.filter(still_found=True).exclude(kind=Quotation.Kind.TERM)


def beside_country(code: str) -> QuerySet[Quotation]:
    """Return what is said in paragraphs that name the country."""
    named = Mention.objects.filter(country=code).values("paragraph")
    return quotations_said().filter(pk__in=QuotationSpan.objects.filter(paragraph__in=named).values("quotation"))


def about(**who: Any) -> QuerySet[Quotation]:
    """Return what is said about somebody: `person`, `person__in` or `country`."""
    return quotations_said().filter(pk__in=Subject.objects.filter(**who).values("quotation"))


def quotation_entries(keys: Sequence[int]) -> list[Quotation]:
    """Return these quotations, in this order (6 queries).

    Each has its speakers, subjects and article, the `anchor` of its paragraph, and `why` all that is found so.
    """
    spans = QuotationSpan.objects.select_related("paragraph").order_by("ordinal")
    rows = Quotation.objects.filter(pk__in=keys).select_related("article__publisher")
    shown = rows.prefetch_related("speakers__person", Prefetch("about", subjects()), Prefetch("spans", spans))
    by_key = {row.pk: row for row in shown}
    for row in by_key.values():
        row.anchor = next((span.paragraph.anchor for span in row.spans.all()), "")
    give_reasons(list(by_key.values()))
    return [by_key[key] for key in keys if key in by_key]


def subjects() -> QuerySet[Subject]:
    """Return the subjects of quotations with whom they name, to prefetch."""
    return Subject.objects.select_related("person", "country").order_by("ordinal")
