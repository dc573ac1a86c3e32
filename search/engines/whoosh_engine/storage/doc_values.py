"""Doc values: packed into the bytes of one column, and read back as arrays over all documents.

A document's bytes are 64-bit integers: the FIXED_COLUMNS, then the lengths of the VARIABLE_COLUMNS, then their values.
Values are written as search/engines/facet_encoding.py has it; a word of authors is a hash of it; UNKNOWN stands for
what is not known.

An index of the version before is read as well, while it answers: its speakers are people alone, of quotations it does
not know the kind, the cue, or more of the certainty than whether it is known who said them, and it has no variants.
"""

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

import numpy as np

from search.engines.facet_encoding import KINDS, encode, encode_day, epoch_seconds, hash_text
from search.engines.port import Document, Facet, Value
from search.engines.whoosh_engine.storage.term_dictionary import FIELDS

FIXED_COLUMNS = (
    "quotation",
    "id",
    "article",
    "revision",
    "paragraph",
    "part",
    "publisher",
    "section",
    "published",
    "day",
    "has_quotation",
    "story",
)
FACET_LISTS: tuple[Facet, ...] = (  # those that have any number of values a document
    "people",
    "countries",
    "speakers",
    "about",
    "about_countries",
    "certainty",
    "quoted",
    "speaker_kinds",
    "roles",
    "cues",
    "candidates",
)
VARIABLE_COLUMNS = ("length", "authors", *FACET_LISTS)
UNKNOWN = -(2**62)


@dataclass(frozen=True)
class Layout:
    """The columns that a document's bytes have, in their order, and the fields that have term dictionaries.

    Of what is not there nothing is known.
    """

    fixed: tuple[str, ...] = FIXED_COLUMNS
    variable: tuple[str, ...] = VARIABLE_COLUMNS
    fields: tuple[str, ...] = FIELDS


LAYOUT = Layout()
LAYOUT_OF_9 = Layout(
    variable=(
        *("length", "people", "countries", "speakers", "other_speakers", "about", "about_countries", "authors"),
        "certainty",
    ),
    fields=("words", "stems"),
)
NUMBER = np.dtype("<i8")


@dataclass(frozen=True)
class DocValues:
    """The doc values of some documents, in their order.

    `columns` has an array for each name of FIXED_COLUMNS, and `length` in tokens; `lists` has, for each of the other
    VARIABLE_COLUMNS, the values of all documents one after another, and how many each document has.
    """

    columns: dict[str, np.ndarray]
    lists: dict[str, tuple[np.ndarray, np.ndarray]]


def pack(document: Document, length: int) -> bytes:
    """Pack the doc values of one document, `length` tokens long."""
    authors = [hash_text(word) for word in document.authors]
    lists = [authors, *(list(_encoded(facet, getattr(document, facet))) for facet in FACET_LISTS)]
    head = (
        document.unit == "quotations",
        document.id,
        document.article,
        document.revision,
        document.paragraph,
        KINDS.index(document.kind),
        UNKNOWN if document.publisher is None else document.publisher,
        UNKNOWN if document.section is None else document.section,
        UNKNOWN if document.published is None else epoch_seconds(document.published),
        UNKNOWN if document.day is None else encode_day(document.day),
        document.has_quotation,
        document.story or document.article,
    )
    numbers = [*head, length, *map(len, lists), *chain.from_iterable(lists)]
    return struct.pack(f"<{len(numbers)}q", *numbers)


def _encoded(facet: Facet, values: Iterable[Value]) -> Iterator[int]:
    return (number for number in (encode(facet, value) for value in values) if number is not None)


def unpack(packed: bytes, lengths: np.ndarray, layout: Layout = LAYOUT) -> DocValues:
    """Read back the doc values of documents whose bytes lie one after another, `lengths` bytes each."""
    numbers, starts = np.frombuffer(packed, NUMBER), (np.cumsum(lengths) - lengths) // NUMBER.itemsize
    columns = {name: numbers[starts + place] for place, name in enumerate((*layout.fixed, "length"))}
    lists, begin = {}, starts + len(layout.fixed) + len(layout.variable)
    for place, name in enumerate(layout.variable[1:], start=len(layout.fixed) + 1):
        counts = numbers[starts + place]
        before = np.cumsum(counts) - counts
        places = np.arange(counts.sum()) + np.repeat(begin - before, counts)
        lists[name] = (numbers[places], counts)
        begin = begin + counts
    nothing = (np.zeros(0, NUMBER), np.zeros(len(starts), NUMBER))
    return DocValues(columns, {name: lists.get(name, nothing) for name in VARIABLE_COLUMNS[1:]})
