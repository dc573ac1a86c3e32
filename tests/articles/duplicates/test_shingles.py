"""When two texts are copies of each other."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.duplicates.shingles import (
    FEWEST_SHINGLES,
    MOST_WORDS,
    SHARED_HASHES,
    SKETCH,
    near_duplicates,
    shingles_of,
    sketch_of,
)

STORY = " ".join(f"harbour{n} ferry{n % 7} word{n}" for n in range(100))  # 300 words
OTHER = " ".join(f"mountain{n} train{n % 7} snow{n}" for n in range(100))


def words(first: int, last: int) -> str:
    return " ".join(STORY.split()[first:last])


def copies(one: str, other: str) -> bool:
    first, second = shingles_of(one), shingles_of(other)
    answers = {near_duplicates(first, second), near_duplicates(second, first)}
    assert len(answers) == 1, "the answer depends on which comes first"
    return answers.pop()


def with_figures(every: int) -> str:
    return " ".join(f"{n}" if n % every == 0 else word for n, word in enumerate(STORY.split()))


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (STORY, True),
        (STORY.upper().replace(" ", ",\n — "), True),
        ("HARBOUR TOWN (Wire) — " + STORY, True),
        (words(0, 150), True),
        (words(0, 90) + " (This report was shortened by the paper that printed it.)", True),
        (words(0, 60), False),  # a brief, less than a quarter of it
        (words(0, 150) + " " + OTHER, False),  # half of it is another story
        (with_figures(every=10), False),  # the same report of another day
        (OTHER, False),
        ("", False),
    ],
)
def test_copies_are_told_from_what_is_alike(other, expected):
    assert copies(STORY, other) is expected


def test_short_texts_are_never_copies():
    notice = words(0, FEWEST_SHINGLES)
    assert not copies(notice, notice)


@pytest.mark.parametrize(
    "text", ["word " * 1_000_000, "a" * 1_000_000, "—" * 1_000_000, "\ud800 " * 100, "x y " * 500_000]
)
def test_one_thing_again_and_again_is_no_text(text):
    assert shingles_of(text) == frozenset()


def test_a_text_without_end_is_read_as_far_as_its_first_words():
    text = " ".join(str(n) for n in range(2 * MOST_WORDS))
    assert len(shingles_of(text)) < MOST_WORDS


@given(st.text())
def test_any_text_can_be_compared(text):
    hashes = shingles_of(text)
    assert near_duplicates(hashes, hashes) is bool(hashes)
    assert all(0 <= hash_ < 2**63 for hash_ in hashes)


@pytest.mark.parametrize("kept", [0.25, 0.5, 1.0])
def test_keys_lead_from_a_part_to_the_whole(kept):
    chance, missed = random.Random(5), 0  # noqa: S311  the same in every run
    for _ in range(200):
        text = [str(chance.random()) for _ in range(200)]
        whole, part = (set(sketch_of(shingles_of(" ".join(text[: round(share * 200)])))) for share in (1, kept))
        assert len(whole) <= SKETCH
        missed += len(whole & part) < SHARED_HASHES
    assert missed <= 200 * 0.03  # of parts of a quarter; none of longer ones
    assert not missed or kept == 0.25
