"""Where words occur: the posting lists of a query's leaves, segment by segment."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from search.deadline import Deadline
from search.engines.whoosh_engine.index.postings import EMPTY, Both, Postings, together
from search.engines.whoosh_engine.index.segment import Segment
from search.engines.whoosh_engine.index.snapshot import Generation
from search.language.analysis import stem_of


@dataclass(frozen=True)
class Occurrences:
    """Where something occurs among rows: for each segment its first row, how many it has, and the postings."""

    parts: tuple[tuple[int, int, Postings], ...]

    @property
    def documents(self) -> int:
        """In how many rows it occurs."""
        return sum(len(postings.rows) for _, _, postings in self.parts)


class Texts:
    """Reads the posting lists of one generation, for paragraphs or quotations."""

    def __init__(self, generation: Generation, unit: str, deadline: Deadline) -> None:
        self.generation = generation
        self.unit = unit
        self.deadline = deadline

    def word(self, word: str) -> list[Postings]:
        """Return, for each segment, where a word occurs, with places."""
        read = [self._kept(one, "word", word, lambda one=one: self._word(one, word)) for one in self._segments()]
        return [both[self.unit] for both in read]

    def stem(self, stem: str) -> Occurrences:
        """Return where any form of a word occurs."""
        return self._each("stem", stem, lambda segment: self._stem(segment, stem))

    def prefix(self, prefix: str) -> Occurrences:
        """Return where any word with this beginning occurs."""
        places = lambda segment: segment.term_dictionaries["words"].ordinals_with_prefix(prefix)  # noqa: E731
        return self._each("prefix", prefix, lambda segment: self._any(segment, places(segment)))

    def like(self, word: str) -> Occurrences:
        """Return where any word occurs that is one edit from this, or this itself."""
        places = lambda segment: segment.lengths.like(word, 1, self.deadline).tolist()  # noqa: E731
        return self._each("like", word, lambda segment: self._any(segment, places(segment)))

    def occurrences(self, found: Iterable[Postings]) -> Occurrences:
        """Put what was found in each segment together."""
        sizes = [segment.rows[self.unit].size for segment in self._segments()]
        firsts = np.cumsum([0, *sizes]).tolist()
        return Occurrences(tuple(zip(firsts, sizes, found, strict=False)))

    def _segments(self) -> list[Segment]:
        self.deadline.check()
        return self.generation.segments

    def _each(self, kind: str, text: str, read: Callable[[Segment], Both]) -> Occurrences:
        kept = (self._kept(segment, kind, text, lambda one=segment: read(one)) for segment in self._segments())
        return self.occurrences(both[self.unit] for both in kept)

    def _kept(self, segment: Segment, kind: str, text: str, read: Callable[[], Both]) -> Both:
        return self.generation.cache.get((segment.name, kind, text), read)

    def _word(self, segment: Segment, word: str) -> Both:
        place = segment.term_dictionaries["words"].ordinal_of(word)
        return NOWHERE if place is None else segment.read("words", place, with_places=True)

    def _stem(self, segment: Segment, stem: str) -> Both:
        """A word that is its own stem is only among the words."""
        fields = ("stems", "words") if stem_of(stem) == stem else ("stems",)
        places = [(field, segment.term_dictionaries[field].ordinal_of(stem)) for field in fields]
        return _together(segment, [segment.read(field, place) for field, place in places if place is not None])

    def _any(self, segment: Segment, places: Iterable[int]) -> Both:
        return _together(segment, [segment.read("words", place) for place in self.deadline.during(places)])


NOWHERE: Both = {"paragraphs": EMPTY, "quotations": EMPTY}


def _together(segment: Segment, read: list[Both]) -> Both:
    return {unit: together([both[unit] for both in read], segment.rows[unit].size) for unit in NOWHERE}
