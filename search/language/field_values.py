"""The leaves of the tree: one word, phrase or value as somebody typed it → its node, or None and a problem."""

from collections.abc import Callable
from typing import cast

from search.language.analysis import tokens
from search.language.ast import Field, Published, Query, Scope, UnresolvedName, Within
from search.language.dates import read_date
from search.language.lexer import Lexeme
from search.language.limits import Problems
from search.language.terms import nothing, text_leaf

SCOPES: tuple[Scope, ...] = ("quotes", "titles", "captions")
DATE_FIELDS = ("after", "before", "year")
Leaf = Callable[[Lexeme, Problems], Query | None]


def leaf_of(field: Lexeme) -> Leaf:
    """Return what reads the values of this field."""
    if field.text == "title":
        return text_leaf
    if field.text == "in":
        return _parse_scope
    return _date_leaf(field) if field.text in DATE_FIELDS else _name_leaf(cast("Field", field.text))


def _name_leaf(field: Field) -> Leaf:
    def read_name(lexeme: Lexeme, problems: Problems) -> Query | None:
        if not tokens(lexeme.text):
            return nothing(lexeme, problems)
        if lexeme.distance is not None:
            problems.add("A ~ after a name in a field means nothing.", lexeme.start, lexeme.end)
        return UnresolvedName(field, lexeme.text.strip(" ,;"))

    return read_name


def _date_leaf(field: Lexeme) -> Leaf:
    def read_day(lexeme: Lexeme, problems: Problems) -> Query | None:
        span = read_date(lexeme.text.rstrip(",;"))
        if span is None or span.after is None:  # the calendar ends with 9999
            sentence = f"“{field.text}:” needs a date such as 2022, 2022-05 or 2022-05-17."
            problems.add(sentence, field.start, lexeme.end)
            return None
        after = None if field.text == "before" else span.first
        before = {"after": None, "before": span.first, "year": span.after}[field.text]
        return Published(after, before, f"{field.text}:{lexeme.text.rstrip(',;')}")

    return read_day


def _parse_scope(lexeme: Lexeme, problems: Problems) -> Query | None:
    scope = lexeme.text.lower().rstrip(",.;")
    for known in SCOPES:
        if scope in (known, known.removesuffix("s")):
            return Within(known, None)
    problems.add("“in:” is followed by quotes, titles or captions.", lexeme.start, lexeme.end)
    return None
