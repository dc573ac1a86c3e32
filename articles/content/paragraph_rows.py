"""Stores an article's text as rows, so that the address of a paragraph outlives changes around it.

A paragraph that stays, or is only touched up, keeps its row and its number; a new one gets a number never used before.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher

from articles.models import Article, Paragraph
from articles.models.bulk_rows import batched, insert_for_keys, update_rows
from articles.models.paragraph import HEADINGS, StoredParagraph, alike, fingerprint
from articles.sources import SourceParagraph

NewRow = tuple[int | None, int, str, str]  # number, position, kind and text
MOST_COMPARED = 1_000  # paragraphs; in longer articles a paragraph is known by its text alone, for difflib is quadratic
NEAR = 8  # how many old rows a changed paragraph is compared with, so that the cost grows with the text alone


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


def upsert_text(article: Article, texts: Sequence[SourceParagraph]) -> None:
    """Update the rows of the article's text to these paragraphs, in this order; insert and delete as needed.

    The caller saves the article, whose last number may rise.
    """
    old = list(article.paragraphs.exclude(kind__in=HEADINGS).order_by("position"))
    rows = _matched(old, texts)
    staying = {row.pk for row in rows if row}
    for gone in batched(row.pk for row in old if row.pk not in staying):
        Paragraph.objects.filter(pk__in=gone).delete()
    placed = list(enumerate(zip(rows, texts, strict=True), start=1))
    changes = ((*_values(n, text), row) for n, (row, text) in placed if row)
    changed = [(*values, row.pk) for *values, row in changes if tuple(values) != _values_of(row)]
    update_rows(Paragraph, ("position", "kind", "text", "fingerprint"), changed)
    new = [(n, text) for n, (row, text) in placed if row is None]
    numbers = range(article.last_number + 1, article.last_number + 1 + len(new))
    _insert(article, [(number, n, text.kind.value, text.text) for number, (n, text) in zip(numbers, new, strict=True)])
    article.last_number += len(new)


def _insert(article: Article, rows: Sequence[NewRow]) -> list[StoredParagraph]:
    """Insert paragraphs, each given as its number, position, kind and text."""
    columns = ("article_id", "number", "position", "kind", "text", "fingerprint")
    keys = insert_for_keys(Paragraph, columns, ((article.pk, *row, fingerprint(row[-1])) for row in rows))
    return [StoredParagraph(key, text, kind) for key, (_, _, kind, text) in zip(keys, rows, strict=True)]


def _values(position: int, text: SourceParagraph) -> tuple[int, str, str, str]:
    return position, text.kind.value, text.text, fingerprint(text.text)


def _values_of(row: Paragraph) -> tuple[int, str, str, str]:
    return row.position, row.kind, row.text, row.fingerprint


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


def _matched(old: Sequence[Paragraph], new: Sequence[SourceParagraph]) -> list[Paragraph | None]:
    """Return for every new paragraph the old row that it is a version of, if any.

    Those that stay in order come first, then those that moved, then those that were touched up where they stood.
    """
    rows: list[Paragraph | None] = [None] * len(new)
    if not old:
        return rows
    before, after = [row.fingerprint for row in old], [fingerprint(text.text) for text in new]
    longest = max(len(before), len(after))
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_opcodes() if longest <= MOST_COMPARED else []
    for tag, a, a_end, b, b_end in blocks:
        if tag == "equal":
            rows[b:b_end] = old[a:a_end]
    taken = {row.pk for row in rows if row}
    _match_moved([row for row in old if row.pk not in taken], after, rows)
    taken = {row.pk for row in rows if row}
    for tag, a, a_end, b, b_end in blocks:
        if tag == "replace":
            _match_touched_up([row for row in old[a:a_end] if row.pk not in taken], new, range(b, b_end), rows)
    return rows


def _match_moved(left: Sequence[Paragraph], after: Sequence[str], rows: list[Paragraph | None]) -> None:
    """Give new paragraphs the old rows that have the same text elsewhere, in order."""
    by_text: dict[str, list[Paragraph]] = {}
    for row in reversed(left):
        by_text.setdefault(row.fingerprint, []).append(row)
    for n, text in enumerate(after):
        if rows[n] is None and by_text.get(text):
            rows[n] = by_text[text].pop()


def _match_touched_up(
    left: list[Paragraph], new: Sequence[SourceParagraph], places: range, rows: list[Paragraph | None]
) -> None:
    """In order, give each changed paragraph the first of the next old rows that is like it."""
    next_one = 0
    for n in places:
        if rows[n] is not None:
            continue
        near = range(next_one, min(next_one + NEAR, len(left)))
        like = next((i for i in near if alike(left[i].text, new[n].text)), None)
        if like is not None:
            rows[n], next_one = left[like], like + 1
