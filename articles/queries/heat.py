"""Shades for a table of numbers, by the distribution of the numbers at hand."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

LEVELS = 5  # shades


@dataclass(frozen=True, slots=True)
class Heat:
    """The least number of each shade that is used, ascending; nothing has no shade."""

    least: tuple[int, ...]

    def level(self, times: int) -> int:
        """Return the shade of a number: 0 for none, else from 1."""
        return sum(times >= least for least in self.least) if times else 0

    @property
    def legend(self) -> list[tuple[int, int, int | None]]:
        """Each shade with its least and its highest number; the last has no highest."""
        return [
            (level, least, following - 1 if following else None)
            for level, (least, following) in enumerate(pairwise((*self.least, 0)), start=1)
        ]


def heat_of(numbers: Iterable[int]) -> Heat:
    """Return shades that hold about as many of the numbers each; fewer where the numbers differ little."""
    some = sorted(number for number in numbers if number)
    least = {some[len(some) * level // LEVELS] for level in range(LEVELS)} if some else set()
    return Heat(tuple(sorted(least)))
