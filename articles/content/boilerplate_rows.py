"""Which paragraphs of an article, stored or about to come in, are no text of it, as far as no editor decided that.

Of a paragraph whose text or kind an editor corrected, or in which an editor holds a finding, the rules say nothing: it
stays what it is. What the rules say counts as imported, so that an editor's word lies on top of it as of any other.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from django.db.models import Q

from articles.boilerplate import kinds_with_boilerplate
from articles.content.standing_lines import LENGTHS, standing_among
from articles.extraction.findings import Passage
from articles.models import Article, Mention, Paragraph, QuotationSpan
from articles.models.bulk_rows import update_rows
from articles.models.paragraph import fingerprint
from articles.paragraph_kinds import PassageKind
from articles.sources import SourceArticle, SourceParagraph


class TextRow(NamedTuple):
    """A stored paragraph: its key, number, text and kind as they are shown, and whether it is a standing line."""

    pk: int
    number: int | None
    text: str
    kind: PassageKind
    stands: bool = False


Kinds = dict[int, PassageKind]  # by the key of a paragraph


def read_texts(article_keys: Collection[int]) -> dict[int, list[TextRow]]:
    """Return the paragraphs of articles, by article, in reading order (2 queries for some)."""
    texts: dict[int, list[TextRow]] = {key: [] for key in article_keys}
    columns = ("article_id", "fingerprint", "pk", "number", "text", "kind")
    paragraphs = Paragraph.objects.filter(article__in=article_keys).order_by("article", "position")
    rows = list(paragraphs.values_list(*columns))
    standing = standing_among(mark for _, mark, _, _, text, _ in rows if len(text) in LENGTHS)
    for article, mark, key, number, text, kind in rows:
        texts[article].append(TextRow(key, number, text, PassageKind(kind), mark in standing))
    return texts


def changed_kinds(texts: Mapping[int, Sequence[TextRow]]) -> dict[int, Kinds]:
    """Return, by article, the paragraphs that the rules give another kind now (no query where none, else 3)."""
    changed = {article: _changed_kinds(rows) for article, rows in texts.items()}
    some = [article for article, kinds in changed.items() if kinds]
    decided = decided_paragraphs(some) if some else set()
    return {
        article: {key: kind for key, kind in kinds.items() if key not in decided} for article, kinds in changed.items()
    }


def passages_with(rows: Iterable[TextRow], kinds: Kinds) -> tuple[Passage, ...]:
    """Return what the extractor reads of an article once its paragraphs have these kinds."""
    return tuple(Passage(row.text, kinds.get(row.pk, row.kind)) for row in rows)


def update_kinds(kinds: Kinds) -> None:
    """Store other kinds of paragraphs, in the caller's transaction; what an editor decided is not among them."""
    update_rows(Paragraph, ("kind",), ((kind.value, key) for key, kind in kinds.items()))


def with_boilerplate(source: SourceArticle, article: Article | None) -> tuple[SourceParagraph, ...]:
    """Return an article's new text with its boilerplate known (1 query; 5 where it is a version of an `article`)."""
    texts = source.paragraphs
    kinds = kinds_with_boilerplate([(one.text, one.kind) for one in texts], source.title, _standing_in(texts))
    decided = _fingerprints(decided_paragraphs([article.pk])) if article else set()
    return tuple(
        one if one.kind == kind or fingerprint(one.text) in decided else replace(one, kind=kind)
        for one, kind in zip(texts, kinds, strict=True)
    )


def _standing_in(texts: Sequence[SourceParagraph]) -> set[int]:
    """Return the places of the standing lines in a text (1 query for some)."""
    marks = {n: fingerprint(one.text) for n, one in enumerate(texts) if len(one.text) in LENGTHS}
    standing = standing_among(marks.values())
    return {n for n, mark in marks.items() if mark in standing}


def decided_paragraphs(article_keys: Collection[int]) -> set[int]:
    """Return the keys of the paragraphs of which editors decided that, and what, they say (3 queries)."""
    by_an_editor = Q(added=True) | Q(checked=True) | Q(corrected=True)
    rows = Paragraph.objects.filter(article__in=article_keys).exclude(imported_text="", imported_kind="")
    spans = QuotationSpan.objects.filter(quotation__article__in=article_keys).filter(
        Q(quotation__added=True)
        | Q(quotation__checked=True)
        | Q(quotation__corrected=True)
        | Q(quotation__span_corrected=True)
    )
    mentions = Mention.every.filter(by_an_editor, paragraph__article__in=article_keys)
    return {
        *rows.order_by().values_list("pk", flat=True),
        *spans.order_by().values_list("paragraph_id", flat=True),
        *mentions.order_by().values_list("paragraph_id", flat=True),
    }


def _changed_kinds(rows: Sequence[TextRow]) -> Kinds:
    title = next((row.text for row in rows if row.kind == PassageKind.TITLE), "")
    standing = {n for n, row in enumerate(rows) if row.stands}
    kinds = kinds_with_boilerplate([(row.text, row.kind) for row in rows], title, standing)
    return {row.pk: kind for row, kind in zip(rows, kinds, strict=True) if kind != row.kind}


def _fingerprints(paragraph_keys: Collection[int]) -> set[str]:
    """Return the fingerprints of paragraphs as they were imported (1 query)."""
    return {row.source_fingerprint for row in Paragraph.objects.filter(pk__in=paragraph_keys)}
