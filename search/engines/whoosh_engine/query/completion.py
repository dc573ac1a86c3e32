"""Words of the index for somebody who types: those that begin alike, and those that are nearly the same.

Segments say which words are counted at all, deleted documents included: where most of an archive was replaced
since its segments were merged, a word may be left out for others that few documents have by now.
"""

from collections.abc import Callable, Iterable

import numpy as np

from search.deadline import Deadline
from search.engines.port import SimilarWords, WordCount
from search.engines.whoosh_engine.index.segment import Segment
from search.engines.whoosh_engine.index.snapshot import Snapshot
from search.engines.whoosh_engine.query.matcher import Matcher
from search.language.ast import Word

SPARE = 100  # words more than asked for, of each segment: a word may be frequent only in all of them together
LONG_ENOUGH = 6  # letters of a word that may be two edits away


def completions(snapshot: Snapshot, prefix: str, limit: int, timeout: float) -> tuple[WordCount, ...]:
    """Return the words that begin like this, the most frequent first. Raises SearchTooLong."""

    def beginning(segment: Segment) -> np.ndarray:
        ordinals = segment.term_dictionaries["words"].ordinals_with_prefix(prefix)
        return np.arange(ordinals.start, ordinals.stop)

    return _most_frequent(snapshot, beginning, limit, Deadline(timeout))


def similar(
    snapshot: Snapshot, words: Iterable[str], limit: int, most_documents: int | None, timeout: float
) -> dict[str, SimilarWords]:
    """Return for each word those that are like it, but for words that more paragraphs have. Raises SearchTooLong."""
    deadline = Deadline(timeout)
    matcher = Matcher(snapshot, "paragraphs", deadline, {})
    found = {}
    for word in words:
        documents = int(np.count_nonzero(matcher.match_live(Word(word)).mask))
        if most_documents is None or documents <= most_documents:
            found[word] = SimilarWords(documents, _like(snapshot, word, limit, deadline))
    return found


def _like(snapshot: Snapshot, word: str, limit: int, deadline: Deadline) -> tuple[WordCount, ...]:
    """Return the words one edit away, the most frequent first; else, of a long one, those two edits away."""
    for edits in (1, 2) if len(word) >= LONG_ENOUGH else (1,):

        def like(segment: Segment, edits: int = edits) -> np.ndarray:
            return segment.terms_like("words", word, edits, deadline)

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
