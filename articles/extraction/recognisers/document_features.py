"""Features of a word from all its occurrences: after a title, before an organisation's word, doing what people do."""

from collections import Counter
from collections.abc import Iterable

from ..candidates.capital_runs import CapitalRun
from ..lexicons import HONORIFICS, NO_NAMES, ORGANISATION_WORDS, TITLE_ENDS, given_names
from ..text.analysis import AnalysedArticle, AnalysedParagraph
from ..text.tokens import title_cased
from .context_features import context_features

_PLACING = frozenset(("in", "at", "from", "to"))
_PERSONAL = frozenset(  # telling the more the more often they are seen
    f"a:{feature}" for feature in ("does>", "kin", "kin-of", "human<", "human>", "life>", "given", "honorific", "title")
)
_OF_THE_WHOLE = ("the<", "thing<", "thing<-of", "thing>")  # in "the Ann Lee Act" they say nothing of "Ann"


class DocumentFeatures:
    """The features that an article's words have from all their occurrences, gathered once."""

    def __init__(self, article: AnalysedArticle, runs: list[list[CapitalRun]]) -> None:
        """Gather the features of the words of all runs, which are given paragraph by paragraph."""
        self._small = article.lowercase_words
        self._features: dict[str, Counter[str]] = {}
        self._counts: Counter[str] = Counter()
        for paragraph, paragraph_runs in zip(article.paragraphs, runs, strict=True):
            for run in paragraph_runs:
                for at in range(run.first, run.last):
                    self._counts[paragraph.lowers[at]] += 1
                    self._features.setdefault(paragraph.lowers[at], Counter()).update(_features_at(paragraph, run, at))

    def of(self, paragraph: AnalysedParagraph, at: int) -> list[str]:
        """Return the features of one word."""
        word = paragraph.lowers[at]
        found = [f"n={min(self._counts[word], 4)}"]
        for feature, times in sorted(self._features.get(word, {}).items()):
            found.append(feature)
            if times > 1 and feature in _PERSONAL:
                found.append(feature + "+")
        if word in self._small:
            found.append("small")
        return found


def _features_at(paragraph: AnalysedParagraph, run: CapitalRun, at: int) -> Iterable[str]:
    """Yield the features that one occurrence of a word gives to all of them."""
    if at > run.sentence.first:
        yield "a:inside"
        if paragraph.lowers[at - 1] in _PLACING:
            yield "a:in"
    before = title_cased(paragraph.words[at - 1]) if at > run.first else ""
    if before in HONORIFICS:
        yield "a:honorific"
    elif before in TITLE_ENDS:
        yield "a:title"
    elif before in given_names():
        yield "a:given"
    for feature in context_features(paragraph, run):
        if feature not in _OF_THE_WHOLE or at == run.last - 1:
            yield "a:" + feature
    after = title_cased(paragraph.words[at + 1]) if at + 1 < run.last else ""
    if after in ORGANISATION_WORDS:
        yield "a:organisation"
    elif after in NO_NAMES:
        yield "a:thing"
