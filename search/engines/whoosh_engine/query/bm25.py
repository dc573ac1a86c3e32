"""BM25, counted only for the documents that are found.

Its k1 and b are lower than the customary 1.2 and 0.75, which put long paragraphs at too great a disadvantage: titles
asked for as queries find their article sooner (`tests/benchmarks/measure_search`, known items: MRR@10 of 0.70 instead
of 0.67 over 1,000 titles).
"""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from search.engines.whoosh_engine.index.doc_set import DocSet
from search.engines.whoosh_engine.index.postings import Postings
from search.engines.whoosh_engine.index.selection import Selection
from search.engines.whoosh_engine.index.traits import WEIGHT
from search.engines.whoosh_engine.query.terms import Occurrences

K1, B = 0.9, 0.5


class Scorer(Protocol):
    """A part of a query by which documents are scored."""

    def add_to(self, scores: np.ndarray, mask: np.ndarray) -> None:
        """Add to the scores of the documents in the mask."""


@dataclass(frozen=True)
class Bm25Scorer:
    """Scores documents by how often something occurs in them, by BM25."""

    doc_set: DocSet
    occurrences: Occurrences

    def add_to(self, scores: np.ndarray, mask: np.ndarray) -> None:
        """Add to the scores of the documents in the mask."""
        documents = self.occurrences.documents
        idf = np.float32(np.log1p((len(mask) - documents + 0.5) / (documents + 0.5)))
        for (first, size, postings), docs in zip(self.occurrences.parts, self.doc_set.parts, strict=True):
            doc_ids, counts = _in_mask(postings, mask[first : first + size])
            norm = docs.columns["length"].take(doc_ids).astype(np.float32)
            norm *= np.float32(K1 * B / self.doc_set.average_length)
            norm += np.float32(K1 * (1 - B))
            norm += counts
            counts *= idf * np.float32(K1 + 1)
            counts /= norm
            scores[first : first + size][doc_ids] += counts


def _in_mask(postings: Postings, mask: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the doc ids that are in a mask, and how often something occurs in each, as floating numbers."""
    doc_ids = postings.doc_ids.astype(np.intp)  # which arrays are indexed by, so that it is done once
    there = mask.take(doc_ids)
    if there.all():
        return doc_ids, postings.counts.astype(np.float32)
    kept = np.flatnonzero(there)
    return doc_ids.take(kept), postings.counts.take(kept).astype(np.float32)


@dataclass(frozen=True)
class PrecomputedScorer:
    """Adds scores that are known already."""

    known_scores: np.ndarray

    def add_to(self, scores: np.ndarray, mask: np.ndarray) -> None:
        """Add to the scores of the documents in the mask."""
        scores += self.known_scores * mask


@dataclass(frozen=True)
class MaskedScorer:
    """Scores by another scorer, but only the documents in a mask."""

    scorer: Scorer
    mask: np.ndarray

    def add_to(self, scores: np.ndarray, mask: np.ndarray) -> None:
        """Add to the scores of the documents in the mask."""
        self.scorer.add_to(scores, mask & self.mask)


@dataclass(frozen=True)
class Match:
    """Which documents match, and by what they are scored (nothing: without a score)."""

    mask: np.ndarray
    scorers: tuple[Scorer, ...] = ()

    def scores(self, doc_set: DocSet) -> np.ndarray:
        """Return how well each document matches, zero where it does not."""
        scores = np.zeros(len(doc_set), np.float32)
        for part in self.scorers:
            part.add_to(scores, self.mask)
        return scores


def weighted(scores: np.ndarray, doc_set: DocSet, selected: Selection) -> np.ndarray:
    """Return the scores of selected documents, in their order, times what their kind and their quotations weigh."""
    return scores.take(selected.doc_ids) * WEIGHT.take(selected.numbers(doc_set.traits))
