"""An article's text as a new version of its source leaves it, with what editors corrected on top.

A corrected paragraph is known by its imported text: the layer beneath follows the source, the editor's word stays. One
that the new version has no more stays where it was, behind the same paragraph as before.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.content.paragraph_matching import matched
from articles.content.source_conflicts import CorrectedValue
from articles.models import Article, Paragraph
from articles.models.correction import Correction
from articles.models.paragraph import HEADINGS, fingerprint
from articles.paragraph_kinds import PassageKind
from articles.sources import SourceParagraph

RowValues = tuple[int, str, str, str, str, str]  # the columns of ROW_COLUMNS
ROW_COLUMNS = ("position", "kind", "text", "imported_kind", "imported_text", "fingerprint")


@dataclass(frozen=True, slots=True)
class PlacedParagraph:
    """A paragraph of the text as it will be: its row, where it has one, and what its source says, if it says so still.

    At least one of the two is there.
    """

    row: Paragraph | None
    source: SourceParagraph | None

    @property
    def kind(self) -> str:
        """The kind that is shown."""
        return self.row.kind if self.row and self.row.imported_kind else self._source_kind

    @property
    def text(self) -> str:
        """The text that is shown."""
        return self.row.text if self.row and self.row.imported_text else self._source_text

    @property
    def _source_kind(self) -> str:
        return self.source.kind.value if self.source else self.row.source_kind if self.row else ""

    @property
    def _source_text(self) -> str:
        return self.source.text if self.source else self.row.source_text if self.row else ""

    def values(self, position: int) -> RowValues:
        """Return the values of its row at a position, counted from 1 in reading order."""
        kind_beneath = self._source_kind if self.row and self.row.imported_kind else ""
        text_beneath = self._source_text if self.row and self.row.imported_text else ""
        return position, self.kind, self.text, kind_beneath, text_beneath, fingerprint(self.text)

    def corrected(self) -> Iterator[CorrectedValue]:
        """Yield the values that an editor corrected beside the source's; of a paragraph that is gone only the first."""
        if self.row is None or not is_corrected(self.row):
            return
        row, number, source = self.row, self.row.number or 0, self.source
        values = (
            (Correction.Field.TEXT, row.text, row.imported_text, source.text if source else None),
            (Correction.Field.PARAGRAPH_KIND, row.kind, row.imported_kind, source.kind.value if source else None),
        )
        for field, ours, before, theirs in values:
            if before:
                yield CorrectedValue(field.value, number, ours, before, theirs)
                if theirs is None:
                    return


def is_corrected(row: Paragraph) -> bool:
    """Say whether an editor corrected the text or the kind of a paragraph."""
    return bool(row.imported_text or row.imported_kind)


def lay_out(old: Sequence[Paragraph], texts: Sequence[SourceParagraph]) -> list[PlacedParagraph]:
    """Return the text that rows in reading order become with a new version of it."""
    rows = matched(old, texts)
    placed = [PlacedParagraph(row, text) for row, text in zip(rows, texts, strict=True)]
    staying = {row.pk for row in rows if row}
    before: int | None = None
    for row in old:
        if row.pk not in staying:
            if not is_corrected(row):
                continue
            placed.insert(_behind(placed, before), PlacedParagraph(row, None))
        before = row.pk
    return placed


def _behind(placed: Sequence[PlacedParagraph], before: int | None) -> int:
    return next((n for n, one in enumerate(placed, start=1) if one.row and one.row.pk == before), 0)


def text_rows(article: Article) -> list[Paragraph]:
    """Read the rows of an article's text in reading order, without title and standfirst (1 query)."""
    return list(article.paragraphs.exclude(kind__in=HEADINGS).order_by("position"))


def text_with(article: Article, texts: Sequence[SourceParagraph]) -> list[tuple[str, PassageKind]]:
    """Return what an article will show of a new version of its text, as it stands now (1 query, 2 where corrected)."""
    if not article.paragraphs.exclude(imported_text="", imported_kind="").exists():
        return [(one.text, one.kind) for one in texts]
    return [(one.text, PassageKind(one.kind)) for one in lay_out(text_rows(article), texts)]
