"""Rows as items of CSL (Citation Style Language 1.0.2), the data model of Zotero, Mendeley, Pandoc and citeproc.

An item cites what this archive holds: its URL is the address here that lasts, and the address of the original is in
its note. What an article does not tell is left out, and so is a date that is doubted. Its variables are those of
https://docs.citationstyles.org/en/stable/specification.html#standard-variables.
"""

from collections.abc import Iterable
from datetime import date
from typing import Literal, TypedDict

from articles.bibliography.authors import CslName, csl_authors, one_line
from articles.content.language_tags import normal_language
from articles.extraction.languages.codes import known_code
from articles.models import Article, Paragraph, Quotation
from articles.templatetags.wording import web_address, who_said

ARCHIVE = "Newsroom"

CslDate = TypedDict("CslDate", {"date-parts": list[list[int]]})
CslItem = TypedDict(
    "CslItem",
    {
        "id": str,
        "type": Literal["article-newspaper", "webpage"],
        "title": str,
        "author": list[CslName],
        "container-title": str,
        "section": str,
        "issued": CslDate,
        "accessed": CslDate,
        "language": str,
        "URL": str,
        "archive": str,
        "note": str,
    },
    total=False,
)


def article_item(article: Article, address: str, accessed: date | None = None) -> CslItem:
    """Return the item of an article, whose publisher and section are read with it.

    `address` is the whole address it lasts at (https://…), `accessed` the day somebody looked at it.
    """
    return _item(f"article-{article.pk}", article, address, accessed, ())


def paragraph_item(article: Article, paragraph: Paragraph, address: str, accessed: date | None = None) -> CslItem:
    """Return the item of a paragraph: its article's, with the paragraph's own address and place."""
    key = f"article-{article.pk}-{paragraph.anchor}"
    return _item(key, article, address, accessed, [_place(paragraph)])


def quotation_item(
    article: Article, paragraph: Paragraph | None, quotation: Quotation, address: str, accessed: date | None = None
) -> CslItem:
    """Return the item of a quotation: its article's, with the words and who said them in the note.

    Its speakers are read with it. `paragraph` is the one it begins in, `address` the quotation's own.
    """
    notes = [f"{_words(quotation)} – {who_said(quotation)}", *([_place(paragraph)] if paragraph else [])]
    return _item(f"quotation-{quotation.pk}", article, address, accessed, notes)


def _item(key: str, article: Article, address: str, accessed: date | None, notes: Iterable[str]) -> CslItem:
    original = web_address(article.url)
    item: CslItem = {
        "id": key,
        "type": "article-newspaper",
        "title": one_line(article.title) or f"[{one_line(article.stand_in_title)}]",  # supplied: in brackets
        "author": csl_authors(article.byline),
        "container-title": one_line(str(article.publisher or "")),
        "section": one_line(str(article.section or "")),
        "language": _language_tag(article.language),
        "URL": address,
        "archive": ARCHIVE,
        "note": "\n".join([*map(one_line, notes), *([f"Original: {one_line(original)}"] if original else [])]),
    }
    if article.published_from and (parts := _date_parts(article.published)):
        item["issued"] = {"date-parts": [parts]}
    if accessed:
        item["accessed"] = {"date-parts": [[accessed.year, accessed.month, accessed.day]]}
    return {name: value for name, value in item.items() if value}  # type: ignore[return-value]  # a part of its keys


def _words(quotation: Quotation) -> str:
    """Return the words; those that are only reported stand without marks, as they are the article's."""
    return quotation.text if quotation.kind == Quotation.Kind.INDIRECT else f"“{quotation.text}”"


def _place(paragraph: Paragraph) -> str:
    return f"Paragraph {paragraph.number}" if paragraph.number else paragraph.get_kind_display().capitalize()


def _date_parts(published: str) -> list[int]:
    """Return year, month and day of an ISO 8601 date, as far as it goes."""
    parts = published.partition("T")[0].split("-")
    return [int(part) for part in parts] if all(part.isdecimal() for part in parts) else []


def _language_tag(said: str) -> str:
    try:
        return normal_language(said)
    except ValueError:
        return known_code(said)
