"""Filtering by date: an article is of the day that it prints, as exactly as it knows it."""

from calendar import monthrange
from datetime import date

import pytest

from articles.filters import Period
from articles.models import Article, Quotation

pytestmark = pytest.mark.django_db

EARLY_HERE, LATE_HERE = "2022-03-18T00:30+01:00", "2022-03-18T23:30-05:00"  # in UTC of the 17th and of the 19th
PUBLISHED = [
    "",
    "0999-12-31",
    "2021",
    "2021-12-31T23:59:59Z",
    "2022",
    "2022-01-01T00:00+14:00",
    "2022-02",
    "2022-03",
    "2022-03-17",
    EARLY_HERE,
    "2022-03-18",
    "2022-03-18T13:00",
    LATE_HERE,
    "2022-03-19",
    "2022-04-01T00:10:05+02:00",
    "2022-12-31T23:30-11:00",
    "2023-01-01",
    "9999",
]
PERIODS = [
    "0999",
    "2021",
    "2022",
    "2022-01",
    "2022-02",
    "2022-01-01",
    "2022-03",
    "2022-03-01",
    "2022-03-18",
    "2022-12",
    "2022-12-31",
    "9999-12-31",
]


def first_day(iso):
    parts = [int(part) for part in iso[:10].split("-")]
    return date(*[*parts, 1, 1][:3])


def last_day(iso):
    year, month = [*[int(part) for part in iso[:7].split("-")], 12][:2]
    return first_day(iso) if len(iso) >= 10 else date(year, month, monthrange(year, month)[1])


@pytest.fixture
def dated(archive):
    """An article of every precision and zone."""
    for published in PUBLISHED:
        archive.article(published=published)


@pytest.mark.parametrize("given", PERIODS)
def test_what_is_of_the_period_or_later_is_found(dated, given):
    found = Article.objects.filter(Period(given).or_later()).values_list("published", flat=True)
    assert set(found) == {iso for iso in PUBLISHED if iso and first_day(iso) >= first_day(given)}


@pytest.mark.parametrize("given", PERIODS)
def test_what_is_of_the_period_or_earlier_is_found(dated, given):
    found = Article.objects.filter(Period(given).or_earlier()).values_list("published", flat=True)
    assert set(found) == {iso for iso in PUBLISHED if iso and first_day(iso) <= last_day(given)}


@pytest.mark.parametrize("one", PERIODS)
@pytest.mark.parametrize("other", PERIODS)
def test_a_period_is_before_another_when_it_ends_before_that_begins(one, other):
    assert Period(one).is_before(Period(other)) == (last_day(one) < first_day(other))


@pytest.mark.parametrize("published", [EARLY_HERE, LATE_HERE])
def test_an_article_is_found_by_the_day_that_it_shows(client, archive, published):
    archive.article(published=published)
    page = client.get("/?date_from=2022-03-18&date_to=18+March+2022")
    assert page.context["listing"].total == 1
    assert "18 March 2022" in page.content.decode()


def test_a_quotation_is_found_by_the_day_of_its_article(search_quotations, archive):
    archive.quotation(archive.article(published=EARLY_HERE), "We never sink,")
    archive.quotation(archive.article(published="2022"), "We never sink,")
    archive.quotation(archive.article(published=""), "We never sink,")
    assert Quotation.objects.count() == 3
    assert search_quotations("date_from=2022-03-18&date_to=2022-03-18").total == 1
    assert search_quotations("date_from=2022-01-01&date_to=2022-01").total == 1
    assert search_quotations("date_from=2022-06").total == 0


def test_a_time_is_more_than_a_period(client, db):
    assert "without a time" in client.get("/?date_from=2022-03-18+13:00").content.decode()
