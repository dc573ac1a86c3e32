"""Phrases, and words near each other: where positions of words succeed each other, or are close together.

Every position of a word is one number in the whole text of a segment (postings.py). Moved back by the offset of the
word in the phrase, the numbers of all words agree where the phrase begins.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from search.deadline import Deadline
from search.engines.whoosh_engine.index.postings import EMPTY, NO_POSITIONS, Postings, narrow
from search.engines.whoosh_engine.query.terms import Occurrences, TermPostings

MANY = 16  # so many times as many numbers are gone through by halving, not one after another


def phrase(term_postings: TermPostings, words: Sequence[str]) -> Occurrences:
    """Return where a phrase occurs, and how often."""
    by_word = {word: term_postings.word(word) for word in dict.fromkeys(words)}
    segments = range(len(term_postings.snapshot.segments))
    lists = ([by_word[word][number] for word in words] for number in segments)
    return term_postings.occurrences([_successive(one, term_postings.deadline) for one in lists])


def near(term_postings: TermPostings, words: Sequence[str], distance: int) -> Occurrences:
    """Return where a stretch of text has all words, each as often as it is given, and few others."""
    times = Counter(words)
    by_word = {word: term_postings.word(word) for word in times}
    found = []
    for number, segment in enumerate(term_postings.snapshot.segments):
        lists = [(by_word[word][number], multi_valued) for word, multi_valued in times.items()]
        begins = segment.docs[term_postings.unit].begins
        found.append(_close_together(lists, len(words) + distance, begins, term_postings.deadline))
    return term_postings.occurrences(found)


def _successive(lists: list[Postings], deadline: Deadline) -> Postings:
    if not lists:
        return EMPTY
    order = sorted(range(len(lists)), key=lambda offset: len(lists[offset].positions))
    first, rarest = order[0], lists[order[0]]
    begins, doc_ids = rarest.positions - first, np.repeat(rarest.doc_ids, rarest.counts)
    for offset in order[1:]:
        deadline.check()
        kept = _are_in(begins, lists[offset].positions, offset)
        begins, doc_ids = begins[kept], doc_ids[kept]
    return _counted(doc_ids)


def _are_in(numbers: np.ndarray, others: np.ndarray, shift: int) -> np.ndarray:
    """Return a mask of those ascending numbers that, moved on by a shift, are among others, which ascend too."""
    if not len(numbers) or not len(others):
        return np.zeros(len(numbers), bool)
    if len(numbers) * MANY < len(others):
        moved = numbers + shift
        found: np.ndarray = others[np.minimum(np.searchsorted(others, moved), len(others) - 1)] == moved
        return found
    first = int(numbers[0])
    there = np.zeros(int(numbers[-1]) - first + 1, bool)
    begin, end = np.searchsorted(others, (first + shift, int(numbers[-1]) + shift + 1))
    there[others[begin:end] - (first + shift)] = True
    return there.take(numbers - first)


def _close_together(lists: list[tuple[Postings, int]], span: int, begins: np.ndarray, deadline: Deadline) -> Postings:
    """Find the spans of at most `span` tokens that end with one of the words and have each as often as asked."""
    of_words = _in_rows_of_all([postings for postings, _ in lists], len(begins))
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


def _in_rows_of_all(lists: list[Postings], doc_ids: int) -> list[np.ndarray]:
    """Return the positions of each word in those documents that have all words."""
    having = np.ones(doc_ids, bool)
    for postings in lists:
        has = np.zeros(doc_ids, bool)
        has[postings.doc_ids] = True
        having &= has
    return [postings.positions[np.repeat(having[postings.doc_ids], postings.counts)] for postings in lists]


def _counted(doc_ids: np.ndarray) -> Postings:
    """Turn ascending doc ids, each as often as something begins in it, into postings."""
    if not len(doc_ids):
        return EMPTY
    begins = np.flatnonzero(np.diff(doc_ids, prepend=-1))
    return Postings(doc_ids[begins], narrow(np.diff(begins, append=len(doc_ids))), NO_POSITIONS)
