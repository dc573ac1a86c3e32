"""Countries: by name, people, capital, government or place; and what looks like one and is none."""

import pytest

from articles.extraction import extract
from articles.extraction.findings import Passage
from articles.extraction.gazetteer import country_names


def countries_in(text: str) -> list[tuple[str, str, str]]:
    passages = [Passage(text)]
    return [(found.code, found.by, found.mention.of(passages)) for found in extract(passages).countries]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rain fell in Portugal.", [("PT", "name", "Portugal")]),
        ("The Portuguese coast is long.", [("PT", "people", "Portuguese")]),
        ("Talks went on in Lisbon.", [("PT", "capital", "Lisbon")]),
        ("The Kremlin was silent.", [("RU", "government", "Kremlin")]),
        ("Talks went on in Shanghai.", [("CN", "place", "Shanghai")]),
        ("U.S. ships met UK ships.", [("US", "name", "U.S."), ("GB", "name", "UK")]),
        ("US-Chinese talks went on.", [("US", "name", "US"), ("CN", "people", "Chinese")]),
        ("The U.A.E. is dry.", [("AE", "name", "U.A.E.")]),
        (
            "Guinea-Bissau is not Equatorial Guinea.",
            [("GW", "name", "Guinea-Bissau"), ("GQ", "name", "Equatorial Guinea")],
        ),
        ("South Korea is not North Korea.", [("KR", "name", "South Korea"), ("KP", "name", "North Korea")]),
        ("Talks in Kosovo’s Pristina.", [("XK", "name", "Kosovo"), ("XK", "capital", "Pristina")]),
        ("Bosnia and Herzegovina votes.", [("BA", "name", "Bosnia and Herzegovina")]),
        ("Côte d’Ivoire votes.", [("CI", "name", "Côte d’Ivoire")]),
        ("TALKS IN NIGERIA TODAY", [("NG", "name", "NIGERIA")]),
        ("Paris, Texas, is small.", [("US", "place", "Paris"), ("US", "place", "Texas")]),
        ("Jamaica votes. In Kingston it rained.", [("JM", "name", "Jamaica"), ("JM", "capital", "Kingston")]),
    ],
)
def test_what_names_a_country(text, found):
    assert countries_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Ships crossed the South China Sea and the Indian Ocean.",
        "A guinea pig and a turkey ate from the china.",
        "It cost US$40.",
        "They told us to polish the silver.",
        "Jordan Miller and Chad Becker came.",
        "Latin American music and African American poets.",
        "In Kingston it rained.",
        "The New York Times and the China Daily reported it.",
        "TELL US MORE",
    ],
)
def test_what_names_none(text):
    assert countries_in(text) == []


def test_new_mexico_is_a_place_in_the_united_states():
    assert countries_in("It rained in New Mexico.") == [("US", "place", "New Mexico")]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Georgia voted. So did Florida and Ohio, in the U.S. election.", "US"),
        ("Georgia voted. So did Armenia, as the U.S. watched.", "GE"),
        ("Georgia voted.", "GE"),
    ],
)
def test_georgia_is_a_state_where_the_article_is_about_america(text, code):
    assert countries_in(text)[0][0] == code


def test_every_country_is_found_by_its_own_name():
    missing = {
        code: name
        for code, name in country_names().items()
        if code not in {found[0] for found in countries_in(f"They went to {name} by ship with Armenia.")}
    }
    assert missing == {}


@pytest.mark.parametrize(
    ("code", "name"),
    [("US", "United States"), ("TW", "Taiwan"), ("XK", "Kosovo"), ("CI", "Ivory Coast")],
)
def test_names_are_as_readers_know_them(code, name):
    assert country_names()[code] == name
