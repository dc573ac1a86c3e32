"""The chart on the page of results: for desks and phones, whole and closer, and its table."""

from html.parser import HTMLParser

import pytest

from search.engines.port import MonthCount
from search.indexing.sync import sync
from search.pages.timeline import DESK, PHONE, charts
from search.results.model import SearchResults
from search.results.request import SearchRequest

YEARS = [MonthCount(f"{year}-{month:02}", year - 1990) for year in range(1991, 2021) for month in (3, 9)]


def of(months: list[MonthCount], **request):
    return charts(SearchResults(SearchRequest(**request), "paragraphs", timeline=tuple(months)))


def test_many_bars_are_drawn_for_a_desk_and_fewer_for_a_phone():
    found = of(YEARS)
    assert [(chart.size, chart.histogram.width) for chart in found.sizes] == [("desk", 12), ("phone", 24)]
    assert [len(chart.bars) <= most for chart, most in zip(found.sizes, (DESK, PHONE), strict=True)] == [True, True]
    assert (found.closer, found.any_time) == ((), None)


def test_few_bars_are_drawn_once():
    assert [chart.size for chart in of([MonthCount("2016-05", 1), MonthCount("2016-07", 4)]).sizes] == ["any"]


def test_there_is_no_chart_of_one_bar_unless_a_time_is_asked_for():
    assert of([]) is None
    assert of([MonthCount("2016-05", 1)]) is None
    assert of([MonthCount("2016-05", 1)], date_from="2016") is not None


@pytest.mark.parametrize(
    "time", [{"date_from": "2010", "date_to": "2010"}, {"date_from": "2010-03", "date_to": "2010-03"}]
)
def test_a_chosen_stretch_is_shown_closer(time):
    found = of(YEARS, **time)
    (closer,) = found.closer
    assert [bar.name for bar in closer.ends] == ["March 2010", "September 2010"]
    assert [bar.name for bar in found.tables[1]] == ["March 2010", "September 2010"]
    assert [len(bars) for bars in found.tables] == [30, 2]
    assert found.any_time == SearchRequest()


def test_nothing_is_closer_than_months():
    assert of([MonthCount("2016-05", 1), MonthCount("2016-07", 4)], date_from="2016-05", date_to="2016-07").closer == ()


def test_bars_are_as_high_as_their_counts_and_one_can_be_reached_by_the_keyboard():
    (chart,) = of([MonthCount("2016-05", 1), MonthCount("2016-07", 1000)], date_from="2016-07").sizes
    assert [(bar.left, bar.top, bar.height) for bar in chart.bars] == [(1, 97, 3), (11, 100, 0), (21, 0, 100)]
    assert [bar.first for bar in chart.bars] == [False, False, True]
    assert chart.width == 30


def test_each_drawing_tells_of_its_own_highest_bar():
    months = [MonthCount("2014-05", 9)]
    months += [MonthCount(f"{2016 + month // 12}-{month % 12 + 1:02}", 5) for month in range(24)]
    desk, phone = of(months).sizes
    assert [(desk.highest.name, desk.highest.count)] == [("May 2014", 9)]
    assert [(phone.highest.name, phone.highest.count)] == [("January to March 2016", 15)]


class Links(HTMLParser):
    """Collects the addresses of the bars with their counts."""

    def __init__(self) -> None:
        super().__init__()
        self.bars: list[tuple[str, int]] = []

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if "bar" in (attributes.get("class") or "").split():
            self.bars.append((attributes["href"], int(attributes["data-count"])))


@pytest.mark.django_db
def test_the_page_says_where_most_is_of_the_chart_that_is_shown(client, add_article):
    for year in (2014, 2018, 2019, 2019):
        add_article("Taxes", "The tax.", year=year)
    sync()
    page = client.get("/search/?q=tax").content.decode()
    for chart in client.get("/search/?q=tax").context["charts"].sizes:
        drawing = page.split(f'<div class="timeline-{chart.size}">')[1].split("</div>")[0]
        assert f">most in {chart.highest.name}: {chart.highest.count}<" in drawing
    assert page.count("most in ") == 2


@pytest.mark.slow(reason="every bar is searched for")
@pytest.mark.django_db
def test_each_bar_of_the_page_finds_what_it_counts(client, add_article):
    for year in (2018, 2019, 2019, 2021):
        add_article("Taxes", "The tax.", year=year)
    sync()
    links = Links()
    links.feed(client.get("/search/?q=tax&date_from=2019").content.decode())
    assert sum(count for _, count in links.bars) == 2 * 8  # titles and texts, for a desk and for a phone
    for href, count in set(links.bars):
        assert client.get(f"/search/{href}").context["found"].documents == count
