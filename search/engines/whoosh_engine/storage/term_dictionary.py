"""The term dictionary of a field of a segment: its terms in order, their document frequencies and posting lists.

    <segment>.voc     for each field of FIELDS, five arrays in numpy's own format: the letters of all words (UTF-8),
                      where each word ends among them, how many documents have it, where its list begins, how long
                      that is

A term is known by its ordinal: its place in the order of their bytes.
"""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import BinaryIO

import numpy as np

FIELDS = ("words", "stems", "variants", "text_values")  # those whose terms are looked up here
EXTENSION = ".voc"


@dataclass
class TermDictionaryWriter:
    """The terms of one field while they are written."""

    letters: bytearray = field(default_factory=bytearray)
    ends: "array[int]" = field(default_factory=lambda: array("q"))
    documents: "array[int]" = field(default_factory=lambda: array("I"))
    begins: "array[int]" = field(default_factory=lambda: array("q"))
    sizes: "array[int]" = field(default_factory=lambda: array("I"))

    def add(self, word: bytes, documents: int, begin: int, size: int) -> None:
        """Add the next term: its bytes, document frequency, and where its posting list lies (bytes)."""
        self.letters += word
        self.ends.append(len(self.letters))
        self.documents.append(documents)
        self.begins.append(begin)
        self.sizes.append(size)

    def write(self, file: BinaryIO) -> None:
        """Write the five arrays."""
        np.save(file, np.frombuffer(bytes(self.letters), np.uint8))
        for numbers in (self.ends, self.documents, self.begins, self.sizes):
            np.save(file, np.array(numbers))


class TermDictionary:
    """The terms of one field of a segment."""

    def __init__(
        self, letters: np.ndarray, ends: np.ndarray, documents: np.ndarray, begins: np.ndarray, sizes: np.ndarray
    ) -> None:
        self.letters = letters.tobytes()
        self.ends = ends
        self.documents = documents
        self.begins = begins
        self.sizes = sizes

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, place: int) -> bytes:
        return self.letters[self.ends[place - 1] if place else 0 : self.ends[place]]

    def ordinal_of(self, word: str) -> int | None:
        """Return the ordinal of a term, None where it is not there."""
        wanted = word.encode()
        place = self._first_from(wanted)
        return place if place < len(self) and self[place] == wanted else None

    def ordinals_with_prefix(self, prefix: str) -> range:
        """Return the ordinals of all terms with a prefix."""
        wanted = prefix.encode()
        return range(self._first_from(wanted), self._first_from(wanted + b"\xff"))  # no UTF-8 has this byte

    def word(self, place: int) -> str:
        """Return the term of an ordinal."""
        return self[place].decode()

    def _first_from(self, wanted: bytes) -> int:
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self[middle] < wanted else (low, middle)
        return low


def read_term_dictionaries(file: BinaryIO, fields: Iterable[str] = FIELDS) -> dict[str, TermDictionary]:
    """Read the term dictionaries of fields, in the order written; those of all other FIELDS are empty.

    Raises ValueError or OSError for another file.
    """
    read = {name: TermDictionary(*(np.load(file, allow_pickle=False) for _ in range(5))) for name in fields}
    return {name: read[name] if name in read else _empty() for name in FIELDS}


def _empty() -> TermDictionary:
    nothing = np.zeros(0, np.int64)
    return TermDictionary(np.zeros(0, np.uint8), nothing, nothing, nothing, nothing)


def write_term_dictionaries(file: BinaryIO, writers: Iterable[TermDictionaryWriter]) -> None:
    """Write the term dictionaries of all fields, in the order of FIELDS."""
    for writer in writers:
        writer.write(file)
