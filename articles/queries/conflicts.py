"""What pages read of conflicts: values that were corrected and that their source has changed since."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from articles.models import Article, Correction, SourceConflict
from articles.models.correction import OF_ARTICLES, OF_PARAGRAPHS
from articles.models.paragraph import kind_label

LABELS = dict(Correction.Field.choices)
OF_PARAGRAPH: dict[str, str] = {Correction.Field.TEXT: "text", Correction.Field.PARAGRAPH_KIND: "kind"}
OPEN = SourceConflict.State.OPEN
ValueKey = tuple[int | None, str, int]  # an article's key, the field of a correction, and a paragraph's number or 0


@dataclass(frozen=True, slots=True)
class ConflictEntry:
    """A conflict, and the correction that stands in it."""

    conflict: SourceConflict
    correction: Correction | None

    @property
    def label(self) -> str:
        """What pages call the value."""
        field, number = self.conflict.field, self.conflict.paragraph
        label = f"{OF_PARAGRAPH[field]} of paragraph {number}" if number else LABELS[field]
        return f"{label[:1].upper()}{label[1:]}"

    @property
    def ours(self) -> str:
        """What stands, in words."""
        return self._words(self.conflict.ours)

    @property
    def theirs(self) -> str:
        """What the source says, in words."""
        return self._words(self.conflict.theirs or "")

    def _words(self, value: str) -> str:
        return kind_label(value) if self.conflict.field == Correction.Field.PARAGRAPH_KIND else value

    @property
    def address(self) -> str:
        """Where the value stands."""
        anchor = f"p{self.conflict.paragraph}" if self.conflict.paragraph else self.conflict.field
        return f"{self.conflict.article.get_absolute_url()}#{anchor}"


def conflict_entries(keys: Sequence[int]) -> list[ConflictEntry]:
    """Return these conflicts, in this order (2 queries)."""
    rows = SourceConflict.objects.filter(pk__in=keys).select_related("article__publisher", "version")
    by_key = {row.pk: row for row in rows.defer("version__content")}
    standing = last_corrections({row.article_id for row in by_key.values()})
    return _entries((by_key[key] for key in keys if key in by_key), standing)


def conflicts_of(article: Article, corrections: Iterable[Correction]) -> list[ConflictEntry]:
    """Return the open conflicts of an article, in the order of its values, given all its corrections (1 query)."""
    rows = article.conflicts.filter(state=OPEN).select_related("article", "version").defer("version__content")
    return _entries(rows.order_by("paragraph", "field"), _last_of(corrections))


def last_corrections(articles: Iterable[int]) -> dict[ValueKey, Correction]:
    """Return the last correction of each value and paragraph of these articles (1 query)."""
    of_values = Correction.objects.filter(article__in=articles, field__in=(*OF_ARTICLES, *OF_PARAGRAPHS))
    return _last_of(of_values.select_related("editor").order_by("pk"))


def _last_of(corrections: Iterable[Correction]) -> dict[ValueKey, Correction]:
    return {(one.article_id, one.field, one.paragraph or 0): one for one in corrections}


def _entries(rows: Iterable[SourceConflict], last: dict[ValueKey, Correction]) -> list[ConflictEntry]:
    return [ConflictEntry(row, last.get((row.article_id, row.field, row.paragraph))) for row in rows]


def count_open_conflicts() -> int:
    """Return how many conflicts are open: an index holds those alone, so that it is cheap (1 query)."""
    return open_conflicts().order_by().count()


def open_conflicts() -> QuerySet[SourceConflict]:
    """Return the open conflicts of the articles that the archive shows."""
    return SourceConflict.objects.filter(state=OPEN, article__withdrawn=False)
