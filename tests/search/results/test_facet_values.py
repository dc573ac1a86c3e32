"""All values of a facet, and those of a name: with the counts of the facet itself."""

import pytest

from search.deadline import SearchTooLong
from search.engines.port import Facet
from search.indexing.sync import sync
from search.results import facet_values
from search.results.facet_values import list_facet_values
from search.results.request import SearchRequest
from tests.search.fake_engines import Failing

pytestmark = pytest.mark.django_db

WAR = SearchRequest(q="war")


@pytest.fixture
def named(archive, add_article, mention):
    """Many are named in one paragraph each, and most of them with Ada Quill."""
    for number in range(12):
        article = add_article(f"War {number}", f"Ada Quill met Bo{number} Marsh in the war.", publisher="The Quay")
        mention(article.paragraphs.get(number=1), "Ada Quill")
        mention(article.paragraphs.get(number=1), f"Bo{number} Marsh")
    sync()


def found(name: str, facet: Facet = "people", request: SearchRequest = WAR) -> list[tuple[str, int]]:
    return [(value.name, value.count) for value in list_facet_values(request, facet, name).values]


CALLED = [
    ("quill", [("Ada Quill", 12)]),
    ("ÁDA q", [("Ada Quill", 12)]),
    ("marsh bo3", [("Bo3 Marsh", 1)]),
    ("uill", []),
    ("nobody", []),
    ("bo1", [("Bo1 Marsh", 1), ("Bo10 Marsh", 1), ("Bo11 Marsh", 1)]),
]


@pytest.mark.parametrize(("name", "expected"), CALLED)
def test_each_word_of_a_name_is_the_beginning_of_one_of_theirs(named, name, expected):
    assert sorted(found(name)) == expected


def test_without_a_name_all_are_there_most_found_first(named):
    values = found("")
    assert values == found(" % ")
    assert values[0] == ("Ada Quill", 12)
    assert len(values) == 14


@pytest.mark.parametrize(
    ("facet", "name", "expected"),
    [
        ("publishers", "quay", [("The Quay", 24)]),
        ("countries", "chi", [("China", 1)]),
        ("speakers", "kir", [("Kirby", 1)]),
    ],
)
def test_other_facets_are_searched_alike(named, facet, name, expected):
    assert found(name, facet) == expected


def test_what_is_chosen_elsewhere_holds_and_clicks_add_to_it(named):
    chosen = SearchRequest(q="war", chosen=(("kinds", ("title",)),))
    assert found("quill", request=chosen) in ([], [("Ada Quill", 0)])
    (value,) = list_facet_values(WAR, "people", "quill").values
    assert value.click == SearchRequest(q="war", chosen=(("people", (value.value,)),))
    assert value.exclude == SearchRequest(q="war", excluded=(("people", (value.value,)),))


def test_the_most_found_are_shown_and_the_rest_is_told(named, monkeypatch):
    values = list_facet_values(WAR, "people", "", limit=5)
    assert (len(values.values), values.truncated) == (5, True)
    monkeypatch.setattr(facet_values, "MAX_MATCHING", 3)
    assert "Too many names match" in list_facet_values(WAR, "people", "marsh").warnings[0]


def test_the_queries_do_not_grow_with_the_values(named, django_assert_num_queries):
    with django_assert_num_queries(2):
        list_facet_values(WAR, "people", "marsh")
    with django_assert_num_queries(1):
        list_facet_values(WAR, "people", "")


def test_a_search_that_is_stopped_gives_a_sentence(named, use_engine):
    use_engine(Failing(SearchTooLong("stopped")))
    assert "longer than" in list_facet_values(WAR, "people", "quill").warnings[0]
