"""Quotation marks in pairs: which belong together, and which are apostrophes."""

import pytest

from articles.extraction.text.quotation_marks import mark_pairs


def marked(text: str) -> list[str]:
    return [text[pair.inner_start : pair.inner_end] for pair in mark_pairs(text)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("She said “yes” and “no”.", ["yes", "no"]),
        ('She said "yes" and "no".', ["yes", "no"]),
        ("She said ‘yes’ and ‘no’.", ["yes", "no"]),
        ("She said 'yes' and 'no'.", ["yes", "no"]),
        ("She said ``yes'' and ''no''.", ["yes", "no"]),
        ("She said «yes» and „no“.", ["yes", "no"]),
        ("She said “ yes ” then.", ["yes"]),
        ("“He said ‘yes’ to it.”", ["He said ‘yes’ to it."]),
        ("‘He said “yes” to it.’", ["He said “yes” to it."]),
        ("‘The farmers’ bridge is broken,’ she said.", ["The farmers’ bridge is broken,"]),
        ("She called it the farmers’ ‘broken bridge’.", ["broken bridge"]),
        ("It’s the farmers’ bridge, isn’t it?", []),
        ("Rock ’n’ roll of the ’90s, give ’em more.", []),
        ('A 6\' 2" man and a 5" nail.', []),
        ('“Mixed marks," she said.', ["Mixed marks,"]),
        ("“Never closed by anybody.", ["Never closed by anybody."]),
        ("“Never closed, she said.", ["Never closed,"]),
        ('"Never closed, said the engineer Mara Voss. She went home.', ["Never closed,"]),
        ("“Never closed, because she said so.", ["Never closed, because she said so."]),
        ("She said: “Never closed.", ["Never closed."]),
        ("“Lost mark. Then “yes” she said. “No”.", ["yes", "No"]),
        ('He said: "One. "Two." Then he left.', ["One.", "Two."]),
        ("He said: “One. “Two. “Three.” Then he left.", ["One.", "Two.", "Three."]),
        ('"Turn the "Off" key and wait," she said.', ['Turn the "Off" key and wait,']),
        ("”The wrong way round,“ she said. ”So it is,” he said.", ["The wrong way round,", "So it is,"]),
        ("“The wrong end,“ she said. “So it is,” he said.", ["The wrong end,", "So it is,"]),
        ('He was “all" for it and "nothing less.” So he said.', ["all", "nothing less."]),
        ("", []),
        ("“”", [""]),
    ],
)
def test_what_stands_between_outermost_marks(text, inside):
    assert marked(text) == inside


def test_only_a_mark_that_is_never_closed_is_open():
    assert [pair.closed for pair in mark_pairs("“Yes.” She said: “No")] == [True, False]
