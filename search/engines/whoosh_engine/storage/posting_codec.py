"""One posting list as bytes, and back into arrays.

    number of documents (4 bytes) | widths of the three arrays (a byte each) | a byte unused
    documents, each as its distance from the one before | how often in each, less one | positions, document by document

Each array has the narrowest width that holds it (0: all of it is zeros, and left out), which makes lists of common
words small without the cost of a compression. Numbers are little-endian. A list without positions has none at all.

A word of the texts has two such lists, one after the other, since paragraphs and quotations are searched apart:

    length of the first list (4 bytes) | documents that are paragraphs | documents that are quotations
"""

import struct
from dataclasses import dataclass

import numpy as np

HEADER = struct.Struct("<IBBBx")
FIRST = struct.Struct("<I")
WIDTHS = {0: None, 1: np.dtype("<u1"), 2: np.dtype("<u2"), 4: np.dtype("<u4")}
NUMBERS = np.dtype(np.uint32)


@dataclass(frozen=True)
class PostingList:
    """Where a word occurs: document numbers, ascending; how often in each; and all positions, one after another.

    Counts and positions may be of any unsigned type; where there are counts but no positions, none were kept.
    """

    documents: np.ndarray
    counts: np.ndarray
    positions: np.ndarray

    def some(self, kept: np.ndarray) -> "PostingList":
        """Return the postings of the documents that a mask keeps."""
        positions = self.positions[np.repeat(kept, self.counts)] if len(self.positions) else self.positions
        return PostingList(self.documents[kept], self.counts[kept], positions)


def pack(postings: PostingList) -> bytes:
    """Pack a list."""
    steps = postings.documents.copy()
    steps[1:] -= postings.documents[:-1]
    arrays = (steps, postings.counts - NUMBERS.type(1), postings.positions)
    widths = [_width(numbers) for numbers in arrays]
    return b"".join(
        [
            HEADER.pack(len(steps), *widths),
            *(n.astype(WIDTHS[width]).tobytes() for n, width in zip(arrays, widths, strict=True) if width),
        ]
    )


def unpack(packed: bytes, with_positions: bool = True) -> PostingList:
    """Read a list back; one that was written without positions is read without. What is no list raises ValueError."""
    documents, *widths = HEADER.unpack_from(packed)
    steps, begin = _read(packed, HEADER.size, widths[0], documents)
    counts, begin = _read(packed, begin, widths[1], documents)
    counts = _one_more(counts)
    if not with_positions:
        return PostingList(np.cumsum(steps, dtype=NUMBERS), counts, NO_NUMBERS)
    kept = (len(packed) - begin) // widths[2] if widths[2] else int(counts.sum())
    return PostingList(np.cumsum(steps, dtype=NUMBERS), counts, _read(packed, begin, widths[2], kept)[0])


def pack_by_unit(postings: PostingList, quoted: np.ndarray) -> bytes:
    """Pack two lists: the documents that are paragraphs, and those that the mask `quoted` says are quotations."""
    if not quoted.any():
        first, second = pack(postings), b""
    else:
        first, second = pack(postings.some(~quoted)), pack(postings.some(quoted))
    return FIRST.pack(len(first)) + first + second


def unpack_by_unit(packed: bytes, with_positions: bool = True) -> tuple[PostingList, PostingList]:
    """Read back the lists of paragraphs and of quotations. What is no such lists raises ValueError."""
    (first, middle), (_, end) = (extent(packed, len(packed), quotations) for quotations in (False, True))
    quotations = unpack(packed[middle:end], with_positions) if middle < end else EMPTY
    return unpack(packed[first:middle], with_positions), quotations


def extent(packed: bytes, size: int, quotations: bool) -> tuple[int, int]:
    """Return where in two lists of `size` bytes the one begins and ends; the first bytes of both say so."""
    middle = FIRST.size + int(FIRST.unpack_from(packed)[0])
    return (middle, size) if quotations else (FIRST.size, middle)


def size_without_positions(packed: bytes) -> int:
    """Tell from the beginning of a list how long it is up to its positions."""
    documents, steps, counts, _ = HEADER.unpack_from(packed)
    return HEADER.size + int(documents) * int(steps + counts)


NO_NUMBERS = np.zeros(0, NUMBERS)
EMPTY = PostingList(NO_NUMBERS, NO_NUMBERS, NO_NUMBERS)


def _width(numbers: np.ndarray) -> int:
    largest = int(numbers.max(initial=0))
    return 0 if largest == 0 else 1 if largest < 2**8 else 2 if largest < 2**16 else 4


def _read(packed: bytes, begin: int, width: int, count: int) -> tuple[np.ndarray, int]:
    kind = WIDTHS[width]
    if kind is None:
        return np.zeros(count, np.uint8), begin
    return np.frombuffer(packed, kind, count, begin).copy(), begin + count * width


def _one_more(counts: np.ndarray) -> np.ndarray:
    """Add one to each, in as few bytes as hold that."""
    kind = np.result_type(counts, np.min_scalar_type(int(counts.max(initial=0)) + 1))
    more: np.ndarray = np.add(counts, 1, dtype=kind)
    return more
