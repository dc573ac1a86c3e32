"""An address → a request and back; nothing in an address breaks it."""

from dataclasses import replace

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from search.results.request import SearchRequest
from search.results.url_parameters import parse_parameters

pytestmark = pytest.mark.django_db


def request_of(query: str) -> SearchRequest:
    reading = parse_parameters(QueryDict(query))
    assert reading.warnings == []
    return reading.request


def test_an_address_becomes_a_request_and_back(archive, add_person):
    kirby, muller = add_person("Kirby").pk, add_person("Müller").pk
    house = archive[0].publisher_id
    request = SearchRequest(
        q='tax "green deal" & 100%',
        unit="quotations",
        chosen=(
            ("quotes", ("with",)),
            ("people", (kirby, muller)),
            ("speakers", (kirby,)),
            ("countries", ("CN",)),
            ("publishers", (house,)),
            ("kinds", ("title",)),
            ("years", (2019, 2021)),
            ("months", ("2021-05",)),
        ),
        excluded=(("quotes", ("without",)), ("people", (muller,)), ("years", (2020,))),
        date_from="2019-05",
        date_to="2021",
        sort="newest",
        group_by="speakers",
        copies_apart=True,
        page=3,
    )
    assert request_of(request.to_query()) == request


def test_what_goes_without_saying_is_not_written(archive):
    assert SearchRequest(q="tax").to_query() == "q=tax"
    assert SearchRequest().to_query() == ""
    assert request_of("") == SearchRequest()
    assert request_of("q=&person=&country=&date_from=&page=&sort=") == SearchRequest()


def test_paragraphs_are_written_only_where_the_words_imply_quotations():
    assert request_of("q=tax&unit=paragraphs").to_query() == "q=tax"
    assert request_of("q=tax+(in:quotes+war)&unit=paragraphs").unit == ""
    assert request_of("unit=paragraphs") == SearchRequest()
    request = SearchRequest("in:quotes tax", unit="paragraphs")
    assert request_of(request.to_query()) == request


def test_the_last_of_two_units_is_taken():
    assert request_of("q=tax&unit=quotations&unit=articles").unit == "articles"


def test_years_of_few_digits_are_chosen_as_they_are_offered(archive):
    request = SearchRequest(chosen=(("years", (7, 850)), ("months", ("0007-01",))))
    assert request_of(request.to_query()) == request


def test_countries_may_be_typed_small(archive):
    assert request_of("country=cn&country=CN").chosen_in("countries") == ("CN",)


HOSTILE = [
    "person=abc",
    "person=-1",
    "person=0",
    "person=1e9",
    "person=99999999999999999999999",
    "person=999999",
    "person=%00",
    "person=1%00",
    "person=٣",
    "person=1%20OR%201=1",
    "speaker=" + "9" * 5_000,
    "country=ZZZ",
    "country=" + "A" * 10_000,
    "country=%F0%9F%87%A8",
    "publisher=;drop",
    "kind=nothing",
    "quotations=maybe",
    "unit=pages",
    "by=lot",
    "copies=yes",
    "year=020",
    "year=20200",
    "year=２０２０",
    "month=2020-13",
    "not_person=x",
    "sort=random",
    "page=0",
    "page=-5",
    "page=x",
    "page=" + "9" * 5_000,
    "date_from=yesterday",
    "date_from=2020-13-45",
    "date_to=99999-01-01",
    "date_to=0000",
    "date_from=%00",
]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_values_get_a_sentence_and_are_left_out(query):
    reading = parse_parameters(QueryDict(query))
    assert reading.request == SearchRequest()
    assert len(reading.warnings) == (1 if query.partition("=")[2] != "%00" else 0)
    assert all(len(problem) < 150 for problem in reading.warnings)


def test_good_values_stay_beside_bad_ones(archive):
    reading = parse_parameters(QueryDict("country=CN&country=XX&q=tax"))
    assert reading.request == SearchRequest(q="tax", chosen=(("countries", ("CN",)),))
    assert "XX" in reading.warnings[0]


def test_too_long_words_are_cut_to_what_is_read():
    assert len(parse_parameters(QueryDict("q=" + "x" * 10_000)).request.q) == 1_001


def test_a_value_is_chosen_and_unchosen():
    request = SearchRequest(q="tax", page=4, chosen=(("people", (1,)),))
    assert request.toggled("people", 2) == SearchRequest(q="tax", chosen=(("people", (1, 2)),))
    assert request.toggled("people", 1) == SearchRequest(q="tax")
    alone = SearchRequest(q="tax", chosen=(("people", (1,)),))
    assert request.toggled("quotes", "with").toggled("quotes", "with") == alone
    assert request.excluding("people", 1) == SearchRequest(q="tax", excluded=(("people", (1,)),))
    assert request.excluding("people", 1).toggled("people", 1) == alone
    assert alone.toggled("years", 2020).between("2019", "2021") == replace(alone, date_from="2019", date_to="2021")


NAMES = st.sampled_from(["q", "quotations", "kind", "date_from", "date_to", "sort", "page", "x"])


@given(st.lists(st.tuples(NAMES, st.text(max_size=30)), max_size=6))
def test_no_address_breaks_reading(pairs):
    parameters = QueryDict(mutable=True)
    for name, value in pairs:
        parameters.appendlist(name, value)
    assert isinstance(parse_parameters(parameters).request, SearchRequest)
