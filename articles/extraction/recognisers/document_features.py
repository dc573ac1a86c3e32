"""Features of a word from all its occurrences: after a title, before an organisation's word, doing what people do."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from ..lexicons import HONORIFICS, NO_NAMES, ORGANISATION_WORDS, TITLE_ENDS, given_names
from ..text.analysis import AnalysedArticle
from .context_features import PlacedRun

_PLACING = frozenset(("in", "at", "from", "to"))
_PERSONAL = frozenset(  # telling the more the more often they are seen
    ("does>", "kin", "kin-of", "human<", "human>", "life>", "given", "honorific", "title")
)
_OF_THE_WHOLE = ("the<", "thing<", "thing<-of", "thing>")  # in "the Ann Lee Act" they say nothing of "Ann"


class DocumentFeatures:
    """The features that an article's words have from all their occurrences, gathered once."""

    def __init__(self, article: AnalysedArticle, runs: Iterable[PlacedRun]) -> None:
        """Gather the features of the words of all runs."""
        self._small = article.lowercase_words
        self._occurrences: defaultdict[str, list[list[str]]] = defaultdict(list)
        self._of: dict[str, tuple[str, ...]] = {}
        for placed in runs:
            for at in range(placed.run.first, placed.run.last):
                self._occurrences[placed.paragraph.lowers[at]].append(_features_at(placed, at))

    def of(self, word: str) -> tuple[str, ...]:
        """Return the features of a word of the runs, given in small letters."""
        found = self._of.get(word)
        if found is None:
            occurrences = self._occurrences[word]
            features = tuple(sorted(chain.from_iterable(occurrences)))
            found = self._of[word] = _of_all(min(len(occurrences), 4), features, word in self._small)
        return found


@lru_cache(20_000)
def _of_all(times: int, features: tuple[str, ...], small: bool) -> tuple[str, ...]:
    """Return the features of a word that stands so often in the runs, from those of each of its places, in order."""
    found = [f"n={times}"]
    for feature, count in Counter(features).items():
        found += [f"a:{feature}", f"a:{feature}+"] if count > 1 and feature in _PERSONAL else [f"a:{feature}"]
    return (*found, "small") if small else tuple(found)


def _features_at(placed: PlacedRun, at: int) -> list[str]:
    """Return the features that one occurrence of a word gives to all of them."""
    paragraph, run, found = placed.paragraph, placed.run, []
    if at > run.sentence.first:
        found.append("inside")
        if paragraph.lowers[at - 1] in _PLACING:
            found.append("in")
    if at > run.first:
        before = paragraph.words[at - 1].title
        if before in HONORIFICS:
            found.append("honorific")
        elif before in TITLE_ENDS:
            found.append("title")
        elif before in given_names():
            found.append("given")
    if placed.context:
        found += [feature for feature in placed.context if feature not in _OF_THE_WHOLE or at == run.last - 1]
    if at + 1 < run.last:
        after = paragraph.words[at + 1].title
        if after in ORGANISATION_WORDS:
            found.append("organisation")
        elif after in NO_NAMES:
            found.append("thing")
    return found
