"""Words of the index for somebody who types: those that begin alike, and those that are nearly the same.

Segments say which words are counted at all, deleted documents included: where most of an archive was replaced
since its segments were merged, a word may be left out for others that few documents have by now.
"""

from collections.abc import Callable, Iterable

import numpy as np

from search.deadline import Deadline
from search.engines.port import WordCount
from search.engines.whoosh_engine.index.segment import Segment
from search.engines.whoosh_engine.index.snapshot import Snapshot

SPARE = 100  # words more than asked for, of each segment: a word may be frequent only in all of them together
LONG_ENOUGH = 6  # letters of a word that may be two edits away


def completions(snapshot: Snapshot, prefix: str, limit: int, timeout: float) -> tuple[WordCount, ...]:
    """Return the words that begin like this, the most frequent first. Raises SearchTooLong."""

    def beginning(segment: Segment) -> np.ndarray:
        ordinals = segment.term_dictionaries["words"].ordinals_with_prefix(prefix)
        return np.arange(ordinals.start, ordinals.stop)

    return _most_frequent(snapshot, beginning, limit, Deadline(timeout))


def similar(snapshot: Snapshot, word: str, limit: int, timeout: float) -> tuple[WordCount, ...]:
    """Return the words that are one edit away, the most frequent first; else, of a long one, those two edits away.

    Raises SearchTooLong.
    """
    deadline = Deadline(timeout)
    for edits in (1, 2) if len(word) >= LONG_ENOUGH else (1,):

        def like(segment: Segment, edits: int = edits) -> np.ndarray:
            return segment.terms_by_length.like(word, edits, deadline)

        found = _most_frequent(snapshot, like, limit + 1, deadline)
        if others := tuple(one for one in found if one.word != word):
            return others[:limit]
    return ()


def _most_frequent(
    snapshot: Snapshot, ordinals_in: Callable[[Segment], np.ndarray], limit: int, deadline: Deadline
) -> tuple[WordCount, ...]:
    deadline.check()
    words = {word for segment in snapshot.segments for word in _frequent(segment, ordinals_in(segment), limit + SPARE)}
    counted = [WordCount(word, _documents_with(snapshot, word)) for word in deadline.during(words)]
    there = [one for one in counted if one.documents]
    return tuple(sorted(there, key=lambda one: (-one.documents, one.word))[:limit])


def _documents_with(snapshot: Snapshot, word: str) -> int:
    parts = zip(snapshot.segments, snapshot.live_docs, strict=True)
    return sum(segment.documents_with(word, live_docs) for segment, live_docs in parts)


def _frequent(segment: Segment, ordinals: np.ndarray, limit: int) -> Iterable[str]:
    dictionary = segment.term_dictionaries["words"]
    order = np.argsort(-dictionary.documents[ordinals].astype(np.int64), kind="stable")[:limit]
    return [dictionary.word(ordinal) for ordinal in ordinals[order].tolist()]
