"""A chart over time: few bars, none left out between, and each click finds what its bar counts."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from search.engines.port import EngineRequest, MonthCount
from search.results.histogram import histogram
from search.results.request import SearchRequest
from tests.examples import examples
from tests.search.conftest import batch_of

ASKED = SearchRequest(q="tax")


def of(*months: str, request: SearchRequest = ASKED, most: int = 60):
    return histogram(request, [MonthCount(month, 2) for month in months], most)


SPANS = [
    (("2016-05",), ["May 2016"], ("2016-05", "2016-05")),
    (("2016-11", "2017-01"), ["November 2016", "December 2016", "January 2017"], ("2016-11", "2016-11")),
    (("2010-02", "2019-12"), ["January to March 2010", "October to December 2019"], ("2010-01", "2010-03")),
    (("1987-06", "2025-01"), ["1987", "2025"], ("1987", "1987")),
    (("1801-06", "2025-01"), ["1800 to 1804", "2025 to 2029"], ("1800", "1804")),
    (("0001-01", "9999-12"), ["1 to 999", "9000 to 9999"], ("0001", "0999")),
    (("9999-12",), ["December 9999"], ("9999-12", "9999-12")),
]


@pytest.mark.parametrize(("months", "names", "first"), SPANS)
def test_bars_are_as_wide_as_the_span_needs(months, names, first):
    bars = of(*months).bars
    assert len(bars) <= 60
    assert [bars[0].name, bars[-1].name] == [names[0], names[-1]]
    assert (bars[0].date_from, bars[0].date_to) == first
    assert sum(bar.count for bar in bars) == 2 * len(months)


def test_there_is_no_chart_of_nothing():
    assert of() is None
    assert histogram(ASKED, [MonthCount("2016-05", 0)], 60) is None


CHOSEN = [
    (SearchRequest(), []),
    (SearchRequest(date_from="2016-06"), ["June 2016", "July 2016"]),
    (SearchRequest(date_to="2016-05"), ["May 2016"]),
    (SearchRequest(date_to="9999"), ["May 2016", "June 2016", "July 2016"]),
    (SearchRequest(date_from="2016-06-15", date_to="2016-06-19"), ["June 2016"]),
    (SearchRequest(chosen=(("months", ("2016-05", "2016-07")),)), ["May 2016", "July 2016"]),
    (SearchRequest(excluded=(("months", ("2016-05",)),)), ["June 2016", "July 2016"]),
    (SearchRequest(chosen=(("years", (2017,)),)), []),
    (SearchRequest(excluded=(("years", (2016,)),)), []),
]


@pytest.mark.parametrize(("request_", "chosen"), CHOSEN)
def test_the_time_asked_for_is_marked(request_, chosen):
    found = of("2016-05", "2016-07", request=request_)
    assert [bar.name for bar in found.bars if bar.chosen] == chosen
    assert found.narrowed == (request_ != SearchRequest())


def test_a_click_takes_the_place_of_any_time_and_keeps_the_rest():
    asked = SearchRequest("tax", chosen=(("people", (3,)), ("years", (2015,))), date_from="2015", page=4)
    click = of("2016-05", "2016-06", request=asked).bars[0].click
    assert click.to_query() == "q=tax&person=3&date_from=2016-05&date_to=2016-05"


days = st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31)) | st.dates(date(2015, 1, 1), date(2017, 12, 31))


@examples(0.15, HealthCheck.function_scoped_fixture)
@given(published=st.lists(days, min_size=1, max_size=30), most=st.sampled_from([12, 20, 60]))
def test_a_bar_counts_what_its_click_finds(engine, document, published, most):
    documents = [document(n, n, "tax", None, day=day) for n, day in enumerate(published, 1)]
    engine.rebuild([batch_of(*documents)], 1)
    asked = SearchRequest(chosen=(("years", (2016,)),), date_to="2016-05-04")
    counted = engine.search(EngineRequest(None, filters=asked.filters())).timeline
    found = histogram(asked, counted, most)
    assert (found.total if found else 0) == sum(day is not None for day in published)
    for bar in found.bars if found else ():
        answer = engine.search(EngineRequest(None, filters=bar.click.filters(), facets=(), timeline=False))
        assert answer.documents == bar.count, bar
    assert not found or len(found.bars) <= most


def test_the_bars_follow_each_other_without_a_gap():
    bars = of("1987-06", "2025-01").bars
    assert all(one.click.first_day_after() == other.click.first_day() for one, other in pairwise(bars))
