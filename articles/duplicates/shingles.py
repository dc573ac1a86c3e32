"""Whether two articles are copies of one text: plain Python, a text in and a yes or no out.

A text is the set of its runs of eight words, each as a number. Two texts are copies when most runs of the shorter one
are in the longer one too (Broder's containment, "On the resemblance and containment of documents", 1997): papers cut
what comes from a wire, and put a line of their own before it. Eight words, since the daily reports of a market or a
weather office are alike but for their figures, and a figure every ten words leaves few runs of eight alike; the share
was measured between those and true copies (`tests/benchmarks/measure_copies.py`).

Whom to compare with is told by keys: the smallest of these numbers, a sample in which a copy shares with its like about
the share of the longer text that it has. The hash is fixed and made for the purpose, so that keys can be stored and no
text can be written to meet another's. This is own code since the packages that do it (datasketch) keep their tables in
memory or in a service, and bring SciPy along for what are twenty lines.
"""

import re
from hashlib import blake2b
from itertools import islice

RESEMBLANCE_VERSION = 1  # raise it with every change here, so that articles are compared again
RUN = 8  # words
KEYS = 24  # numbers by which a text is looked up
SHARED_KEYS = 2  # that two copies have in common at least
FEWEST_RUNS = 40  # of a text that can be a copy: shorter ones are notices, alike by their kind
SHARE = 0.8  # of the runs of the shorter text
SHORTEST = 0.25  # of the longer one: what has less of it is a brief, and a digest of several would tie them together
MOST_WORDS = 50_000  # that are read of a text
WORD = re.compile(r"\w+")


def runs_of(text: str) -> frozenset[int]:
    """Return the runs of words of a text, each as a number of 63 bits; none for one that is too short to be a copy."""
    words = [match[0] for match in islice(WORD.finditer(text.casefold()), MOST_WORDS)]
    starts = range(len(words) - RUN + 1)
    runs = frozenset(_number(" ".join(words[start : start + RUN])) for start in starts)
    return runs if len(runs) >= FEWEST_RUNS else frozenset()


def keys_of(runs: frozenset[int]) -> list[int]:
    """Return the numbers by which a text is looked up, ascending."""
    return sorted(runs)[:KEYS]


def are_copies(one: frozenset[int], other: frozenset[int]) -> bool:
    """Say whether two texts are copies: whichever comes first, the answer is the same."""
    shorter, longer = sorted((len(one), len(other)))
    return 0 < SHORTEST * longer <= shorter and len(one & other) >= SHARE * shorter


def _number(words: str) -> int:
    return int.from_bytes(blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> 1
