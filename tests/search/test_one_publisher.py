"""One publisher in several spellings: every list, filter, facet, file, feed and answer counts the same articles."""

import csv
import json
import re
import shutil
from io import StringIO
from urllib.parse import urlencode

import pytest

from articles.editing.corrections import Edit, NothingToCorrectError, correct_value
from articles.editing.identity_decisions import MergeVerdict, decide_publishers
from articles.identity.publishers import alias_named
from articles.importing.importer import import_article
from articles.models import Article, PublisherCandidate
from articles.sources import SourceArticle, SourceParagraph
from search.indexing.sync import sync
from tests.articles.conftest import editor  # noqa: F401  a fixture

pytestmark = pytest.mark.django_db
SPELLINGS = ("The Test Post", "THE TEST POST", "the test-post", " The Test Post.")
ALL = len(SPELLINGS)


def add(number: int, publisher: str) -> None:
    paragraphs = (SourceParagraph(f"Ferry {number} left the harbour."),)
    import_article(SourceArticle("a place", "a.jsonl", paragraphs, source_id=f"{number}", publisher=publisher.strip()))


@pytest.fixture(scope="module")
def indexed(rows_of_a_module, index_now):
    for number, publisher in enumerate((*SPELLINGS, "The Quay Post", "")):
        add(number, publisher)
    return index_now()


@pytest.fixture
def post(db, indexed, settings):
    shutil.copytree(indexed, settings.SEARCH_INDEX_DIR)
    return alias_named("The Test Post").publisher


def ways(post) -> list[str]:
    """Every way an address may name it."""
    return [str(post.pk), post.slug, "the test post", *SPELLINGS]


def searches(post) -> list[str]:
    by_words = [urlencode({"q": f'publisher:"{name}"'}) for name in ("the test post", *SPELLINGS)]
    return [*(urlencode({"publisher": way}) for way in ways(post)), *by_words]


def test_the_list_of_articles_takes_every_spelling(client, post):
    for way in ways(post):
        page = client.get(f"/articles/?{urlencode({'publisher': way})}")
        assert page.context["listing"].total == ALL, way
        assert f'<option value="{post.pk}" selected>The Test Post</option>' in page.content.decode()


def test_the_filter_lists_it_once(client, post):
    assert re.findall(r"<option[^>]*>([^<]*Post[^<]*)<", client.get("/articles/").content.decode()) == [
        "The Quay Post",
        "The Test Post",
    ]


def test_pages_files_feed_and_api_count_the_same(client, post):
    for query in searches(post):
        page = client.get(f"/search/?unit=articles&{query}")
        assert page.context["found"].documents == ALL, query
        table = b"".join(client.get(f"/search/export.csv?unit=articles&{query}").streaming_content).decode()
        rows = list(csv.DictReader(StringIO(table)))
        assert [row["publisher"] for row in rows if row["publisher"]] == ["The Test Post"] * ALL
        lines = b"".join(client.get(f"/search/export.jsonl?unit=articles&{query}").streaming_content).splitlines()[:-1]
        assert [json.loads(line)["publisher"] for line in lines] == ["The Test Post"] * ALL
        feed = client.get(f"/search/feed.atom?unit=articles&{query}").content.decode()
        assert feed.count('<category term="The Test Post"') == feed.count("<entry>") == ALL
        assert client.get(f"/api/search/articles?{query}").json()["total"]["documents"] == ALL


def test_the_facet_lists_it_once_with_all_its_articles(client, post):
    answer = client.get("/api/search/articles?q=ferry").json()
    (facet,) = [one for one in answer["facets"] if one["facet"] == "publishers"]
    counted = {one["name"]: one["count"] for one in facet["values"]}
    assert counted == {"The Test Post": ALL, "The Quay Post": 1}


@pytest.mark.parametrize("value", ["nobody", "\x00", "9" * 30, "x" * 5_000, "%' OR 1=1 --", "<script>", "٣", "-1"])
def test_a_publisher_that_is_none_gets_a_sentence(client, post, value):
    page = client.get(f"/search/?{urlencode({'q': 'ferry', 'publisher': value})}")
    assert page.status_code == 200
    assert "<script>" not in page.content.decode()
    assert page.context["found"].documents == ALL + 2
    assert bool(page.context["warnings"]) == bool(value.strip("\x00"))
    assert client.get(f"/articles/?{urlencode({'publisher': value})}").context["listing"].total == 0


def test_search_follows_a_merge_and_its_end(client, post, editor):  # noqa: F811
    add(9, "testpost.com")
    sync()
    other = alias_named("testpost.com").publisher
    candidate = PublisherCandidate.objects.get()

    def articles_of(publisher: str) -> int:
        return client.get(f"/api/search/articles?{urlencode({'publisher': publisher})}").json()["total"]["documents"]

    assert (articles_of("the test post"), articles_of("testpost.com")) == (ALL, 1)
    decide_publishers(candidate.pk, MergeVerdict("same", editor, "open", keep=post.pk))
    assert sync().articles == 1
    assert articles_of("the test post") == articles_of("testpost.com") == articles_of(str(other.pk)) == ALL + 1
    decide_publishers(candidate.pk, MergeVerdict("open", editor, "same"))
    assert sync().articles == 1
    assert (articles_of("the test post"), articles_of("testpost.com")) == (ALL, 1)


def test_a_correction_stands_when_the_article_comes_again(client, post, editor):  # noqa: F811
    article = Article.objects.get(source_id="4")
    correct_value(article.pk, "publisher", Edit("THE TEST-POST", "a slip", editor, article.revision))
    assert article.corrections.get().after == "The Test Post"
    add(4, "The Quay Gazette")
    article.refresh_from_db()
    assert (article.publisher, article.imported["publisher"]) == (post, "The Quay Gazette")
    sync()
    assert client.get("/search/?unit=articles&publisher=the+test+post").context["found"].documents == ALL + 1


def test_a_correction_to_another_spelling_of_the_same_is_none(post, editor):  # noqa: F811
    article = Article.objects.get(source_id="0")
    with pytest.raises(NothingToCorrectError):
        correct_value(article.pk, "publisher", Edit("the TEST post", "a slip", editor, article.revision))
