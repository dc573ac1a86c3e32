"""Stores an article's text as rows, so that the address of a paragraph outlives changes around it.

A paragraph that stays, or is only touched up, keeps its row and its number; a new one gets a number never used before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles import journal
from articles.content.paragraph_layout import ROW_COLUMNS, RowValues, lay_out, text_rows
from articles.content.source_conflicts import CorrectedValue
from articles.models import Article, Correction, Paragraph
from articles.models.bulk_rows import batched, insert_for_keys, update_rows
from articles.models.paragraph import HEADINGS, StoredParagraph, fingerprint
from articles.sources import SourceParagraph

NewRow = tuple[int | None, int, str, str]  # number, position, kind and text


def stored_paragraphs(article: Article) -> list[StoredParagraph]:
    """Read the paragraphs of an article in reading order (1 query)."""
    rows = article.paragraphs.order_by("position").values_list("pk", "text", "kind")
    return [StoredParagraph(*row) for row in rows]


def insert_text(article: Article, texts: Sequence[SourceParagraph]) -> list[StoredParagraph]:
    """Insert the paragraphs of an article that has none yet, the title and the standfirst among them.

    The article is saved and its last number is how many texts there are. Returns what is stored, in reading order.
    """
    shown = enumerate(((kind.value, getattr(article, kind)) for kind in HEADINGS), start=-len(HEADINGS))
    rows: list[NewRow] = [(None, position, kind, text) for position, (kind, text) in shown if text]
    rows += [(n, n, text.kind.value, text.text) for n, text in enumerate(texts, start=1)]
    return _insert(article, rows)


@dataclass(frozen=True, slots=True)
class TextUpdate:
    """What a new version changed: the journal's names of what is shown otherwise, and all that editors corrected."""

    touched: list[str]
    corrected: list[CorrectedValue]


def upsert_text(article: Article, texts: Sequence[SourceParagraph]) -> TextUpdate:
    """Update the rows of the article's text to these paragraphs, in this order; insert and delete as needed.

    What editors corrected stays on top. The caller saves the article, whose last number may rise.
    """
    old = text_rows(article)
    placed = list(enumerate(lay_out(old, texts), start=1))
    staying = {one.row.pk for _, one in placed if one.row}
    for gone in batched(row.pk for row in old if row.pk not in staying):
        Paragraph.objects.filter(pk__in=gone).delete()
    changes = [(one.row, one.values(n)) for n, one in placed if one.row]
    changed = [(row, values) for row, values in changes if values != _values_of(row)]
    update_rows(Paragraph, ROW_COLUMNS, ((*values, row.pk) for row, values in changed))
    new = [(n, one) for n, one in placed if one.row is None]
    numbers = range(article.last_number + 1, article.last_number + 1 + len(new))
    _insert(article, [(number, n, one.kind, one.text) for number, (n, one) in zip(numbers, new, strict=True)])
    article.last_number += len(new)
    touched = [name for row, values in changed for name in _touched(row, values)]
    return TextUpdate(touched, [value for _, one in placed for value in one.corrected()])


def _touched(row: Paragraph, values: RowValues) -> Iterator[str]:
    """Yield the journal's names of what is shown otherwise."""
    _, kind, text, *_ = values
    if text != row.text:
        yield journal.paragraph_field(Correction.Field.TEXT, row.number)
    if kind != row.kind:
        yield journal.paragraph_field(Correction.Field.PARAGRAPH_KIND, row.number)


def _insert(article: Article, rows: Sequence[NewRow]) -> list[StoredParagraph]:
    """Insert paragraphs, each given as its number, position, kind and text."""
    columns = ("article_id", "number", "position", "kind", "text", "fingerprint")
    keys = insert_for_keys(Paragraph, columns, ((article.pk, *row, fingerprint(row[-1])) for row in rows))
    return [StoredParagraph(key, text, kind) for key, (_, _, kind, text) in zip(keys, rows, strict=True)]


def _values_of(row: Paragraph) -> RowValues:
    return row.position, row.kind, row.text, row.imported_kind, row.imported_text, row.fingerprint


def upsert_headings(article: Article) -> None:
    """Update the rows of the title and the standfirst to what the article's own fields say."""
    old = {row.kind: row for row in article.paragraphs.filter(kind__in=HEADINGS)}
    for position, kind in enumerate(HEADINGS, start=-len(HEADINGS)):
        text = getattr(article, kind)
        row = old.get(kind)
        if row and not text:
            row.delete()
        elif text and (row is None or row.text != text):
            row = row or Paragraph(article=article, kind=kind, position=position)
            row.text, row.fingerprint = text, fingerprint(text)
            row.save()
