"""Editors' use cases for a value that was corrected and that its source has changed since: keep ours, take theirs."""

from django.contrib.auth.models import User

from accounts.write_lock import write_transaction
from articles.content.source_conflicts import decide
from articles.editing.conflict_seen import ConflictMovedError, SeenConflict
from articles.editing.corrections import ConflictError, Edit, correct_value
from articles.editing.paragraphs import ParagraphGoneError, correct_paragraph
from articles.models import Article, Correction, SourceConflict

TAKEN = "What the source says was taken."


@write_transaction
def keep(seen: SeenConflict, editor: User) -> SourceConflict:
    """Have the correction stand; the source's value is not asked about again until it changes.

    Raises ConflictMovedError, SourceConflict.DoesNotExist.
    """
    conflict = seen.still_open()
    decide(conflict, SourceConflict.State.KEPT, editor)
    return conflict


def take(seen: SeenConflict, editor: User) -> Correction:
    """Have the value follow its source again by a correction that releases it; it counts as corrected no more.

    A paragraph that the source has no more leaves the text. Raises ConflictMovedError, SourceConflict.DoesNotExist.
    """
    conflict = seen.still_open()
    edit = Edit(None, TAKEN, editor, conflict.article.revision, releases=True, takes=seen)
    try:
        if conflict.paragraph:
            return correct_paragraph(conflict.article_id, conflict.paragraph, conflict.field, edit)
        return correct_value(conflict.article_id, conflict.field, edit)
    except (ConflictError, ParagraphGoneError, Article.DoesNotExist, ValueError):
        raise ConflictMovedError(conflict) from None
