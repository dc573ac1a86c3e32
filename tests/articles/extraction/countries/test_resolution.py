"""Which of its namesakes a place's name means: by what stands behind it, what the article names, and people."""

import pytest

from articles.extraction.countries.countries import country_mentions
from articles.extraction.findings import Passage
from articles.extraction.lexicons import lines_of
from articles.extraction.people.entities import PersonEntities
from articles.extraction.text.analysis import analyse
from tests.articles.extraction.countries.countries_found import countries_in
from tests.costs import cpu_cost


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Paris, Texas, is small.", ["US", "US"]),
        ("It rained in London, Ont., today.", ["CA", "CA"]),
        ("It rained in Cambridge, Mass.", ["US", "US"]),
        ("It rained in Alexandria (Egypt).", ["EG", "EG"]),
        ("Cuba, Mo., is small.", ["US", "US"]),
        ("It rained in Lebanon, Ohio.", ["US", "US"]),
        ("A senator (D-Calif.) spoke to another (R-Texas).", ["US", "US"]),
        ("N.J. and N.Y. are states.", ["US", "US"]),
        ("It rained in London, New York and Rome.", ["GB", "US", "IT"]),
        ("Rain fell on Jordan, Maine and Texas.", ["JO", "US", "US"]),
    ],
)
def test_what_stands_behind_a_town(text, codes):
    assert [code for code, _, _ in countries_in(text)] == codes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rained in Hamilton.", set()),
        ("It rained in Hamilton, as in Toronto and the rest of Canada. Hamilton police came.", {"CA"}),
        ("It rained in Hamilton, as in the rest of Bermuda.", {"BM"}),
    ],
)
def test_a_small_capital_is_one_town_of_its_name_among_others(text, found):
    assert {code for code, _, words in countries_in(text) if words == "Hamilton"} == found


def test_a_name_once_bound_means_the_same_in_the_whole_article():
    codes = [code for code, _, _ in countries_in("It rained in Paris, Texas.\nParis police stayed dry.")]
    assert codes == ["US", "US", "US"]


def test_but_not_where_the_article_names_the_usual_country():
    text = "It rained in Paris, Texas.\nThe French president stayed in Paris."
    assert [code for code, _, words in countries_in(text) if words == "Paris"] == ["US", "FR"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Students in Cambridge met.", "GB"),
        ("Students in Cambridge met, as in Boston and elsewhere in the United States.", "US"),
        ("Students in Cambridge met, as in England and the United States.", "GB"),
        ("Diplomats met in Geneva, as the United States had asked.", "CH"),
    ],
)
def test_the_country_that_the_article_names_counts_more_than_people(text, code):
    assert countries_in(text)[0][0] == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Georgia voted. So did Florida and Ohio, in the U.S. election.", "US"),
        ("Georgia voted. So did Armenia, as the U.S. watched.", "GE"),
        ("Georgia voted. In Tbilisi it rained, and the U.S. watched.", "GE"),
        ("Georgia voted.", "GE"),
        ("Athens, Georgia, voted.", "US"),
    ],
)
def test_georgia_is_a_state_where_the_article_is_about_america(text, code):
    assert countries_in(text)[0][0] == code


@pytest.mark.parametrize(
    ("text", "code"),
    [("Congo voted.", "CD"), ("Congo voted. In Brazzaville it rained.", "CG"), ("The Dominican team won.", "DO")],
)
def test_a_name_of_two_countries_means_the_usual_one_unless_the_other_is_named(text, code):
    assert countries_in(text)[0][0] == code


@pytest.mark.slow(reason="long texts are read")
def test_four_times_as_many_towns_take_about_four_times_as_long():
    names = [line.split("\t")[0] for line in lines_of("towns.tsv")]

    def cost(towns: int) -> float:
        article = analyse([Passage(" ".join(f"in {name}, Texas and" for name in names[:towns]))])
        return cpu_cost(lambda: country_mentions(article, PersonEntities([], [], [])))

    assert cost(8_000) < 10 * cost(2_000)
