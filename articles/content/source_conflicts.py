"""Conflicts between an editor's word and the source: recorded by imports, settled by what editors do.

A value has one open conflict at the most. It is opened where the source says something else than it did; the same one
again says the newest of the source; it is past where the source agrees with the correction, or the correction is
released.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.utils.timezone import now

from articles.models import Article, Correction, SourceConflict
from articles.models.correction import OF_ARTICLES, OF_PARAGRAPHS

Key = tuple[str, int]  # the field of a correction, and the number of a paragraph or 0
OPEN, KEPT, PAST = SourceConflict.State.OPEN, SourceConflict.State.KEPT, SourceConflict.State.PAST


@dataclass(frozen=True, slots=True)
class CorrectedValue:
    """A value that an editor corrected, beside what the source said `before` this import and what it says now.

    `paragraph` is 0 where it is a value of the article. `theirs` is None where the source has no such paragraph.
    """

    field: str
    paragraph: int
    ours: str
    before: str
    theirs: str | None


def record_conflicts(article: Article, version_key: int, values: Iterable[CorrectedValue]) -> None:
    """Open, renew or close the conflicts of these values with a version, in the transaction of its import.

    Nothing is asked where nothing was corrected, else 1 query and one for each conflict that changes.
    """
    values = list(values)
    if not values:
        return
    last = {(row.field, row.paragraph): row for row in article.conflicts.order_by("pk")}
    for value in values:
        _record(article, version_key, value, last.get((value.field, value.paragraph)))


def _record(article: Article, version_key: int, value: CorrectedValue, last: SourceConflict | None) -> None:
    is_open = last is not None and last.state == OPEN
    came_back = last is not None and last.theirs is None and value.theirs == value.before
    if last and is_open and (value.theirs == value.ours or came_back):
        _change(last, state=PAST)
    elif last and is_open:
        _change(last, ours=value.ours, theirs=value.theirs, version_id=version_key)
    elif value.theirs not in (value.ours, value.before) and not _was_kept(last, value):
        article.conflicts.create(
            field=value.field,
            paragraph=value.paragraph,
            ours=value.ours,
            theirs=value.theirs,
            version_id=version_key,
        )


def _was_kept(last: SourceConflict | None, value: CorrectedValue) -> bool:
    """Say whether an editor kept a paragraph that the source has had no more since."""
    return last is not None and value.theirs is None and (last.state, last.theirs) == (KEPT, None)


def _change(conflict: SourceConflict, **values: object) -> None:
    if any(getattr(conflict, name) != value for name, value in values.items()):
        SourceConflict.objects.filter(pk=conflict.pk).update(**values)


def follow_correction(correction: Correction, takes: bool = False) -> None:
    """Have the open conflict of a value that was corrected say what stands now, or that it is settled (2 queries).

    `takes` says that the correction takes the source's side in it. Call it in the transaction of the correction.
    """
    if correction.field not in OF_ARTICLES + OF_PARAGRAPHS:
        return
    mine = SourceConflict.objects.filter(article=correction.article_id, state=OPEN)
    conflict = mine.filter(field=correction.field, paragraph=correction.paragraph or 0).first()
    if conflict and takes:
        decide(conflict, SourceConflict.State.TAKEN, correction.editor)
    elif conflict and (correction.releases or conflict.theirs == correction.after):
        _change(conflict, state=PAST)
    elif conflict:
        _change(conflict, ours=correction.after)


def decide(conflict: SourceConflict, state: SourceConflict.State, editor: User) -> None:
    """Store how an editor decided a conflict, and when."""
    conflict.state, conflict.decided_by, conflict.decided_at = state, editor, now()
    conflict.save(update_fields=["state", "decided_by", "decided_at"])


def close_conflicts_of_paragraph(article_key: int, number: int) -> None:
    """Say of all open conflicts of a paragraph that goes that they are past (1 query)."""
    SourceConflict.objects.filter(article=article_key, paragraph=number, state=OPEN).update(state=PAST)
