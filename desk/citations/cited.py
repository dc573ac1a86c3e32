"""What is cited, with all that any form of a citation says of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import blake2b
from typing import Literal

from django.urls import reverse

from articles.bibliography import CslItem, article_item, paragraph_item, quotation_item
from articles.bibliography.items import ARCHIVE
from articles.models import Article, Paragraph, Quotation
from articles.pages.citation import article_facts, title_words
from articles.templatetags.wording import who_said
from search.results.model import SearchResults

SINGLE = str.maketrans("“”", "‘’")  # marks within marks
Whole = Callable[[str], str]  # the path of a page → its whole address: HttpRequest.build_absolute_uri
What = Literal["article", "paragraph", "quotation", "search"]


@dataclass(frozen=True, slots=True)
class Cited:
    """What is cited, on the day of `accessed`.

    `page` is the path of its own page, `address` the whole address that lasts. `title` and `facts` are what a line of
    text says of it: the title as words, and whatever else is known, in order. `number` is the paragraph's, or 0.
    `words` are a quotation's, with its marks, and `speaker` who said them, both empty elsewhere; `speaker_name` is
    empty too where it is unsure or unknown who did.
    """

    what: What
    item: CslItem
    page: str
    address: str
    accessed: date
    title: str
    facts: tuple[str, ...] = ()
    number: int = 0
    words: str = ""
    speaker: str = ""
    speaker_name: str = ""


def cite_article(article: Article, whole: Whole, day: date) -> Cited:
    """Return an article as it is cited; its publisher and its section are read with it."""
    page = article.get_absolute_url()
    item = article_item(article, whole(page), day)
    return Cited("article", item, page, whole(page), day, title_words(article), tuple(article_facts(article)))


def cite_paragraph(article: Article, paragraph: Paragraph, whole: Whole, day: date) -> Cited:
    """Return a paragraph as it is cited: as its article, with its number and its own address."""
    page = paragraph.get_absolute_url()
    item = paragraph_item(article, paragraph, whole(page), day)
    cited = replace(cite_article(article, whole, day), what="paragraph", item=item, page=page, address=whole(page))
    return _at(cited, paragraph)


def cite_quotation(quotation: Quotation, whole: Whole, day: date) -> Cited:
    """Return a quotation as it is cited: its article, speakers, spans and their paragraphs are read with it."""
    paragraph = next((span.paragraph for span in quotation.spans.all()), None)
    page = reverse("quotation", args=[quotation.pk])
    item = quotation_item(quotation.article, paragraph, quotation, whole(page), day)
    article = cite_article(quotation.article, whole, day)
    cited = replace(
        article,
        what="quotation",
        item=item,
        page=page,
        address=whole(page),
        words=_words(quotation),
        speaker=who_said(quotation),
        speaker_name=" and ".join(map(str, quotation.attributed)),
    )
    return _at(cited, paragraph)


def cite_search(found: SearchResults, whole: Whole, day: date) -> Cited:
    """Return a search as it is cited: by what was searched, in words, and how much it found that day."""
    page = f"{reverse('search')}?{found.request.on_page(1).to_query()}"
    title = f"{_search_words(found)}: {_count(found)}"
    key = blake2b(page.encode(), digest_size=4).hexdigest()
    item: CslItem = {
        "id": f"search-{key}",
        "type": "webpage",
        "title": title,
        "container-title": ARCHIVE,
        "accessed": {"date-parts": [[day.year, day.month, day.day]]},
        "URL": whole(page),
    }
    return Cited("search", item, page, whole(page), day, f"“{title.translate(SINGLE)}”")


def _at(cited: Cited, paragraph: Paragraph | None) -> Cited:
    """Return it with the number of its paragraph; the title and the standfirst have none."""
    if paragraph is None or not paragraph.number:
        return cited
    return replace(cited, number=paragraph.number, facts=(*cited.facts, f"paragraph {paragraph.number}"))


def _words(quotation: Quotation) -> str:
    """Return the words on one line; what is only reported stands without marks, as it is the article's."""
    words = " ".join(quotation.text.split())
    return words if quotation.kind == Quotation.Kind.INDIRECT else f"“{words}”"


def _search_words(found: SearchResults) -> str:
    """Return what was searched as a title: “Searched quotations for tax.” → “Search of quotations for tax”."""
    return "Search of " + found.explanation.removeprefix("Searched ").removesuffix(".")


def _count(found: SearchResults) -> str:
    return "number of results unknown" if found.degraded else f"{found.documents:,} {found.unit_word}"
