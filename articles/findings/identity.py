"""The lasting identity of an article, a paragraph, a quotation or a mention: JSON that names it without row numbers.

It leads to the same row of another install of the same articles, and after the text around it changed:

    {"kind": "quotation",
     "article": {"source_id", "content_hash", "url", "title"},
     "stretches": [{"paragraph", "occurrence", "words", "prefix", "suffix"}, …]}

An article is known by the id that its source gives it, else by the hash of the content that came first, else by its
address; its title is for people to read. `stretches` are the words in reading order: `paragraph` is the fingerprint of
their paragraph (32 hexadecimal digits), `occurrence` which of the equal words in it they are, counted from 0; `words`,
`prefix` and `suffix` are those of a TextQuoteSelector of the Web Annotation Data Model
(https://www.w3.org/TR/annotation-model/#text-quote-selector). A mention says besides whom the extractor found: `named`
is {"kind": "person", "name"} or {"kind": "country", "code"}. A paragraph is the stretch of all of its text.
"""

from collections.abc import Iterable
from functools import singledispatch
from typing import Any

from articles.findings.article_text import ArticleText, Place, occurrences_of
from articles.findings.mention_matching import earlier_mentions
from articles.findings.quotation_matching import last_words
from articles.findings.resolving import Selector, mention_at, paragraph_like, quotation_at
from articles.models import Article, ArticleVersion, Mention, Paragraph, Quotation

CONTEXT = 32  # code points of a prefix and a suffix, as annotation tools keep them
Identity = dict[str, Any]
Row = Article | Paragraph | Quotation | Mention


@singledispatch
def identity_of(row: Row) -> Identity:
    """Return the lasting identity of a row (1 query for an article, 3 at the most for what is in it)."""
    raise TypeError(f"{row!r} has no lasting identity")


@identity_of.register
def _(row: Article) -> Identity:
    return {"kind": "article", "article": _of_article(row)}


@identity_of.register
def _(row: Paragraph) -> Identity:
    stretch = {"paragraph": row.fingerprint, "occurrence": _nth_alike(row), "words": row.text}
    return {"kind": "paragraph", "article": _of_article(row.article), "stretches": [stretch]}


@identity_of.register
def _(row: Quotation) -> Identity:
    spans = row.spans.select_related("paragraph").order_by("ordinal")
    stretches = [_stretch(span.paragraph, span.start, span.end) for span in spans]
    stretches = stretches or [_last_stretch(row.article, *last) for last in last_words(row)]
    return {"kind": "quotation", "article": _of_article(row.article), "stretches": stretches}


@identity_of.register
def _(row: Mention) -> Identity:
    if row.paragraph:
        article, stretch = row.paragraph.article, _stretch(row.paragraph, row.start, row.end)
    else:
        article = Article.objects.get(pk__in=row.corrections.values("article"))
        last = row.last_place or {"words": "", "place": ("", "", 0, 0)}
        stretch = _last_stretch(article, last["words"], Place(*last["place"]))
    return {"kind": "mention", "article": _of_article(article), "stretches": [stretch], "named": _named(row)}


def resolve(identity: Identity) -> Row | None:
    """Return the row that an identity names, None where there is none (5 queries at the most, each by an index).

    An identity that somebody wrote by hand, and that lacks what it must have, names nothing.
    """
    try:
        article = _article(identity["article"])
        selectors = [Selector.of(one) for one in identity.get("stretches", ())]
        kind = identity["kind"]
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    if article is None or kind == "article":
        return article
    if not selectors:
        return None
    text = ArticleText.of(article.pk)
    if kind == "paragraph":
        return paragraph_like(article, selectors[0], text)
    if kind == "quotation":
        return quotation_at(article, selectors, text)
    return (
        mention_at(earlier_mentions(article), selectors[0], identity.get("named"), text) if kind == "mention" else None
    )


def _of_article(article: Article) -> dict[str, str]:
    first = ArticleVersion.objects.filter(article=article).order_by("number").values_list("content_hash", flat=True)
    content_hash = first.first() or article.content_hash
    known = {"source_id": article.source_id or "", "content_hash": content_hash}
    return {**known, "url": article.url, "title": article.title}


def _article(known: dict[str, str]) -> Article | None:
    """Find an article by the first of its marks that leads to exactly one."""
    articles = Article.objects.select_related("publisher")
    if source_id := str(known.get("source_id") or ""):
        return articles.filter(source_id=source_id).first()
    content_hash, url = str(known["content_hash"]), str(known.get("url") or "")
    versions = ArticleVersion.objects.filter(content_hash=content_hash).values("article")
    for found in (articles.filter(pk__in=versions), articles.filter(content_hash=content_hash)):
        if one := _only(found[:2]):
            return one
    return _only(articles.filter(url=url)[:2]) if url else None


def _only(found: Iterable[Article]) -> Article | None:
    rows = list(found)
    return rows[0] if len(rows) == 1 else None


def _nth_alike(row: Paragraph) -> int:
    alike = Paragraph.objects.filter(article=row.article_id, fingerprint=row.fingerprint)
    return alike.filter(position__lt=row.position).count()


def _stretch(paragraph: Paragraph, start: int, end: int) -> dict[str, Any]:
    text, words = paragraph.text, paragraph.text[start:end]
    return {
        "paragraph": paragraph.fingerprint,
        "occurrence": sum(one < start for one in occurrences_of(text, words)),
        "words": words,
        "prefix": text[max(0, start - CONTEXT) : start],
        "suffix": text[end : end + CONTEXT],
    }


def _last_stretch(article: Article, words: str, place: Place) -> dict[str, Any]:
    """Return words that stand nowhere now; with what was around them, where the paragraph is still as it was."""
    paragraphs = Paragraph.objects.filter(article=article, fingerprint=place.fingerprint).order_by("position")
    there = next((one for one in paragraphs if one.text[place.start : place.end] == words), None)
    if there:
        return _stretch(there, place.start, place.end)
    return {"paragraph": place.fingerprint, "occurrence": 0, "words": words, "prefix": "", "suffix": ""}


def _named(row: Mention) -> dict[str, str]:
    """Return whom the extractor found, or, of one that an editor added, whom it names."""
    if row.found:
        return {"kind": row.found["kind"], **{key: row.found[key] for key in ("name", "code") if key in row.found}}
    person = row.extracted_as or row.person
    return {"kind": "person", "name": person.name} if person else {"kind": "country", "code": row.country_id or ""}
