"""Words quoted twice: a headline, a subhead or a narrator takes them out of what somebody says in full elsewhere."""

import re
from collections.abc import Sequence

from ..findings import FoundQuotation, QuotationKind
from ..text.analysis import AnalysedArticle

_WORD = re.compile(r"\w+")
_FEWEST, _MOST = 2, 25  # words that may be taken out of others
_LONGER = 5  # by so many words at least is what they are taken out of longer


class RepeatedWords:
    """Finds the quotations of an article that hold the words of another one."""

    def __init__(self, quotations: Sequence[FoundQuotation], article: AnalysedArticle) -> None:
        self.article = article
        said = [one for one in quotations if one.kind == QuotationKind.DIRECT and one.speakers]
        self.said = [(one, self._words(one)) for one in said]

    def full_quotations(self, quotation: FoundQuotation) -> list[FoundQuotation]:
        """Return the longer quotations, in reading order, in which all words of a short one stand in a row."""
        words = self._words(quotation)
        count = words.count(" ") - 1
        if not _FEWEST <= count <= _MOST:
            return []
        return [one for one, full in self.said if words in full and full.count(" ") - 1 >= count + _LONGER]

    def _words(self, quotation: FoundQuotation) -> str:
        """Return the words of a quotation in small letters, a blank before and after each."""
        texts = (self.article.paragraphs[span.passage].text[span.start : span.end] for span in quotation.spans)
        return f" {' '.join(_WORD.findall(' '.join(texts).lower()))} "
