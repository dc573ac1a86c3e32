"""What editors read besides: what an article misses, what was corrected, and where its source has changed since."""

from dataclasses import dataclass

from articles.models import Article, Correction
from articles.queries.conflicts import ConflictEntry, conflicts_of
from articles.queries.to_look_at import count_lost

FIELD_OF = {"title": "title", "date": "published", "publisher": "publisher", "byline": "byline"}


@dataclass(frozen=True, slots=True)
class EditorsView:
    """What an article's page shows to editors."""

    missing: list[tuple[str, str]]
    corrections: list[Correction]
    conflicts: list[ConflictEntry]
    lost: int  # findings that an editor touched, whose words are gone


def editors_view(article: Article) -> EditorsView:
    """Read what editors see besides (2 queries)."""
    corrections = list(article.corrections.select_related("editor", "quotation", "mention"))
    return EditorsView(
        [(name, FIELD_OF[name]) for name in article.missing],
        corrections[::-1],
        conflicts_of(article, corrections),
        count_lost(corrections),
    )
