"""What editors took out of an article's findings, to be taken back."""

from dataclasses import dataclass

from articles.models import Article, Mention, Quotation

MOST = 100  # of each; an article has hundreds of findings, and an editor takes out a few


@dataclass(frozen=True, slots=True)
class RejectedMention:
    """A place that named somebody, with its words."""

    mention: Mention
    words: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """The quotations and mentions that editors rejected, in reading order."""

    quotations: list[Quotation]
    mentions: list[RejectedMention]

    def __bool__(self) -> bool:
        return bool(self.quotations or self.mentions)


def rejected_in(article: Article) -> Rejected:
    """Read what was rejected in an article (2 queries)."""
    quotations = Quotation.objects.filter(article=article, standing=Quotation.Standing.REJECTED)
    mentions = Mention.every.filter(paragraph__article=article, standing=Mention.Standing.REJECTED)
    rows = mentions.select_related("paragraph").order_by("paragraph__position", "start")[:MOST]
    named = [RejectedMention(row, row.stands_in.text[row.start : row.end]) for row in rows]
    return Rejected(list(quotations[:MOST]), named)
