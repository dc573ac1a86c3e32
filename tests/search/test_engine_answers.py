"""How an engine answers: grouping, sorting, paging, facets, and that every count is what its value alone gives."""

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.engines.port import FACETS, Batch, Document, EngineRequest, Filters
from search.engines.whoosh_engine.engine import WhooshEngine
from search.language.reading import read

WORDS = ("war", "peace", "tax", "the", "of")
QUERIES = ("", "war", "war OR tax", "the -war", '"the war"', "in:titles", "title:war", "pea* OR in:quotes war", "-tax")


def test_articles_come_with_their_best_paragraphs_and_the_number_of_all(fill, document, ask):
    fill(*(document(1, number, "war " * number + "peace " * 5) for number in range(1, 7)), document(2, 9, "war"))
    answer = ask("war", hits_a_group=3)
    assert (answer.documents, answer.articles) == (7, 2)
    first = next(group for group in answer.groups if group.value == 1)
    assert first.count == 6
    assert [hit.paragraph for hit in first.hits] == [6, 5, 4]


SORTED = [("relevance", [1, 2, 3, 4]), ("newest", [4, 2, 1, 3]), ("oldest", [1, 2, 4, 3])]


@pytest.mark.parametrize(("sort", "articles"), SORTED)
def test_articles_are_sorted(fill, document, ask, sort, articles):
    fill(
        document(1, 1, "war war war war", year=2001),
        document(2, 2, "war war war peace", year=2002),
        document(3, 3, "war war peace peace", year=None),
        document(4, 4, "war peace peace peace", year=2004),
    )
    assert [group.value for group in ask("war", sort=sort).groups] == articles


def test_pages_take_turns_and_the_last_stands_for_those_beyond(fill, document, ask):
    fill(*(document(number, number, "war") for number in range(1, 8)))
    pages = [ask("war", page=page, groups_a_page=3) for page in (1, 2, 3)]
    assert [len(page.groups) for page in pages] == [3, 3, 1]
    assert len({group.value for page in pages for group in page.groups}) == 7
    assert ask("war", page=10**17, groups_a_page=3) == pages[2]


def test_a_chosen_value_stays_visible_with_nothing_found(fill, document, ask):
    fill(document(1, 1, "war", people=(1,)), document(2, 2, "peace", people=(2,)))
    counts = ask("war", choices={"people": {2}}).facets["people"]
    assert [(value.value, value.count, value.chosen) for value in counts] == [(1, 1, False), (2, 0, True)]


def test_a_facet_shows_its_most_frequent_values_first(fill, document, ask):
    fill(*(document(number, number, "war", people=tuple(range(number, 6))) for number in range(1, 6)))
    assert [value.value for value in ask("war", values_a_facet=2).facets["people"]] == [5, 4]


documents = st.builds(
    Document,
    unit=st.sampled_from(["paragraphs", "paragraphs", "quotations"]),
    id=st.integers(1, 10**6),
    article=st.integers(1, 6),
    revision=st.just(1),
    paragraph=st.integers(1, 30),
    part=st.sampled_from(["title", "body", "caption"]),
    text=st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join),
    publisher=st.sampled_from([None, 1, 2]),
    published=st.sampled_from([None, datetime(1969, 7, 20, tzinfo=UTC), datetime(2020, 1, 1, tzinfo=UTC)]),
    has_quotation=st.booleans(),
    people=st.lists(st.integers(1, 4), unique=True).map(tuple),
    countries=st.lists(st.sampled_from(["DE", "FR", "US"]), unique=True).map(tuple),
    speakers=st.lists(st.integers(1, 3), unique=True).map(tuple),
    other_speakers=st.lists(st.sampled_from(["DE", "state department"]), unique=True).map(tuple),
)
choices = st.fixed_dictionaries(
    {},
    optional={
        "people": st.frozensets(st.integers(1, 5), max_size=2),
        "speakers": st.frozensets(st.integers(1, 3), max_size=2),
        "countries": st.frozensets(st.sampled_from(["DE", "FR", "XK"]), max_size=2),
        "publishers": st.frozensets(st.integers(1, 3), max_size=2),
        "quotes": st.frozensets(st.sampled_from(["with", "without"]), max_size=1),
        "kinds": st.frozensets(st.sampled_from(["title", "body", "note"]), max_size=2),
    },
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    held=st.lists(documents, max_size=30, unique_by=lambda document: (document.unit, document.id)),
    chosen=choices,
    words=st.sampled_from(QUERIES),
    unit=st.sampled_from(["paragraphs", "quotations"]),
    cut=st.integers(1, 30),
)
def test_every_count_is_what_its_value_alone_gives(tmp_path_factory, held, chosen, words, unit, cut):
    engine = WhooshEngine(tmp_path_factory.mktemp("index"))
    engine.rebuild([Batch(frozenset(), held[:cut], 1)], 1)
    engine.write(Batch(frozenset(), held[cut:], 2))
    query = read(words).query
    answer = engine.search(EngineRequest(query, unit, Filters(chosen)))
    for facet in FACETS:
        for value in answer.facets[facet]:
            clicked = Filters({**chosen, facet: frozenset([value.value])})
            assert engine.search(EngineRequest(query, unit, clicked)).documents == value.count


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    texts=st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join), min_size=1, max_size=12),
    phrase=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join),
)
def test_a_phrase_is_found_where_it_stands_in_the_text(tmp_path_factory, texts, phrase):
    engine = WhooshEngine(tmp_path_factory.mktemp("index"))
    held = [Document("paragraphs", number, number, 1, number, "body", text) for number, text in enumerate(texts, 1)]
    engine.rebuild([Batch(frozenset(), held, 1)], 1)
    answer = engine.search(EngineRequest(read(f'"{phrase}"').query, groups_a_page=100))
    expected = {number for number, text in enumerate(texts, 1) if f" {phrase} " in f" {text} "}
    assert {group.value for group in answer.groups} == expected
