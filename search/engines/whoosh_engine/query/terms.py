"""The posting lists of a query's terms, segment by segment."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from search.deadline import Deadline
from search.engines.whoosh_engine.index.postings import EMPTY, Postings, union
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

    def word(self, segment: Segment, word: str) -> Postings:
        """Return the postings of a word in a segment, with positions."""
        return self._cached(segment, "word", word, partial(self._word, segment, word))

    def stem(self, stem: str) -> Occurrences:
        """Return where any word with a stem occurs."""
        return self.each("stem", stem, lambda segment: self._stem(segment, stem))

    def prefix(self, prefix: str) -> Occurrences:
        """Return where any word with a prefix occurs."""

        def with_prefix(segment: Segment) -> Postings:
            return self._any(segment, segment.term_dictionaries["words"].ordinals_with_prefix(prefix))

        return self.each("prefix", prefix, with_prefix)

    def fuzzy(self, word: str) -> Occurrences:
        """Return where any word occurs that is one edit from this, or this itself."""

        def alike(segment: Segment) -> Postings:
            return self._any(segment, segment.terms_by_length.like(word, 1, self.deadline).tolist())

        return self.each("fuzzy", word, alike)

    def each(self, kind: str, text: str, read: Callable[[Segment], Postings]) -> Occurrences:
        """Return what a function reads of every segment; it is cached, under a kind and a text that say what it is."""
        parts, first = [], 0
        for segment in self.snapshot.segments:
            self.deadline.check()
            size = segment.docs[self.unit].size
            parts.append((first, size, self._cached(segment, kind, text, partial(read, segment))))
            first += size
        return Occurrences(tuple(parts))

    def _cached(self, segment: Segment, kind: str, text: str, read: Callable[[], Postings]) -> Postings:
        return self.snapshot.cache.get((segment.name, self.unit, kind, text), read)

    def _word(self, segment: Segment, word: str) -> Postings:
        ordinal = segment.term_dictionaries["words"].ordinal_of(word)
        return EMPTY if ordinal is None else segment.read("words", ordinal, self.unit, with_positions=True)

    def _stem(self, segment: Segment, stem: str) -> Postings:
        """A word that is its own stem is only among the words."""
        fields = ("stems", "words") if stem_of(stem) == stem else ("stems",)
        ordinals = [(field, segment.term_dictionaries[field].ordinal_of(stem)) for field in fields]
        return self._union(segment, [(field, ordinal) for field, ordinal in ordinals if ordinal is not None])

    def _any(self, segment: Segment, ordinals: Iterable[int]) -> Postings:
        return self._union(segment, (("words", ordinal) for ordinal in self.deadline.during(ordinals)))

    def _union(self, segment: Segment, terms: Iterable[tuple[str, int]]) -> Postings:
        """Return where any of some terms (field, ordinal) occurs."""
        read = [segment.read(field, ordinal, self.unit) for field, ordinal in terms]
        return union(read, segment.docs[self.unit].size)
