"""A doubted date is none to a search: last in both orders, in no period, and no part of the chart."""

import csv
import re
from io import StringIO

import pytest

from articles.models import Article
from search.indexing.sync import sync

pytestmark = pytest.mark.django_db


@pytest.fixture
def dated(add_article):
    """Three articles, of which the first says that it is of 2091."""
    add_article("Ferry 2091", "A quiet pier.", year=2091)
    Article.objects.update(published_from=None, published_doubt="it lies ahead of the import")
    for year in (2019, 2020):
        add_article(f"Ferry {year}", "A quiet pier.", year=year)
    sync()


def years(client, query):
    """The articles that a page lists, by their years, in order."""
    page = client.get(f"/search/?q=pier&{query}").content.decode()
    return [int(year) for year in re.findall(r"Ferry (\d{4})\s*</a>", page)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("sort=newest", [2020, 2019, 2091]),
        ("sort=oldest", [2019, 2020, 2091]),
        ("date_from=2000&sort=newest", [2020, 2019]),
        ("date_to=2099&sort=newest", [2020, 2019]),
        ("year=2091", []),
    ],
)
def test_it_comes_last_and_is_in_no_period(client, dated, query, found):
    assert years(client, query) == found


@pytest.mark.parametrize("words", ["after:2050", "year:2091", "before:2099 -year:2019 -year:2020"])
def test_words_about_time_do_not_find_it(client, dated, words):
    assert "Ferry 2091" not in client.get("/search/", {"q": f"pier {words}"}).content.decode()


def test_the_chart_and_the_facets_are_of_years_that_can_be(client, dated):
    page = client.get("/search/?q=pier").content.decode()
    assert "year=2020" in page
    for title_or_doubt in ("Ferry 2091", "Ferry+2091", "2091-06-01", "1 June 2091"):
        page = page.replace(title_or_doubt, "")
    assert "2091" not in page
    assert "which can’t be" in page


def test_a_feed_has_it_last_and_without_a_moment_of_publishing(client, dated):
    feed = client.get("/search/feed.atom?q=pier").content.decode()
    assert re.findall(r"<title>Ferry (\d{4})</title>", feed) == ["2020", "2019", "2091"]
    assert re.findall(r"<published>(\d{4})", feed) == ["2020", "2019"]


def test_a_file_says_why(client, dated):
    answer = client.get("/search/export.csv?q=pier&sort=newest")
    rows = csv.DictReader(StringIO(answer.getvalue().decode("utf-8-sig")))
    assert [(row["title"], row["published_doubt"]) for row in rows][:3] == [
        ("Ferry 2020", ""),
        ("Ferry 2019", ""),
        ("Ferry 2091", "it lies ahead of the import"),
    ]
