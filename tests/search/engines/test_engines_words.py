"""Words of the index: those that begin like one, and those that are like one."""

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from search.engines.port import Batch, Document, Engine, WordCount
from tests.examples import examples
from tests.search.engines.making import NAMES, make
from tests.search.engines.oracle import edits

LETTERS = "abü"
words = st.text(LETTERS, min_size=1, max_size=8)


def result(found: tuple[WordCount, ...]) -> list[tuple[str, int]]:
    return [(one.word, one.documents) for one in found]


def like(engine: Engine, word: str, limit: int = 5) -> list[tuple[str, int]]:
    return result(engine.similar([word], limit)[word].words)


def test_words_that_begin_alike_come_with_the_most_frequent_first(fill, document, engine):
    fill(
        document(1, 1, "war wars war"),
        document(2, 2, "wars warming Wärme"),
        document(2, 3, "wars", unit="quotations"),
        document(3, 4, "peace"),
    )
    assert result(engine.completions("war", 10)) == [("wars", 3), ("war", 1), ("warme", 1), ("warming", 1)]
    assert result(engine.completions("war", 1)) == [("wars", 3)]
    assert engine.completions("x", 5) == ()


def test_what_was_replaced_is_no_word_any_longer(fill, document, batch, engine):
    fill(*(document(number, number, "warfare") for number in range(1, 5)), document(9, 9, "war wars"))
    engine.write(batch(*(document(number, number, "peace") for number in range(1, 4)), reached=2))
    assert result(engine.completions("war", 1)) == [("war", 1)]
    assert result(engine.completions("war", 5)) == [("war", 1), ("warfare", 1), ("wars", 1)]
    engine.write(Batch(frozenset([4]), (), 3))
    assert result(engine.completions("warf", 5)) == like(engine, "warfar") == []


SIMILAR = [
    ("governer", ["governor", "governed"]),
    ("wra", ["war"]),
    ("war", ["wars", "wax"]),
    ("presidnet", ["president"]),
    ("presidentt", ["president"]),
    ("rpesidnet", ["president"]),
    ("prsdent", ["president"]),
    ("rwsa", []),
    ("zzzzzzzz", []),
]


@pytest.mark.parametrize(("word", "others"), SIMILAR)
def test_words_like_another_are_one_edit_away_or_two_where_it_is_long(fill, document, engine, word, others):
    fill(document(1, 1, "governor governed wax war wars president"), document(2, 2, "governor wars"))
    assert [one for one, _ in like(engine, word)] == others


def test_each_of_several_words_comes_with_how_many_paragraphs_have_it_in_any_form(fill, document, engine):
    fill(document(1, 1, "wars"), document(1, 2, "war"), document(1, 3, "war", unit="quotations"), document(2, 4, "wax"))
    found = engine.similar(["war", "wxa", "zzz"], 5)
    assert {word: (one.documents, result(one.words)) for word, one in found.items()} == {
        "war": (2, [("wars", 1), ("wax", 1)]),
        "wxa": (0, [("wax", 1)]),
        "zzz": (0, []),
    }


def test_words_that_are_frequent_enough_are_left_out(fill, document, engine):
    fill(document(1, 1, "war"), document(2, 2, "wars"), document(3, 3, "wax"))
    assert engine.similar(["war", "wax", "wxa"], 5, most_documents=1).keys() == {"wax", "wxa"}
    assert engine.similar([], 5) == {}


@pytest.mark.parametrize("word", ["", "x" * 5_000, "\x00", "ab\x1e", "😀😀", "a b", "*", "ü" * 50])
def test_strange_words_are_answered(fill, document, engine, word):
    fill(document(1, 1, "governor"))
    assert like(engine, word) == []
    assert len(engine.completions(word, 5)) <= 1


@examples(0.6, *HealthCheck)
@given(texts=st.lists(st.lists(words, max_size=6), max_size=8), typed=st.lists(words, min_size=1, max_size=5))
@pytest.mark.parametrize("name", NAMES)
def test_words_are_those_of_the_documents(tmp_path_factory, name, texts, typed):
    engine = make(name, tmp_path_factory.mktemp("index"))
    folded = [{word.replace("ü", "u") for word in text} for text in texts]
    held = [
        Document("paragraphs", number, number, 1, number, "body", " ".join(text))
        for number, text in enumerate(texts, 1)
    ]
    engine.rebuild([Batch(frozenset(), held, 1)], 1)
    counts = {word: sum(word in text for text in folded) for text in folded for word in text}

    def ordered(kept: list[str]) -> list[tuple[str, int]]:
        return sorted(((word, counts[word]) for word in kept), key=lambda one: (-one[1], one[0]))

    for word in (one.replace("ü", "u") for one in typed):
        assert result(engine.completions(word, 100)) == ordered([one for one in counts if one.startswith(word)])
        near = [one for one in counts if edits(word, one) == 1]
        if not near and len(word) >= 6:
            near = [one for one in counts if edits(word, one) == 2]
        assert like(engine, word, 100) == ordered(near)
