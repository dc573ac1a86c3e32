"""Where sentences end: at a full stop, but not at one that shortens a word or stands within marks."""

import pytest

from articles.extraction.text.sentences import sentences_of


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("She said no. He left.", 2),
        ("She lives at No. 10 Lake Road. He left.", 2),
        ("Mr. Novak left. He was late.", 2),
        ("She lives in the U.S. now. He left.", 2),
        ("It rained! He left…  She stayed?", 3),
        ("", 0),
    ],
)
def test_how_many_sentences(text, count):
    ranges = sentences_of(text, [])
    assert len(ranges) == count
    assert "".join(text[start:end] for start, end in ranges) == text
