"""The rows of a scan as records, with all that pages show of them, and as references."""

from collections.abc import Callable, Iterable, Iterator

from django.urls import reverse

from articles.bibliography import CslItem, article_item, quotation_item
from articles.files.article_values import article_values
from articles.files.table import Record
from articles.models import Quotation
from articles.queries.mentioned import EntityRef, mentioned_in
from search.results.scan import ScanRow

Whole = Callable[[str], str]  # a path → the whole address
COLUMNS = (
    "article",
    "title",
    "publisher",
    "published",
    "address",
    "part",
    "kind",
    "speakers",
    "text",
    "quotation",
    "original",
    "section",
    "published_doubt",
    "certainty",
    "candidates",
    "byline",
    "language",
    "about",
    "about_countries",
    "cue",
    "confidence",
    "checked",
    "people",
    "countries",
)


def records(rows: Iterable[ScanRow], unit: str, whole: Whole) -> Iterator[Record]:
    """Yield some rows as records with the COLUMNS (1 query); what is not known of an article is empty.

    Where its certainty is "unsure", nobody's name is among its speakers: who may have said it are its candidates.
    Its kind is what was searched: "paragraph", "article", or "direct", "mixed" or "indirect quotation". `about` are the
    people, `about_countries` the countries that a quotation, or those in a paragraph, speak of; `people` and
    `countries` are those that the paragraph names.
    """
    some = list(rows)
    named = mentioned_in([row.paragraph.pk for row in some if row.paragraph])
    for row in some:
        names = named[row.paragraph.pk] if row.paragraph else []
        yield _of_article(row, whole) | _of_text(row, unit) | _of_quotation(row.quotation, whole) | _named(names)


def _of_article(row: ScanRow, whole: Whole) -> Record:
    article = row.article
    return {
        **article_values(article),
        "original": article.url,
        "address": whole(row.address),
    }


def _of_text(row: ScanRow, unit: str) -> Record:
    about = row.subjects
    return {
        "part": row.paragraph.kind if row.paragraph else "",
        "kind": f"{row.quotation.kind} quotation" if row.quotation else unit[:-1],
        "text": row.text,
        "speakers": row.speakers,
        "candidates": row.candidates,
        "about": [str(one) for one in about if one.person_id],
        "about_countries": [str(one) for one in about if one.country_id],
    }


def _of_quotation(quotation: Quotation | None, whole: Whole) -> Record:
    if quotation is None:
        return dict.fromkeys(("quotation", "certainty", "cue", "confidence", "checked"), "")
    return {
        "quotation": whole(reverse("quotation", args=[quotation.pk])),
        "certainty": quotation.certainty.value,
        "cue": quotation.cue_words,
        "confidence": round(quotation.confidence, 3),
        "checked": "yes" if quotation.is_checked else "no",
    }


def _named(names: Iterable[EntityRef]) -> Record:
    gathered: dict[str, list[str]] = {"person": [], "country": []}
    for one in names:
        gathered[one.kind].append(one.name)
    return {"people": gathered["person"], "countries": gathered["country"]}


def items(rows: Iterable[ScanRow], whole: Whole) -> Iterator[CslItem]:
    """Yield rows as references: quotations with their words, of paragraphs and articles the article, once in a row."""
    for row in rows:
        if row.quotation:
            address = whole(reverse("quotation", args=[row.quotation.pk]))
            yield quotation_item(row.article, row.paragraph, row.quotation, address)
        else:
            yield article_item(row.article, whole(row.article.get_absolute_url()))
