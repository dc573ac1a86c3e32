"""What editors read besides: what an article misses, what was corrected, and where its source has changed since."""

from dataclasses import dataclass

from articles.content.layered_fields import value_of
from articles.models import Article, Change, Correction

FIELD_OF = {"title": "title", "date": "published", "publisher": "publisher", "byline": "byline"}


@dataclass(frozen=True, slots=True)
class SourceChange:
    """A value that was corrected and that the source has changed since: what it says now, and what stands."""

    label: str
    source: str
    stands: str


@dataclass(frozen=True, slots=True)
class EditorsView:
    """What an article's page shows to editors."""

    missing: list[tuple[str, str]]
    corrections: list[Correction]
    source_changes: list[SourceChange]


def editors_view(article: Article) -> EditorsView:
    """Read what editors see besides (2 queries)."""
    corrections = list(article.corrections.select_related("editor", "quotation"))
    return EditorsView(
        [(name, FIELD_OF[name]) for name in article.missing],
        corrections[::-1],
        list(_source_changes(article, corrections)),
    )


def _source_changes(article: Article, corrections: list[Correction]) -> list[SourceChange]:
    """Find the corrected values that importing again brought another version of."""
    corrected = {c.field: c for c in corrections if not c.quotation_id}
    updates = Change.objects.filter(article_id=article.pk, kind=Change.Kind.UPDATED)
    changed = list(updates.values_list("revision", "fields"))
    return [
        SourceChange(last.get_field_display(), article.imported.get(name, ""), value_of(article, name))
        for name, last in corrected.items()
        if any(revision > last.revision and name in fields for revision, fields in changed)
    ]
