"""Countries: by name, people, government or place, in every spelling."""

import pytest

from articles.extraction.gazetteer.country_forms import country_names
from tests.articles.extraction.countries.countries_found import countries_in, found_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rain fell in Portugal.", [("PT", "name", "Portugal")]),
        ("The Portuguese coast is long.", [("PT", "people", "Portuguese")]),
        ("The Portuguese, the Danes and the Iraqis came.", [("PT", "people"), ("DK", "people"), ("IQ", "people")]),
        ("The Kremlin was silent.", [("RU", "government", "Kremlin")]),
        ("Talks went on in Shanghai.", [("CN", "place", "Shanghai")]),
        ("U.S. ships met UK ships.", [("US", "name", "U.S."), ("GB", "name", "UK")]),
        ("The U.A.E. is dry.", [("AE", "name", "U.A.E.")]),
        ("The PRC is large.", [("CN", "name", "PRC")]),
        (
            "Guinea-Bissau is not Equatorial Guinea.",
            [("GW", "name", "Guinea-Bissau"), ("GQ", "name", "Equatorial Guinea")],
        ),
        ("South Korea is not North Korea.", [("KR", "name", "South Korea"), ("KP", "name", "North Korea")]),
        ("The People’s Republic of China votes.", [("CN", "name", "People’s Republic of China")]),
        ("Bosnia and Herzegovina votes.", [("BA", "name", "Bosnia and Herzegovina")]),
        ("Côte d’Ivoire votes.", [("CI", "name", "Côte d’Ivoire")]),
        ("Cote d'Ivoire votes.", [("CI", "name", "Cote d'Ivoire")]),
        ("Türkiye, once Turkey, votes.", [("TR", "name", "Türkiye"), ("TR", "name", "Turkey")]),
        ("Burma is Myanmar.", [("MM", "name", "Burma"), ("MM", "name", "Myanmar")]),
        ("Swaziland is Eswatini.", [("SZ", "name", "Swaziland"), ("SZ", "name", "Eswatini")]),
        ("TALKS IN NIGERIA TODAY", [("NG", "name", "NIGERIA")]),
        ("US TROOPS LEAVE TODAY", [("US", "name", "US")]),
        ("TALKS IN NEW ZEALAND TODAY", [("NZ", "name", "NEW ZEALAND")]),
        ("It rained in New Mexico.", [("US", "place", "New Mexico")]),
        ("Male voters in the Maldives", [("MV", "name", "Maldives")]),
        ("In the Maldives, Malé votes.", [("MV", "name", "Maldives"), ("MV", "place", "Malé")]),
        ("Jamaica votes. In Kingston it rained.", [("JM", "name", "Jamaica"), ("JM", "place", "Kingston")]),
    ],
)
def test_what_names_a_country(text, found):
    assert [one[: len(found[0])] for one in countries_in(text)] == found


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("US-Chinese talks went on.", ["US", "CN"]),
        ("A US-led force came.", ["US"]),
        ("A Franco-German plan, a Sino-American one and an Anglo-Irish one.", ["FR", "DE", "CN", "US", "GB", "IE"]),
        ("An anti-Russian march of non-Chinese people.", ["RU", "CN"]),
        ("A New Zealand-based firm.", ["NZ"]),
        ("Franco died and Anglo meetings went on.", []),
        ("Port-au-Prince and Port au Prince are one.", ["HT", "HT"]),
    ],
)
def test_hyphened_words_name_each_country_in_them(text, codes):
    assert [code for code, _, _ in countries_in(text)] == codes


@pytest.mark.parametrize("text", ["Brazil’s rain", "The Brazilians' rain", "BRAZIL'S RAIN", "\u200bBrazil\u00a0rain 🌧"])
def test_possessives_and_odd_letters_do_not_hide_a_country(text):
    assert [code for code, _, _ in countries_in(text)] == ["BR"]


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


def test_a_country_named_twice_over_is_surer_than_one_that_a_town_alone_names():
    sure, unsure = found_in("It rained in France, said a French sailor.")[0], found_in("It rained in Bologna.")[0]
    assert sure.confidence > unsure.confidence
    assert "The article names the country by another name too." in sure.evidence


def test_the_state_behind_a_town_is_its_evidence():
    assert "The state or country stands behind it." in found_in("It rained in Paris, Texas.")[0].evidence
