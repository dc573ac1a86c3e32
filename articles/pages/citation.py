"""A line that cites an article or a quotation: what is known of it, and the address it lasts at."""

from collections.abc import Iterable

from articles.models import Article
from articles.queries import QuotationEntry
from articles.templatetags.wording import date_words, who_said


def cite_article(article: Article, address: str) -> str:
    """Return a citation of an article: “Title”, Publisher, date. Newsroom, address."""
    cited = _joined(_of_article(article))
    return f"{cited[0].upper()}{cited[1:]}. Newsroom, {address}"


def cite_quotation(entry: QuotationEntry, address: str) -> str:
    """Return a citation of a quotation: “words”, who said them, quoted in its article. Newsroom, address.

    Words that are only reported stand without marks, as they are the article's.
    """
    quotation = entry.quotation
    words = quotation.text if quotation.kind == quotation.Kind.INDIRECT else f"“{quotation.text}”"
    number = next((span.paragraph.number for span in quotation.spans.all()), None)
    place = f"paragraph {number}" if number else ""
    said = f"{' '.join(words.split())} – {who_said(quotation)}"
    return f"{said}, quoted in {_joined([*_of_article(quotation.article), place])}. Newsroom, {address}"


def _of_article(article: Article) -> list[str]:
    title = f"“{article.title}”" if article.title else f"an untitled article (“{article.stand_in_title}”)"
    date = date_words(article.published) if article.published_from else "date unknown"
    return [title, article.byline, str(article.publisher or "publisher unknown"), date]


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)
