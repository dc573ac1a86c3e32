"""Which words of a query may be a name."""

import pytest

from search.language.ast import Query
from search.language.parser import parse
from search.results.name_spans import field_names, names_in_words

IN_WORDS = [
    ("Anna Weber", ["Anna Weber", "Anna", "Weber"]),
    ('"Anna Weber" taxes', ["Anna Weber", "taxes"]),
    ("Jean-Luc Moreau", ["Jean-Luc Moreau", "Jean-Luc", "Moreau"]),
    ("Weber OR weber", ["weber"]),
    ("weber OR chad", ["weber", "chad"]),
    ("a -weber b", ["a", "b"]),
    ("in:quotes weber", ["weber"]),
    ("-weber", []),
]


def query_of(text: str) -> Query:
    query = parse(text).query
    assert query is not None
    return query


@pytest.mark.parametrize(("text", "names"), IN_WORDS)
def test_names_in_words(text, names):
    assert names_in_words(query_of(text)) == names


def test_a_long_query_gives_few_names():
    names = names_in_words(query_of(" ".join(f"word{n}" for n in range(32))))
    assert len(names) == 60
    assert max(len(name.split()) for name in names) == 5


def test_names_in_fields():
    query = query_of('speaker:"Jo Doe" -person:x about:chad publisher:times (country:FR OR tax)')
    assert [(name.field, name.text) for name in field_names(query)] == [
        ("speaker", "Jo Doe"),
        ("about", "chad"),
        ("country", "FR"),
    ]
