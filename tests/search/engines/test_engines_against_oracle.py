"""Whatever is asked of whatever archive, an engine answers what looking through every document finds."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given
from hypothesis import strategies as st

from search.engines.port import FACETS, Batch, Engine, EngineAnswer, EngineRequest, Facet, Hit
from tests.examples import examples
from tests.search.engines.archives import archives, requests
from tests.search.engines.making import NAMES, batch_of, make
from tests.search.engines.oracle import OF_TIME, Found, Oracle, counts, values

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # a failing case of this size takes minutes to make smaller
THOROUGH = examples(1.2, *HealthCheck, phases=PHASES)
FACET_OF = {"speakers": "speakers", "publishers": "publishers", "countries": "countries", "months": "months"}


@pytest.mark.slow(reason="each example builds and changes an index")
@THOROUGH
@given(
    archive=archives(),
    changed=archives(3),
    gone=st.frozensets(st.integers(1, 6), max_size=2),
    asked=st.lists(requests, min_size=4, max_size=4),
)
@pytest.mark.parametrize("name", NAMES)
def test_an_engine_answers_what_looking_through_every_document_finds(
    tmp_path_factory, name, archive, changed, gone, asked
):
    engine = make(name, tmp_path_factory.mktemp("index"))
    engine.rebuild([Batch(frozenset(), article, 1) for article in archive], 1)
    for article in changed:
        engine.write(batch_of(*article, reached=2))
    engine.write(Batch(gone, (), 3))
    now = dict(enumerate(archive, 1)) | dict(enumerate(changed, 1))
    held = [document for number, article in now.items() if number not in gone for document in article]
    for request, answer in zip(asked, engine.search_many(asked, timeout=240), strict=True):
        assert answer == engine.search(request)
        assert_conforms(answer, request, Oracle(held, request.unit))
        scan_conforms(engine, request)


def assert_conforms(answer: EngineAnswer, request: EngineRequest, oracle: Oracle) -> None:
    found = oracle.found(request)
    assert answer.documents == len(found)
    assert answer.articles == len({one.first.article for one in found})
    if request.groups_per_page:
        groups_conform(answer, request, found)
    else:
        assert (answer.groups, answer.group_count) == ((), 0)
    for facet in FACETS:
        facet_conforms(answer, request, oracle, facet)
    timeline = counts("months", oracle.found(request, OF_TIME))
    assert [(one.month, one.count) for one in answer.timeline] == sorted(timeline.items())


def scan_conforms(engine: Engine, request: EngineRequest) -> None:
    """A scan gives what all pages together give, in their order, and so it does from each of its cursors on."""
    whole = engine.scan(request)
    slices = list(engine.scan(request, slice_size=2).slices)
    hits = [hit for one in slices for hit in one.hits]
    assert hits == [hit for one in whole.slices for hit in one.hits] == hits_of_pages(engine, request)
    answer = engine.search(request)
    assert (whole.documents, whole.articles) == (answer.documents, answer.articles)
    for number, one in enumerate(slices, 1):
        rest = engine.scan(request, one.cursor).slices
        assert [hit for behind in rest for hit in behind.hits] == hits[2 * number :]


def hits_of_pages(engine: Engine, request: EngineRequest) -> list[Hit]:
    most = 1 if request.unit == "articles" else 1000
    pages = replace(request, group_by="articles", collapse=False, groups_per_page=2, hits_per_group=most, facets=())
    answers = [engine.search(replace(pages, page=page)) for page in range(1, engine.search(pages).pages + 1)]
    return [hit for answer in answers for group in answer.groups for hit in group.hits]


def groups_conform(answer: EngineAnswer, request: EngineRequest, found: list[Found]) -> None:
    expected: dict[Any, Any] = {}
    for one in found:
        shared = {one.first.article} if request.group_by == "articles" else values(FACET_OF[request.group_by], one)
        for value in shared:
            expected.setdefault(value, []).append(one)
    result = {group.value: group for group in answer.groups}
    assert len(result) == len(answer.groups) == answer.group_count
    if request.group_by == "articles" and request.collapse:
        copies_conform(result, expected)
    else:
        assert result.keys() == expected.keys()
        assert not any(group.copies for group in result.values())
    for value, group in result.items():
        assert group.count == len(expected[value])
        hits_conform(group, request, expected[value])
    order_conforms(answer, request, expected)


def copies_conform(result: dict[Any, Any], expected: dict[Any, Any]) -> None:
    stories: dict[Any, Any] = {}
    for article, things in expected.items():
        stories.setdefault(things[0].first.story or article, set()).add(article)
    assert {frozenset({value, *group.copies}) for value, group in result.items()} == {
        frozenset(one) for one in stories.values()
    }
    assert all(list(group.copies) == sorted(group.copies) for group in result.values())


def hits_conform(group, request: EngineRequest, things: list[Found]) -> None:
    possible = {
        (part.article, part.paragraph, part.id if request.unit == "quotations" else None)
        for thing in things
        for part in thing.parts
    }
    hits = [(hit.article, hit.paragraph, hit.quotation) for hit in group.hits]
    assert len(set(hits)) == len(hits)
    assert set(hits) <= possible
    if request.unit != "articles":
        assert len(hits) == min(len(things), request.hits_per_group)
    assert hits or not things


def order_conforms(answer: EngineAnswer, request: EngineRequest, expected: dict[Any, Any]) -> None:
    order = [group.value for group in answer.groups]
    if request.group_by == "months":
        assert order == sorted(order, reverse=True)
    elif request.group_by != "articles":
        assert all(one.count >= other.count for one, other in pairwise(answer.groups))
    elif request.sort != "relevance":
        moments = [expected[value][0].first.published for value in order]
        known = [moment for moment in moments if moment]
        assert known == sorted(known, reverse=request.sort == "newest")
        assert moments == known + [None] * (len(moments) - len(known))


def facet_conforms(answer: EngineAnswer, request: EngineRequest, oracle: Oracle, facet: Facet) -> None:
    true = counts(facet, oracle.found(request, [facet]))
    chosen, excluded = (
        result.get(facet, frozenset()) for result in (request.filters.choices, request.filters.excluded)
    )
    result = answer.facets[facet]
    assert len({one.value for one in result}) == len(result)
    assert all(one.count == true[one.value] for one in result)
    assert all((one.chosen, one.excluded) == (one.value in chosen, one.value in excluded) for one in result)
    assert {one.value for one in result if one.count or one.chosen or one.excluded} == true.keys() | chosen | excluded
    by_words = counts(facet, oracle.found(request, [*FACETS, "dates"]))
    assert {one.value for one in result} >= by_words.keys()
    assert {one.value for one in result} <= by_words.keys() | chosen | excluded
    if facet in OF_TIME:
        assert [one.value for one in result] == sorted(one.value for one in result)
    else:
        found = [one.count for one in result if one.value not in chosen | excluded]
        assert found == sorted(found, reverse=True)
