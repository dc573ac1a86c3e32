"""Whether two articles are near-duplicates: plain Python, texts in, a yes or no out.

A text is the set of its shingles of eight words, each hashed to a number. Two texts are near-duplicates when most
shingles of the shorter one are in the longer one too (Broder's containment, "On the resemblance and containment of
documents", 1997): papers cut what comes from a wire, and put a line of their own before it. Eight words, since the
daily reports of a market or a weather office are alike but for their figures, and a figure every ten words leaves few
shingles of eight alike; the share was measured between those and true copies (`tests/benchmarks/measure_copies.py`).

Whom to compare with is known by sketches: the bottom-k sketch of a text is its smallest hashes, a sample in which a
copy shares with its like about the share of the longer text that it has. The hash is fixed and made for the purpose, so
that sketches can be stored and no text can be written to meet another's. This is own code since the packages that do it
(datasketch) keep their tables in memory or in a service, and bring SciPy along for what are twenty lines.
"""

import re
from collections.abc import Iterator
from hashlib import blake2b
from itertools import accumulate, islice
from struct import unpack

RESEMBLANCE_VERSION = 1  # raise it with every change here, so that articles are compared again
SHINGLE = 8  # words
SKETCH = 24  # hashes
SHARED_HASHES = 2  # that the sketches of two near-duplicates have in common at least
FEWEST_SHINGLES = 40  # of a text that can be a copy: shorter ones are notices, alike by their kind
CONTAINMENT = 0.8  # the share of the shorter text's shingles that are in the longer one
SHORTEST = 0.25  # of the longer one: what has less of it is a brief, and a digest of several would tie them together
MOST_WORDS = 50_000  # that are read of a text
WORD = re.compile(r"\w+")


def shingles_of(text: str) -> frozenset[int]:
    """Return the shingles of a text as hashes of 63 bits; none for one that is too short to be a copy."""
    words = [match[0].encode("utf-8", "surrogatepass") for match in islice(WORD.finditer(text.casefold()), MOST_WORDS)]
    hashes = frozenset(_hashes(words))
    return hashes if len(hashes) >= FEWEST_SHINGLES else frozenset()


def sketch_of(shingles: frozenset[int]) -> list[int]:
    """Return the bottom-k sketch of a text's shingles: the smallest `SKETCH` hashes, ascending."""
    return sorted(shingles)[:SKETCH]


def near_duplicates(one: frozenset[int], other: frozenset[int]) -> bool:
    """Say whether two texts, given as their shingles, are near-duplicates; the answer is the same in either order."""
    shorter, longer = sorted((len(one), len(other)))
    return 0 < SHORTEST * longer <= shorter and len(one & other) >= CONTAINMENT * shorter


def _hashes(words: list[bytes]) -> Iterator[int]:
    """Yield the hash of each shingle, which is cut out of all words in a row: that is quicker than to join eight."""
    row = b" ".join(words)
    ends = list(accumulate(len(word) + 1 for word in words))  # each with the blank behind it
    shingles = zip([0, *ends], ends[SHINGLE - 1 :], strict=False)
    digests = [blake2b(row[start : end - 1], digest_size=8).digest() for start, end in shingles]
    return (number >> 1 for number in unpack(f">{len(digests)}Q", b"".join(digests)))
