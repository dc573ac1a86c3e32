"""The leaves of a query's tree: words to find, and what articles are otherwise asked for.

`serialize` gives a leaf as a text of which the parser makes this leaf, `describe` gives it in plain English. How it is
read is in `terms` and `field_values`, what it marks in `highlighting`, what it matches is up to an engine.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Field = Literal["speaker", "about", "person", "country", "publisher", "author", "section"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any of its forms: it matches by its stem."""

    text: str

    def serialize(self) -> str:
        return self.text

    def describe(self) -> str:
        return f"“{self.text}” in any form"


@dataclass(frozen=True, slots=True)
class Prefix:
    """Every word that begins like this."""

    text: str

    def serialize(self) -> str:
        return f"{self.text}*"

    def describe(self) -> str:
        return f"a word that begins with “{self.text}”"


@dataclass(frozen=True, slots=True)
class Phrase:
    """These words in a row, exactly as they are but for case and accents."""

    text: str

    def serialize(self) -> str:
        return f'"{self.text}"'

    def describe(self) -> str:
        return f"exactly “{self.text}”"


@dataclass(frozen=True, slots=True)
class Near:
    """These words, exactly as they are but for case and accents, in any order and close together.

    A part of the text has each of them (one typed twice: twice) and at most `distance` other words.
    """

    text: str
    distance: int

    def serialize(self) -> str:
        return f'"{self.text}"~{self.distance}'

    def describe(self) -> str:
        others = {0: "no others", 1: "at most one other"}.get(self.distance, f"at most {self.distance} others")
        return f"the words of “{self.text}” in any order with {others} among them"


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Every word that is this one but for one edit: a letter more, less, another, or two neighbours exchanged."""

    text: str

    def serialize(self) -> str:
        return f"{self.text}~"

    def describe(self) -> str:
        return f"“{self.text}” or a word that is one letter away from it"


@dataclass(frozen=True, slots=True)
class AtLeast:
    """A word in any of its forms, this many times or more in what is searched."""

    text: str
    times: int

    def serialize(self) -> str:
        return f"atleast{self.times}({self.text})"

    def describe(self) -> str:
        return f"“{self.text}” in any form, {self.times} times or more"


@dataclass(frozen=True, slots=True)
class UnresolvedName:
    """A name that somebody typed in a field, to be looked up in the archive before an engine sees the query."""

    field: Field
    text: str

    def serialize(self) -> str:
        return f'{self.field}:"{self.text}"'

    def describe(self, resolved: str = "") -> str:
        return FIELD_DESCRIPTIONS[self.field].format(f"“{self.text}”" + (f" ({resolved})" if resolved else ""))


@dataclass(frozen=True, slots=True)
class Having:
    """One of these values in the field; none of them matches nothing. `text` is the name that led to them.

    Values are ids, or codes of countries; what a quotation is about may be either. A speaker is a person's id, a
    country's code, or the folded name of an organisation or document. An author is a folded word of
    the byline.
    """

    field: Field
    values: frozenset[int | str]
    text: str

    def serialize(self) -> str:
        return UnresolvedName(self.field, self.text).serialize()

    def describe(self, resolved: str = "") -> str:
        return UnresolvedName(self.field, self.text).describe(resolved)


@dataclass(frozen=True, slots=True)
class Published:
    """Published on or after the one day and before the other; `text` says it as it was typed ("year:2020")."""

    after: date | None
    before: date | None
    text: str

    def serialize(self) -> str:
        return self.text

    def describe(self) -> str:
        since = f"on or after {_day(self.after)}" if self.after else ""
        until = f"before {_day(self.before)}" if self.before else ""
        return "a date " + " and ".join(words for words in (since, until) if words)


FIELD_DESCRIPTIONS: dict[Field, str] = {
    "speaker": "words of {}",
    "about": "words about {}",
    "person": "a mention of {}",
    "country": "a mention of {}",
    "publisher": "the publisher {}",
    "author": "the author {}",
    "section": "the section {}",
}


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


WholeWords = Word | Phrase | Near | AtLeast  # their `text` is words as they stand in a text, each whole
Name = UnresolvedName | Having
Leaf = WholeWords | Prefix | Fuzzy | Name | Published
