"""Quotations: those that a search finds, and each with all that is known of it."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from django.http import HttpRequest
from ninja import Path, Query, Router

from api.addresses import Addresses
from api.parameters.values import Number
from api.schemas import items, texts
from api.serializers.articles import brief_article
from api.serializers.quotations import QuotationSerializer
from api.v1.found import FoundList, found_list
from api.v1.problems import ApiProblem
from api.v1.reading import answers
from api.v1.search_parameters import MatchParameters
from articles.models import Article
from articles.queries import quotation_page
from articles.queries.evidence import ShownStep
from articles.queries.unlisted_quotations import unlisted_quotation
from articles.queries.withdrawn import removed_with
from search.engines.port import Hit
from search.results.hydration import articles_by_key, quotations_by_key

router = Router(tags=["quotations"])


class QuotationList(FoundList[texts.QuotationEntry]):
    """Quotations that a search finds."""


@router.get("", response=answers(QuotationList, 404), url_name="v1-quotations", summary="Quotations")
def quotations(request: HttpRequest, parameters: Query[MatchParameters]) -> Any:
    """The quotations that a search finds, one by one; all of them where nothing is asked for."""
    addresses = Addresses(request)

    def entries(hits: Sequence[Hit]) -> list[texts.QuotationEntry]:
        rows = quotations_by_key({hit.quotation for hit in hits if hit.quotation})
        articles = articles_by_key({row.article_id for row in rows.values()})
        serializer = QuotationSerializer.of(rows.values(), addresses)
        shown = [rows[hit.quotation] for hit in hits if hit.quotation in rows]
        return [
            _entry(serializer.quotation(row), articles[row.article_id], addresses)
            for row in shown
            if row.article_id in articles
        ]

    return found_list(request, parameters, "quotations", entries)


@router.get(
    "/{id}", response=answers(texts.QuotationWithEvidence, 404, 410), url_name="v1-quotation", summary="A quotation"
)
def quotation(request: HttpRequest, id: Path[Number]) -> Any:
    """A quotation with the article it stands in and the evidence for who said it."""
    page = quotation_page(id)
    if page is None:
        raise _none(id)
    addresses, row = Addresses(request), page.entry.quotation
    article = Article.objects.select_related("publisher", "section").filter(pk=row.article_id).first()
    if article is None:  # withdrawn since the quotation was read
        raise _none(id)
    entry = _entry(QuotationSerializer.of([row], addresses).quotation(row), article, addresses)
    return texts.QuotationWithEvidence(**_values(entry), evidence=tuple(map(_step, page.evidence.steps)))


def _entry(quotation: items.Quotation, article: Article, addresses: Addresses) -> texts.QuotationEntry:
    return texts.QuotationEntry(**_values(quotation), published_in=brief_article(article, addresses))


def _values(quotation: items.Quotation) -> dict[str, Any]:
    return {field.name: getattr(quotation, field.name) for field in fields(quotation)}


def _step(shown: ShownStep) -> texts.EvidenceStep:
    if shown.paragraph is None:
        return texts.EvidenceStep(shown.name, shown.sentence, None, None, None)
    return texts.EvidenceStep(shown.name, shown.sentence, shown.paragraph.pk, shown.start, shown.end)


def _none(number: int) -> ApiProblem:
    """Return why there is no quotation of a number: it never was one, stands no more, or went with its article."""
    if removed := removed_with(number):
        return ApiProblem(410, f"The article of quotation {number} was {removed.how} {removed.ground}.")
    unlisted = unlisted_quotation(number)
    if unlisted is None:
        return ApiProblem(404, f"The archive has no quotation of number {number}.")
    if unlisted.is_rejected:
        return ApiProblem(410, f"An editor rejected quotation {number}: nobody is reported to have said it.")
    return ApiProblem(410, f"Quotation {number} is no longer found in the text of its article.")
