"""The Whoosh engine's own files and steps: posting lists, term dictionaries, edits, the cache, the clock."""

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh.filedb.filestore import FileStorage

from search.deadline import Deadline, SearchTooLong
from search.engines.port import EngineRequest
from search.engines.whoosh_engine.index.fuzzy_terms import TermsByLength
from search.engines.whoosh_engine.index.postings import PostingCache, Postings, union
from search.engines.whoosh_engine.storage.posting_buffer import PostingBuffer
from search.engines.whoosh_engine.storage.posting_codec import (
    PostingList,
    pack,
    pack_by_unit,
    size_without_positions,
    unpack,
    unpack_by_unit,
)
from search.engines.whoosh_engine.storage.term_dictionary import (
    FIELDS,
    TermDictionaryWriter,
    read_term_dictionaries,
    write_term_dictionaries,
)
from search.language.ast import And, Fuzzy, Near, Not, Or, Phrase, Prefix, Word

postings = st.dictionaries(
    st.integers(0, 2**32 - 1), st.lists(st.integers(0, 70_000), min_size=1, max_size=4, unique=True), min_size=1
)


def numbers(values) -> np.ndarray:
    return np.array(list(values), np.uint32)


@given(postings)
def test_a_list_is_read_as_it_was_packed(held):
    documents = sorted(held)
    positions = [place for document in documents for place in sorted(held[document])]
    result = PostingList(numbers(documents), numbers(len(held[one]) for one in documents), numbers(positions))
    packed = pack(result)
    for read, written in zip(vars(unpack(packed)).values(), vars(result).values(), strict=True):
        assert read.tolist() == written.tolist()
    begun = unpack(packed[: size_without_positions(packed)], with_positions=False)
    assert (begun.documents.tolist(), begun.counts.tolist()) == (documents, result.counts.tolist())


@given(postings, st.sets(st.integers(0, 9)))
def test_lists_of_paragraphs_and_quotations_lie_apart(held, lot):
    documents = sorted(held)
    quoted = np.array([document % 10 in lot for document in documents])
    positions = numbers(place for document in documents for place in sorted(held[document]))
    whole = PostingList(numbers(documents), numbers(len(held[one]) for one in documents), positions)
    for read, kept in zip(unpack_by_unit(pack_by_unit(whole, quoted)), (~quoted, quoted), strict=True):
        for found, written in zip(vars(read).values(), vars(whole.some(kept)).values(), strict=True):
            assert found.tolist() == written.tolist()


def test_a_list_of_a_common_word_takes_two_bytes_a_place():
    every = np.arange(10_000, dtype=np.uint32)
    assert len(pack(PostingList(every, np.ones_like(every), every % 50))) < 2 * 10_000 + 20


def dictionary_of(words):
    writers = [TermDictionaryWriter() for _ in FIELDS]
    for number, word in enumerate(sorted(word.encode() for word in words)):
        writers[0].add(word, number + 1, number, 1)
    file = io.BytesIO()
    write_term_dictionaries(file, writers)
    file.seek(0)
    return read_term_dictionaries(file)["words"]


@given(st.sets(st.text(min_size=1, max_size=5)), st.text(max_size=3))
def test_a_term_dictionary_finds_words_and_beginnings(words, wanted):
    held = dictionary_of(words)
    assert {held.word(place) for place in held.ordinals_with_prefix(wanted)} == {
        w for w in words if w.startswith(wanted)
    }
    assert (held.ordinal_of(wanted) is not None) == (wanted in words)


def edits(one: str, other: str) -> int:
    """The number of edits, by the book."""
    if not one or not other:
        return len(one) + len(other)
    least = min(edits(one[1:], other) + 1, edits(one, other[1:]) + 1, edits(one[1:], other[1:]) + (one[0] != other[0]))
    if len(one) > 1 and one[:2] == other[1::-1] and len(other) > 1:
        least = min(least, edits(one[2:], other[2:]) + 1)
    return least


letters = st.text(st.sampled_from("abæя"), min_size=1, max_size=5)


@given(st.sets(letters, max_size=20), letters, st.integers(1, 2))
def test_words_that_are_alike_are_as_many_edits_away(words, word, most):
    held = dictionary_of(words)
    found = {held.word(place) for place in TermsByLength(held).like(word, most, Deadline(1000)).tolist()}
    assert found == {one for one in words if edits(word, one) <= most}


def test_a_pool_that_goes_to_disk_gives_back_the_same(tmp_path):
    items = [("words", f"w{n % 17}".encode(), n, 1.0, np.uint32(n % 5).tobytes()) for n in range(1000)]
    given_back = []
    for limit in (10**9, 5_000):
        pool = PostingBuffer(FileStorage(str(tmp_path)), limit)
        for item in items:
            pool.add(item)
        assert bool(pool.runs) == (limit == 5_000)
        given_back.append([(f, w, p.documents.tolist(), p.positions.tolist()) for f, w, p in pool.iter_postings()])
    assert given_back[0] == given_back[1]
    assert len(given_back[0]) == 17


def test_the_cache_drops_what_was_used_longest_ago():
    one = Postings(np.zeros(100, np.int32), np.zeros(100, np.uint8), np.zeros(0, np.int32))
    cache, read = PostingCache(limit=3 * one.size), []

    def read_one(word):
        read.append(word)
        return one

    def get(word):
        cache.get(("segment", "paragraphs", "word", word), lambda: read_one(word))

    for word in ["a", "b", "c", "a", "d", "a", "b"]:
        get(word)
    assert read == ["a", "b", "c", "d", "b"]
    assert cache.bytes <= cache.limit


@given(st.lists(st.dictionaries(st.integers(0, 40), st.integers(1, 300)), max_size=6), st.sampled_from([41, 10_000]))
def test_lists_of_several_words_are_added_up(lists, size):
    def held(counts):
        how_often = np.array([counts[k] for k in sorted(counts)], np.uint16)
        return Postings(np.array(sorted(counts), np.int32), how_often, np.zeros(0, np.uint8))

    found = union([held(counts) for counts in lists], size)
    sums = {doc_id: sum(counts.get(doc_id, 0) for counts in lists) for counts in lists for doc_id in counts}
    assert dict(zip(found.doc_ids.tolist(), found.counts.tolist(), strict=True)) == sums


def test_a_loop_ends_with_its_time():
    with pytest.raises(SearchTooLong):
        list(Deadline(-1).during(range(10)))
    assert list(Deadline(1000).during(range(1000))) == list(range(1000))


ASKED = [
    Word("war"), Prefix("war"), Fuzzy("war"), Phrase("war war"), Near("war tax", 3), And((Word("war"), Word("tax"))),
    Or((Word("war"), Word("tax"))), Not(Word("war")), None,
]  # fmt: skip


@pytest.mark.parametrize("unit", ["paragraphs", "quotations", "articles"])
@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_a_search_is_stopped_when_its_time_is_over(fill, document, asked, unit):
    engine = fill(document(1, 1, "war war tax"))
    with pytest.raises(SearchTooLong):
        engine.search(EngineRequest(asked, unit, timeout=0))
    assert engine.search(EngineRequest(None)).documents == 1


def test_completions_are_the_most_frequent_words_of_all_segments(fill, document, batch):
    engine = fill(document(1, 1, "warm war"), document(2, 2, "war Wärme"))
    engine.write(batch(document(3, 3, "warm"), document(4, 4, "warm"), reached=2))
    assert [(one.word, one.documents) for one in engine.completions("war", 2)] == [("warm", 3), ("war", 2)]
    assert engine.completions("x", 5) == ()


@pytest.mark.parametrize(
    ("word", "found"),
    [("wra", ["war"]), ("war", ["wars"]), ("wa", ["war"]), ("minsters", ["ministers"]), ("mnster", []),
     ("mnisterss", ["ministers"]), ("xyz", [])],
)  # fmt: skip
def test_similar_words_are_one_edit_away_or_two_where_none_is(fill, document, word, found):
    engine = fill(document(1, 1, "war war wars"), document(2, 2, "the war ministers"))
    assert [one.word for one in engine.similar([word], 5)[word].words] == found
