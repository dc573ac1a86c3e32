"""Labels and the spans they make."""

import pytest

from articles.extraction.recognisers.labels import decode_labels, encode_spans, viterbi


@pytest.mark.parametrize(
    ("spans", "labels"),
    [
        ([], "OOOO"),
        ([(3, 4)], "UOOO"),
        ([(3, 5)], "BLOO"),
        ([(4, 7)], "OBIL"),
        ([(0, 4), (5, 9)], "UOBL"),
    ],
)
def test_spans_become_labels(spans, labels):
    assert encode_spans(spans, 3, 7) == list(labels)


@pytest.mark.parametrize(("labels", "spans"), [("OUO", [(1, 2)]), ("BLOU", [(0, 2), (3, 4)]), ("BIIL", [(0, 4)])])
def test_labels_become_spans(labels, spans):
    assert decode_labels(labels) == spans


def test_two_names_of_one_run_are_never_side_by_side():
    shares = [{"B": 0.4, "U": 0.6}, {"L": 0.4, "U": 0.6}]
    assert viterbi(shares, [1.0, 1.0]) == ["B", "L"]


def test_a_doubted_no_gives_way():
    shares = [{"O": 0.6, "U": 0.4}]
    assert viterbi(shares, [1.0]) == ["O"]
    assert viterbi(shares, [0.5]) == ["U"]
