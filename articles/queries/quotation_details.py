"""What is shown of quotations beside their own row, for many of them at once."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from articles.models import Quotation, QuotationSpan, Role


def spans_of(quotations: Collection[int]) -> dict[int, list[QuotationSpan]]:
    """Return where each of these quotations stands, in reading order, with the paragraphs (1 query, or none)."""
    spans: dict[int, list[QuotationSpan]] = defaultdict(list)
    if quotations:
        rows = QuotationSpan.objects.filter(quotation__in=quotations).select_related("paragraph")
        for row in rows.order_by("quotation", "ordinal"):
            spans[row.quotation_id].append(row)
    return spans


def roles_of_speakers(quotations: Iterable[Quotation]) -> dict[tuple[int, int], str]:
    """Return what an article calls those under whose names its quotations stand, by article and person.

    The speakers are prefetched (1 query, or none).
    """
    quotations = list(quotations)
    people = {one.person_id for quotation in quotations for one in quotation.attributed if one.person_id}
    if not people:
        return {}
    given = Role.objects.given().filter(article__in={one.article_id for one in quotations}, person__in=people)
    return {(article, person): words for article, person, words in given.values_list("article", "person", "words")}
