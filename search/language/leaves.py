"""The leaves of the tree: one word, phrase or value as somebody typed it → its node, or None and a problem."""

from collections.abc import Callable
from typing import cast

from search.language.analysis import TOKEN, tokens
from search.language.dates import read_date
from search.language.lexemes import LOOSE, OPERATORS, Lexeme
from search.language.limits import LONGEST_PHRASE, SHORTEST_PREFIX, Problems
from search.language.tree import Field, Named, Phrase, Place, Prefix, Published, Query, Within, Word

PLACES: tuple[Place, ...] = ("quotes", "titles", "captions")
DATE_FIELDS = ("after", "before", "year")
Leaf = Callable[[Lexeme, Problems], Query | None]


def text_leaf(lexeme: Lexeme, problems: Problems) -> Query | None:
    """Read words of the text: a phrase where there are quotation marks or several tokens (COVID-19), else a word."""
    if lexeme.kind == "quoted":
        return _phrase(lexeme, problems)
    if "*" in lexeme.text:
        return _prefix(lexeme, problems)
    found = tokens(lexeme.text)
    if not found:
        return _nothing(lexeme, problems)
    written = lexeme.text[found[0].start : found[-1].end]
    if len(found) > 1:
        return Phrase(written)
    return Word(written.lower() if written in OPERATORS else written)


def field_leaf(field: Lexeme, value: Lexeme, problems: Problems) -> Query | None:
    """Read the value of a field."""
    query = leaf_of(field)(value, problems)
    return Within("title", query) if field.text == "title" and query is not None else query


def leaf_of(field: Lexeme) -> Leaf:
    """Return what reads the values of this field."""
    if field.text == "title":
        return text_leaf
    if field.text == "in":
        return _place
    return _date_leaf(field) if field.text in DATE_FIELDS else _name_leaf(cast("Field", field.text))


def _phrase(lexeme: Lexeme, problems: Problems) -> Query | None:
    if not lexeme.closed:
        problems.add("This quotation mark is never closed; it was read to the end.", lexeme.start, lexeme.end)
    found = [match.span() for match in TOKEN.finditer(lexeme.text)]
    if not found:
        return _nothing(lexeme, problems)
    if len(found) > LONGEST_PHRASE:
        problems.add(f"Of this phrase the first {LONGEST_PHRASE} words were searched.", lexeme.start, lexeme.end)
    return Phrase(lexeme.text[found[0][0] : found[:LONGEST_PHRASE][-1][1]])


def _prefix(lexeme: Lexeme, problems: Problems) -> Query | None:
    beginning = lexeme.text.rstrip(",.;:!?").removesuffix("*")
    found = tokens(beginning)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(beginning)):
        problems.add("A * is understood only at the end of one word.", lexeme.start, lexeme.end)
    elif len(found[0].word) < SHORTEST_PREFIX:
        problems.add(f"A word that ends in * needs {SHORTEST_PREFIX} letters or more.", lexeme.start, lexeme.end)
    else:
        return Prefix(beginning)
    return None


def _nothing(lexeme: Lexeme, problems: Problems) -> Query | None:
    if lexeme.kind == "quoted" or lexeme.text.strip(LOOSE):
        problems.add("There is no word here to search for.", lexeme.start, lexeme.end)
    return None


def _name_leaf(field: Field) -> Leaf:
    def read_name(lexeme: Lexeme, problems: Problems) -> Query | None:
        if not tokens(lexeme.text):
            return _nothing(lexeme, problems)
        return Named(field, lexeme.text.strip(" ,;"))

    return read_name


def _date_leaf(field: Lexeme) -> Leaf:
    def read_day(lexeme: Lexeme, problems: Problems) -> Query | None:
        span = read_date(lexeme.text.rstrip(",;"))
        if span is None:
            sentence = f"“{field.text}:” needs a date such as 2022, 2022-05 or 2022-05-17."
            problems.add(sentence, field.start, lexeme.end)
            return None
        after = None if field.text == "before" else span.first
        before = {"after": None, "before": span.first, "year": span.after}[field.text]
        return Published(after, before, f"{field.text}:{lexeme.text.rstrip(',;')}")

    return read_day


def _place(lexeme: Lexeme, problems: Problems) -> Query | None:
    place = lexeme.text.lower().rstrip(",.;")
    for known in PLACES:
        if place in (known, known.removesuffix("s")):
            return Within(known, None)
    problems.add("“in:” is followed by quotes, titles or captions.", lexeme.start, lexeme.end)
    return None
