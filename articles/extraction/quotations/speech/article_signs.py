"""How an article speaks, and which of its marked words stand in it again."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from ...lexicons import PERSONS
from ...text.analysis import AnalysedArticle
from ..quoted_text import QuotedText
from .word_kinds import step

_AUTHOR = PERSONS["author"]


class ArticleSigns:
    """How an article speaks: whether it says "I", and which marks recur; counted once, for the first words in doubt."""

    def __init__(self, article: AnalysedArticle, quotes: Sequence[QuotedText]) -> None:
        """Take an article with all its marked words."""
        self.article = article
        self.quotes = quotes

    @cached_property
    def plain(self) -> Counter[str]:
        """Return how often each word stands outside marks."""
        return Counter(self.article.unquoted)

    @cached_property
    def first_person(self) -> int:
        """Return how many words outside marks the author says of himself or herself."""
        return sum(map(self.article.unquoted.count, _AUTHOR))

    @cached_property
    def marked(self) -> Counter[str]:
        """Return how often each stretch of words stands between marks."""
        return Counter(_bare(quote.text) for quote in self.quotes)

    def features(self, quote: QuotedText) -> Iterator[str]:
        """Yield how the article speaks, and whether the same words stand elsewhere in it."""
        yield f"first person:{step(self.first_person, (0, 2, 6, 15))}"
        yield f"marked:{step(self.marked.total(), (2, 5, 10, 20))}"
        yield f"again:{min(self.marked[_bare(quote.text)], 3)}"
        if quote.size == 1:
            yield f"unmarked:{min(self.plain[_bare(quote.text)], 2)}"


def _bare(text: str) -> str:
    return text.strip(".,?!;: ").lower()
