"""What today's parameters are made of former ones."""

import pytest
from django.http import QueryDict

from newsroom.renamed_parameters import LIST, SEARCH, renamed

CHANGED = [
    ("after=2022-03", "date_from=2022-03"),
    ("before=2022", "date_to=2021"),
    ("before=2022-01", "date_to=2021-12"),
    ("before=2022-3", "date_to=2022-02"),
    ("before=2024-03-01", "date_to=2024-02-29"),
    ("before=0001", "date_to=0001"),
    ("before=soon&after=", "date_from=&date_to=soon"),
    ("after=2020&after=2021", "date_from=2020&date_from=2021"),
    ("after=2020&date_from=2021", "date_from=2021"),
    ("date_from=&after=2020", "date_from=2020"),
    ("quotes=with&not_quotes=without", "quotations=with&not_quotations=without"),
    ("q=%FF%26&person=1&person=2&after=2020&x", "q=%EF%BF%BD%26&person=1&person=2&x=&date_from=2020"),
]


@pytest.mark.parametrize(("old", "new"), CHANGED)
def test_a_former_name_becomes_the_present_one_and_the_rest_stays(old, new):
    assert renamed(QueryDict(old), SEARCH).urlencode() == new


@pytest.mark.parametrize(("old", "new"), [("yes", "with"), ("no", "without"), ("with", "with"), ("maybe", "maybe")])
def test_a_former_value_becomes_the_present_one(old, new):
    assert renamed(QueryDict(f"quotations={old}"), LIST) == QueryDict(f"quotations={new}")


@pytest.mark.parametrize("query", ["", "q=after:2020", "date_from=&date_to=2022", "quotations=with", "x=1&x=2"])
def test_what_has_no_former_name_stays(query):
    assert renamed(QueryDict(query), SEARCH) == QueryDict(query)
