"""Every address that took a filter under another name leads on to the same results under today's name."""

import re
import shutil
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import reverse

from articles.models import Article
from newsroom.renamed_parameters import RENAMED
from search.indexing.rebuild import rebuild

pytestmark = pytest.mark.django_db
PLACES = {
    "search-values": ["publishers"],
    "api-search": ["paragraphs"],
    "export": ["csv"],
    "cite-search-file": ["ris"],
}
WITHOUT_TITLES = ("suggestions", "search-values", "opened", "cite-search", "cite-search-file")
VALUES = {  # the former parameter → its value, today's parameters, and the years of the articles that are found
    "after": ("2019-06", {"date_from": "2019-06"}, {2019, 2020, 2021}),
    "before": ("2020-06-01", {"date_to": "2020-05-31"}, {2018, 2019}),
    "quotes": ("with", {"quotations": "with"}, {2019, 2021}),
    "not_quotes": ("with", {"not_quotations": "with"}, {2018, 2019, 2020, 2021}),
    "quotations": ("yes", {"quotations": "with"}, {2019, 2021}),
    "find": ("daily 2020", {"name": "daily 2020"}, {2020}),
}
QUOTED = {2019, 2021}
CASES = [(name, one.old) for name, table in RENAMED.items() for one in table]


@pytest.fixture(scope="module")
def indexed(rows_of_a_module, add_article, quote, index_now):
    """An article of each of four years, two of them with a quotation."""
    added = {}
    for year in (2018, 2019, 2020, 2021):
        article = added[year] = add_article(
            f"Ferry of {year}", "“We float,” Kirby said.", publisher=f"Daily {year}", year=year
        )
        if year in QUOTED:
            quote(article.paragraphs.get(number=1), "Kirby", "We float,")
            article.quotation_count = 1
            article.save()
    return added, index_now()


@pytest.fixture
def articles(db, indexed, settings):
    """The articles by their years."""
    shutil.copytree(indexed[1], settings.SEARCH_INDEX_DIR)
    return indexed[0]


def get(client, name, articles, parameters, follow=False):
    place = [articles[2020].pk] if name == "opened" else PLACES.get(name)
    return client.get(reverse(name, args=place), {"q": "ferry OR float", **parameters}, follow=follow)


MADE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00")  # when a file was made


def body(answer):
    return MADE.sub("now", (b"".join(answer) if answer.streaming else answer.content).decode())


def years_in(page):
    """The years of the articles whose titles a page, file or answer has."""
    return {int(year) for year in re.findall(r"Ferry of (\d{4})", re.sub("<[^>]*>", "", page))}


@pytest.mark.parametrize(("name", "parameter"), CASES)
def test_a_former_name_leads_to_the_same_results(client, articles, name, parameter):
    value, todays, years = VALUES[parameter]
    first = get(client, name, articles, {"page": "1", parameter: value})
    assert first.status_code == (308 if name == "api-search" else 301)
    target = urlsplit(first["Location"])
    assert target.path == first.wsgi_request.path
    assert parse_qs(target.query) == {key: [one] for key, one in {"q": "ferry OR float", "page": "1", **todays}.items()}
    led = client.get(first["Location"], follow=True)  # the list of quotations leads on to the search
    direct = get(client, name, articles, {"page": "1", **todays}, follow=True)
    assert led.status_code == direct.status_code == 200
    found = body(direct)
    assert body(led) == found
    if name not in WITHOUT_TITLES:
        assert years_in(found) == (years & QUOTED if name == "quotations" else years)


@pytest.mark.parametrize("name", RENAMED)
def test_what_is_given_under_todays_name_wins(client, articles, name):
    target = get(client, name, articles, {"after": "2018", "date_from": "2021"})["Location"]
    assert parse_qs(urlsplit(target).query)["date_from"] == ["2021"]


@pytest.mark.parametrize("name", RENAMED)
def test_todays_names_are_not_redirected(client, articles, name):
    todays = {"date_from": "2019", "date_to": "2020", "quotations": "with"}
    answer = get(client, name, articles, todays)
    assert answer.status_code == 200 or (name == "quotations" and urlsplit(answer["Location"]).path == "/search/")


def test_htmx_is_led_on_and_gets_the_present_address(client, articles):
    answer = client.get("/search/?q=ferry&before=2020", headers={"HX-Request": "true"}, follow=True)
    assert answer.redirect_chain == [("/search/?q=ferry&date_to=2019", 301)]
    assert answer.headers["HX-Push-Url"] == "/search/?q=ferry&date_to=2019"


def test_the_words_of_the_search_language_stay(client, articles):
    answer = client.get("/search/", {"q": "ferry after:2019 before:2021-01-01"})
    assert years_in(answer.content.decode()) == {2019, 2020}


@pytest.mark.parametrize("name", ["search", "articles", "quotations"])
@pytest.mark.parametrize("date", ["18 June 2019", "2019-6-18", "2019-6", "June 2019"])
def test_lists_and_search_read_the_same_dates(client, articles, name, date):
    page = body(get(client, name, articles, {"date_from": date}, follow=True))
    assert years_in(page) >= {2021}
    assert "not a date" not in page


@pytest.mark.parametrize(
    ("date_from", "date_to"),
    [("2019-06", "2020-06"), ("2019-06-01", "2019-06-01"), ("2018", "9999"), ("2019-06-02", "")],
)
def test_lists_and_search_find_the_same_articles_by_date(client, articles, date_from, date_to):
    Article.objects.filter(pk=articles[2020].pk).update(published="2020")
    rebuild()
    dates = {"date_from": date_from, "date_to": date_to}
    found = [years_in(body(get(client, name, articles, dates))) for name in ("articles", "search", "api-search")]
    assert found[0] == found[1] == found[2] != set()
