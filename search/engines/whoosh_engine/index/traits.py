"""Traits: what kind of paragraph a document is of and whether it has a quotation, together in one small number.

A document's kind is its place in KINDS. Counting documents by their traits counts both, and a table over all
traits says what any of them means.
"""

import numpy as np

from search.engines.facet_encoding import KINDS
from search.engines.port import QUOTED_WEIGHT, TITLE_WEIGHT

TRAITS = np.arange(2 * len(KINDS))  # all there are
KIND, QUOTED = TRAITS // 2, TRAITS % 2
WEIGHT = np.ones(len(TRAITS), np.float32)  # what a score is multiplied by
WEIGHT[QUOTED == 1] = QUOTED_WEIGHT
WEIGHT[KINDS.index("title") == KIND] = TITLE_WEIGHT


def to_traits(kind: np.ndarray, quoted: np.ndarray) -> np.ndarray:
    """Return the traits of documents by their kinds, and whether they have a quotation (1 or 0)."""
    traits: np.ndarray = (kind * 2 + quoted).astype(np.uint8)
    return traits
