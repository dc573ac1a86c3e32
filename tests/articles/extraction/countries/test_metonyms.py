"""A capital is the government that acts, or the town where something is."""

import pytest

from tests.articles.extraction.countries.countries_found import countries_in


@pytest.mark.parametrize(
    "text",
    [
        "Beijing said it would answer.",
        "Pressure on Beijing grew.",
        "Beijing’s policy was clear.",
        "Relations with Beijing soured.",
        "Ties between Beijing and Rome soured.",
        "Beijing has rejected the offer.",
    ],
)
def test_a_capital_that_acts_or_is_dealt_with_stands_for_its_government(text):
    assert ("CN", "capital", "Beijing") in countries_in(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The EU met. Brussels said it would act.", []),
        ("Brussels said it would act.", [("BE", "capital", "Brussels")]),
        ("The EU met in Brussels.", [("BE", "place", "Brussels")]),
    ],
)
def test_the_brussels_that_acts_is_no_country_where_the_article_names_the_eu(text, found):
    assert countries_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Talks went on in Beijing.",
        "She flew from Beijing to Rome.",
        "A Beijing-based firm closed.",
        "Beijing residents stayed at home.",
        "Beijing Airport has closed.",
        "Talks in Rome and Beijing were long.",
    ],
)
def test_a_capital_where_something_is_is_a_place(text):
    assert ("CN", "place", "Beijing") in countries_in(text)
