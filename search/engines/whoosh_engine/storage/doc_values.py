"""Doc values: packed into the bytes of one column, and read back as arrays over all documents.

A document's bytes are 64-bit integers: the FIXED_COLUMNS, then the lengths of the VARIABLE_COLUMNS, then their values.
Values are written as search/engines/facet_encoding.py has it; an other speaker, and a word of authors or section, is a
hash of its name; UNKNOWN stands for what is not known.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain

import numpy as np

from search.engines.facet_encoding import KINDS, encode_country, encode_day, epoch_seconds
from search.engines.port import Document

FIXED_COLUMNS = (
    "quotation",
    "id",
    "article",
    "revision",
    "paragraph",
    "part",
    "publisher",
    "published",
    "day",
    "has_quotation",
    "story",
)
VARIABLE_COLUMNS = (
    "length", "people", "countries", "speakers", "other_speakers", "about", "about_countries", "authors", "section",
)  # fmt: skip
UNKNOWN = -(2**62)
NUMBER = np.dtype("<i8")
AT_A_TIME = 20_000


@dataclass(frozen=True)
class DocValues:
    """The doc values of the documents of a segment, in their order.

    `columns` has an array for each name of FIXED_COLUMNS, and `length` in tokens; `lists` has, for each of the other
    VARIABLE_COLUMNS, the values of all documents one after another, and the documents they belong to.
    """

    columns: dict[str, np.ndarray]
    lists: dict[str, tuple[np.ndarray, np.ndarray]]


def pack(document: Document, length: int) -> bytes:
    """Pack the doc values of one document, `length` tokens long."""
    countries = [encode_country(code) for code in document.countries]
    others = [name_hash(name) for name in document.other_speakers]
    about = [encode_country(code) for code in document.about_countries]
    authors, section = ([name_hash(word) for word in words] for words in (document.authors, document.section))
    lists = (document.people, countries, document.speakers, others, document.about, about, authors, section)
    head = (
        document.unit == "quotations",
        document.id,
        document.article,
        document.revision,
        document.paragraph,
        KINDS.index(document.kind),
        UNKNOWN if document.publisher is None else document.publisher,
        UNKNOWN if document.published is None else epoch_seconds(document.published),
        UNKNOWN if document.day is None else encode_day(document.day),
        document.has_quotation,
        document.story or document.article,
    )
    numbers = [*head, length, *map(len, lists), *chain.from_iterable(lists)]
    return struct.pack(f"<{len(numbers)}q", *numbers)


def unpack(packed: bytes, lengths: np.ndarray) -> DocValues:
    """Read back the doc values of documents whose bytes lie one after another, `lengths` bytes each."""
    begins, parts = np.cumsum(lengths) - lengths, []
    for first in range(0, len(lengths), AT_A_TIME):  # some at a time, to keep memory small
        some = lengths[first : first + AT_A_TIME]
        begin = int(begins[first])
        numbers = np.frombuffer(packed, NUMBER, int(some.sum()) // NUMBER.itemsize, begin)
        parts.append(_unpack_some(numbers, (begins[first : first + AT_A_TIME] - begin) // NUMBER.itemsize, first))
    return _concatenated(parts) if parts else _unpack_some(np.zeros(0, NUMBER), np.zeros(0, np.int64), 0)


def _unpack_some(numbers: np.ndarray, starts: np.ndarray, first: int) -> DocValues:
    columns = {name: _small(numbers[starts + place]) for place, name in enumerate((*FIXED_COLUMNS, "length"))}
    lists, begin = {}, starts + len(FIXED_COLUMNS) + len(VARIABLE_COLUMNS)
    for place, name in enumerate(VARIABLE_COLUMNS[1:], start=len(FIXED_COLUMNS) + 1):
        counts = numbers[starts + place]
        before = np.cumsum(counts) - counts
        places = np.arange(counts.sum()) + np.repeat(begin - before, counts)
        owners = np.repeat(np.arange(first, first + len(counts), dtype=np.int32), counts)
        lists[name] = (_small(numbers[places]), owners)
        begin = begin + counts
    return DocValues(columns, lists)


def _small(numbers: np.ndarray) -> np.ndarray:
    """Halve the memory of numbers that allow it, which is most."""
    lowest, highest = numbers.min(initial=0), numbers.max(initial=0)
    return numbers.astype(np.int32) if lowest >= -(2**31) and highest < 2**31 else numbers


def _concatenated(parts: Sequence[DocValues]) -> DocValues:
    columns = {name: np.concatenate([part.columns[name] for part in parts]) for name in parts[0].columns}
    lists = {
        name: (
            np.concatenate([part.lists[name][0] for part in parts]),
            np.concatenate([part.lists[name][1] for part in parts]),
        )
        for name in parts[0].lists
    }
    return DocValues(columns, lists)


def name_hash(name: str) -> int:
    """Hash a name to 56 bits, enough that no two names meet."""
    return int.from_bytes(blake2b(name.encode(), digest_size=7).digest(), "big")
