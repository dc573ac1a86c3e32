"""The Whoosh engine's index in memory: editions, columns, facets and places, against looking at every document."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.engines.facet_encoding import hash_text
from search.engines.port import Document
from search.engines.whoosh_engine.index.columns import Column
from search.engines.whoosh_engine.index.editions import EditionReader, Editions
from search.engines.whoosh_engine.index.facet_ordinals import ByColumn, ByLists
from search.engines.whoosh_engine.index.ordinals import MultiValued, multi_valued, single_valued
from search.engines.whoosh_engine.index.postings import Postings
from search.engines.whoosh_engine.index.segment_docs import DocValueReader
from search.engines.whoosh_engine.index.selection import selection_of
from search.engines.whoosh_engine.storage.doc_values import DocValues, pack, unpack

WORDS = ("may", "world")
words = st.lists(st.sampled_from(WORDS), unique=True, max_size=2).map(tuple)
documents = st.builds(
    Document,
    unit=st.just("paragraphs"),
    id=st.integers(1, 9),
    article=st.integers(1, 3),
    revision=st.integers(1, 2),
    paragraph=st.just(1),
    kind=st.sampled_from(["title", "body"]),
    text=st.just(""),
    publisher=st.sampled_from([None, 1, 2]),
    section=st.sampled_from([None, 4, 5]),
    authors=words,
    people=st.lists(st.integers(1, 4), unique=True, max_size=3).map(tuple),
)


def doc_values(held: list[Document]) -> DocValues:
    packed = [pack(document, 3) for document in held]
    return unpack(b"".join(packed), np.array([len(one) for one in packed], np.int64))


def editions_of(segments: list[list[list[Document]]]) -> tuple[Editions, list[np.ndarray]]:
    """Read the editions of segments, each some documents at a time; return them, and the edition of each document."""
    parts, of_docs = [], []
    for segment in segments:
        reader = EditionReader()
        of_docs.append(np.concatenate([np.zeros(0, np.int32), *(reader.add(doc_values(some)) for some in segment)]))
        parts.append(reader.read())
    return Editions(parts), of_docs


@given(st.lists(st.lists(st.lists(documents, min_size=1, max_size=5), max_size=3), max_size=3))
def test_an_edition_says_what_each_of_its_documents_says(segments):
    editions, of_docs = editions_of(segments)
    column = Column(
        "edition", of_docs, [0, *np.cumsum([len(one) for one in of_docs])], editions.offsets[:-1], len(editions)
    )
    held = [document for segment in segments for some in segment for document in some]
    found = column.take(np.arange(len(held))).astype(int)
    assert editions.articles[editions.article[found]].tolist() == [one.article for one in held]
    assert editions.revision[found].tolist() == [one.revision for one in held]
    having = {word: editions.having("authors", np.array([hash_text(word)])) for word in WORDS}
    for word, mask in having.items():
        assert mask[found].tolist() == [word in one.authors for one in held]
    publishers = ByColumn(column, editions.publisher)
    assert publishers.having(np.array([2])).tolist() == [one.publisher == 2 for one in held]
    counts = publishers.counts(selection_of(np.ones(len(held), bool)))
    assert dict(zip(publishers.values.tolist(), counts.tolist(), strict=True)) == {
        value: sum(one.publisher == value for one in held) for value in {one.publisher for one in held} - {None}
    }


def test_documents_that_follow_each_other_with_the_same_values_share_an_edition(document):
    alike = [document(1, number, "war") for number in range(1, 5)]
    editions, (of_docs,) = editions_of([[[*alike, document(1, 5, "war", authors=("may",)), document(2, 6, "war")]]])
    assert of_docs.tolist() == [0, 0, 0, 0, 1, 2]
    assert editions.article.tolist() == [0, 0, 1]


values_of_docs = st.lists(st.lists(st.integers(0, 5), unique=True, max_size=3), max_size=6)


@given(st.lists(values_of_docs, min_size=1, max_size=3), st.data())
def test_values_of_several_segments_are_counted_and_filtered_together(segments, data):
    parts = [multi_valued_of(segment) for segment in segments]
    held = [values for segment in segments for values in segment]
    offsets = np.cumsum([0, *map(len, segments)]).tolist()
    mask = np.array(data.draw(st.lists(st.booleans(), min_size=len(held), max_size=len(held))), bool)
    facet, selected = ByLists(parts, offsets), selection_of(mask)
    counts = facet.counts(selected)
    for ordinal, value in enumerate(facet.values.tolist()):
        having = [value in values for values in held]
        assert facet.having(np.array([value])).tolist() == having
        assert facet.docs_with(ordinal, selected).tolist() == np.flatnonzero(having & mask).tolist()
        assert counts[ordinal] == np.count_nonzero(having & mask)


def multi_valued_of(lists: list[list[int]]) -> MultiValued:
    values = np.array([value for values in lists for value in values], np.int64)
    docs = np.repeat(np.arange(len(lists), dtype=np.int32), [len(values) for values in lists])
    return multi_valued(values, docs, len(lists))


@pytest.mark.parametrize("dense", [True, False])
def test_values_are_counted_alike_for_few_documents_and_for_many(dense):
    docs = np.repeat(np.arange(100, dtype=np.int32), 2)
    values = multi_valued(np.arange(200) % 7, docs, 100)
    mask = np.arange(100) % (2 if dense else 50) == 0
    assert selection_of(mask).sparse is not dense
    expected = np.bincount((np.arange(200) % 7)[mask[docs]], minlength=7)
    assert values.counts(selection_of(mask)).tolist() == expected.tolist()


@given(st.lists(st.sampled_from([-5, 3, 2**40, 7]), max_size=30))
def test_ordinals_stand_for_their_values(values):
    whole = single_valued(np.array(values, np.int64), none=7)
    assert [int(whole.values[one]) if one >= 0 else 7 for one in whole.ordinals.tolist()] == values
    assert all(one < other for one, other in pairwise(whole.values.tolist()))


@given(st.lists(st.lists(st.integers(0, 300), unique=True, max_size=4).map(sorted), min_size=1, max_size=8), st.data())
def test_places_in_some_documents_are_where_their_texts_have_the_word(texts, data):
    begins = np.arange(len(texts), dtype=np.int32) * 1_000
    doc_ids = np.array([doc_id for doc_id, places in enumerate(texts) if places], np.int32)
    counts = np.array([len(texts[doc_id]) for doc_id in doc_ids], np.uint8)
    positions = np.array([place for places in texts for place in places], np.uint16)
    chosen = data.draw(st.sets(st.sampled_from(range(len(doc_ids))))) if len(doc_ids) else set()
    indices = np.array(sorted(chosen), np.int64)
    expected = [doc_ids[one] * 1_000 + place for one in sorted(chosen) for place in texts[doc_ids[one]]]
    assert Postings(doc_ids, counts, positions).places(indices, begins).tolist() == expected


def test_documents_are_found_by_their_ids(document):
    reader = DocValueReader()
    reader.add(doc_values([document(1, number, "war") for number in (7, 3, 9)]))
    docs = reader.docs(np.arange(3), np.arange(3, dtype=np.int32))
    assert docs.doc_ids_of(np.array([9, 4, 7, 100, 3])).tolist() == [2, -1, 0, -1, 1]
    assert docs.columns["id"] is docs.columns["paragraph"]
