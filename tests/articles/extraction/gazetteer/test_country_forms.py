"""The gazetteer's one rule for disputed and special entries."""

import pytest

from articles.extraction.gazetteer.country_forms import country_names, country_phrases
from tests.articles.extraction.countries.countries_found import countries_in


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Taiwan", "TW"),
        ("Kosovo", "XK"),
        ("Palestine", "PS"),
        ("Hong Kong", "HK"),
        ("Macau", "MO"),
        ("Puerto Rico", "PR"),
        ("Greenland", "GL"),
        ("Western Sahara", "EH"),
    ],
)
def test_what_has_an_entry_counts_for_itself(name, code):
    assert countries_in(f"They spoke of {name}.") == [(code, "name", name)]
    assert code in country_names()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Scotland", "GB"),
        ("Catalonia", "ES"),
        ("Tibet", "CN"),
        ("Chechnya", "RU"),
        ("Crimea", "UA"),
        ("Kashmir", "IN"),
        ("Azad Kashmir", "PK"),
        ("Gaza", "PS"),
        ("East Jerusalem", "PS"),
        ("Abkhazia", "GE"),
        ("Somaliland", "SO"),
        ("Northern Cyprus", "CY"),
        ("Transnistria", "MD"),
    ],
)
def test_what_has_none_is_a_place_in_the_country_that_covers_it(name, code):
    assert countries_in(f"They spoke of {name}.") == [(code, "place", name)]


@pytest.mark.parametrize(
    ("name", "code"),
    [("Soviet Union", "RU"), ("USSR", "RU"), ("Yugoslavia", "RS"), ("Czechoslovakia", "CZ"), ("East Germany", "DE")],
)
def test_a_state_that_is_no_more_counts_for_the_holder_of_its_capital(name, code):
    assert [found[0] for found in countries_in(f"They spoke of {name}.")] == [code]


@pytest.mark.parametrize("name", ["EU", "European Union", "UN", "United Nations", "NATO", "Europe", "Africa", "Asia"])
def test_bodies_and_continents_are_no_country(name):
    assert countries_in(f"They spoke of {name} in the morning.") == []


def test_phrases_give_the_longest_first():
    assert [len(place.rest) for place in country_phrases()["New"]] == sorted(
        (len(place.rest) for place in country_phrases()["New"]), reverse=True
    )
