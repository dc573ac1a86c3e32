"""What nobody who is signed in sends leaves no session behind: else anybody could fill the database."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.urls import URLPattern, get_resolver
from django.urls.resolvers import RoutePattern

from articles.importing.importer import import_article
from articles.models import Article
from articles.sources import SourceArticle, SourceParagraph

pytestmark = pytest.mark.django_db
TEXT = "“Nobody will wait for a boat again,” the ferry minister, Amara Okafor, told reporters in Lisbon."
SENT = {"value": "Mine", "reason": "it is better", "seen": "1", "username": "nobody", "password": "wrong", "next": "/"}


@pytest.fixture
def article() -> Article:
    """An article with a quotation, a person and a country."""
    source = SourceArticle(place="a place", file_name="a.txt", paragraphs=(SourceParagraph(TEXT),), title="Boats")
    return import_article(source).article


def addresses(article: Article) -> list[str]:
    """Return an address for each pattern of the site but those of /admin/, whatever answers there."""
    keys = {"articles": article.pk, "quotations": article.quotations.get().pk}
    return [address_of(pattern, keys) for included in get_resolver().url_patterns for pattern in patterns(included)]


def patterns(included) -> list[URLPattern]:
    if isinstance(included, URLPattern):
        return [included]
    return [] if str(included.pattern) else [one for inner in included.url_patterns for one in patterns(inner)]


def address_of(pattern: URLPattern, keys: dict[str, int]) -> str:
    """Fill in what stands in angle brackets: the key of something that is there, or the name of a field."""
    assert isinstance(pattern.pattern, RoutePattern)
    route = str(pattern.pattern)
    for name, converter in pattern.pattern.converters.items():
        value = keys.get(route.partition("/")[0], 1) if type(converter).__name__ == "IntConverter" else "title"
        route = re.sub(rf"<(\w+:)?{name}>", str(value), route)
    return f"/{route}"


@pytest.mark.parametrize("method", ["get", "post"])
def test_no_stranger_gets_a_session(admin_site, client, article, method):
    asked = [*addresses(article), "/admin/", "/admin/login/", "/admin/articles/article/"]
    assert {f"/articles/{article.pk}/correct/title/", "/sign-in/", "/sign-out/"} <= set(asked)
    for address in asked:
        answer = getattr(client, method)(address, SENT)
        assert "sessionid" not in answer.cookies, address
        assert not Session.objects.exists(), address
