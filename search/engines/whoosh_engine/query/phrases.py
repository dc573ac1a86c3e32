"""Phrases, and words near each other: where positions of words succeed each other, or are close together.

Every position of a word is one number in the whole text of a segment (postings.py). Moved back by the offset of the
word in the phrase, the numbers of all words agree where the phrase begins.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from search.deadline import Deadline
from search.engines.whoosh_engine.index.ordinals import narrow
from search.engines.whoosh_engine.index.postings import EMPTY, NO_POSITIONS, Postings
from search.engines.whoosh_engine.index.segment import Segment
from search.engines.whoosh_engine.query.terms import Occurrences, TermPostings

MANY = 16  # so many times as many numbers are gone through by halving, not one after another


def phrase(term_postings: TermPostings, words: Sequence[str]) -> Occurrences:
    """Return where a phrase occurs, and how often."""

    def in_segment(segment: Segment) -> Postings:
        places, begins = _places_in_docs_of_all(term_postings, segment, words)
        return _in_a_row([places[word] for word in words], begins, term_postings.deadline)

    return term_postings.each("phrase", " ".join(words), in_segment)


def near(term_postings: TermPostings, words: Sequence[str], distance: int) -> Occurrences:
    """Return where a stretch of text has all words, each as often as it is given, and few others."""
    times = Counter(words)

    def in_segment(segment: Segment) -> Postings:
        places, begins = _places_in_docs_of_all(term_postings, segment, words)
        of_words = [(places[word], many) for word, many in times.items()]
        return _close_together(of_words, len(words) + distance, begins, term_postings.deadline)

    return term_postings.each(f"near {distance}", " ".join(words), in_segment)


def _places_in_docs_of_all(
    term_postings: TermPostings, segment: Segment, words: Sequence[str]
) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """Return the places that each word has in those documents that have all words; and where each text begins."""
    begins, deadline = segment.docs[term_postings.unit].begins, term_postings.deadline
    lists = {word: term_postings.word(segment, word) for word in deadline.during(dict.fromkeys(words))}
    by_size = sorted((postings.doc_ids for postings in lists.values()), key=len)
    common = by_size[0] if lists else np.zeros(0, np.int32)
    for doc_ids in by_size[1:]:
        deadline.check()
        common = common.compress(_are_among(common, doc_ids, len(begins)))
    places = {}
    for word, postings in lists.items():
        deadline.check()
        places[word] = postings.places(_indices(postings.doc_ids, common, len(begins)), begins)
    return places, begins


def _are_among(few: np.ndarray, many: np.ndarray, size: int) -> np.ndarray:
    """Return a mask of those ids that are among others; both ascend, and are below `size`."""
    if len(few) * MANY < len(many):
        return _are_in(few, many, 0)
    mask = np.zeros(size, bool)
    mask[many] = True
    return mask.take(few)


def _indices(doc_ids: np.ndarray, some: np.ndarray, size: int) -> np.ndarray:
    """Return where some ids, all of which are there, stand among others; both ascend, and are below `size`."""
    if len(some) == len(doc_ids):
        return np.arange(len(doc_ids))
    if len(some) * MANY < len(doc_ids):
        return np.searchsorted(doc_ids, some)
    mask = np.zeros(size, bool)
    mask[some] = True
    return np.flatnonzero(mask.take(doc_ids))


def _in_a_row(lists: list[np.ndarray], begins: np.ndarray, deadline: Deadline) -> Postings:
    """Return where words follow each other, by the places of each."""
    if not lists:
        return EMPTY
    order = sorted(range(len(lists)), key=lambda offset: len(lists[offset]))
    starts = lists[order[0]] - order[0]
    for offset in order[1:]:
        deadline.check()
        starts = starts.compress(_are_in(starts, lists[offset], offset))
    return _counted((np.searchsorted(begins, starts, side="right") - 1).astype(np.int32))


def _are_in(few: np.ndarray, many: np.ndarray, shift: int) -> np.ndarray:
    """Return a mask of those ascending numbers that, moved on by a shift, are among others, which ascend too."""
    if not len(many):
        return np.zeros(len(few), bool)
    moved = few + shift
    found: np.ndarray = many[np.minimum(np.searchsorted(many, moved), len(many) - 1)] == moved
    return found


def _close_together(lists: list[tuple[np.ndarray, int]], span: int, begins: np.ndarray, deadline: Deadline) -> Postings:
    """Find the spans of at most `span` tokens that end with one of the words and have each as often as asked.

    `lists` has the places of each word, and how often it is asked for.
    """
    of_words = [places for places, _ in lists]
    if any(not len(positions) for positions in of_words):
        return EMPTY
    positions = np.concatenate(of_words)
    order = np.argsort(positions, kind="stable")  # which merges lists that ascend
    ends, word_of = positions[order], np.repeat(np.arange(len(lists)), [len(one) for one in of_words])[order]
    starts = ends
    for word, (its_places, (_, times)) in enumerate(zip(of_words, lists, strict=True)):
        deadline.check()
        back = np.cumsum(word_of == word) - times  # the last so many of this word up to each end begin here
        starts = np.minimum(starts, np.where(back < 0, ends - span, its_places[np.maximum(back, 0)]))
    close = ends - starts < span
    starts, ends = starts[close], ends[close]
    doc_ids = np.searchsorted(begins, ends, side="right") - 1
    return _counted(doc_ids[starts >= begins[doc_ids]].astype(np.int32))


def _counted(doc_ids: np.ndarray) -> Postings:
    """Turn ascending doc ids, each as often as something begins in it, into postings."""
    if not len(doc_ids):
        return EMPTY
    begins = np.flatnonzero(np.diff(doc_ids, prepend=-1))
    return Postings(doc_ids[begins], narrow(np.diff(begins, append=len(doc_ids))), NO_POSITIONS)
