"""How an article speaks, and which of its marked words stand in it again."""

from collections import Counter
from collections.abc import Iterator

from ...text.analysis import AnalysedArticle
from ..quoted_text import QuotedText
from .word_kinds import step


class ArticleSigns:
    """How an article speaks, counted once for all marked words in it: whether it says "I", and which marks recur."""

    def __init__(self, article: AnalysedArticle) -> None:
        plain = Counter(
            word
            for one in article.paragraphs
            for word, inside in zip(one.lowers, one.quoted, strict=True)
            if not inside
        )
        self.first_person = sum(plain[word] for word in ("i", "my", "we", "our"))
        self.plain = plain
        self.marked = Counter(_bare(QuotedText(span, article).text) for span in article.quoted_spans)

    def features(self, quote: QuotedText) -> Iterator[str]:
        """Yield how the article speaks, and whether the same words stand elsewhere in it."""
        yield f"first person:{step(self.first_person, (0, 2, 6, 15))}"
        yield f"marked:{step(self.marked.total(), (2, 5, 10, 20))}"
        yield f"again:{min(self.marked[_bare(quote.text)], 3)}"
        if quote.size == 1:
            yield f"unmarked:{min(self.plain[_bare(quote.text)], 2)}"


def _bare(text: str) -> str:
    return text.strip(".,?!;: ").lower()
