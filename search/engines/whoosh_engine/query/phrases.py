"""Phrases, and words near each other: where places of words stand in a row, or close together.

Every place of a word is one number in the whole of a segment's text (postings.py). Moved back by the word's own place
in the phrase, the numbers of all words agree where the phrase begins.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from search.deadline import Deadline
from search.engines.whoosh_engine.index.postings import EMPTY, NO_PLACES, Postings, narrow
from search.engines.whoosh_engine.query.terms import Occurrences, Texts

MANY = 16  # so many times as many numbers are gone through by halving, not one after another


def phrase(texts: Texts, words: Sequence[str]) -> Occurrences:
    """Return where a phrase occurs, and how often."""
    by_word = {word: texts.word(word) for word in dict.fromkeys(words)}
    segments = range(len(texts.generation.segments))
    lists = ([by_word[word][number] for word in words] for number in segments)
    return texts.occurrences([_in_a_row(one, texts.deadline) for one in lists])


def near(texts: Texts, words: Sequence[str], distance: int) -> Occurrences:
    """Return where a stretch of text has all words, each as often as it is given, and few others."""
    times = Counter(words)
    by_word = {word: texts.word(word) for word in times}
    found = []
    for number, segment in enumerate(texts.generation.segments):
        lists = [(by_word[word][number], many) for word, many in times.items()]
        begins = segment.rows[texts.unit].begins
        found.append(_close_together(lists, len(words) + distance, begins, texts.deadline))
    return texts.occurrences(found)


def _in_a_row(lists: list[Postings], deadline: Deadline) -> Postings:
    if not lists:
        return EMPTY
    order = sorted(range(len(lists)), key=lambda place: len(lists[place].places))
    first, rarest = order[0], lists[order[0]]
    begins, rows = rarest.places - first, np.repeat(rarest.rows, rarest.counts)
    for place in order[1:]:
        deadline.check()
        kept = _are_in(begins, lists[place].places, place)
        begins, rows = begins[kept], rows[kept]
    return _counted(rows)


def _are_in(few: np.ndarray, many: np.ndarray, shift: int) -> np.ndarray:
    """Say which of ascending numbers, moved on by a shift, are among others, which ascend too."""
    if not len(few) or not len(many):
        return np.zeros(len(few), bool)
    if len(few) * MANY < len(many):
        moved = few + shift
        return many[np.minimum(np.searchsorted(many, moved), len(many) - 1)] == moved
    first = int(few[0])
    there = np.zeros(int(few[-1]) - first + 1, bool)
    begin, end = np.searchsorted(many, (first + shift, int(few[-1]) + shift + 1))
    there[many[begin:end] - (first + shift)] = True
    return there[few - first]


def _close_together(lists: list[tuple[Postings, int]], span: int, begins: np.ndarray, deadline: Deadline) -> Postings:
    """Find the stretches of at most `span` tokens that end with one of the words and have each as often as told."""
    of_words = _in_rows_of_all([postings for postings, _ in lists], len(begins))
    if any(not len(places) for places in of_words):
        return EMPTY
    places = np.concatenate(of_words)
    order = np.argsort(places, kind="stable")  # which merges lists that ascend
    ends, word_of = places[order], np.repeat(np.arange(len(lists)), [len(one) for one in of_words])[order]
    starts = ends
    for word, (its_places, (_, times)) in enumerate(zip(of_words, lists, strict=True)):
        deadline.check()
        back = np.cumsum(word_of == word) - times  # the last so many of this word up to each end begin here
        starts = np.minimum(starts, np.where(back < 0, ends - span, its_places[np.maximum(back, 0)]))
    close = ends - starts < span
    starts, ends = starts[close], ends[close]
    rows = np.searchsorted(begins, ends, side="right") - 1
    return _counted(rows[starts >= begins[rows]].astype(np.int32))


def _in_rows_of_all(lists: list[Postings], rows: int) -> list[np.ndarray]:
    """Return the places of each word in those rows that have all words."""
    having = np.ones(rows, bool)
    for postings in lists:
        has = np.zeros(rows, bool)
        has[postings.rows] = True
        having &= has
    return [postings.places[np.repeat(having[postings.rows], postings.counts)] for postings in lists]


def _counted(rows: np.ndarray) -> Postings:
    """Turn ascending rows, each as often as something begins in it, into postings."""
    if not len(rows):
        return EMPTY
    begins = np.flatnonzero(np.diff(rows, prepend=-1))
    return Postings(rows[begins], narrow(np.diff(begins, append=len(rows))), NO_PLACES)
