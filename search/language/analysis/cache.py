"""Values of a function for texts that come again and again."""

from collections.abc import Callable
from typing import TypeVar

CACHE_SIZE = 200_000  # words; the two caches of them take some 70 MB a process when full
LONGEST_WORD = 100  # letters; what is longer is no word, and is cut the same way in texts and queries
# So much of a word as it is written is read: a letter may have several marks, and many in a row are slow to sort.
LONGEST_WRITTEN = 4 * LONGEST_WORD

T = TypeVar("T")


class Cache(dict[str, T]):
    """A function's values for short texts, computed once; three times as fast to ask as `functools.cache`."""

    def __init__(self, compute: Callable[[str], T], size: int = CACHE_SIZE) -> None:
        self.compute = compute
        self.size = size

    def __missing__(self, text: str) -> T:
        value = self.compute(text)
        if len(text) <= LONGEST_WORD:
            if len(self) >= self.size:
                self.clear()
            self[text] = value
        return value
