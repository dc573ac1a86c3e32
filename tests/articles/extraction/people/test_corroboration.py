"""What bears out that two people of variant names are one."""

import pytest

from articles.extraction.people.corroboration import PersonContext, borne_out_by, corroborated_by
from articles.extraction.people.variants import NameVariant

COMPANY = {number: f"Companion {number}" for number in range(1, 11)}


def beside(country: str) -> PersonContext:
    return PersonContext(countries=frozenset((country,)))


@pytest.mark.parametrize(("country", "reason"), [("EG", "both beside Egypt"), ("US", "")])
def test_a_country_bears_out_a_spelling_out_of_other_letters(country, reason):
    assert corroborated_by(NameVariant.SPELLING, beside(country), beside(country)) == reason


@pytest.mark.parametrize(
    ("kind", "one", "other", "company", "borne_out"),
    [
        (NameVariant.SHORT_FORM, "special counsel", "Special Counsel", 3, True),
        (NameVariant.SHORT_FORM, "special counsel", "Special Counsel", 2, False),
        (NameVariant.SHORT_FORM, "president", "President", 9, False),
        (NameVariant.SHORT_FORM, "president", "President", 10, True),
        (NameVariant.SHORT_FORM, "president", "carpenter", 10, False),
        (NameVariant.SEVERAL, "special counsel", "Special Counsel", 4, False),
        (NameVariant.SEVERAL, "special counsel", "Special Counsel", 5, True),
    ],
)
def test_two_signs_bear_out_any_variant(kind, one, other, company, borne_out):
    common = {number: COMPANY[number] for number in list(COMPANY)[:company]}
    first, second = (PersonContext(roles=frozenset((role,))) for role in (one, other))
    assert bool(borne_out_by(kind, first, second, common)) is borne_out
