"""A Query in plain English: what a search page says of how it searched."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from search.language.ast import (
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


@dataclass(frozen=True, slots=True)
class Meaning:
    """Whom or what of the archive a name in a field led to: the likeliest by name, and how many more there are."""

    field: Field
    text: str
    names: tuple[str, ...]
    more: int = 0

    def __str__(self) -> str:
        names = [*self.names, *([f"{self.more:,} more"] if self.more else [])]
        return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part) or "not in the archive"


def describe(query: Query, meanings: Iterable[Meaning] = ()) -> str:
    """Say in plain English how this was searched, and whom the names led to where that is told."""
    return _Describing(meanings).said(query)


class _Describing:
    def __init__(self, meanings: Iterable[Meaning]) -> None:
        self.meanings = {(meaning.field, meaning.text): meaning for meaning in meanings}

    def said(self, query: Query) -> str:
        match query:
            case Named(field, text) | Having(field, _, text):
                return self._name(field, text)
            case Published(after, before, _):
                return _dates(after, before)
            case And(parts):
                return " and ".join(self._grouped(part, Or) for part in parts)
            case Or(parts):
                return " or ".join(self._grouped(part, And) for part in parts)
            case Not(part):
                return f"not {self._grouped(part, And, Or)}"
            case Within(place, part):
                return PLACE_WORDS[place].format(self._grouped(part, And, Or)) if part else PLACE_ALONE[place]
            case _:
                return _words(query)

    def _grouped(self, query: Query, *kinds: type[Query]) -> str:
        several = isinstance(query, kinds) and len(children(query)) > 1
        return f"({self.said(query)})" if several else self.said(query)

    def _name(self, field: Field, text: str) -> str:
        meaning = self.meanings.get((field, text))
        return FIELD_WORDS[field].format(f"“{text}” ({meaning})" if meaning else f"“{text}”")


def _words(query: Word | Prefix | Phrase | Near | Fuzzy | AtLeast) -> str:
    match query:
        case Word(text):
            return f"“{text}” in any form"
        case Prefix(text):
            return f"a word that begins with “{text}”"
        case Phrase(text):
            return f"exactly “{text}”"
        case Near(text, distance):
            return f"the words of “{text}” in any order with {_at_most(distance)} among them"
        case Fuzzy(text):
            return f"“{text}” or a word that is one letter away from it"
        case AtLeast(text, times):
            return f"“{text}” in any form, {times} times or more"
    assert_never(query)


def _at_most(distance: int) -> str:
    if distance == 0:
        return "no others"
    return "at most one other" if distance == 1 else f"at most {distance} others"


def _dates(after: date | None, before: date | None) -> str:
    since = f"on or after {_day(after)}" if after else ""
    until = f"before {_day(before)}" if before else ""
    return "a date " + " and ".join(words for words in (since, until) if words)


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
