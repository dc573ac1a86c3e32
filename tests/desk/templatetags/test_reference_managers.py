"""What Zotero reads from pages: meta tags of an article, COinS of each article of a list."""

from html.parser import HTMLParser
from urllib.parse import parse_qs

import pytest

from articles.models import Article


class Read(HTMLParser):
    """Collects the meta tags and the context objects of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.meta: dict[str, list[str]] = {}
        self.coins: list[dict[str, list[str]]] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        names = dict(attrs)
        if tag == "meta" and "name" in names:
            self.meta.setdefault(names["name"], []).append(names["content"])
        if names.get("class") == "Z3988":
            self.coins.append(parse_qs(names["title"], strict_parsing=True))


@pytest.fixture
def read(client):
    def page(path: str) -> Read:
        return Read(client.get(path).content.decode())

    return page


def test_an_articles_page_says_what_it_is_to_zotero(read, harbour):
    meta = read(f"/articles/{harbour.article.pk}/").meta
    assert meta["z:itemType"] == ["newspaperArticle"]
    assert meta["citation_title"] == ["New <i>harbour</i> opens"]
    assert meta["citation_author"] == ["Mara Lind"]
    assert meta["citation_publication_date"] == ["2021-03-07"]
    assert meta["prism.publicationName"] == ["Harbour Post"]
    assert meta["citation_public_url"] == [f"http://testserver/articles/{harbour.article.pk}/"]


def test_what_an_article_does_not_tell_has_no_tag(read, harbour):
    Article.objects.update(byline="", published="", published_from=None, publisher=None, language="")
    meta = read(f"/articles/{harbour.article.pk}/").meta
    assert {"citation_author", "citation_publication_date", "prism.publicationName", "citation_language"} & set(
        meta
    ) == set()


@pytest.mark.parametrize("path", ["/", "/articles/", "/search/?q=harbour"])
def test_a_list_carries_each_article(read, harbour, path):
    from django.core.management import call_command

    call_command("sync_index")
    (coins,) = read(path).coins
    assert coins["rft.type"] == ["newspaperArticle"]
    assert coins["rft.title"] == ["New <i>harbour</i> opens"]
    assert coins["rft.au"] == ["Mara Lind"]
    assert coins["rft.source"] == ["Harbour Post"]
    assert coins["rft.identifier"] == [f"http://testserver/articles/{harbour.article.pk}/"]
