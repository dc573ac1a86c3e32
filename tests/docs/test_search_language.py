"""The page of the search language has every operator, field and limit that there is, and none that is not."""

import re

import pytest

from search.engines.port import DEFAULT_TIMEOUT
from search.language import limits
from search.language.lexer import FIELDS
from search.language.parser import parse
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "search-language.md").read_text()
ROWS = re.findall(r"^\| (`.*?) \| ", PAGE, re.MULTILINE)
WRITTEN = [one.replace("\\|", "|") for row in ROWS for one in re.findall(r"`([^`]+)`", row)]


@pytest.mark.parametrize("query", [one for one in WRITTEN if one != "atleast"])
def test_what_it_writes_is_understood(query):
    reading = parse(query)
    assert reading.query is not None
    assert reading.problems == ()


def test_it_has_every_field():
    assert {field for field in FIELDS if f"{field}:" not in " ".join(WRITTEN)} == set()


@pytest.mark.parametrize(
    "row",
    [
        f"| a query | {limits.LONGEST_QUERY:,} characters, {limits.MOST_WORDS} words or phrases |",
        f"| a phrase | {limits.LONGEST_PHRASE} words |",
        f"| words near each other | {limits.MOST_NEAR} words, {limits.FARTHEST} others among them |",
        f"| words with `*` or `~` | {limits.MOST_MULTI_TERM['*']} of each, {limits.SHORTEST_PREFIX} letters at least |",
        f"| `atleast` | {limits.MOST_TIMES} times, for single words |",
        f"| parentheses | {limits.DEEPEST} deep |",
        f"| a search | {DEFAULT_TIMEOUT:g} seconds |",
    ],
)
def test_its_limits_are_those_that_hold(row):
    assert row in PAGE
