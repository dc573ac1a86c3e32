"""The posting lists of a query's terms, segment by segment."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

import numpy as np

from search.deadline import Deadline
from search.engines.whoosh_engine.index.postings import EMPTY, Postings, PostingsByUnit, union
from search.engines.whoosh_engine.index.segment import Segment
from search.engines.whoosh_engine.index.snapshot import Snapshot
from search.language.analysis import stem_of


@dataclass(frozen=True)
class Occurrences:
    """Where something occurs: for each segment its first doc id, how many documents it has, and the postings."""

    parts: tuple[tuple[int, int, Postings], ...]

    @property
    def documents(self) -> int:
        """The document frequency."""
        return sum(len(postings.doc_ids) for _, _, postings in self.parts)


class TermPostings:
    """Reads the posting lists of one snapshot, for paragraphs or quotations."""

    def __init__(self, snapshot: Snapshot, unit: str, deadline: Deadline) -> None:
        self.snapshot = snapshot
        self.unit = unit
        self.deadline = deadline

    def word(self, word: str) -> list[Postings]:
        """Return, for each segment, the postings of a word, with positions."""
        read = [self._kept(one, "word", word, partial(self._word, one, word)) for one in self._segments()]
        return [both[self.unit] for both in read]

    def stem(self, stem: str) -> Occurrences:
        """Return where any word with a stem occurs."""
        return self._each("stem", stem, lambda segment: self._stem(segment, stem))

    def prefix(self, prefix: str) -> Occurrences:
        """Return where any word with a prefix occurs."""

        def with_prefix(segment: Segment) -> PostingsByUnit:
            return self._any(segment, segment.term_dictionaries["words"].ordinals_with_prefix(prefix))

        return self._each("prefix", prefix, with_prefix)

    def fuzzy(self, word: str) -> Occurrences:
        """Return where any word occurs that is one edit from this, or this itself."""

        def alike(segment: Segment) -> PostingsByUnit:
            return self._any(segment, segment.terms_by_length.like(word, 1, self.deadline).tolist())

        return self._each("fuzzy", word, alike)

    def occurrences(self, found: Iterable[Postings]) -> Occurrences:
        """Return the occurrences of which these are the postings of each segment, in order."""
        sizes = [segment.docs[self.unit].size for segment in self._segments()]
        firsts = np.cumsum([0, *sizes]).tolist()
        return Occurrences(tuple(zip(firsts, sizes, found, strict=False)))

    def _segments(self) -> list[Segment]:
        self.deadline.check()
        return self.snapshot.segments

    def _each(self, kind: str, text: str, read: Callable[[Segment], PostingsByUnit]) -> Occurrences:
        kept = (self._kept(segment, kind, text, partial(read, segment)) for segment in self._segments())
        return self.occurrences(both[self.unit] for both in kept)

    def _kept(self, segment: Segment, kind: str, text: str, read: Callable[[], PostingsByUnit]) -> PostingsByUnit:
        return self.snapshot.cache.get((segment.name, kind, text), read)

    def _word(self, segment: Segment, word: str) -> PostingsByUnit:
        ordinal = segment.term_dictionaries["words"].ordinal_of(word)
        return NOWHERE if ordinal is None else segment.read("words", ordinal, with_positions=True)

    def _stem(self, segment: Segment, stem: str) -> PostingsByUnit:
        """A word that is its own stem is only among the words."""
        fields = ("stems", "words") if stem_of(stem) == stem else ("stems",)
        ordinals = [(field, segment.term_dictionaries[field].ordinal_of(stem)) for field in fields]
        return _union(segment, [segment.read(field, ordinal) for field, ordinal in ordinals if ordinal is not None])

    def _any(self, segment: Segment, ordinals: Iterable[int]) -> PostingsByUnit:
        return _union(segment, [segment.read("words", ordinal) for ordinal in self.deadline.during(ordinals)])


NOWHERE: PostingsByUnit = {"paragraphs": EMPTY, "quotations": EMPTY}


def _union(segment: Segment, read: list[PostingsByUnit]) -> PostingsByUnit:
    return {unit: union([both[unit] for both in read], segment.docs[unit].size) for unit in NOWHERE}
