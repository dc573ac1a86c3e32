"""What facets show: the most frequent values, whatever is chosen, and that every count is what its click gives."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from search.engines.port import FACETS, Batch, EngineRequest, Facet, Filters
from search.language.parser import parse
from tests.examples import examples
from tests.search.engines.archives import archives, choices
from tests.search.engines.making import NAMES, make

QUERIES = ("", "war", "war OR tax", "the -war", '"the war"', "in:titles", "title:war", "pea* OR in:quotes war", "-tax")


def result(values) -> list[tuple[Any, ...]]:
    return [(one.value, one.count) for one in values]


def months(answer) -> list[tuple[Any, ...]]:
    return [(one.month, one.count) for one in answer.timeline]


def untimed(side: dict[Facet, Any]) -> dict[Facet, Any]:
    return {facet: values for facet, values in side.items() if facet not in ("years", "months")}


def test_a_chosen_value_stays_visible_with_nothing_found(fill, document, ask):
    fill(document(1, 1, "war", people=(1,)), document(2, 2, "peace", people=(2,)))
    counts = ask("war", choices={"people": {2}}).facets["people"]
    assert [(value.value, value.count, value.chosen) for value in counts] == [(1, 1, False), (2, 0, True)]


def test_an_excluded_value_stays_visible_with_what_it_alone_would_give(fill, document, engine):
    fill(document(1, 1, "war", people=(1, 2)), document(2, 2, "war", people=(2,)))
    (first, second) = engine.search(EngineRequest(None, filters=Filters({}, {"people": frozenset([1])}))).facets[
        "people"
    ]
    assert (first.value, first.count, first.excluded) == (2, 2, False)
    assert (second.value, second.count, second.excluded) == (1, 1, True)


def test_a_facet_shows_its_most_frequent_values_first(fill, document, ask):
    fill(*(document(number, number, "war", people=tuple(range(number, 6))) for number in range(1, 6)))
    assert result(ask("war", values_per_facet=2).facets["people"]) == [(5, 5), (4, 4)]
    assert result(ask("war", values_per_facet=2, choices={"people": {1}}).facets["people"]) == [(5, 5), (4, 4), (1, 1)]


def test_values_that_only_the_words_find_follow_as_long_as_there_is_room(fill, document, ask):
    fill(
        document(1, 1, "war", people=(1,), countries=("DE",)),
        document(2, 2, "war", people=(2, 3), countries=("FR",)),
        document(3, 3, "war", people=(2,), countries=("FR",)),
        document(4, 4, "peace", people=(4,), countries=("FR",)),
    )
    chosen = {"countries": {"DE"}}
    assert result(ask("war", choices=chosen).facets["people"]) == [(1, 1), (2, 0), (3, 0)]
    assert result(ask("war", choices=chosen, values_per_facet=2).facets["people"]) == [(1, 1), (2, 0)]
    assert result(ask("war", choices=chosen, values_per_facet=1).facets["people"]) == [(1, 1)]


def test_all_years_and_months_are_there_in_their_order(fill, document, ask):
    fill(*(document(number, number, "war", year=2050 - number) for number in range(1, 50)))
    answer = ask("war", values_per_facet=3)
    assert [one.value for one in answer.facets["years"]] == list(range(2001, 2050))
    assert [one.value for one in answer.facets["months"]] == [f"{year}-06" for year in range(2001, 2050)]


def test_the_timeline_leaves_out_what_is_chosen_of_time_alone(fill, document, ask):
    fill(
        document(1, 1, "war", year=2001),
        document(2, 2, "war", year=2002),
        document(3, 3, "war", year=2003, publisher=5),
        document(4, 4, "war", year=None),
    )
    whole = [("2001-06", 1), ("2002-06", 1), ("2003-06", 1)]
    assert months(ask("war", choices={"years": {2001}}, after=date(2001, 1, 1))) == whole
    assert months(ask("war", choices={"publishers": {5}})) == whole[2:]
    assert months(ask("war year:2002")) == whole[1:2]
    assert ask("war", timeline=False).timeline == ()


def test_only_the_facets_asked_for_are_counted(fill, document, ask):
    fill(document(1, 1, "war", people=(1,)))
    assert ask("war", facets=("people",)).facets.keys() == {"people"}
    assert ask("war", facets=()).facets == {}


@examples(0.4, *HealthCheck)
@given(
    archive=archives(),
    chosen=choices,
    excluded=choices,
    words=st.sampled_from(QUERIES),
    unit=st.sampled_from(["paragraphs", "quotations", "articles"]),
)
@pytest.mark.parametrize("name", NAMES)
def test_every_count_is_what_its_click_gives(tmp_path_factory, name, archive, chosen, excluded, words, unit):
    engine = make(name, tmp_path_factory.mktemp("index"))
    engine.rebuild([Batch(frozenset(), article, 1) for article in archive], 1)
    request = EngineRequest(parse(words).query, unit, Filters(chosen, excluded))
    answer = engine.search(request)
    for facet in FACETS:
        others = {one: values for one, values in excluded.items() if one != facet}
        for value in answer.facets[facet]:
            clicked = Filters({**chosen, facet: frozenset([value.value])}, others)
            assert engine.search(replace(request, filters=clicked)).documents == value.count
    for month in answer.timeline:
        clicked = Filters({**untimed(chosen), "months": frozenset([month.month])}, untimed(excluded))
        assert engine.search(replace(request, filters=clicked)).documents == month.count
