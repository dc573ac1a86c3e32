"""Several requests in one call: each answered as alone, all from one state of the index, within one time."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from search.engines.port import EngineRequest, Filters, IndexUnavailable
from search.language.ast import And, AtLeast, Not, Or, Phrase, Prefix, Query, UnresolvedName, Within, Word

TREES: list[Query | None] = [
    Word("war"),
    And((Word("war"), Word("tax"))),
    Or((Word("war"), And((Word("tax"), Not(Word("peace")))))),
    Within("quotes", Word("war")),
    Within("title", Word("war")),
    Not(Word("war")),
    Phrase("war of words"),
    Prefix("war"),
    AtLeast("war", 2),
    Word("nothing"),
    None,
]


@pytest.fixture
def filled(fill, document):
    said = {"speakers": (7,), "has_quotation": True}
    return fill(
        document(1, 1, "war", kind="title"),
        document(1, 2, "A war of words, no war", people=(3,), **said),
        document(1, 3, "no war", unit="quotations", paragraph=2, **said),
        document(2, 4, "tax and peace", countries=("DE",)),
        document(3, 5, "war on tax", year=None),
    )


@pytest.mark.parametrize("unit", ["paragraphs", "quotations", "articles"])
def test_each_is_answered_as_it_would_be_alone(filled, unit):
    requests = [EngineRequest(tree, unit) for tree in TREES]
    requests += [replace(one, filters=Filters({"people": frozenset([3])})) for one in requests]
    assert filled.search_many(requests) == tuple(map(filled.search, requests))


def test_no_requests_have_no_answers(filled):
    assert filled.search_many([]) == ()


@pytest.mark.parametrize("unit", ["paragraphs", "quotations", "articles"])
@pytest.mark.parametrize("tree", TREES)
def test_without_groups_the_totals_are_the_same(filled, tree, unit):
    whole = filled.search(EngineRequest(tree, unit))
    alone = filled.search(EngineRequest(tree, unit, groups_per_page=0))
    assert alone == replace(whole, group_count=0, page=1, pages=1, groups=())


def test_all_are_answered_from_one_state_though_another_is_written_meanwhile(filled, document, batch):
    class WithAWriteBetween(list[EngineRequest]):
        def __iter__(self) -> Iterator[EngineRequest]:
            yield self[0]
            filled.write(batch(document(9, 9, "war"), reached=2))
            yield self[1]

    asked = EngineRequest(Word("war"), groups_per_page=0)
    first, second = filled.search_many(WithAWriteBetween([asked, asked]))
    assert first == second
    assert filled.search(asked).documents == first.documents + 1


def test_without_time_nothing_is_answered_and_nothing_raised(filled):
    assert filled.search_many([EngineRequest(Word("war"), timeout=60)] * 2, timeout=0) == (None, None)


def test_their_own_timeouts_do_not_count(filled):
    (answer,) = filled.search_many([EngineRequest(Word("war"), timeout=0)], timeout=60)
    assert answer.documents == 3


def test_a_request_that_is_wrong_is_no_matter_of_time(filled):
    with pytest.raises(IndexUnavailable):
        filled.search_many([EngineRequest(Word("war")), EngineRequest(UnresolvedName("person", "Kirby"))])


def test_without_an_index_all_of_them_fail(engine):
    with pytest.raises(IndexUnavailable):
        engine.search_many([EngineRequest(Word("war"))])
