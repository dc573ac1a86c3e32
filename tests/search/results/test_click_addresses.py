"""Addresses of many clicks, written quickly, are those of the clicks' requests."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.engines.port import Facet
from search.results.click_addresses import FacetAddresses, TimeAddresses
from search.results.histogram import Bar
from search.results.model import FacetValue
from search.results.request import PARAMETERS, SearchRequest, choices

VALUES: dict[Facet, st.SearchStrategy[Any]] = dict.fromkeys(PARAMETERS, st.integers(1, 4)) | {
    "quotes": st.sampled_from(["with", "without"]),
    "countries": st.sampled_from(["DE", "FR"]),
    "kinds": st.sampled_from(["title", "image description"]),
    "months": st.sampled_from(["2016-05", "2016-06"]),
}
some = st.fixed_dictionaries(
    {}, optional={facet: st.lists(one, max_size=2, unique=True) for facet, one in VALUES.items()}
)
chosen = some.map(lambda values: choices({facet: tuple(them) for facet, them in values.items()}))
dates = st.sampled_from(["", "2016", "2016-05"])
requests = st.builds(
    SearchRequest,
    q=st.text(max_size=5),
    unit=st.sampled_from(["", "quotations"]),
    chosen=chosen,
    excluded=chosen,
    date_from=dates,
    date_to=dates,
    sort=st.sampled_from(["", "newest"]),
    group_by=st.sampled_from(["", "speakers"]),
    copies_apart=st.booleans(),
    page=st.integers(1, 3),
)


@pytest.mark.parametrize("facet", PARAMETERS)
@given(request=requests, data=st.data())
def test_the_clicks_of_a_facet(request, facet, data):
    value = data.draw(VALUES[facet])
    is_chosen, is_excluded = value in request.chosen_in(facet), value in request.excluded_in(facet)
    one = FacetValue(request, facet, value, "name", 1, is_chosen, is_excluded)
    assert FacetAddresses(request, facet).of(one) == (one.click.to_query(), one.exclude.to_query())


@given(request=requests, date_from=st.sampled_from(["2015", "2016-04"]), date_to=st.sampled_from(["2015", "2019-12"]))
def test_the_bars_of_a_chart(request, date_from, date_to):
    bar = Bar("name", 1, date_from, date_to, False, request)
    assert TimeAddresses(request).of(bar) == bar.click.to_query()
