"""Results of a search → the API's answer. Counts and positions are the page's, since both are made from one result.

Takes two queries besides those of the search: whom the paragraphs name, and whom the quotations speak of.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from api.addresses import Addresses
from api.schemas import answers, items
from articles.models import Article, Publisher, Quotation, Speaker
from articles.queries.mentioned import EntityRef, mentioned_in, subjects_of
from search.results.model import FoundArticle, FoundFacet, FoundGroup, FoundParagraph, SearchResults
from search.results.request import PARAMETERS, SearchRequest


def serialize(results: SearchResults, warnings: Iterable[str], addresses: Addresses, size: int) -> answers.Answer:
    """Return the answer for a page of results, of so many groups (`size`).

    `warnings` are sentences about the address; those that the results have are added.
    """
    serializer = _Serializer(addresses, *_entities(results))
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


def _links(results: SearchResults, addresses: Addresses) -> answers.Links:
    def link(request: SearchRequest | None) -> str | None:
        return addresses.of_request(request) if request else None

    here = results.request.on_page(results.page)
    return answers.Links(
        addresses.of_request(here), addresses.of_page(here), link(results.previous), link(results.following)
    )


def _entities(results: SearchResults) -> tuple[dict[int, list[EntityRef]], dict[int, list[EntityRef]]]:
    groups: tuple[FoundArticle | FoundGroup, ...] = (*results.articles, *results.groups)
    passages = [one for group in groups for one in group.paragraphs]
    quotations = {one.quotation.pk for one in passages if one.quotation}
    return mentioned_in({one.paragraph.pk for one in passages}), subjects_of(quotations)


@dataclass(frozen=True, slots=True)
class _Serializer:
    addresses: Addresses
    named: dict[int, list[EntityRef]]
    spoken_of: dict[int, list[EntityRef]]

    def article_result(self, found: FoundArticle) -> answers.ArticleResult:
        return answers.ArticleResult(
            at=found.rank,
            article=self.article(found.article),
            count=found.count,
            passages=tuple(map(self.passage, found.paragraphs)),
            copies=tuple(map(self.article, found.copies)),
            copy_count=found.copy_count,
        )

    def article(self, article: Article) -> items.Article:
        publisher = article.publisher
        return items.Article(
            id=article.pk,
            link=self.addresses.of("article", article.pk),
            title=article.title or None,
            byline=article.byline or None,
            publisher=self.publisher(publisher) if publisher else None,
            published=article.published or None,
            published_doubt=article.published_doubt or None,
            section=article.section.name if article.section else None,
            language=article.language or None,
            url=article.url or None,
        )

    def publisher(self, publisher: Publisher) -> items.Entity:
        return items.Entity(publisher.pk, publisher.name, self.addresses.of("publisher", publisher.slug))

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
            quotation=self.quotation(found.quotation) if found.quotation else None,
            people=tuple(self.entity(one) for one in named if one.kind == "person"),
            countries=tuple(self.entity(one) for one in named if one.kind == "country"),
        )

    def entity(self, who: EntityRef) -> items.Entity:
        return items.Entity(who.key, who.name, self.addresses.of(who.kind, who.key))

    def quotation(self, quotation: Quotation) -> items.Quotation:
        return items.Quotation(
            id=quotation.pk,
            kind=cast("items.QuotationKind", quotation.kind),
            link=self.addresses.of("quotation", quotation.pk),
            speakers=tuple(map(_speaker, quotation.attributed)),
            about=tuple(map(self.entity, self.spoken_of.get(quotation.pk, ()))),
            confidence=quotation.confidence,
            certainty=quotation.certainty.value,
            candidates=tuple(map(_speaker, quotation.candidates)),
            speaker_words=(quotation.described or None) if quotation.is_unsure else None,
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
            articles=tuple(map(self.article, articles.values())),
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


def _speaker(speaker: Speaker) -> items.Speaker:
    kind = cast("items.SpeakerKind", speaker.kind)
    return items.Speaker(kind, str(speaker), speaker.person_id, speaker.country_id)
