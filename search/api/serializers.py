"""What a search gave → what the API answers. Counts and places are the page's, since both are made from one result.

Takes two queries besides those of the search: whom the paragraphs name, and whom the quotations speak of.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from articles.models import Article, Quotation
from articles.queries.mentioned import EntityRef, mentioned_in, subjects_of
from search.api import schemas
from search.api.links import Addresses
from search.results.model import FoundArticle, FoundFacet, FoundGroup, FoundParagraph, SearchResults
from search.results.request import PARAMETERS, SearchRequest


def told(found: SearchResults, sentences: Iterable[str], addresses: Addresses, size: int) -> schemas.Answer:
    """Return the answer; `sentences` are about the address, beside those that the results bring."""
    teller = _Teller(addresses, *_named(found))
    return schemas.Answer(
        q=found.request.q,
        unit=found.unit,
        by=found.request.group_by or "articles",
        explanation=found.explanation,
        problems=problems(found, sentences),
        total=schemas.Totals(found.documents, found.article_count, found.group_count),
        page=found.page,
        pages=found.pages,
        size=size,
        links=_links(found, addresses),
        articles=tuple(map(teller.article_found, found.articles)),
        groups=tuple(map(teller.group, found.groups)),
        facets=tuple(map(teller.facet, found.facets)),
        timeline=tuple(schemas.Month(one.month, one.count) for one in found.timeline),
    )


def problems(found: SearchResults, sentences: Iterable[str]) -> tuple[schemas.Problem, ...]:
    """Return what could not be read, of the words first."""
    of_words = (schemas.Problem(one.sentence, one.start, one.end) for one in found.problems)
    return (*of_words, *(schemas.Problem(one, None, None) for one in (*sentences, *found.sentences)))


def _links(found: SearchResults, addresses: Addresses) -> schemas.Links:
    def link(request: SearchRequest | None) -> str | None:
        return addresses.of_request(request) if request else None

    here = found.request.on_page(found.page)
    return schemas.Links(
        addresses.of_request(here), addresses.of_page(here), link(found.previous), link(found.following)
    )


def _named(found: SearchResults) -> tuple[dict[int, list[EntityRef]], dict[int, list[EntityRef]]]:
    passages = [one for group in (*found.articles, *found.groups) for one in group.paragraphs]
    quotations = {one.quotation.pk for one in passages if one.quotation}
    return mentioned_in({one.paragraph.pk for one in passages}), subjects_of(quotations)


@dataclass(frozen=True, slots=True)
class _Teller:
    addresses: Addresses
    named: dict[int, list[EntityRef]]
    spoken_of: dict[int, list[EntityRef]]

    def article_found(self, found: FoundArticle) -> schemas.ArticleFound:
        return schemas.ArticleFound(
            at=found.at,
            article=self.article(found.article),
            count=found.count,
            passages=tuple(map(self.passage, found.paragraphs)),
            copies=tuple(map(self.article, found.copies)),
            copy_count=found.copy_count,
        )

    def article(self, article: Article) -> schemas.ArticleTold:
        publisher = article.publisher
        return schemas.ArticleTold(
            id=article.pk,
            link=self.addresses.of("article", article.pk),
            title=article.title or None,
            byline=article.byline or None,
            publisher=self.publisher(publisher.pk, publisher.name) if publisher else None,
            published=article.published or None,
            section=article.section or None,
            language=article.language or None,
            url=article.url or None,
        )

    def publisher(self, key: int, name: str) -> schemas.Named:
        return schemas.Named(key, name, f"{self.addresses.of('articles')}?publisher={key}")

    def passage(self, found: FoundParagraph) -> schemas.Passage:
        paragraph = found.paragraph
        named = self.named.get(paragraph.pk, ())
        return schemas.Passage(
            id=paragraph.pk,
            article=paragraph.article_id,
            anchor=paragraph.anchor,
            kind=paragraph.kind,
            link=self.addresses.of("article", paragraph.article_id, anchor=paragraph.anchor),
            text=found.text,
            marks=tuple(schemas.Mark(start, end) for start, end in found.marks),
            quotation=self.quotation(found.quotation) if found.quotation else None,
            people=tuple(self.who(one) for one in named if one.kind == "person"),
            countries=tuple(self.who(one) for one in named if one.kind == "country"),
        )

    def who(self, who: EntityRef) -> schemas.Named:
        return schemas.Named(who.key, who.name, self.addresses.of(who.kind, who.key))

    def quotation(self, quotation: Quotation) -> schemas.QuotationTold:
        return schemas.QuotationTold(
            id=quotation.pk,
            kind=quotation.kind,
            link=self.addresses.of("quotation", quotation.pk),
            speakers=tuple(
                schemas.SpeakerTold(one.kind, str(one), one.person_id, one.country_id)
                for one in quotation.speakers.all()
            ),
            about=tuple(map(self.who, self.spoken_of.get(quotation.pk, ()))),
            confidence=quotation.confidence,
        )

    def group(self, found: FoundGroup) -> schemas.GroupFound:
        articles = {one.paragraph.article_id: one.paragraph.article for one in found.paragraphs}
        return schemas.GroupFound(
            at=found.at,
            value=found.value,
            name=found.name,
            count=found.count,
            share=found.share,
            passages=tuple(map(self.passage, found.paragraphs)),
            articles=tuple(map(self.article, articles.values())),
            link=self.addresses.of_request(found.click),
        )

    def facet(self, found: FoundFacet) -> schemas.FacetFound:
        return schemas.FacetFound(
            facet=found.facet,
            title=found.title,
            parameter=PARAMETERS[found.facet],
            values=tuple(
                schemas.ValueFound(
                    one.value, one.name, one.count, one.chosen, one.excluded, self.addresses.of_request(one.click)
                )
                for one in found.values
            ),
        )
