"""Editors' use cases: correct a value of an article, or of a quotation.

Every correction carries the revision its form had seen. Where the value has changed since, nothing is saved and the
caller gets both versions; what somebody else corrected beside it does not stand in the way.
"""

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol

from django.contrib.auth.models import User
from django.utils.timezone import now

from accounts.write_lock import NoTurnError, waiting_at_most, write_transaction
from articles import journal
from articles.content.layered_fields import (
    LAYERED,
    imported_value,
    is_doubted,
    normal_value,
    release_value,
    set_value,
    value_of,
)
from articles.content.paragraph_rows import stored_paragraphs, upsert_headings
from articles.content.source_conflicts import follow_correction
from articles.editing.conflict_seen import SeenConflict
from articles.extraction.authors import sole_author
from articles.findings import store
from articles.findings.completion import Rest, complete, while_completing
from articles.findings.extracted import ExtractedText, again_where_stale, extract_from, passages_of, with_heading
from articles.findings.identity import identity_of
from articles.models import Article, Change, Correction, Quotation
from articles.models.paragraph import HEADINGS
from articles.paragraph_kinds import PassageKind

EDITORS_PATIENCE = 2.0  # seconds in which what is left of a long article's findings gets a turn, while an editor waits


@dataclass(frozen=True)
class Edit:
    """What an editor sends: the new value, why, and the revision of the article that the form was made from.

    Where it `releases` a value, what was imported or extracted shows again, whatever `after` says; `reverts` is the
    correction that it takes back, `takes` the conflict with the source in which it takes the source's side. `at` is
    when it was made, where that is not now: corrections that come from another installation keep their time.
    """

    after: Any
    reason: str
    editor: User
    seen: int
    releases: bool = False
    reverts: Correction | None = None
    takes: SeenConflict | None = None
    at: datetime | None = None


class ConflictError(Exception):
    """The value changed after the editor's form was made; `current` is what it is now, `last` who corrected it."""

    def __init__(self, current: Any, last: Correction | None) -> None:
        super().__init__("the value has changed since the form was opened")
        self.current = current
        self.last = last


class NothingToCorrectError(ValueError):
    """The new value is the one that stands, and nobody doubts it."""


@again_where_stale
def correct_value(article_key: int, field: str, edit: Edit) -> Correction:
    """Correct a layered value; `edit.after` is its JSON form (a text, "" for unknown).

    A title or a standfirst is text, from which is extracted before the write lock is taken; the language says by which
    rules, and the byline who "I" is. Where others write without end, the correction stands, and what is left of a long
    article's findings waits for the next extraction.
    Raises ConflictError, NothingToCorrectError, or ValueError for a date that is none.
    """
    if field not in LAYERED:
        raise ValueError(f"“{field}” is not a value that can be corrected")
    released = imported_value(Article.objects.get(pk=article_key), field) if edit.releases else None
    edit = replace(edit, after=normal_value(field, edit.after) if released is None else released)
    extracted = _extracted_with(article_key, field, edit.after)
    with while_completing(extracted):
        correction, rest = _correct_value(article_key, field, edit, extracted)
        if extracted:
            with suppress(NoTurnError), waiting_at_most(EDITORS_PATIENCE):
                complete(rest, extracted)
    return correction


def _same_author(byline: str, before: str) -> bool:
    """Say whether two bylines lead to the same author; where there is none a line within the text may name one."""
    return bool(byline) == bool(before) and sole_author([byline]) == sole_author([before])


def _extracted_with(article_key: int, field: str, value: str) -> ExtractedText | None:
    """Extract from the article as it will be with a new text, language or author; else nothing changes in it."""
    if field not in (*HEADINGS, "language", "byline"):
        return None
    article = Article.objects.get(pk=article_key)
    if field == "byline" and _same_author(value, article.byline):
        return None
    passages = passages_of(article)
    if field in HEADINGS:
        passages = with_heading(passages, PassageKind(field), value)
    else:
        setattr(article, field, value)
    return extract_from(passages, article.language, article.byline)


@write_transaction
def _correct_value(
    article_key: int, field: str, edit: Edit, extracted: ExtractedText | None
) -> tuple[Correction, Rest | None]:
    article = Article.objects.get(pk=article_key)
    before = value_of(article, field)
    refuse_a_conflict(article, [field], edit, before, field=field)
    if edit.releases:
        release_value(article, field)
        edit = replace(edit, after=imported_value(article, field))  # an import may have come since it was read
    else:
        set_value(article, field, edit.after)
    touched: list[str] = [field]
    rest: Rest | None = None
    if extracted:
        earlier = store.forget_findings(article)
        upsert_headings(article)
        store.stamp(article, extracted)
        stored = store.enrich(article, stored_paragraphs(article), earlier, extracted)
        touched += journal.changed_fields(stored.speakers, stored.about)
        rest = stored.rest
    return record(article, touched, Correction(field=field, before=before), edit), rest


class QuotationValue(Protocol):
    """A value of a quotation that can be corrected; its JSON form is what corrections keep."""

    @property
    def field(self) -> Correction.Field:
        """The field of its corrections."""

    def changed_fields(self, quotation_key: int) -> list[str]:
        """Return what the journal calls it, and what else may not have changed since the form was made."""

    def value(self, quotation: Quotation) -> Any:
        """Return the value that pages show, in its JSON form."""

    def prepared(self, quotation: Quotation, after: Any) -> tuple[Any, Callable[[], None]]:
        """Return the JSON form of what somebody sent, and what stores it. Raises ValueError with a sentence."""


@write_transaction
def correct_quotation(quotation_key: int, value: QuotationValue, edit: Edit) -> Correction:
    """Correct a value of a quotation; what `edit.after` is says the value.

    What releases speakers or subjects is `release_quotation` (releasing.py).
    Raises ConflictError, NothingToCorrectError, or ValueError with a sentence for what the value cannot be.
    """
    quotation = Quotation.objects.select_related("article").get(pk=quotation_key)
    article, counted, before = quotation.article, quotation.is_said, value.value(quotation)
    after, store_it = value.prepared(quotation, edit.after)
    correction = Correction(field=value.field, quotation=quotation, before=before, identity=identity_of(quotation))
    edit, fields = replace(edit, after=after), value.changed_fields(quotation.pk)
    refuse_a_conflict(article, fields, edit, before, quotation=quotation, field=value.field)
    store_it()
    article.quotation_count = max(0, article.quotation_count + quotation.is_said - counted)
    return record(article, fields[:1], correction, edit)


def refuse_a_conflict(article: Article, touched: Collection[str], edit: Edit, before: Any, **corrected: Any) -> None:
    """Raise where a value that the journal calls one of `touched` is no more what the form has seen.

    `corrected` finds its corrections: by field, and for a quotation's value by the quotation too.
    """
    if edit.takes:
        edit.takes.still_open()
    if not any(map(str.isalnum, edit.reason)):
        raise ValueError("say why, in words")
    if before == edit.after and not (edit.releases or any(is_doubted(article, one) for one in touched)):
        raise NothingToCorrectError("that is what it says already")
    last = article.corrections.filter(**corrected).select_related("editor").last() if corrected else None
    # A correction that the form has seen stays on top, whatever the source says since.
    same = last is not None and last.revision <= edit.seen and len(touched) == 1
    changed = not same and any(journal.touching(article, one, edit.seen) for one in touched)
    if edit.seen > article.revision or changed:
        raise ConflictError(before, last)


def record(article: Article, touched: list[str], correction: Correction, edit: Edit) -> Correction:
    """Save the article with its next revision, and write the correction and the journal.

    What the correction is about goes by its lasting identity of before, by which it is found again in an archive that
    the correction has not reached; it is the article's, unless the caller has set another.
    """
    article.revision += 1
    article.save()
    journal.record(article, Change.Kind.CORRECTED, touched)
    correction.article, correction.revision = article, article.revision
    correction.after, correction.reason, correction.editor = edit.after, edit.reason, edit.editor
    correction.releases, correction.reverts = edit.releases, edit.reverts
    correction.identity = correction.identity or identity_of(article)
    correction.at = edit.at or now()
    correction.save()
    follow_correction(correction, takes=edit.takes is not None)
    return correction
