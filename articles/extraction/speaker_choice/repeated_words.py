"""Words quoted twice: a headline, a narrator or a pull quote takes them out of what somebody says in full elsewhere."""

import re
from collections.abc import Sequence

from ..findings import FoundQuotation, QuotationKind
from ..text.analysis import AnalysedArticle

_WORD = re.compile(r"\w+")
_FEWEST, _MOST = 2, 60  # words that may be taken out of others
_LONGER = 5  # by so many words at least is what a few words are taken out of longer
_LONG = 10  # words that are repeated on purpose, as in a pull quote, even if nothing is left out


class RepeatedWords:
    """Finds the quotations of an article that hold the words of another one."""

    def __init__(self, quotations: Sequence[FoundQuotation], article: AnalysedArticle) -> None:
        self.article = article
        said = [one for one in quotations if one.kind == QuotationKind.DIRECT and one.speakers]
        self.said = [(one, self._words(one)) for one in said]

    def full_quotations(self, quotation: FoundQuotation) -> list[FoundQuotation]:
        """Return the other quotations, in reading order, in which all words of one stand in a row."""
        words = self._words(quotation)
        count = words.count(" ") - 1
        if not _FEWEST <= count <= _MOST:
            return []
        least = count if count >= _LONG else count + _LONGER
        return [
            one for one, full in self.said if words in full and full.count(" ") > least and one.spans != quotation.spans
        ]

    def _words(self, quotation: FoundQuotation) -> str:
        """Return the words of a quotation in small letters, a blank before and after each."""
        texts = (self.article.paragraphs[span.passage].text[span.start : span.end] for span in quotation.spans)
        return f" {' '.join(_WORD.findall(' '.join(texts).lower()))} "
