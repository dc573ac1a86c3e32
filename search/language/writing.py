"""A Query back into words: as a query that can be typed (`write`), and as plain English (`describe`)."""

from datetime import date
from typing import assert_never

from search.language.tree import (
    And,
    AtLeast,
    Field,
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
    children,
)

FIELD_WORDS: dict[Field, str] = {
    "speaker": "words of {}",
    "about": "words about {}",
    "person": "a mention of {}",
    "country": "a mention of {}",
    "publisher": "the publisher {}",
    "author": "the author {}",
    "section": "the section {}",
}
PLACE_WORDS: dict[Place, str] = {
    "title": "an article whose title has {}",
    "titles": "in titles: {}",
    "quotes": "within quotations: {}",
    "captions": "in captions: {}",
}
PLACE_ALONE: dict[Place, str] = {
    "title": "",
    "titles": "a title",
    "quotes": "a quotation",
    "captions": "a caption",
}


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


def describe(query: Query) -> str:
    """Say in plain English how this was searched."""
    match query:
        case Word(text):
            return f"“{text}” in any form"
        case Prefix(text):
            return f"a word that begins with “{text}”"
        case Phrase(text):
            return f"exactly “{text}”"
        case Near(text, distance):
            return f"the words of “{text}” with at most {distance} others among them"
        case Fuzzy(text):
            return f"“{text}” or a word that is one letter away from it"
        case AtLeast(text, times):
            return f"“{text}” in any form {times} times or more"
        case Named(field, text) | Having(field, _, text):
            return FIELD_WORDS[field].format(f"“{text}”")
        case Published(after, before, _):
            return _describe_dates(after, before)
        case And(parts):
            return " and ".join(_describe_within(part, Or) for part in parts)
        case Or(parts):
            return " or ".join(_describe_within(part, And) for part in parts)
        case Not(part):
            return f"not {_describe_within(part, And, Or)}"
        case Within(place, part):
            return PLACE_WORDS[place].format(_describe_within(part, And, Or)) if part else PLACE_ALONE[place]
    assert_never(query)


def _describe_within(query: Query, *kinds: type[Query]) -> str:
    return f"({describe(query)})" if isinstance(query, kinds) and len(children(query)) > 1 else describe(query)


def _describe_dates(after: date | None, before: date | None) -> str:
    since = f"on or after {_day(after)}" if after else ""
    until = f"before {_day(before)}" if before else ""
    return "a date " + " and ".join(words for words in (since, until) if words)


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
