"""Results of a search → the API's answer. Counts and positions are the page's, since both are made from one result.

Takes a fixed number of queries besides those of the search: whom the paragraphs name, and all that is known of the
quotations.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from api.addresses import SearchAddresses
from api.schemas import answers, items
from api.serializers.articles import brief_article
from api.serializers.entities import entities
from api.serializers.quotations import QuotationSerializer
from articles.queries.mentioned import EntityRef, mentioned_in
from search.results.model import FoundArticle, FoundFacet, FoundGroup, FoundParagraph, SearchResults
from search.results.request import PARAMETERS, SearchRequest


def serialize(results: SearchResults, warnings: Iterable[str], addresses: SearchAddresses, size: int) -> answers.Answer:
    """Return the answer for a page of results, of so many groups (`size`).

    `warnings` are sentences about the address; those that the results have are added.
    """
    serializer = _Serializer(addresses, *_found_in(results, addresses))
    return answers.Answer(
        q=results.request.q,
        unit=results.unit,
        by=results.request.group_by or "articles",
        explanation=results.explanation,
        problems=problems(results, warnings),
        total=answers.Totals(results.documents, results.article_count, results.group_count),
        page=results.page,
        pages=results.pages,
        size=size,
        links=_links(results, addresses),
        articles=tuple(map(serializer.article_result, results.articles)),
        groups=tuple(map(serializer.group, results.groups)),
        facets=tuple(map(serializer.facet, results.facets)),
        timeline=tuple(answers.MonthCount(one.month, one.count) for one in results.timeline),
    )


def problems(results: SearchResults, warnings: Iterable[str]) -> tuple[answers.RequestProblem, ...]:
    """Return what could not be read of a request: of its words first, with positions, then of all else."""
    of_words = (answers.RequestProblem(one.sentence, one.start, one.end) for one in results.problems)
    return (*of_words, *(answers.RequestProblem(one, None, None) for one in (*warnings, *results.warnings)))


def _links(results: SearchResults, addresses: SearchAddresses) -> answers.Links:
    def link(request: SearchRequest | None) -> str | None:
        return addresses.of_request(request) if request else None

    here = results.request.on_page(results.page)
    return answers.Links(
        addresses.of_request(here), addresses.of_page(here), link(results.previous), link(results.following)
    )


def _found_in(
    results: SearchResults, addresses: SearchAddresses
) -> tuple[dict[int, list[EntityRef]], QuotationSerializer]:
    groups: tuple[FoundArticle | FoundGroup, ...] = (*results.articles, *results.groups)
    passages = [one for group in groups for one in group.paragraphs]
    quotations = QuotationSerializer.of([one.quotation for one in passages if one.quotation], addresses)
    return mentioned_in({one.paragraph.pk for one in passages}), quotations


@dataclass(frozen=True, slots=True)
class _Serializer:
    addresses: SearchAddresses
    named: dict[int, list[EntityRef]]
    quotations: QuotationSerializer

    def article_result(self, found: FoundArticle) -> answers.ArticleResult:
        return answers.ArticleResult(
            at=found.rank,
            article=brief_article(found.article, self.addresses),
            count=found.count,
            passages=tuple(map(self.passage, found.paragraphs)),
            copies=tuple(brief_article(one, self.addresses) for one in found.copies),
            copy_count=found.copy_count,
        )

    def passage(self, found: FoundParagraph) -> items.Passage:
        paragraph = found.paragraph
        named = self.named.get(paragraph.pk, ())
        return items.Passage(
            id=paragraph.pk,
            article=paragraph.article_id,
            anchor=paragraph.anchor,
            kind=paragraph.kind,
            link=self.addresses.of_path(paragraph.get_absolute_url()),
            text=found.text,
            marks=tuple(items.Span(start, end) for start, end in found.marks),
            quotation=self.quotations.quotation(found.quotation) if found.quotation else None,
            people=entities((one for one in named if one.kind == "person"), self.addresses),
            countries=entities((one for one in named if one.kind == "country"), self.addresses),
        )

    def group(self, found: FoundGroup) -> answers.GroupResult:
        articles = {one.paragraph.article_id: one.paragraph.article for one in found.paragraphs}
        return answers.GroupResult(
            at=found.rank,
            value=found.value,
            name=found.name,
            count=found.count,
            share=found.share,
            passages=tuple(map(self.passage, found.paragraphs)),
            articles=tuple(brief_article(one, self.addresses) for one in articles.values()),
            link=self.addresses.of_request(found.click),
        )

    def facet(self, found: FoundFacet) -> answers.FacetResult:
        return answers.FacetResult(
            facet=found.facet,
            title=found.title,
            parameter=PARAMETERS[found.facet],
            values=tuple(
                answers.FacetValue(
                    one.value, one.name, one.count, one.chosen, one.excluded, self.addresses.of_request(one.click)
                )
                for one in found.values
            ),
        )
