"""What the pages of an article's imported versions read."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.db.models import QuerySet

from articles.content.version_diff import (
    Content,
    ParagraphChange,
    ValueChange,
    paragraph_changes,
    value_changes,
)
from articles.models import Article, ArticleVersion, Correction

LABELS = dict(Correction.Field.choices)
HIGHEST_NUMBER = 2**31 - 2  # that a database can look for, with the next one
MOST_SHOWN = 300  # changes of paragraphs; a page with more could not be read


@dataclass(frozen=True, slots=True)
class VersionEntry:
    """A version in the list of them: what differs from the one before, None of the first.

    `values` are the labels of values that changed; `new` and `gone` count paragraphs that only one of the two has.
    """

    version: ArticleVersion
    paragraphs: int
    values: list[str] | None = None
    new: int = 0
    gone: int = 0


@dataclass(frozen=True, slots=True)
class VersionPage:
    """One version, its neighbours, and what differs from the one before it.

    `left` counts the changes of paragraphs that are not shown.
    """

    version: ArticleVersion
    before: ArticleVersion | None
    has_next: bool
    values: list[tuple[str, ValueChange]]
    paragraphs: list[ParagraphChange]
    left: int
    content: Content

    @property
    def kept_values(self) -> list[tuple[str, str]]:
        """The labels and the values of this version, those that it tells."""
        values = self.content["values"]
        return [(label, values[name]) for name, label in LABELS.items() if values.get(name)]


def versions_of(article: Article) -> QuerySet[ArticleVersion]:
    """Return the versions of an article, the newest first, for a page to choose from."""
    return article.versions.order_by("-number")


def version_entries(versions: Sequence[ArticleVersion]) -> list[VersionEntry]:
    """Return what a list shows of these versions, newest first, each compared with the one behind it.

    The last one has nothing to be compared with: give one more than are shown, where there is one.
    """
    contents = [one.unpacked() for one in versions]
    return [
        _entry(version, now, before)
        for version, (now, before) in zip(versions, pairwise([*contents, None]), strict=True)
        if now is not None
    ]


def _entry(version: ArticleVersion, now: Content, before: Content | None) -> VersionEntry:
    if before is None:
        return VersionEntry(version, len(now["paragraphs"]))
    values = [LABELS[one.field] for one in value_changes(before, now)]
    new, old = (Counter(map(tuple, content["paragraphs"])) for content in (now, before))
    return VersionEntry(version, len(now["paragraphs"]), values, (new - old).total(), (old - new).total())


def version_page(article: Article, number: int) -> VersionPage | None:
    """Return one version of an article beside the one before it; None where there is none of this number (1 query)."""
    if number > HIGHEST_NUMBER:
        return None
    near = {one.number: one for one in article.versions.filter(number__range=(number - 1, number + 1))}
    version, before = near.get(number), near.get(number - 1)
    if version is None:
        return None
    content = version.unpacked()
    earlier = before.unpacked() if before else content
    values = [(LABELS[one.field], one) for one in value_changes(earlier, content)]
    changes = paragraph_changes(earlier, content) if before else []
    return VersionPage(
        version, before, number + 1 in near, values, changes[:MOST_SHOWN], len(changes[MOST_SHOWN:]), content
    )
