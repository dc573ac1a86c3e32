"""A line that cites an article or a quotation: what is known of it, and the address it lasts at."""

from articles.models import Article
from articles.queries import QuotationEntry
from articles.templatetags.wording import date_words, who_said


def cite_article(article: Article, address: str) -> str:
    """Return a citation of an article: “Title”, Publisher, date. Newsroom, address."""
    cited = ", ".join((title_words(article), *article_facts(article)))
    return f"{cited[0].upper()}{cited[1:]}. Newsroom, {address}"


def cite_quotation(entry: QuotationEntry, address: str) -> str:
    """Return a citation of a quotation: “words”, who said them, quoted in its article. Newsroom, address."""
    quotation = entry.quotation
    words = quotation.text if quotation.kind == quotation.Kind.INDIRECT else f"“{quotation.text}”"
    number = next((span.paragraph.number for span in quotation.spans.all()), None)
    place = [f"paragraph {number}"] if number else []
    said = f"{' '.join(words.split())} – {who_said(quotation)}"
    article = ", ".join((title_words(quotation.article), *article_facts(quotation.article), *place))
    return f"{said}, quoted in {article}. Newsroom, {address}"


def title_words(article: Article) -> str:
    """Return the title between quotation marks, or that there is none, with the article's first words."""
    return f"“{article.title}”" if article.title else f"an untitled article (“{article.stand_in_title}”)"


def article_facts(article: Article) -> list[str]:
    """Return the byline, where there is one, the publisher and the date; or that these are unknown."""
    date = date_words(article.published) if article.published_from else "date unknown"
    return list(filter(None, [article.byline, str(article.publisher or "publisher unknown"), date]))
