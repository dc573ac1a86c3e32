"""What the archive holds: every number is what its link finds."""

import re
from html import unescape

import pytest

from articles.queries.coverage import stretches_of
from articles.queries.heat import heat_of

pytestmark = pytest.mark.django_db
DATES = ("2019", "2019-01", "2019-01-31T23:30-05:00", "2019-12-31", "2020-02-29", "2021-07", "", "")


@pytest.fixture
def holdings(archive):
    """Two publishers, an article of none, dates as exact as they come, and one that is doubted."""
    for published in DATES:
        archive.article(title=f"Of {published}", published=published, publisher="Harbour Post")
    archive.article(published="2020-02", publisher="Quay News")
    archive.article(published="2020-03-01", publisher="")
    archive.article(published="", publisher="")
    archive.article(published="2031-01-01", doubt="It lies ahead.", publisher="Quay News")


def numbers(page):
    """Each number of a page that leads to a list of articles, with where it leads."""
    links = re.findall(r'href="(/articles/\?[^"]*)"[^>]*>([\d,]+)', page.content.decode())
    return [(unescape(href), int(number.replace(",", ""))) for href, number in links]


def row(page, name):
    (found,) = [one for one in page.context["coverage"].rows if str(one.publisher or "") == name]
    return [cell.times for cell in found.cells], found.undated


@pytest.mark.parametrize(
    "address",
    ["/coverage/", "/coverage/?from=2019&to=2019", "/coverage/?from=2020", "/coverage/harbour-post/"],
)
def test_each_number_is_what_its_link_finds(client, holdings, address):
    links = numbers(client.get(address))
    assert len(links) >= 3
    for href, number in links:
        assert client.get(href).context["listing"].total == number, href


def test_years_and_what_has_no_date(client, holdings):
    page = client.get("/coverage/")
    assert row(page, "Harbour Post") == ([4, 1, 1], 2)
    assert row(page, "Quay News") == ([0, 1, 0], 1)
    assert row(page, "") == ([0, 1, 0], 1)
    total = page.context["coverage"].total
    assert ([cell.times for cell in total.cells], total.undated) == ([4, 3, 1], 4)


def test_one_year_is_shown_by_month_and_a_year_alone_counts_in_january(client, holdings):
    page = client.get("/coverage/?from=2019&to=2019")
    assert row(page, "Harbour Post")[0] == [3, *[0] * 10, 1]
    assert "Of 1 article the year alone is known" in page.content.decode()


def test_a_publisher_by_month_the_newest_year_first(client, holdings):
    years = client.get("/coverage/harbour-post/").context["coverage"].years
    assert [(year.year, year.total) for year in years] == [("2021", 1), ("2020", 1), ("2019", 4)]
    assert years[0].cells[6].times == 1


def test_a_year_without_articles_is_shown_between_others(client, archive):
    archive.article(published="2018-05")
    archive.article(published="2020-05")
    years = client.get("/coverage/harbour-post/").context["coverage"].years
    assert [year.total for year in years] == [1, 0, 1]


def test_another_spelling_leads_to_the_publisher(client, holdings):
    assert client.get("/coverage/HARBOUR POST/").headers["Location"] == "/coverage/harbour-post/"
    assert client.get("/coverage/nobody/").status_code == 404


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("from=soon", "“soon” is no year"),
        ("from=2021&to=2019", "ends before it begins"),
        ("to=0000", "“0000” is no year"),
        ("from=٢٠١٩", "is no year"),
        ("from=%00", "is no year"),
        ("to=99999", "“99999” is no year"),
        ("from=%3Cscript%3E", "“&lt;script&gt;” is no year"),
    ],
)
def test_what_is_no_year_is_said_and_all_years_are_shown(client, holdings, query, says):
    page = client.get(f"/coverage/?{query}")
    assert says in page.content.decode()
    assert len(page.context["coverage"].stretches) == 3


@pytest.mark.parametrize("query", ["from=0001&to=9999", "from=9999", "to=0001", "page=99", "page=-1", "page=x"])
def test_impossible_times_and_pages_are_answered(client, holdings, query):
    assert client.get(f"/coverage/?{query}").status_code == 200


def test_an_archive_without_a_date_says_so(client, archive):
    assert "has a date yet" in client.get("/coverage/").content.decode()
    archive.article(published="")
    assert "has a date yet" in client.get("/coverage/").content.decode()
    assert "No article of it has a date" in client.get("/coverage/harbour-post/").content.decode()


def test_more_publishers_cost_no_more_queries(client, holdings, archive, django_assert_num_queries):
    with django_assert_num_queries(5):
        client.get("/coverage/")
    for number in range(30):
        archive.article(published=f"20{number + 10}", publisher=f"Paper {number}")
    with django_assert_num_queries(5):
        client.get("/coverage/")


@pytest.mark.parametrize(
    ("years", "first", "last", "number"),
    [
        ((2019, 2019), "2019-01", "2019-12", 12),
        ((2019, 2020), "2019", "2020", 2),
        ((2001, 2024), "2001", "2024", 24),
        ((1987, 2025), "1987", "2025", 9),
        ((1, 9999), "0001", "9999", 10),
    ],
)
def test_stretches_are_as_short_as_fit_a_table(years, first, last, number):
    stretches = stretches_of(years)
    assert (stretches[0].first, stretches[-1].last, len(stretches)) == (first, last, number)


def test_shades_follow_the_numbers_at_hand():
    heat = heat_of([0, 1, 1, 2, 3, 50, 0])
    assert heat.least == (1, 2, 3, 50)
    assert [heat.level(n) for n in (0, 1, 2, 3, 49, 50, 10**9)] == [0, 1, 2, 3, 3, 4, 4]
    assert heat.legend == [(1, 1, 1), (2, 2, 2), (3, 3, 49), (4, 50, None)]
    assert heat_of([]).level(7) == 0
    assert heat_of([4, 4, 4]).level(4) == 1
