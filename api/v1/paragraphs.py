"""Paragraphs: those that a search finds, and each with what it names."""

from collections.abc import Collection, Sequence
from dataclasses import fields
from typing import Any

from django.http import HttpRequest
from ninja import Path, Query, Router

from api.addresses import Addresses
from api.parameters.values import Number
from api.schemas import texts
from api.serializers.articles import brief_article
from api.serializers.paragraphs import serialize
from api.v1.found import FoundList, found_list
from api.v1.problems import ApiProblem
from api.v1.reading import answers
from api.v1.search_parameters import MatchParameters
from articles.queries.paragraphs import paragraphs_by_key
from search.engines.port import Hit
from search.results.hydration import articles_by_key

router = Router(tags=["paragraphs"])


class ParagraphList(FoundList[texts.ParagraphEntry]):
    """Paragraphs that a search finds."""


@router.get("", response=answers(ParagraphList, 404), url_name="v1-paragraphs", summary="Paragraphs")
def paragraphs(request: HttpRequest, parameters: Query[MatchParameters]) -> Any:
    """The paragraphs that a search finds, one by one; all of them where nothing is asked for."""

    def entries(hits: Sequence[Hit]) -> list[texts.ParagraphEntry]:
        by_key = _entries({hit.paragraph for hit in hits}, Addresses(request))
        return [by_key[hit.paragraph] for hit in hits if hit.paragraph in by_key]

    return found_list(request, parameters, "paragraphs", entries)


@router.get("/{id}", response=answers(texts.ParagraphEntry, 404), url_name="v1-paragraph", summary="A paragraph")
def paragraph(request: HttpRequest, id: Path[Number]) -> Any:
    """A paragraph with what it names, the numbers of the quotations in it, and its article."""
    found = _entries({id}, Addresses(request))
    if id not in found:
        raise ApiProblem(404, f"The archive has no paragraph of number {id}.")
    return found[id]


def _entries(keys: Collection[int], addresses: Addresses) -> dict[int, texts.ParagraphEntry]:
    """Return paragraphs as lists have them, by their keys (5 queries)."""
    rows = paragraphs_by_key(keys)
    articles = articles_by_key({row.article_id for row in rows.values()})
    return {
        key: _entry(serialize(row, addresses), brief_article(articles[row.article_id], addresses))
        for key, row in rows.items()
        if row.article_id in articles
    }


def _entry(paragraph: texts.Paragraph, article: Any) -> texts.ParagraphEntry:
    values = {field.name: getattr(paragraph, field.name) for field in fields(paragraph)}
    return texts.ParagraphEntry(**values, published_in=article)
