"""Words quoted twice: a headline, a narrator or a pull quote takes them out of what somebody says in full elsewhere."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from ..findings import FoundQuotation, QuotationKind
from ..text.analysis import AnalysedArticle

_WORD = re.compile(r"\w+")
_FEWEST, _MOST = 2, 60  # words that may be taken out of others
_LONGER = 5  # by so many words at least is what a few words are taken out of longer
_LONG = 10  # words that are repeated on purpose, as in a pull quote, even if nothing is left out
_MOST_COMPARED = 200  # quotations that one is looked for in, so that time stays linear

Pair = tuple[str, str]


class RepeatedWords:
    """Finds the quotations of an article that hold the words of another one."""

    def __init__(self, quotations: Sequence[FoundQuotation], article: AnalysedArticle) -> None:
        self.article = article
        self.said = [one for one in quotations if one.kind == QuotationKind.DIRECT and one.speakers]

    @cached_property
    def _texts(self) -> list[str]:
        """Return the words of each quotation that may hold others, with a blank before and behind each."""
        return [f" {' '.join(self._words(one))} " for one in self.said]

    @cached_property
    def _with_pair(self) -> dict[Pair, list[int]]:
        """Return for each two words in a row the numbers of the quotations that hold them, in order."""
        numbers: defaultdict[Pair, list[int]] = defaultdict(list)
        for number, text in enumerate(self._texts):
            for pair in set(pairwise(text.split())):
                numbers[pair].append(number)
        return numbers

    def full_quotations(self, quotation: FoundQuotation) -> list[FoundQuotation]:
        """Return the other quotations, in reading order, in which all words of one stand in a row."""
        words = self._words(quotation)
        if not _FEWEST <= len(words) <= _MOST:
            return []
        least = len(words) if len(words) >= _LONG else len(words) + _LONGER
        text = f" {' '.join(words)} "
        return [
            self.said[number]
            for number in self._with_rarest(words)
            if text in self._texts[number]
            and self._texts[number].count(" ") > least
            and self.said[number].spans != quotation.spans
        ]

    def _with_rarest(self, words: Sequence[str]) -> Sequence[int]:
        """Return the numbers of the quotations that hold the rarest two of some words in a row."""
        found = (self._with_pair.get(pair, ()) for pair in pairwise(words))
        return min(found, key=len)[:_MOST_COMPARED]

    def _words(self, quotation: FoundQuotation) -> list[str]:
        """Return the words of a quotation in small letters."""
        texts = (self.article.paragraphs[span.passage].text[span.start : span.end] for span in quotation.spans)
        return _WORD.findall(" ".join(texts).lower())
