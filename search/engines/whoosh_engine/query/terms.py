"""The posting lists of a query's terms, segment by segment."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import partial

import numpy as np

from search.deadline import Deadline
from search.engines.whoosh_engine.index.ordinals import narrow
from search.engines.whoosh_engine.index.postings import EMPTY, Postings, union
from search.engines.whoosh_engine.index.segment import Segment
from search.engines.whoosh_engine.index.snapshot import Snapshot
from search.engines.whoosh_engine.storage.schema import LENGTHS
from search.language.analysis import stem_of

TERMS = ("words", "variants")  # the fields whose terms are words


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

    def variants(self, segment: Segment, word: str) -> list[tuple[Postings, int]]:
        """Return the postings of a word where it stands for some tokens together, by how many they are."""
        if segment.term_dictionaries["variants"].ordinal_of(word) is None:
            return []
        lists = (
            (self._cached(segment, f"variant {length}", word, partial(self._variant, segment, word, length)), length)
            for length in range(1, LENGTHS)
        )
        return [(postings, length) for postings, length in lists if len(postings.doc_ids)]

    def beginning(self, segment: Segment, prefix: str) -> list[Postings]:
        """Return the postings of each word with a prefix in a segment, with positions."""
        dictionary = segment.term_dictionaries["words"]
        ordinals = self.deadline.during(dictionary.ordinals_with_prefix(prefix))
        return [self.word(segment, dictionary.word(ordinal)) for ordinal in ordinals]

    def stems(self, stems: Collection[str]) -> Occurrences:
        """Return where any word with one of some stems occurs."""

        def with_stems(segment: Segment) -> Postings:
            return self._union(segment, [term for stem in sorted(stems) for term in self._stem(segment, stem)])

        return self.each("stem", _together(stems), with_stems)

    def prefixes(self, prefixes: Collection[str]) -> Occurrences:
        """Return where any word occurs that begins with one of some prefixes."""

        def with_prefix(segment: Segment) -> Postings:
            found = ((field, segment.term_dictionaries[field].ordinals_with_prefix(one)) for field, one in asked)
            terms = dict.fromkeys((field, ordinal) for field, ordinals in found for ordinal in ordinals)
            return self._union(segment, self.deadline.during(terms))

        asked = [(field, prefix) for field in TERMS for prefix in sorted(prefixes)]
        return self.each("prefix", _together(prefixes), with_prefix)

    def fuzzy(self, words: Collection[str]) -> Occurrences:
        """Return where any word occurs that is one edit from one of some, or that itself."""

        def alike(segment: Segment) -> Postings:
            found = ((field, segment.terms_like(field, word, 1, self.deadline).tolist()) for field, word in asked)
            terms = dict.fromkeys((field, ordinal) for field, ordinals in found for ordinal in ordinals)
            return self._union(segment, self.deadline.during(terms))

        asked = [(field, word) for field in TERMS for word in sorted(words)]
        return self.each("fuzzy", _together(words), alike)

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

    def _variant(self, segment: Segment, word: str, length: int) -> Postings:
        ordinal = segment.term_dictionaries["variants"].ordinal_of(word)
        if ordinal is None:
            return EMPTY
        found = segment.read("variants", ordinal, self.unit, with_positions=True)
        of_length = found.positions % LENGTHS == length
        doc_ids = np.repeat(found.doc_ids, found.counts)[of_length]
        begins = np.flatnonzero(np.diff(doc_ids, prepend=-1))
        counts = np.diff(begins, append=len(doc_ids))
        return Postings(doc_ids[begins], narrow(counts), found.positions[of_length] // LENGTHS)

    def _stem(self, segment: Segment, stem: str) -> list[tuple[str, int]]:
        """Return the terms (field, ordinal) of a stem; a word that is its own stem is only among the words."""
        fields = ("stems", "words") if stem_of(stem) == stem else ("stems",)
        ordinals = [(field, segment.term_dictionaries[field].ordinal_of(stem)) for field in fields]
        return [(field, ordinal) for field, ordinal in ordinals if ordinal is not None]

    def _union(self, segment: Segment, terms: Iterable[tuple[str, int]]) -> Postings:
        """Return where any of some terms (field, ordinal) occurs."""
        read = [segment.read(field, ordinal, self.unit) for field, ordinal in terms]
        return union(read, segment.docs[self.unit].size)


def _together(words: Collection[str]) -> str:
    """Write some words as one text, no two of which are the same."""
    return " ".join(sorted(words))
