"""Which words of a query may be a name."""

import pytest

from search.assist.name_spans import field_names, names_in_words
from search.language.parser import parse

IN_WORDS = [
    ("Anna Weber", ["anna weber", "anna", "weber"]),
    ('"Anna Weber" taxes', ["anna weber", "taxes"]),
    ("weber OR chad", ["weber", "chad"]),
    ("a -weber b", ["a", "b"]),
    ("in:quotes weber", ["weber"]),
    ("-weber", []),
]


@pytest.mark.parametrize(("text", "names"), IN_WORDS)
def test_names_in_words(text, names):
    assert names_in_words(parse(text).query) == names


def test_a_long_query_gives_few_names():
    names = names_in_words(parse(" ".join(f"word{n}" for n in range(32))).query)
    assert len(names) == 60
    assert max(len(name.split()) for name in names) == 5


def test_names_in_fields():
    query = parse('speaker:"Jo Doe" -person:x about:chad publisher:times (country:FR OR tax)').query
    assert [(name.field, name.folded) for name in field_names(query)] == [
        ("speaker", "jo doe"),
        ("about", "chad"),
        ("country", "fr"),
    ]
