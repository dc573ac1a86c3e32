"""Words of the index for somebody who types: those that begin alike, and those that are nearly the same.

Which words are counted at all is told by segments with their deleted documents: where most of an archive was replaced
since its segments were merged, a word may be left out for others that few documents have by now.
"""

from collections.abc import Callable, Iterable

import numpy as np

from search.deadline import Deadline
from search.engines.port import WordCount
from search.engines.whoosh_engine.index.segment import Segment
from search.engines.whoosh_engine.index.snapshot import Generation

SPARE = 100  # words more than asked for, of each segment: a word may be frequent only in all of them together
LONG_ENOUGH = 6  # letters of a word that may be two edits away


def completions(generation: Generation, prefix: str, limit: int, timeout: float) -> tuple[WordCount, ...]:
    """Return the words that begin like this, the most frequent first. Raises SearchTooLong."""

    def beginning(segment: Segment) -> np.ndarray:
        places = segment.term_dictionaries["words"].ordinals_with_prefix(prefix)
        return np.arange(places.start, places.stop)

    return _most_frequent(generation, beginning, limit, Deadline(timeout))


def similar(generation: Generation, word: str, limit: int, timeout: float) -> tuple[WordCount, ...]:
    """Return the words that are one edit away, the most frequent first; else, of a long one, those two edits away.

    Raises SearchTooLong.
    """
    deadline = Deadline(timeout)
    for edits in (1, 2) if len(word) >= LONG_ENOUGH else (1,):

        def like(segment: Segment, edits: int = edits) -> np.ndarray:
            return segment.lengths.like(word, edits, deadline)

        found = _most_frequent(generation, like, limit + 1, deadline)
        if others := tuple(one for one in found if one.word != word):
            return others[:limit]
    return ()


def _most_frequent(
    generation: Generation, places_in: Callable[[Segment], np.ndarray], limit: int, deadline: Deadline
) -> tuple[WordCount, ...]:
    deadline.check()
    words = {word for segment in generation.segments for word in _frequent(segment, places_in(segment), limit + SPARE)}
    counted = [WordCount(word, _documents_with(generation, word)) for word in deadline.during(words)]
    there = [one for one in counted if one.documents]
    return tuple(sorted(there, key=lambda one: (-one.documents, one.word))[:limit])


def _documents_with(generation: Generation, word: str) -> int:
    parts = zip(generation.segments, generation.alive, strict=True)
    return sum(segment.documents_with(word, alive) for segment, alive in parts)


def _frequent(segment: Segment, places: np.ndarray, limit: int) -> Iterable[str]:
    dictionary = segment.term_dictionaries["words"]
    order = np.argsort(-dictionary.documents[places].astype(np.int64), kind="stable")[:limit]
    return [dictionary.word(place) for place in places[order].tolist()]
