"""Words near each other: spans of the text that have each of some words, and few others."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from search.deadline import Deadline
from search.engines.whoosh_engine.index.postings import EMPTY, Postings
from search.engines.whoosh_engine.index.segment import Segment
from search.engines.whoosh_engine.query.phrases import Spans, counted, key, spans
from search.engines.whoosh_engine.query.terms import Occurrences, TermPostings
from search.language.analysis import Lattice

Needed = list[tuple[Spans, int]]  # where each word stands, and how often it is asked for


def near(term_postings: TermPostings, words: Sequence[Lattice], distance: int) -> Occurrences:
    """Return where a stretch of text has all words, each as often as it is given, and few others."""
    times = Counter(words)

    def in_segment(segment: Segment) -> Postings:
        begins, deadline = segment.docs[term_postings.unit].begins, term_postings.deadline
        needed = [(spans(term_postings, segment, word), many) for word, many in deadline.during(times.items())]
        return _close_together(needed, distance, begins, deadline)

    return term_postings.each(f"near {distance}", "  ".join(map(key, words)), in_segment)


def _close_together(needed: Needed, distance: int, begins: np.ndarray, deadline: Deadline) -> Postings:
    """Find the places at which one of the words ends, and where the last ones before of each are close enough.

    The stretch from the first of these to that end has at most `distance` tokens more than these words.
    """
    if any(not len(one.ends) for one, _ in needed):
        return EMPTY
    ends = np.unique(np.concatenate([one.ends for one, _ in needed]))
    starts, filled, complete = ends, np.zeros(len(ends), np.int64), np.ones(len(ends), bool)
    for one, times in needed:
        deadline.check()
        latest = np.searchsorted(one.ends, ends, side="right")  # how many of this word end up to each end
        complete &= latest >= times
        lengths = np.append(0, np.cumsum(one.ends - one.starts))
        first = np.maximum(latest - times, 0)
        starts = np.minimum(starts, one.starts.take(first, mode="clip"))
        filled += lengths.take(latest) - lengths.take(first)
    close = complete & (ends - starts - filled <= distance)
    starts, ends = starts[close], ends[close]
    doc_ids = np.searchsorted(begins, ends - 1, side="right") - 1
    return counted(starts[starts >= begins.take(doc_ids)], begins)
