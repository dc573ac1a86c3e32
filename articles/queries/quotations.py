"""What the pages of quotations read."""

from collections.abc import Sequence

from django.db.models import Prefetch, QuerySet

from articles.models import Mention, Quotation, QuotationSpan


def quotations_said() -> QuerySet[Quotation]:
    """Return what somebody is reported to have said: neither mere terms nor what the text has no more."""
    return Quotation.objects.filter(still_found=True).exclude(kind=Quotation.Kind.TERM)


def beside_country(code: str) -> QuerySet[Quotation]:
    """Return what is said in paragraphs that name the country."""
    named = Mention.objects.filter(country=code).values("paragraph")
    return quotations_said().filter(pk__in=QuotationSpan.objects.filter(paragraph__in=named).values("quotation"))


def quotation_entries(keys: Sequence[int]) -> list[Quotation]:
    """Return these quotations, in this order, with speakers, article and `anchor` of their paragraph (3 queries)."""
    spans = QuotationSpan.objects.select_related("paragraph").order_by("ordinal")
    rows = Quotation.objects.filter(pk__in=keys).select_related("article__publisher")
    by_key = {row.pk: row for row in rows.prefetch_related("speakers", Prefetch("spans", spans))}
    for row in by_key.values():
        row.anchor = next((span.paragraph.anchor for span in row.spans.all()), "")
    return [by_key[key] for key in keys if key in by_key]
