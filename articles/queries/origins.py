"""Where each value that an article's page shows comes from: from its source, or from an editor who corrected it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from articles.content.layered_fields import imported_value
from articles.models import Article, ArticleVersion, Correction, Paragraph
from articles.models.paragraph import kind_label
from articles.queries.conflicts import LABELS, last_corrections

Field = Correction.Field


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one value comes from: the correction on top, if an editor's word stands, and what its source says."""

    field: str
    label: str
    beneath: str
    correction: Correction | None


@dataclass(frozen=True, slots=True)
class Origins:
    """Where the values of an article come from; `latest` is its newest version, read for editors alone."""

    article: Article
    latest: ArticleVersion | None
    corrections: Mapping[tuple[str, int], Correction]

    def of_value(self, field: str) -> Origin:
        """Return where a value of the article comes from."""
        return self._origin(field, imported_value(self.article, field))

    def of_paragraph(self, paragraph: Paragraph) -> Iterator[Origin]:
        """Yield where the text and the kind of a paragraph come from, as far as an editor corrected them."""
        if paragraph.imported_text:
            yield self._origin(Field.TEXT, paragraph.imported_text, paragraph.number or 0)
        if paragraph.imported_kind:
            yield self._origin(Field.PARAGRAPH_KIND, kind_label(paragraph.imported_kind), paragraph.number or 0)

    def _origin(self, field: str, beneath: str, number: int = 0) -> Origin:
        return Origin(field, LABELS[field], beneath, self.corrections.get((field, number)))


def origins_of(article: Article, for_editors: bool) -> Origins:
    """Read where the values of an article come from (1 query for readers, 2 for editors)."""
    last = last_corrections([article.pk])
    standing = {(field, number): one for (_, field, number), one in last.items() if not one.releases}
    latest = article.versions.order_by("-number").defer("content").first() if for_editors else None
    return Origins(article, latest, standing)
