"""Rows of facets and bars are written without a template: whatever is in a name or an address stays text."""

import pytest

from search.engines.port import MonthCount
from search.pages.timeline import charts
from search.results.model import FacetValue, SearchResults
from search.results.request import SearchRequest
from search.templatetags.chart_bars import bar_rows, chart_bars
from search.templatetags.facet_rows import facet_rows

HOSTILE = SearchRequest(q="\"><script>alert('1')</script>&", chosen=(("people", (1,)),), excluded=(("people", (2,)),))
NAME = "<b title='x'>\"Bell\" & Sons</b>"


@pytest.mark.parametrize(("value", "chosen", "excluded"), [(1, True, False), (2, False, True), (3, False, False)])
def test_names_and_addresses_in_rows_are_escaped(value, chosen, excluded):
    rows = facet_rows([FacetValue(HOSTILE, "people", value, NAME, 1234, chosen, excluded)])
    assert "<script" not in rows
    assert "<b" not in rows
    assert rows.count("&lt;b title=&#x27;x&#x27;&gt;&quot;Bell&quot; &amp; Sons&lt;/b&gt;") == 3
    assert "&amp;person=" in rows.replace("not_person", "person")
    assert "1,234" in rows


def test_addresses_of_bars_are_escaped():
    months = (MonthCount("2016-05", 1), MonthCount("2016-07", 4000))
    drawn = charts(SearchResults(HOSTILE, "paragraphs", timeline=months))
    written = chart_bars(drawn.sizes[0], HOSTILE) + bar_rows(drawn.tables[0], HOSTILE)
    assert "<script" not in written
    assert "&amp;date_from=2016-07&amp;date_to=2016-07" in written
    assert written.count("4,000") == 3


def test_no_values_are_no_rows():
    assert facet_rows([]) == ""
