"""What a reader asks for, as a tree of frozen nodes: the only form in which words reach an engine.

Leaves are what somebody typed; the names in a `Named` leaf are turned into a `Having` leaf (ids of the archive) before
an engine sees them, since an engine knows no names.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Field = Literal["speaker", "about", "person", "country", "publisher", "author", "section"]
Place = Literal["title", "titles", "quotes", "captions"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any of its forms: it matches by its stem."""

    text: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """Every word that begins like this."""

    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """These words in a row, exactly as they are but for case and accents."""

    text: str


@dataclass(frozen=True, slots=True)
class Near:
    """These words, exactly as they are but for case and accents, in any order and close together.

    A stretch of the text has each of them (one typed twice: twice) and at most `distance` other words.
    """

    text: str
    distance: int


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Every word that is this one but for one edit: a letter more, less, another, or two neighbours exchanged."""

    text: str


@dataclass(frozen=True, slots=True)
class AtLeast:
    """A word in any of its forms, this many times or more in what is searched."""

    text: str
    times: int


@dataclass(frozen=True, slots=True)
class Named:
    """A name that somebody typed in a field, to be looked up in the archive."""

    field: Field
    text: str


@dataclass(frozen=True, slots=True)
class Having:
    """One of these values in the field; none of them matches nothing. `text` is the name that led to them.

    Values are ids, or codes of countries; what a quotation is about may be either. A speaker is a person's id, a
    country's code, or the folded name of an organisation or document. An author and a section are a folded word of
    the byline or of the section's name.
    """

    field: Field
    values: frozenset[int | str]
    text: str


@dataclass(frozen=True, slots=True)
class Published:
    """Published on or after the one day and before the other; `text` says it as it was typed ("year:2020")."""

    after: date | None
    before: date | None
    text: str


@dataclass(frozen=True, slots=True)
class And:
    """All of these, at least two."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of these, at least two."""

    parts: tuple["Query", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Everything but this."""

    part: "Query"


@dataclass(frozen=True, slots=True)
class Within:
    """The part, or anything at all, in one place.

    `titles`, `captions`: the paragraph is one. `quotes`: a quotation in the paragraph has it. `title`: the title of
    the article has it, in whichever of its paragraphs the rest is found.
    """

    place: Place
    part: "Query | None"


Query = Word | Prefix | Phrase | Near | Fuzzy | AtLeast | Named | Having | Published | And | Or | Not | Within


def children(query: Query) -> tuple[Query, ...]:
    """Return the nodes right below a node."""
    match query:
        case And(parts) | Or(parts):
            return parts
        case Not(part):
            return (part,)
        case Within(_, part) if part is not None:
            return (part,)
        case _:
            return ()
