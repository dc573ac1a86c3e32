"""Articles: the list of the pages, and each with its text and all that was found in it."""

from collections.abc import Sequence
from typing import Any, Literal

from django.http import HttpRequest
from ninja import Path, Query, Router

from api.addresses import Addresses
from api.parameters.values import CountryCode, Date, Name, Number
from api.schemas import texts
from api.serializers.articles import article_entry
from api.serializers.whole_articles import whole_article
from api.v1.lists import ListOf, filtered, list_of
from api.v1.parameters import ListParameters
from api.v1.problems import ApiProblem
from api.v1.reading import answers
from articles.filters import ArticleFilter
from articles.models import Article
from articles.queries import article_entries, article_page, copies_of
from articles.queries.stories import stories_of
from articles.queries.withdrawn import removed_article

router = Router(tags=["articles"])


class ArticleParameters(ListParameters):
    """Which articles, and in which order."""

    publisher: Name | None = None
    """Who published them: a publisher's number, or any spelling of its name."""
    section: Name | None = None
    """The section that they stand in, by number or by name."""
    date_from: Date | None = None
    """Published in this year, month or day, or later."""
    date_to: Date | None = None
    """Published in this year, month or day, or earlier."""
    person: Name | None = None
    """Somebody whom they name, by number or by name."""
    country: CountryCode | None = None
    """A country that they name, by its code in ISO 3166-1."""
    quotations: Literal["with", "without"] | None = None
    """Those in which somebody is quoted, or the others."""
    missing: Literal["title", "date", "publisher", "byline"] | None = None
    """Those that do not tell this of themselves."""
    sort: Literal["newest", "oldest", "quotations", "title"] = "newest"
    """The order; what has no date comes last in those of time."""


class ArticleList(ListOf[texts.ArticleEntry]):
    """Articles, each with whom and what it names most."""


@router.get("", response=answers(ArticleList, 404), url_name="v1-articles", summary="Articles")
def articles(request: HttpRequest, parameters: Query[ArticleParameters]) -> Any:
    """The articles of the archive's front page, narrowed and in order as there."""
    addresses = Addresses(request)
    rows = filtered(ArticleFilter, parameters, Article.objects.all())

    def entries(keys: Sequence[int]) -> list[texts.ArticleEntry]:
        stories = stories_of(keys)
        return [article_entry(one, stories.get(one.article.pk), addresses) for one in article_entries(keys)]

    return list_of(request, parameters, rows, entries, "articles")


@router.get("/{id}", response=answers(texts.WholeArticle, 404, 410), url_name="v1-article", summary="An article")
def article(request: HttpRequest, id: Path[Number]) -> Any:
    """An article with its paragraphs, its quotations, and the people and countries that it names."""
    row = Article.objects.select_related("publisher", "section").filter(pk=id).first()
    if row is None:
        raise _none(id)
    return whole_article(article_page(row), copies_of(row), stories_of([row.pk]).get(row.pk), Addresses(request))


def _none(number: int) -> ApiProblem:
    """Return why there is no article of a number: it never was, or it is withdrawn or erased."""
    removed = removed_article(number)
    if removed is None:
        return ApiProblem(404, f"The archive has no article of number {number}.")
    return ApiProblem(410, f"Article {number} was {removed.how} {removed.ground} on {removed.at:%-d %B %Y}.")
