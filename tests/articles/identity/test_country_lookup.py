"""Countries by their names and codes."""

import pytest

from articles.identity.countries import countries_for, country_named

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["Portugal", "pt", "PORTUGAL"])
def test_a_country_by_its_name_or_code(name):
    assert country_named(name).code == "PT"


def test_a_country_by_another_of_its_names():
    assert country_named("Burma").code == "MM"


def test_what_is_no_country_is_said_to_be_none():
    with pytest.raises(ValueError, match="“Atlantis” is not a country"):
        country_named("Atlantis")


def test_countries_are_made_at_their_first_mention(django_assert_num_queries):
    assert countries_for(["PE", "PT"])["PE"].name == "Peru"
    with django_assert_num_queries(1):
        assert countries_for(["PE", "PT"]).keys() == {"PE", "PT"}


def test_a_code_of_no_country_is_an_error():
    with pytest.raises(KeyError):
        countries_for(["ZZ"])
