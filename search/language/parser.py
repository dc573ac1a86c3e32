"""A reader's text → the tree of a query. Never raises, whatever the text.

The grammar, loosest first: `a OR b`, then `a b` (both), then `-a` or `NOT a`, then what can stand alone: a word,
word*, word~, "a phrase", "words near"~5, atleast3(word), field:value, in:place, (a group). Operators are in capitals,
so that "or" stays a word. After the colon of a field, or the number of atleast, may be a blank.
"""

from dataclasses import dataclass
from unicodedata import category

from search.language.ast import And, Not, Or, Query, Scope, Within
from search.language.field_values import LeafParser, value_parser
from search.language.lexer import Lexeme, lexemes
from search.language.limits import LONGEST_QUERY, ProblemCollector, QueryProblem, enforce_limits
from search.language.terms import parse_repeated, parse_term, repetitions

UNSEARCHABLE = ("Cc", "Cs")  # control characters and halves of surrogate pairs


@dataclass(frozen=True)
class ParsedQuery:
    """The tree of a text (None where there is nothing to search for), and the problems of what was not understood."""

    text: str
    query: Query | None
    problems: tuple[QueryProblem, ...]


def parse(text: str) -> ParsedQuery:
    """Return the tree of what somebody typed; the problems have half-open code-point offsets in that text."""
    problems = ProblemCollector()
    clean = "".join(" " if category(letter) in UNSEARCHABLE else letter for letter in text[:LONGEST_QUERY])
    if len(text) > LONGEST_QUERY:
        problems.add(f"Only the first {LONGEST_QUERY:,} characters were searched.", LONGEST_QUERY, len(text))
    allowed = enforce_limits(list(lexemes(clean)), problems)
    query = _Parser(allowed, problems).parse_or(parse_term)
    return ParsedQuery(text, query, problems.in_order())


class _Parser:
    """One pass over the lexemes, by recursive descent.

    `leaf` makes a leaf of a word or a quotation: a term of the text, or the value of the field before it.
    """

    def __init__(self, allowed: list[Lexeme], problems: ProblemCollector) -> None:
        self.rest = allowed[::-1]
        self.problems = problems

    def parse_or(self, leaf: LeafParser) -> Query | None:
        """Parse to the end, or to the closing parenthesis: one part, or several with OR between them."""
        parts = [self._parse_and(leaf)]
        while self._next("or"):
            sign = self.rest.pop()
            parts.append(self._parse_and(leaf))
            if parts[-2] is None or parts[-1] is None:
                self.problems.add("OR needs something on either side; it was left out.", sign.start, sign.end)
        return _join(Or, [part for part in parts if part is not None])

    def _parse_and(self, leaf: LeafParser) -> Query | None:
        parts: list[Query] = []
        while self.rest and not self._next("or", ")"):
            if self._next("and"):
                self.rest.pop()
            elif (part := self._parse_not(leaf)) is not None:
                parts.append(part)
        empty = [part for part in parts if isinstance(part, Within) and part.part is None]
        return _enclose([part for part in parts if part not in empty], [part.scope for part in empty])

    def _parse_not(self, leaf: LeafParser) -> Query | None:
        negative, sign = False, self.rest[-1]
        while self._next("minus", "not"):
            sign = self.rest.pop()
            negative ^= sign.kind == "not" or len(sign.text) % 2 == 1
        if not self.rest or self._next("or", "and", ")"):
            self.problems.add("There is nothing after this sign to leave out.", sign.start, sign.end)
            return None
        part = self._parse_primary(leaf)
        if part is None or not negative:
            return part
        return Not(part)

    def _parse_primary(self, leaf: LeafParser) -> Query | None:
        lexeme = self.rest.pop()
        if lexeme.kind == "(":
            return self._parse_group(lexeme, leaf)
        if lexeme.kind == "field":
            return self._parse_field(lexeme)
        if lexeme.kind == "times":
            return self._parse_repeated(lexeme, leaf)
        return leaf(lexeme, self.problems)

    def _parse_group(self, opening: Lexeme, leaf: LeafParser) -> Query | None:
        query = self.parse_or(leaf)
        closing = self.rest.pop()  # enforce_limits has paired every parenthesis
        if query is None:
            self.problems.add("There is nothing to search for in these parentheses.", opening.start, closing.end)
        return query

    def _parse_field(self, field: Lexeme) -> Query | None:
        glued = bool(self.rest) and self.rest[-1].start == field.end and not self._next("field", ")")
        if not glued and not self._next("word", "quoted", "(", "times"):
            self.problems.add(f"“{field.text}:” needs a value after the colon.", field.start, field.end)
            return None
        query = self._parse_primary(value_parser(field))
        return Within("title", query) if field.text == "title" and query is not None else query

    def _parse_repeated(self, sign: Lexeme, leaf: LeafParser) -> Query | None:
        """Parse a word, or words in parentheses, of which each has to be there so many times."""
        times = repetitions(sign, self.problems)
        if not self._next("word", "quoted", "("):
            self.problems.add("There is no word here to count.", sign.start, sign.end)
            return None
        if leaf is not parse_term:
            self.problems.add("Only words of the text can be counted, and only once.", sign.start, sign.end)
            return self._parse_primary(leaf)
        return self._parse_primary(lambda lexeme, problems: parse_repeated(lexeme, times, problems))

    def _next(self, *kinds: str) -> bool:
        return bool(self.rest) and self.rest[-1].kind in kinds


def _join(node: type[And] | type[Or], parts: list[Query]) -> Query | None:
    """Put parts under one node; parts that are such a node themselves are taken in, since `a (b c)` is `a b c`."""
    flat: list[Query] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, node) else [part])
    unique = list(dict.fromkeys(flat))
    if len(unique) > 1:
        return node(tuple(unique))
    return unique[0] if unique else None


def _enclose(parts: list[Query], scopes: list[Scope]) -> Query | None:
    """Put everything that stands beside `in:quotes` into that scope."""
    query = _join(And, parts)
    for scope in reversed(dict.fromkeys(scopes)):
        query = Within(scope, query)
    return query
