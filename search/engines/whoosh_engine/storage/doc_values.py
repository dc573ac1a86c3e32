"""Doc values: packed into the bytes of one column, and read back as arrays over all documents.

A document's bytes are 64-bit integers: the FIXED_COLUMNS, then the lengths of the VARIABLE_COLUMNS, then their values.
Values are written as search/engines/facet_encoding.py has it; an other speaker, and a word of authors, is a hash of its
name; UNKNOWN stands for what is not known.

An index of the version before is read as well, while it answers: it has speakers of what is unsure, and no certainty.
"""

import struct
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain

import numpy as np

from search.engines.facet_encoding import CERTAINTIES, KINDS, encode_country, encode_day, epoch_seconds
from search.engines.port import Document

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
VARIABLE_COLUMNS = (
    "length", "people", "countries", "speakers", "other_speakers", "about", "about_countries", "authors", "certainty",
)  # fmt: skip
UNKNOWN = -(2**62)


@dataclass(frozen=True)
class Layout:
    """The columns that a document's bytes have, in their order; of what is not there nothing is known."""

    fixed: tuple[str, ...] = FIXED_COLUMNS
    variable: tuple[str, ...] = VARIABLE_COLUMNS


LAYOUT = Layout()
LAYOUT_OF_8 = Layout(variable=tuple(one for one in VARIABLE_COLUMNS if one != "certainty"))
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
    countries = [encode_country(code) for code in document.countries]
    others = [name_hash(name) for name in document.other_speakers]
    about = [encode_country(code) for code in document.about_countries]
    authors = [name_hash(word) for word in document.authors]
    certainty = [CERTAINTIES.index(one) for one in document.certainty]
    lists = (document.people, countries, document.speakers, others, document.about, about, authors, certainty)
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


def name_hash(name: str) -> int:
    """Hash a name to 56 bits, enough that no two names meet."""
    return int.from_bytes(blake2b(name.encode(), digest_size=7).digest(), "big")
