"""A reader's text → what was understood of it. Never raises, whatever the text.

The grammar, loosest first: `a OR b`, then `a b` (both), then `-a` or `NOT a`, then what can stand alone: a word,
word*, word~, "a phrase", "words near"~5, atleast3(word), field:value, in:place, (a group). Operators are in capitals,
so that "or" stays a word. After the colon of a field, or the number of atleast, may be a blank.
"""

from collections.abc import Callable
from dataclasses import dataclass
from unicodedata import category

from search.language import field_values, terms
from search.language.ast import And, Not, Or, Query, Scope, Within
from search.language.lexer import Lexeme, lexemes
from search.language.limits import LONGEST_QUERY, Problem, Problems, within_limits

Leaf = Callable[[Lexeme, Problems], Query | None]
UNSEARCHABLE = ("Cc", "Cs")  # control characters and halves of surrogate pairs


@dataclass(frozen=True)
class Reading:
    """What was understood of a text (None: nothing to search for) and what was not."""

    text: str
    query: Query | None
    problems: tuple[Problem, ...]


def read(text: str) -> Reading:
    """Read what somebody typed; positions in the problems are half-open places in that text."""
    problems = Problems()
    clean = "".join(" " if category(letter) in UNSEARCHABLE else letter for letter in text[:LONGEST_QUERY])
    if len(text) > LONGEST_QUERY:
        problems.add(f"Only the first {LONGEST_QUERY:,} characters were searched.", LONGEST_QUERY, len(text))
    readable = within_limits(list(lexemes(clean)), problems)
    query = _Parser(readable, problems).either(terms.text_leaf)
    return Reading(text, query, problems.in_order())


class _Parser:
    """One pass over the lexemes; `leaf` says what a word means here: words of the text, or a name in a field."""

    def __init__(self, readable: list[Lexeme], problems: Problems) -> None:
        self.rest = readable[::-1]
        self.problems = problems

    def either(self, leaf: Leaf) -> Query | None:
        """Read to the end, or to the parenthesis that closes: `a OR b`, or what stands for a single part."""
        parts = [self._all(leaf)]
        while self._next("or"):
            sign = self.rest.pop()
            parts.append(self._all(leaf))
            if parts[-2] is None or parts[-1] is None:
                self.problems.add("OR needs something on either side; it was left out.", sign.start, sign.end)
        return _join(Or, [part for part in parts if part is not None])

    def _all(self, leaf: Leaf) -> Query | None:
        parts: list[Query] = []
        while self.rest and not self._next("or", ")"):
            if self._next("and"):
                self.rest.pop()
            elif (part := self._signed(leaf)) is not None:
                parts.append(part)
        empty = [part for part in parts if isinstance(part, Within) and part.part is None]
        return _enclose([part for part in parts if part not in empty], [part.scope for part in empty])

    def _signed(self, leaf: Leaf) -> Query | None:
        negative, sign = False, self.rest[-1]
        while self._next("minus", "not"):
            sign = self.rest.pop()
            negative ^= sign.kind == "not" or len(sign.text) % 2 == 1
        if not self.rest or self._next("or", "and", ")"):
            self.problems.add("There is nothing after this sign to leave out.", sign.start, sign.end)
            return None
        part = self._alone(leaf)
        if part is None or not negative:
            return part
        return Not(part)

    def _alone(self, leaf: Leaf) -> Query | None:
        lexeme = self.rest.pop()
        if lexeme.kind == "(":
            return self._group(lexeme, leaf)
        if lexeme.kind == "field":
            return self._field(lexeme)
        if lexeme.kind == "times":
            return self._times(lexeme, leaf)
        return leaf(lexeme, self.problems)

    def _group(self, opening: Lexeme, leaf: Leaf) -> Query | None:
        query = self.either(leaf)
        closing = self.rest.pop()  # within_limits has paired every parenthesis
        if query is None:
            self.problems.add("There is nothing to search for in these parentheses.", opening.start, closing.end)
        return query

    def _field(self, field: Lexeme) -> Query | None:
        glued = bool(self.rest) and self.rest[-1].start == field.end and not self._next("field", ")")
        if not glued and not self._next("word", "quoted", "(", "times"):
            self.problems.add(f"“{field.text}:” needs a value after the colon.", field.start, field.end)
            return None
        query = self._alone(field_values.leaf_of(field))
        return Within("title", query) if field.text == "title" and query is not None else query

    def _times(self, sign: Lexeme, leaf: Leaf) -> Query | None:
        """Read a word, or words in parentheses, of which each has to be there so many times."""
        times = terms.times_of(sign, self.problems)
        if not self._next("word", "quoted", "("):
            self.problems.add("There is no word here to count.", sign.start, sign.end)
            return None
        if leaf is not terms.text_leaf:
            self.problems.add("Only words of the text can be counted, and only once.", sign.start, sign.end)
            return self._alone(leaf)
        return self._alone(lambda lexeme, problems: terms.repeated(lexeme, times, problems))

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
