"""The folded texts of an index, by the integers that doc values have of them: names of speakers, roles, cues.

Each is a term behind its hash, so it is looked up where it is shown, and opening an index reads none.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from search.engines.whoosh_engine.storage.schema import DIVIDED, text_prefix
from search.engines.whoosh_engine.storage.term_dictionary import TermDictionary


class TextValues:
    """The texts of all segments, by their integers; an index of an earlier version has none."""

    def __init__(self, dictionaries: Sequence[TermDictionary]) -> None:
        self._dictionaries = dictionaries

    def folded(self, number: int) -> str:
        """Return the text that was encoded as this integer, empty where it is not known."""
        return next((folded for folded, _, _ in self._terms(number)), "")

    def spelled(self, number: int) -> str:
        """Return how most documents spell the text that was encoded as this integer; of several the first."""
        documents: Counter[str] = Counter()
        for _, spelled, times in self._terms(number):
            documents[spelled] += times
        return min(documents, key=lambda spelled: (-documents[spelled], spelled), default="")

    def _terms(self, number: int) -> Iterator[tuple[str, str, int]]:
        """Yield the text, a spelling of it, and how many documents have that, for each segment and spelling."""
        prefix = text_prefix(number)
        for dictionary in self._dictionaries:
            for ordinal in dictionary.ordinals_with_prefix(prefix):
                folded, _, spelled = dictionary.word(ordinal).removeprefix(prefix).partition(DIVIDED)
                yield folded, spelled, int(dictionary.documents[ordinal])
