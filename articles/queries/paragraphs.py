"""Paragraphs with what was found in them, for many of them at once."""

from collections.abc import Collection

from django.db.models import Prefetch, QuerySet

from articles.models import Mention, Paragraph, QuotationSpan


def paragraphs_by_key(keys: Collection[int]) -> dict[int, Paragraph]:
    """Return the paragraphs of these keys, with their mentions and the spans of what is said in them (3 queries).

    They have those of articles that the archive does not show, too.
    """
    return _with_findings(Paragraph.objects.all()).in_bulk(keys)


def _with_findings(rows: QuerySet[Paragraph]) -> QuerySet[Paragraph]:
    mentions = Mention.objects.filter(standing=Mention.Standing.STANDS).select_related("person", "country")
    spans = QuotationSpan.objects.exclude(quotation__kind="term")
    return rows.prefetch_related(
        Prefetch("mentions", mentions.order_by("start")), Prefetch("quotation_spans", spans.order_by("start"))
    )
