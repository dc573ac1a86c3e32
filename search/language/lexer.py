"""The first step of parsing: a reader's text → lexemes, the signs and words that a query is made of, with offsets."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

QUOTES = '"“”„‟«»‹›″＂'
NO_QUOTES = str.maketrans(dict.fromkeys(QUOTES, " "))  # a mark in a name that stands between marks would end it
FIELDS = (
    *("title", "speaker", "about", "person", "country", "publisher", "author", "section"),
    *("in", "after", "before", "year"),
)
PUNCTUATION = "-–—−,;."  # a dash that stands alone is punctuation, and so is a comma after a closing mark

Kind = Literal["(", ")", "quoted", "field", "times", "word", "minus", "or", "and", "not"]
OPERATORS: dict[str, Kind] = {"OR": "or", "|": "or", "||": "or", "AND": "and", "&&": "and", "NOT": "not"}

TIMES = r"atleast (?P<times> [0-9]+ )"
LEXEME = re.compile(
    rf"""
      (?P<open> \( ) | (?P<close> \) )
    | [{QUOTES}] (?P<quoted> [^{QUOTES}]* ) (?P<end> [{QUOTES}]? )
      (?: ~ (?P<distance> [0-9]*+ ) (?![^\s(),;{QUOTES}]) )?
    | (?<![^\s(]) (?P<minus> [-−]+ ) (?=[^\s)])
    | (?P<field> \b(?:{"|".join(FIELDS)}) ) [:：]
    | \b {TIMES} (?: [:：] | (?![^\s(){QUOTES}]) )
    | (?<!\w) (?P<initials> (?-i:(?:[A-Z]\.[ ]){{1,4}} [A-Z]\.) (?![^\s),;]) )
    | (?P<word> [^\s(){QUOTES}]+ )
    """,
    re.VERBOSE | re.IGNORECASE,
)
TIMES_ALONE = re.compile(TIMES, re.VERBOSE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One sign or word of a query; initials with blanks between them (J. R. R.) are one word without these.

    `text` is the words without quotation marks, the name of a field in small letters, or the number of "atleast3".
    `start` and `end` are half-open code-point offsets in the query. `closed` is false for a quotation that never ends;
    `distance` is the number after a quotation that has a ~ ("" where there is no number, None where there is no ~).
    """

    kind: Kind
    text: str
    start: int
    end: int
    closed: bool = True
    distance: str | None = None


def lexemes(text: str) -> Iterator[Lexeme]:
    """Yield the lexemes of a reader's text, in order: whatever it is, each character but blanks is in one of them."""
    position = 0
    while found := LEXEME.search(text, position):
        yield _lexeme(found)
        position = found.end()


def _lexeme(found: re.Match[str]) -> Lexeme:
    start, end = found.span()
    if found["open"] or found["close"]:
        return Lexeme("(" if found["open"] else ")", found.group(), start, end)
    if found["quoted"] is not None:
        return Lexeme("quoted", found["quoted"].strip(), start, end, bool(found["end"]), found["distance"])
    if found["minus"]:
        return Lexeme("minus", found["minus"], start, end)
    if found["field"]:
        return Lexeme("field", found["field"].lower(), start, end)
    if found["initials"]:
        return Lexeme("word", found["initials"].replace(" ", ""), start, end)
    if found["times"]:
        return Lexeme("times", found["times"], start, end)
    return Lexeme(OPERATORS.get(found["word"], "word"), found["word"], start, end)
