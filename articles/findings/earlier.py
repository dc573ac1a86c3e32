"""An article's findings of earlier extractions, beside which new ones are stored."""

from dataclasses import dataclass, field

from articles.findings.article_text import ArticleText
from articles.findings.mention_matching import earlier_mentions
from articles.findings.quotation_matching import EarlierQuotation, earlier_quotations
from articles.models import Article, Mention


@dataclass(frozen=True)
class EarlierFindings:
    """What was found in an article, and the text that it was found in.

    Those that `were_taken_off` the text, since it may change, are put back by whoever stores new ones.
    """

    text: ArticleText = field(default_factory=ArticleText)
    quotations: tuple[EarlierQuotation, ...] = ()
    mentions: tuple[Mention, ...] = ()
    were_taken_off: bool = False

    @classmethod
    def of(cls, article: Article, were_taken_off: bool = False) -> "EarlierFindings":
        """Read the findings of an article (5 queries)."""
        text = ArticleText.of(article.pk)
        return cls(text, earlier_quotations(article), earlier_mentions(article), were_taken_off)

    def __bool__(self) -> bool:
        return bool(self.quotations or self.mentions)
