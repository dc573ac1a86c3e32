"""Editors' use cases: correct a value of an article, who said a quotation, and of whom and what it speaks.

Every correction carries the revision its form had seen. Where the value has changed since, nothing is saved and the
caller gets both versions; what somebody else corrected beside it does not stand in the way.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from articles import journal
from articles.content.layered_fields import LAYERED, normal_value, set_value, value_of
from articles.content.paragraph_rows import upsert_headings
from articles.findings import store
from articles.identity.lookup import country_named, person_named
from articles.models import Article, Change, Correction, Quotation, Speaker, Subject
from articles.models.paragraph import HEADINGS
from articles.models.subject import each_once
from articles.sources.cleaning import one_line


@dataclass(frozen=True)
class Edit:
    """What an editor sends: the new value, why, and the revision of the article that the form was made from."""

    after: Any
    reason: str
    editor: User
    seen: int


class ConflictError(Exception):
    """The value changed after the editor's form was made; `current` is what it is now, `last` who corrected it."""

    def __init__(self, current: Any, last: Correction | None) -> None:
        super().__init__("the value has changed since the form was opened")
        self.current = current
        self.last = last


class NothingToCorrectError(ValueError):
    """The new value is the one that stands."""


@transaction.atomic
def correct_value(article_key: int, field: str, edit: Edit) -> Correction:
    """Correct a layered value; `edit.after` is its JSON form (a text, "" for unknown).

    Raises ConflictError, NothingToCorrectError, or ValueError for a date that is none.
    """
    if field not in LAYERED:
        raise ValueError(f"“{field}” is not a value that can be corrected")
    journal.acquire_write_lock()
    article = Article.objects.get(pk=article_key)
    before = value_of(article, field)
    edit = replace(edit, after=normal_value(field, edit.after))
    _refuse_a_conflict(article, field, edit, before, field=field)
    set_value(article, field, edit.after)
    touched = [field]
    if field in HEADINGS:
        earlier = store.forget_findings(article)
        upsert_headings(article)
        reattributed = store.enrich(article, earlier)
        touched += journal.changed_fields(reattributed.speakers, reattributed.about)
    return _record(article, touched, Correction(field=field, before=before), edit)


@transaction.atomic
def correct_speaker(quotation_key: int, edit: Edit) -> Correction:
    """Correct who said a quotation; `edit.after` is a list of {"kind", "name"}, empty where nobody did.

    A person's or country's name leads to the archive's; a person it does not know yet is added.
    Raises ConflictError, NothingToCorrectError, or ValueError for a country that is none.
    """
    journal.acquire_write_lock()
    quotation = Quotation.objects.select_related("article").get(pk=quotation_key)
    before = speaker_value(quotation)
    speakers = [_speaker(quotation, ordinal, value) for ordinal, value in enumerate(edit.after)]
    edit = replace(edit, after=list(map(_value_of, speakers)))
    field = journal.speaker_field(quotation.pk)
    correction = Correction(field=Correction.Field.SPEAKER, quotation=quotation, before=before)
    _refuse_a_conflict(quotation.article, field, edit, before, quotation=quotation, field=correction.field)
    quotation.speakers.all().delete()
    Speaker.objects.bulk_create(speakers)
    quotation.corrected = True
    quotation.save(update_fields=["corrected"])
    return _record(quotation.article, [field], correction, edit)


@transaction.atomic
def correct_about(quotation_key: int, edit: Edit) -> Correction:
    """Correct of whom and what a quotation speaks; `edit.after` is the whole list of {"kind", "name"}, or empty.

    The kinds are "person" and "country"; names lead to the archive's as those of speakers do.
    Raises ConflictError, NothingToCorrectError, or ValueError for a country that is none.
    """
    journal.acquire_write_lock()
    quotation = Quotation.objects.select_related("article").get(pk=quotation_key)
    before = about_value(quotation)
    subjects = _in_order(_subject(quotation, value) for value in edit.after)
    edit = replace(edit, after=list(map(_told, subjects)))
    field = journal.about_field(quotation.pk)
    correction = Correction(field=Correction.Field.ABOUT, quotation=quotation, before=before)
    _refuse_a_conflict(quotation.article, field, edit, before, quotation=quotation, field=correction.field)
    quotation.about.all().delete()
    Subject.objects.bulk_create(subjects)
    quotation.about_corrected = True
    quotation.save(update_fields=["about_corrected"])
    return _record(quotation.article, [field], correction, edit)


def speaker_value(quotation: Quotation) -> list[dict[str, str]]:
    """Return a quotation's speakers in the JSON form that corrections keep."""
    return list(map(_value_of, quotation.speakers.all()))


def about_value(quotation: Quotation) -> list[dict[str, str]]:
    """Return of whom and what a quotation speaks, in the JSON form that corrections keep."""
    return list(map(_told, each_once(quotation.about.select_related("person", "country"))))


def _told(subject: Subject) -> dict[str, str]:
    return {"kind": subject.kind, "name": subject.who.name}


def _value_of(speaker: Speaker) -> dict[str, str]:
    return {"kind": speaker.kind, "name": speaker.name or speaker.words}


def _speaker(quotation: Quotation, ordinal: int, value: dict[str, str]) -> Speaker:
    """Make the speaker that somebody typed, called as the archive calls them."""
    kind, words = value["kind"], one_line(value["name"])[:300]
    if not any(map(str.isalnum, words)):
        raise ValueError("give the speaker's name")
    speaker = Speaker(quotation=quotation, ordinal=ordinal, kind=kind, name=words, words=words)
    if kind == Speaker.Kind.PERSON:
        speaker.person = person_named(words, quotation.article_id)
        speaker.name = speaker.person.name
    elif kind == Speaker.Kind.COUNTRY:
        speaker.country = country_named(words)
        speaker.name = speaker.country.name
    elif kind == Speaker.Kind.UNNAMED:
        speaker.name = ""
    return speaker


def _subject(quotation: Quotation, value: dict[str, str]) -> Subject:
    """Make the subject that somebody typed."""
    words = one_line(value["name"])[:300]
    if not any(map(str.isalnum, words)):
        raise ValueError("give the name")
    who = (
        {"country": country_named(words)}
        if value["kind"] == "country"
        else {"person": person_named(words, quotation.article_id)}
    )
    return Subject(quotation=quotation, way=Subject.Way.EDITOR, confidence=1, **who)


def _in_order(subjects: Iterable[Subject]) -> list[Subject]:
    """Return the subjects with their numbers, each person and country once."""
    kept = each_once(subjects)
    for ordinal, subject in enumerate(kept):
        subject.ordinal = ordinal
    return kept


def _refuse_a_conflict(article: Article, touched: str, edit: Edit, before: Any, **corrected: Any) -> None:
    """Raise where the value that the journal calls `touched` is no more what the form has seen.

    `corrected` finds its corrections: by field, and for a quotation's value by the quotation too.
    """
    if not any(map(str.isalnum, edit.reason)):
        raise ValueError("say why, in words")
    if before == edit.after:
        raise NothingToCorrectError("that is what it says already")
    last = article.corrections.filter(**corrected).select_related("editor").last()
    # A correction that the form has seen stays on top, whatever the source says since.
    same = last is not None and last.revision <= edit.seen
    if edit.seen > article.revision or (not same and journal.touching(article, touched, edit.seen)):
        raise ConflictError(before, last)


def _record(article: Article, touched: list[str], correction: Correction, edit: Edit) -> Correction:
    """Save the article with its next revision, and write the correction and the journal."""
    article.revision += 1
    article.save()
    journal.record(article, Change.Kind.CORRECTED, touched)
    correction.article, correction.revision = article, article.revision
    correction.after, correction.reason, correction.editor = edit.after, edit.reason, edit.editor
    correction.save()
    return correction
