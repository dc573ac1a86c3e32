"""Which words of a dictionary are one or two edits from another, all words of a length at once.

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
class OfLength:
    """The words of one length: their places in the dictionary, and a row of code points for each letter's place."""

    places: np.ndarray
    letters: np.ndarray


class Lengths:
    """The words of a dictionary by their length in letters."""

    def __init__(self, dictionary: TermDictionary) -> None:
        letters = np.frombuffer(dictionary.letters, np.uint8)
        begins = np.append(0, dictionary.ends[:-1]) if len(dictionary) else dictionary.ends
        plain = np.ones(len(dictionary), bool)
        plain[np.searchsorted(dictionary.ends, np.flatnonzero(letters > 127), side="right")] = False
        sizes = dictionary.ends - begins
        self.parts: dict[int, list[OfLength]] = {}
        for length in range(1, LONGEST + 1):
            places = np.flatnonzero(plain & (sizes == length))
            if len(places):
                self._add(length, places, letters[begins[places] + np.arange(length)[:, None]])
        self._add_others(dictionary, np.flatnonzero(~plain))

    def _add(self, length: int, places: np.ndarray, letters: np.ndarray) -> None:
        self.parts.setdefault(length, []).append(OfLength(places, letters))

    def _add_others(self, dictionary: TermDictionary, places: np.ndarray) -> None:
        """Add the words that are not plain ASCII."""
        by_length: dict[int, list[tuple[int, str]]] = {}
        for place in places.tolist():
            word = dictionary.word(place)
            by_length.setdefault(len(word), []).append((place, word))
        for length, words in by_length.items():
            if length <= LONGEST:
                letters = np.array([code_points(word) for _, word in words]).T
                self._add(length, np.array([place for place, _ in words]), letters)

    def like(self, word: str, edits: int, deadline: Deadline) -> np.ndarray:
        """Return the places of the words that are so many edits from a word or fewer, itself among them."""
        wanted, found = code_points(word), [np.zeros(0, np.int64)]
        for length in range(len(word) - edits, len(word) + edits + 1):
            for part in self.parts.get(length, []):
                deadline.check()
                found.append(part.places[_distances(wanted, part.letters, edits) <= edits])
        return np.sort(np.concatenate(found))


def code_points(word: str) -> np.ndarray:
    """Return the letters of a word as numbers."""
    return np.frombuffer(word.encode("utf-32-le"), np.uint32)


def _distances(wanted: np.ndarray, letters: np.ndarray, edits: int) -> np.ndarray:
    """Return how many edits each word is from the wanted one; beyond `edits` any larger number."""
    size, words = letters.shape
    far = np.full(words, FAR, np.uint8)
    rows: list[dict[int, np.ndarray]] = [{0: np.zeros(words, np.uint8)}]
    rows[0].update({j: np.full(words, j, np.uint8) for j in range(1, min(size, edits) + 1)})
    for i in range(1, len(wanted) + 1):
        row: dict[int, np.ndarray] = {0: np.full(words, i, np.uint8)} if i <= edits else {}
        for j in range(max(1, i - edits), min(size, i + edits) + 1):
            before = rows[i - 1]
            cell = before.get(j - 1, far) + (letters[j - 1] != wanted[i - 1])
            for shorter in (before.get(j), row.get(j - 1)):
                if shorter is not None:
                    cell = np.minimum(cell, shorter + np.uint8(1))
            if i > 1 and j > 1 and j - 2 in rows[i - 2]:
                swapped = (letters[j - 1] == wanted[i - 2]) & (letters[j - 2] == wanted[i - 1])
                cell = np.where(swapped, np.minimum(cell, rows[i - 2][j - 2] + np.uint8(1)), cell)
            row[j] = cell
        rows.append(row)
    return rows[-1].get(size, far)
