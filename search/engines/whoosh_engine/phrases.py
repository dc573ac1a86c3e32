"""Phrases: where words stand in a row.

Every place of a word is one number (document and position in it), moved back by the word's own place in the phrase;
where the numbers of all words agree, the phrase begins.
"""

from collections.abc import Sequence

import numpy as np

from search.engines.whoosh_engine.generation import Generation
from search.engines.whoosh_engine.postings import EMPTY, Postings

LONGEST = 2**24  # positions in one document


def phrase_postings(generation: Generation, words: Sequence[str]) -> Postings:
    """Return where a phrase occurs, and how often; positions are left out."""
    by_word = {word: list(generation.positions_of(word)) for word in dict.fromkeys(words)}
    found = [
        _in_segment([by_word[word][number][1] for word in words], int(offset))
        for number, offset in enumerate(generation.offsets[:-1])
    ]
    documents = np.concatenate([EMPTY.documents, *(postings.documents for postings in found)])
    return Postings(documents, np.concatenate([EMPTY.counts, *(part.counts for part in found)]), EMPTY.positions)


def _in_segment(lists: list[Postings], offset: int) -> Postings:
    rarest_first = sorted(range(len(lists)), key=lambda place: len(lists[place].positions))
    begins = _begins(lists[rarest_first[0]], rarest_first[0])
    for place in rarest_first[1:]:
        if not len(begins):
            return EMPTY
        begins = _common(begins, _begins(lists[place], place))
    documents, counts = np.unique(begins // LONGEST, return_counts=True)
    return Postings((documents + offset).astype(np.int32), counts.astype(np.float32), EMPTY.positions)


def _begins(postings: Postings, place: int) -> np.ndarray:
    """Return, ascending, where phrases begin that have this word at this place; before the document's start is none."""
    documents = np.repeat(postings.documents.astype(np.int64), postings.counts.astype(np.int64))
    kept = postings.positions >= place
    return documents[kept] * LONGEST + postings.positions[kept] - place


def _common(few: np.ndarray, many: np.ndarray) -> np.ndarray:
    """Return the numbers of one ascending array that are in the other."""
    if not len(many):
        return many
    places = np.minimum(np.searchsorted(many, few), len(many) - 1)
    return few[many[places] == few]
