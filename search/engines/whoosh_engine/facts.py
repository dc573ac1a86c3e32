"""The facts of documents: packed into the bytes of one column, and read back as arrays over all documents.

A document's bytes are 64-bit integers: the HEAD, then its lists in the order of COUNTS. A country is the
number its two letters make; an other speaker, and a word of authors or section, is a digest of its name; a moment is
seconds since 1970; a day is its digits (20160531); a part is its place in PARTS; UNKNOWN stands for what is not known.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b
from itertools import chain, islice

import numpy as np

from search.engines.port import Document

HEAD = (
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
COUNTS = (
    "length", "people", "countries", "speakers", "other_speakers", "about", "about_countries", "authors", "section",
)  # fmt: skip
PARTS = ("title", "standfirst", "body", "subhead", "caption", "credit", "image_description", "note")
UNKNOWN = -(2**62)
NUMBER = np.dtype("<i8")
AT_A_TIME = 20_000


@dataclass(frozen=True)
class Lists:
    """A list of values for every document, laid out flat: `values[i]` is one of the values of document `rows[i]`."""

    values: np.ndarray
    rows: np.ndarray


@dataclass(frozen=True)
class Facts:
    """The facts of a run of documents: one array for each name of HEAD, and `length` in tokens; and the lists."""

    columns: dict[str, np.ndarray]
    lists: dict[str, Lists]

    def __len__(self) -> int:
        return len(self.columns["article"])


def pack(document: Document, length: int) -> bytes:
    """Pack the facts of one document, `length` tokens long."""
    countries = [country_number(code) for code in document.countries]
    others = [name_number(name) for name in document.other_speakers]
    about = [country_number(code) for code in document.about_countries]
    authors, section = ([name_number(word) for word in words] for words in (document.authors, document.section))
    lists = (document.people, countries, document.speakers, others, document.about, about, authors, section)
    head = (
        document.unit == "quotations",
        document.id,
        document.article,
        document.revision,
        document.paragraph,
        PARTS.index(document.part),
        UNKNOWN if document.publisher is None else document.publisher,
        UNKNOWN if document.published is None else seconds(document.published),
        UNKNOWN if document.day is None else day_number(document.day),
        document.has_quotation,
        document.story or document.article,
    )
    return np.array([*head, length, *map(len, lists), *chain(*lists)], NUMBER).tobytes()


def unpack_all(packed: Iterable[bytes]) -> Facts:
    """Read back the facts of many documents, in their order, some at a time to keep memory small."""
    rest, parts = iter(packed), []
    while some := list(islice(rest, AT_A_TIME)):
        parts.append(unpack(some))
    return put_together(parts)


def unpack(packed: Sequence[bytes]) -> Facts:
    """Read back the facts of documents, in their order."""
    numbers = np.frombuffer(b"".join(packed), NUMBER)
    sizes = np.fromiter(map(len, packed), np.int64, len(packed)) // NUMBER.itemsize
    starts = np.cumsum(sizes) - sizes
    columns = {name: _small(numbers[starts + place]) for place, name in enumerate((*HEAD, "length"))}
    lists, begin = {}, starts + len(HEAD) + len(COUNTS)
    for place, name in enumerate(COUNTS[1:], start=len(HEAD) + 1):
        counts = numbers[starts + place]
        lists[name] = _flat(numbers, begin, counts)
        begin = begin + counts
    return Facts(columns, lists)


def _flat(numbers: np.ndarray, begin: np.ndarray, counts: np.ndarray) -> Lists:
    before = np.cumsum(counts) - counts
    places = np.arange(counts.sum()) + np.repeat(begin - before, counts)
    return Lists(_small(numbers[places]), np.repeat(np.arange(len(counts), dtype=np.int32), counts))


def _small(numbers: np.ndarray) -> np.ndarray:
    """Halve the memory of numbers that allow it, which is most."""
    lowest, highest = numbers.min(initial=0), numbers.max(initial=0)
    return numbers.astype(np.int32) if lowest >= -(2**31) and highest < 2**31 else numbers


def put_together(parts: Sequence[Facts]) -> Facts:
    """Lay the facts of several runs of documents end to end."""
    if len(parts) <= 1:
        return parts[0] if parts else unpack([])
    offsets = np.cumsum([0, *(len(part) for part in parts)])
    names = ((*HEAD, "length"), COUNTS[1:])
    columns = {name: np.concatenate([part.columns[name] for part in parts]) for name in names[0]}
    lists = {
        name: Lists(
            np.concatenate([part.lists[name].values for part in parts]),
            np.concatenate(
                [part.lists[name].rows + np.int32(offset) for part, offset in zip(parts, offsets, strict=False)]
            ),
        )
        for name in names[1]
    }
    return Facts(columns, lists)


def country_number(code: str) -> int:
    """Turn an ISO code into the number that stands for it."""
    return int.from_bytes(code.encode("ascii"), "big")


def country_code(number: int) -> str:
    """Turn the number of a country back into its ISO code."""
    return int(number).to_bytes(2, "big").decode("ascii")


def name_number(name: str) -> int:
    """Turn a name into the number that stands for it; there are enough numbers that no two names meet."""
    return int.from_bytes(blake2b(name.encode(), digest_size=7).digest(), "big")


def seconds(moment: datetime) -> int:
    """Turn a moment into seconds since 1970."""
    return int(moment.timestamp())


def day_number(day: date) -> int:
    """Turn a day into the number its digits make; such numbers are in the order of their days."""
    return day.year * 10_000 + day.month * 100 + day.day
