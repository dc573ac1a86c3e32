"""Every count of a facet is what its click gives: on small archives of chance, for requests of chance."""

import random
from dataclasses import replace
from typing import Any

import pytest

from search.engines.port import FACETS, Facet, Unit
from search.indexing.sync import sync
from search.results.request import SearchRequest, choices
from search.results.search import search

pytestmark = pytest.mark.django_db

WORDS = ("ferry", "harbour", "toll", "bridge", "storm")
PEOPLE = ("Ada Quill", "Bo Marsh", "Cy Tern")
COUNTRIES = (("Norway", "NO"), ("Portugal", "PT"), ("Chile", "CL"))
HOUSES = ("The Daily", "The Weekly", "The Quay")
QUERIES = ("ferry", "ferry OR toll", "storm OR -bridge", '"harbour toll" OR bri*', "")
UNITS = ("", "quotations", "articles")


@pytest.fixture
def chance_archive(add_article, mention, quote):
    """Fill the archive by the dice and index it: `chance_archive(random.Random(1))`."""

    def paragraph(dice: random.Random) -> str:
        words = " ".join(dice.choices(WORDS, k=4))
        return f"“The {words},” {dice.choice(PEOPLE)} said in {dice.choice(COUNTRIES)[0]}."

    def filled(dice: random.Random) -> None:
        for number in range(10):
            texts = [paragraph(dice) for _ in range(dice.randint(1, 3))]
            title = f"{dice.choice(WORDS)} {number}"
            article = add_article(title, *texts, publisher=dice.choice(HOUSES), year=dice.randint(2019, 2021))
            for one in article.paragraphs.filter(kind="body"):
                told_of(one, dice)
        sync()

    def told_of(paragraph, dice: random.Random) -> None:
        name = next(person for person in PEOPLE if person in paragraph.text)
        country, code = next(pair for pair in COUNTRIES if pair[0] in paragraph.text)
        if dice.random() < 0.7:
            mention(paragraph, name)
        if dice.random() < 0.7:
            mention(paragraph, country, code=code)
        if dice.random() < 0.6:
            quote(paragraph, name, paragraph.text[1 : paragraph.text.index(",")])

    return filled


def by_chance(dice: random.Random, unit: Unit) -> SearchRequest:
    """Choose and exclude some of what is found by words of chance."""
    request = SearchRequest(q=dice.choice(QUERIES), unit=unit, date_from=dice.choice(("", "", "2020")))
    for _ in range(2):
        values = [value for facet in search(request).facets for value in facet.values]
        if values:
            value = dice.choice(values)
            request = value.click if dice.random() < 0.5 else value.exclude
    return request


def alone(request: SearchRequest, facet: Facet, value) -> SearchRequest:
    """The request with this value alone chosen in its facet, and nothing excluded there."""
    others: dict[Facet, Any] = {name: values for name, values in request.chosen if name != facet}
    left_out = {name: values for name, values in request.excluded if name != facet}
    return replace(request, chosen=choices({**others, facet: (value,)}), excluded=choices(left_out))


@pytest.mark.slow(reason="every value of many archives is searched for")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit or "paragraphs")
@pytest.mark.parametrize("seed", range(3))
def test_a_count_is_what_the_value_alone_gives(chance_archive, seed, unit):
    dice = random.Random(seed)  # noqa: S311  dice, no secrets
    chance_archive(dice)
    compared = 0
    for request in (by_chance(dice, unit) for _ in range(4)):
        for name, value in ((one.facet, value) for one in search(request).facets for value in one.values):
            assert search(alone(request, name, value.value)).documents == value.count, (request, value)
            compared += 1
    assert compared > 2 * len(FACETS)


@pytest.mark.slow(reason="every value of many archives is searched for")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit or "paragraphs")
@pytest.mark.parametrize("seed", range(3, 5))
def test_a_click_finds_what_it_counts_and_leaving_out_finds_the_rest(chance_archive, seed, unit):
    dice = random.Random(seed)  # noqa: S311
    chance_archive(dice)
    request = SearchRequest(q=dice.choice(QUERIES[:-1]), unit=unit)
    results = search(request)
    for facet in results.facets:
        for value in facet.values:
            assert search(value.click).documents == value.count, value
            if facet.facet != "quotes" or unit != "articles":
                assert search(value.exclude).documents == results.documents - value.count, value
    assert results.documents > 0
