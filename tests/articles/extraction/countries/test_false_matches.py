"""What looks like a country or a place in one and is none."""

import pytest

from tests.articles.extraction.countries.countries_found import countries_in


@pytest.mark.parametrize(
    "text",
    [
        "Ships crossed the South China Sea and the Indian Ocean.",
        "A guinea pig and a turkey ate from the china.",
        "A Guinea pig ate French fries from a Dutch oven under a Panama hat.",
        "It cost US$40.",
        "They told us to polish the silver.",
        "Jordan Miller and Chad Becker came.",
        "Latin American music and African American poets.",
        "In Kingston it rained.",
        "The New York Times, the Washington Post and the China Daily reported it.",
        "The Times of India reported it.",
        "TELL US MORE",
        "GIVE US A BREAK",
        "She lives on Memphis Street near Denver Avenue.",
        "He paid Mr. Lincoln and Judge Houston.",
        "Hurricane Florence came. Florence grew.",
        "It happened in 300 B.C. by the sea.",
        "He said it was O.K. to go.",
        "He left in March and came back in August.",
        "The Union met at the University.",
        "Asia and the Atlantic are large.",
        "Indian tribes and Indian reservations were not asked.",
    ],
)
def test_what_names_no_country(text):
    assert countries_in(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She speaks Spanish.", []),
        ("He wrote it in Turkish.", []),
        ("The Russian language is hard.", []),
        ("They swam in Turkish waters.", ["Turkish"]),
        ("The Spanish spoke.", ["Spanish"]),
        ("He lives in American cities.", ["American"]),
    ],
)
def test_a_peoples_name_may_be_its_language(text, found):
    assert [words for _, _, words in countries_in(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "Danbury came late.",
        "Mr. Danbury came late.",
        "He thanked Danbury for it.",
        "The case is Danbury v. Miller.",
        "He works at Danbury & Co.",
        "Jackson spoke.",
        "Paula Nelson spoke.",
    ],
)
def test_a_town_that_may_be_a_surname_needs_a_sign(text):
    assert countries_in(text) == []


@pytest.mark.parametrize(
    "text",
    ["He lives in Danbury.", "Danbury police came.", "DANBURY, Conn. (AP) — It rained.", "A Danbury woman came."],
)
def test_signs_of_a_town(text):
    assert ("US", "place") in [(code, by) for code, by, _ in countries_in(text)]


def test_a_town_called_like_a_country_is_none():
    assert countries_in("The fair returns to Turkey on Friday, said the town of Turkey.") == []
    assert countries_in("The fair returns to Singapore, said the city of Singapore.") != []


def test_a_person_called_like_a_place_is_none():
    assert countries_in("Skater Georgia Miller, 9, came. “I came,” said Georgia. Georgia’s father came too.") == []
