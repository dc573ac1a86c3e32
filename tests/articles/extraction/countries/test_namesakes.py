"""Words of countries and towns that name another thing or another place, as what stands beside them shows."""

import pytest

from articles.extraction import extract
from articles.extraction.findings import Passage
from tests.costs import cpu_cost


def found_in(text):
    passages = [Passage(text)]
    findings = extract(passages)
    return [(country.mention.of(passages), country.code) for country in findings.countries], findings


def codes_in(text):
    return [code for _, code in found_in(text)[0]]


@pytest.mark.parametrize(
    "text",
    [
        "London Marlowe, the mayor, said the city would wait for its money.",
        "London Quarrell opened the school on Monday. Quarrell said that it had taken long.",
        "Cuba Winslow Jr. arrived late and left early.",
        "Kenya Barlow wrote the show, which nobody saw.",
        "The prize went to Anna Berger, Kenya Ostrow and Peter Holm.",
        "On stage were London Quarrell, Anna Berger, Israel Tamaro, Cuba Ostrow Jr and Peter Holm.",
        "Malta Jones sang and danced all night.",
    ],
)
def test_given_names_are_no_places(text):
    assert codes_in(text) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The president of Ukraine Petro Marchenko met him.", ["UA"]),
        ("London Zoo, the oldest, said it would close.", ["GB"]),
        ("The University of Kenya Barlow College opened.", ["KE"]),
    ],
)
def test_a_country_before_a_name_stays_one(text, codes):
    assert codes_in(text) == codes


@pytest.mark.parametrize(
    "text",
    [
        "Chad Marlowe, a plumber, won. Chad said he was glad. Soldiers from Chad reached N’Djamena.",
        "Chad Marlowe won. In N’Djamena, the president of Chad said nothing.",
    ],
)
def test_where_the_country_is_meant_the_bearer_of_the_name_is_not(text):
    places, findings = found_in(text)
    assert [code for _, code in places] == ["TD", "TD"]
    (person,) = findings.people
    assert all(text[span.start - 5 : span.start] not in ("from ", "t of ") for span in person.mentions)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The governor of Niger State met traders.", ["NG"]),
        ("The Niger River rose in Niger.", ["NE"]),
        ("The Jordan River is low.", []),
        ("He was born in Armenia, Colombia, and lives in Norway, Maine.", ["CO", "CO", "US", "US"]),
        ("She moved to Poland, Ohio, last year.", ["US", "US"]),
        ("Jamaica, Queens.", ["US", "US"]),
        ("They went to Peru, Armenia, Colombia and Chile.", ["PE", "AM", "CO", "CL"]),
        ("Trade with Norway, Maine and Vermont grew.", ["NO", "US", "US"]),
        ("Trade with Mexico, California officials said, grew.", ["MX", "US"]),
        ("In Cuba, Missouri, and Lebanon, Ohio, it rained.", ["US"] * 4),
        (
            "American films were shown at the Venice Film Festival, not in New York or Los Angeles.",
            ["US", "IT", "US", "US"],
        ),
        ("Georgia voters went to the polls. Georgia waits.", ["US", "US"]),
        ("Georgia, whose capital is Tbilisi, waits for Georgia voters.", ["GE", "GE", "GE"]),
        ("Officials in the U.S said so, and those of the U.K too.", ["US", "GB"]),
    ],
)
def test_the_place_that_is_meant(text, codes):
    assert codes_in(text) == codes


@pytest.mark.parametrize(
    "text",
    [
        "They speak Portuguese and French at home.",
        "He translated the poems from Portuguese.",
        "It is a Portuguese-language daily for a Spanish-speaking town.",
        "We ate Belgian waffles, Danish pastries and Turkey sandwiches.",
        "Spanish flu spread. German shepherds barked. Men wore Panama hats.",
    ],
)
def test_tongues_dishes_and_breeds_are_no_countries(text):
    assert codes_in(text) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The Portuguese government and Belgian farmers met.", ["PT", "BE"]),
        ("Exports from Spanish farms grew.", ["ES"]),
        ("The United States flu season began.", ["US"]),
    ],
)
def test_peoples_and_countries_stay(text, codes):
    assert codes_in(text) == codes


@pytest.mark.parametrize("piece", ["London Quarrell said. ", "Chad Marlowe, in Chad, ", "Poland, Ohio, and "])
def test_names_without_end_take_linear_time(piece):
    def cost(times):
        return cpu_cost(lambda: extract([Passage(piece * times)]))

    cost(10)
    assert cost(800) < 12 * max(cost(200), 0.01)
