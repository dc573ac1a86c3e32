"""A Query as a text that can be typed: reading it gives the same tree."""

from typing import assert_never

from search.language.ast import (
    And,
    AtLeast,
    Fuzzy,
    Having,
    Named,
    Near,
    Not,
    Or,
    Phrase,
    Place,
    Prefix,
    Published,
    Query,
    Within,
    Word,
)


def write(query: Query) -> str:
    """Write a query so that reading it gives the same tree."""
    match query:
        case Word(text):
            return text
        case Prefix(text):
            return f"{text}*"
        case Phrase(text):
            return f'"{text}"'
        case Near(text, distance):
            return f'"{text}"~{distance}'
        case Fuzzy(text):
            return f"{text}~"
        case AtLeast(text, times):
            return f"atleast{times}({text})"
        case Named(field, text) | Having(field, _, text):
            return f'{field}:"{text}"'
        case Published(_, _, text):
            return text
        case And(parts):
            return " ".join(_grouped(part, Or, Within) for part in parts)
        case Or(parts):
            return " OR ".join(write(part) for part in parts)
        case Not(part):
            return "-" + _grouped(part, And, Or, Within, Not)
        case Within(place, part):
            return _write_place(place, part)
    assert_never(query)


def _write_place(place: Place, part: Query | None) -> str:
    if place == "title" and part is not None:
        return f"title:({write(part)})"
    return f"in:{place}" if part is None else f"in:{place} {_grouped(part, Or, Within)}"


def _grouped(query: Query, *kinds: type[Query]) -> str:
    alone = isinstance(query, Within) and (query.place == "title" or query.part is None)
    return f"({write(query)})" if isinstance(query, kinds) and not alone else write(query)
