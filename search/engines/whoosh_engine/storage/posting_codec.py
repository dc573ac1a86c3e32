"""One posting list as bytes, and back into arrays.

    number of documents (4 bytes) | widths of the three arrays (a byte each) | a byte unused
    documents, each as its distance from the one before | how often in each, less one | positions, document by document

Each array has the narrowest width that holds it (0: all of it is zeros, and left out), which makes lists of common
words small without the cost of a compression. Numbers are little-endian. A list without positions has none at all.
"""

import struct
from dataclasses import dataclass

import numpy as np

HEADER = struct.Struct("<IBBBx")
WIDTHS = {0: None, 1: np.dtype("<u1"), 2: np.dtype("<u2"), 4: np.dtype("<u4")}
NUMBERS = np.dtype(np.uint32)


@dataclass(frozen=True)
class PostingList:
    """Where a word occurs: document numbers, ascending; how often in each; and all positions, one after another."""

    documents: np.ndarray
    counts: np.ndarray
    positions: np.ndarray


def pack(postings: PostingList) -> bytes:
    """Pack a list that has at least one document."""
    steps = np.diff(postings.documents, prepend=NUMBERS.type(0))
    arrays = (steps, postings.counts - NUMBERS.type(1), postings.positions)
    widths = [_width(numbers) for numbers in arrays]
    return b"".join(
        [
            HEADER.pack(len(steps), *widths),
            *(n.astype(WIDTHS[width]).tobytes() for n, width in zip(arrays, widths, strict=True) if width),
        ]
    )


def unpack(packed: bytes, with_positions: bool = True) -> PostingList:
    """Read a list back. What is no list raises ValueError."""
    documents, *widths = HEADER.unpack_from(packed)
    steps, begin = _read(packed, HEADER.size, widths[0], documents)
    counts, begin = _read(packed, begin, widths[1], documents)
    counts += NUMBERS.type(1)
    if not with_positions:
        return PostingList(np.cumsum(steps, dtype=NUMBERS), counts, NO_NUMBERS)
    kept = (len(packed) - begin) // widths[2] if widths[2] else int(counts.sum())
    return PostingList(np.cumsum(steps, dtype=NUMBERS), counts, _read(packed, begin, widths[2], kept)[0])


def size_without_positions(packed: bytes) -> int:
    """Tell from the beginning of a list how long it is up to its positions."""
    documents, steps, counts, _ = HEADER.unpack_from(packed)
    return HEADER.size + int(documents) * int(steps + counts)


NO_NUMBERS = np.zeros(0, NUMBERS)


def _width(numbers: np.ndarray) -> int:
    largest = int(numbers.max(initial=0))
    return 0 if largest == 0 else 1 if largest < 2**8 else 2 if largest < 2**16 else 4


def _read(packed: bytes, begin: int, width: int, count: int) -> tuple[np.ndarray, int]:
    kind = WIDTHS[width]
    if kind is None:
        return np.zeros(count, NUMBERS), begin
    return np.frombuffer(packed, kind, count, begin).astype(NUMBERS), begin + count * width
