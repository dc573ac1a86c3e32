"""Which terms of a dictionary are one or two edits from a word, all terms of a length at once.

An edit is a letter more, a letter less, another letter, or two neighbours exchanged (no letter is edited twice). The
table of the usual reckoning is filled along its diagonal, as far from it as there may be edits; each of its cells is an
array with one number for each word.
"""

from dataclasses import dataclass

import numpy as np

from search.deadline import Deadline
from search.engines.whoosh_engine.storage.term_dictionary import TermDictionary

LONGEST = 40  # letters; no word that is longer is like another by one slip
FAR = 100  # edits, as a number for what is out of reach


@dataclass(frozen=True)
class TermsOfLength:
    """The terms of one length: their ordinals in the dictionary, and for each letter a row with its code points."""

    ordinals: np.ndarray
    letters: np.ndarray


class TermsByLength:
    """The terms of a dictionary by their length in letters."""

    def __init__(self, dictionary: TermDictionary) -> None:
        letters = np.frombuffer(dictionary.letters, np.uint8)
        begins = np.append(0, dictionary.ends[:-1]) if len(dictionary) else dictionary.ends
        plain = np.ones(len(dictionary), bool)
        plain[np.searchsorted(dictionary.ends, np.flatnonzero(letters > 127), side="right")] = False
        sizes = dictionary.ends - begins
        self.parts: dict[int, list[TermsOfLength]] = {}
        for length in range(1, LONGEST + 1):
            ordinals = np.flatnonzero(plain & (sizes == length))
            if len(ordinals):
                self._add(length, ordinals, letters[begins[ordinals] + np.arange(length)[:, None]])
        self._add_others(dictionary, np.flatnonzero(~plain))

    def _add(self, length: int, ordinals: np.ndarray, letters: np.ndarray) -> None:
        self.parts.setdefault(length, []).append(TermsOfLength(ordinals, letters))

    def _add_others(self, dictionary: TermDictionary, ordinals: np.ndarray) -> None:
        """Add the terms that are not plain ASCII."""
        by_length: dict[int, list[tuple[int, str]]] = {}
        for ordinal in ordinals.tolist():
            word = dictionary.word(ordinal)
            by_length.setdefault(len(word), []).append((ordinal, word))
        for length, words in by_length.items():
            if length <= LONGEST:
                letters = np.array([code_points(word) for _, word in words]).T
                self._add(length, np.array([ordinal for ordinal, _ in words]), letters)

    def like(self, word: str, edits: int, deadline: Deadline) -> np.ndarray:
        """Return the ordinals of the terms at most `edits` edits from a word, itself too. Raises SearchTooLong."""
        wanted, found = code_points(word), [np.zeros(0, np.int64)]
        for length in range(len(word) - edits, len(word) + edits + 1):
            for part in self.parts.get(length, []):
                deadline.check()
                found.append(part.ordinals[_distances(wanted, part.letters, edits) <= edits])
        return np.sort(np.concatenate(found))


def code_points(word: str) -> np.ndarray:
    """Return the letters of a word as numbers."""
    return np.frombuffer(word.encode("utf-32-le"), np.uint32)


def _distances(wanted: np.ndarray, letters: np.ndarray, edits: int) -> np.ndarray:
    """Return how many edits each word is from the wanted one; beyond `edits` any larger number."""
    size, words = letters.shape
    far = np.full(words, FAR, np.uint8)
    doc_ids: list[dict[int, np.ndarray]] = [{0: np.zeros(words, np.uint8)}]
    doc_ids[0].update({j: np.full(words, j, np.uint8) for j in range(1, min(size, edits) + 1)})
    for i in range(1, len(wanted) + 1):
        doc_id: dict[int, np.ndarray] = {0: np.full(words, i, np.uint8)} if i <= edits else {}
        for j in range(max(1, i - edits), min(size, i + edits) + 1):
            before = doc_ids[i - 1]
            cell = before.get(j - 1, far) + (letters[j - 1] != wanted[i - 1])
            for shorter in (before.get(j), doc_id.get(j - 1)):
                if shorter is not None:
                    cell = np.minimum(cell, shorter + np.uint8(1))
            if i > 1 and j > 1 and j - 2 in doc_ids[i - 2]:
                swapped = (letters[j - 1] == wanted[i - 2]) & (letters[j - 2] == wanted[i - 1])
                cell = np.where(swapped, np.minimum(cell, doc_ids[i - 2][j - 2] + np.uint8(1)), cell)
            doc_id[j] = cell
        doc_ids.append(doc_id)
    return doc_ids[-1].get(size, far)
