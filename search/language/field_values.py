"""Values of fields as somebody typed them → leaves of the query's tree: names, dates, and where words stand."""

from collections.abc import Callable
from typing import cast

from search.language.analysis import tokens
from search.language.ast import Field, Published, Query, Scope, UnresolvedName, Within
from search.language.dates import parse_date
from search.language.lexer import Lexeme
from search.language.limits import ProblemCollector
from search.language.terms import no_words, parse_term

SCOPES: tuple[Scope, ...] = ("quotes", "titles", "captions")
DATE_FIELDS = ("after", "before", "year")
LeafParser = Callable[[Lexeme, ProblemCollector], Query | None]


def value_parser(field: Lexeme) -> LeafParser:
    """Return the function that turns a value of this field into a leaf, or into None and a problem."""
    if field.text == "title":
        return parse_term
    if field.text == "in":
        return _parse_scope
    return _date_parser(field) if field.text in DATE_FIELDS else _name_parser(cast("Field", field.text))


def _name_parser(field: Field) -> LeafParser:
    def parse_name(lexeme: Lexeme, problems: ProblemCollector) -> Query | None:
        if not tokens(lexeme.text):
            return no_words(lexeme, problems)
        if lexeme.distance is not None:
            problems.add("A ~ after a name in a field means nothing.", lexeme.start, lexeme.end)
        return UnresolvedName(field, lexeme.text.strip(" ,;"))

    return parse_name


def _date_parser(field: Lexeme) -> LeafParser:
    def parse_published(lexeme: Lexeme, problems: ProblemCollector) -> Query | None:
        days = parse_date(lexeme.text.rstrip(",;"))
        if days is None or days.end is None:  # the calendar ends with 9999
            sentence = f"“{field.text}:” needs a date such as 2022, 2022-05 or 2022-05-17."
            problems.add(sentence, field.start, lexeme.end)
            return None
        after = None if field.text == "before" else days.first
        before = {"after": None, "before": days.first, "year": days.end}[field.text]
        return Published(after, before, f"{field.text}:{lexeme.text.rstrip(',;')}")

    return parse_published


def _parse_scope(lexeme: Lexeme, problems: ProblemCollector) -> Query | None:
    scope = lexeme.text.lower().rstrip(",.;")
    for known in SCOPES:
        if scope in (known, known.removesuffix("s")):
            return Within(known, None)
    problems.add("“in:” is followed by quotes, titles or captions.", lexeme.start, lexeme.end)
    return None
