"""Editors' use cases: correct a value of an article, correct who said a quotation.

Every correction carries the revision its form had seen. Where the value has changed since, nothing is saved and the
caller gets both versions; what somebody else corrected beside it does not stand in the way.
"""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from articles import changes, enrichment
from articles.models import Article, Change, Correction, Person, Quotation, Speaker
from articles.models.person import fold
from articles.paragraphs import lay_headings
from articles.sources.cleaning import one_line
from articles.values import LAYERED, set_value, value_of


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
    article = Article.objects.select_for_update().get(pk=article_key)
    before = value_of(article, field)
    edit = Edit(one_line(edit.after), edit.reason, edit.editor, edit.seen)
    _refuse_a_conflict(article, field, edit, before)
    set_value(article, field, edit.after)
    if field in ("title", "standfirst"):
        kept = enrichment.forget_findings(article)
        lay_headings(article)
        enrichment.enrich(article, kept)
    return _record(article, field, before, edit)


@transaction.atomic
def correct_speaker(quotation_key: int, edit: Edit) -> Correction:
    """Correct who said a quotation; `edit.after` is {"kind", "name"} as `speaker_value` gives it, or None for nobody.

    A person's or country's name leads to the archive's; a person it does not know yet is added.
    Raises ConflictError, NothingToCorrectError, or ValueError for a country that is none.
    """
    article_key = Quotation.objects.values_list("article_id", flat=True).get(pk=quotation_key)
    article = Article.objects.select_for_update().get(pk=article_key)
    quotation = Quotation.objects.get(pk=quotation_key)
    before = speaker_value(quotation)
    _refuse_a_conflict(article, _journal_name(quotation), edit, before, quotation)
    quotation.speakers.all().delete()
    for ordinal, value in enumerate(edit.after):
        _speaker(quotation, ordinal, value).save()
    quotation.corrected = True
    quotation.save(update_fields=["corrected"])
    return _record(article, Correction.Field.SPEAKER, before, edit, quotation)


def speaker_value(quotation: Quotation) -> list[dict[str, str]]:
    """Return a quotation's speakers in the JSON form that corrections keep."""
    return [{"kind": speaker.kind, "name": speaker.name or speaker.words} for speaker in quotation.speakers.all()]


def _journal_name(quotation: Quotation) -> str:
    return f"speaker of quotation {quotation.pk}"


def _speaker(quotation: Quotation, ordinal: int, value: dict[str, str]) -> Speaker:
    kind, name = value["kind"], one_line(value["name"])[:300]
    speaker = Speaker(quotation=quotation, ordinal=ordinal, kind=kind, name=name, words=name)
    if kind == Speaker.Kind.PERSON:
        speaker.person = _person(quotation, name)
    elif kind == Speaker.Kind.COUNTRY:
        speaker.country = enrichment.country_named(name)
    elif kind == Speaker.Kind.UNNAMED:
        speaker.name = ""
    return speaker


def _person(quotation: Quotation, name: str) -> Person:
    """The person of this name whom the article names, else the archive's, else a new one."""
    folded = fold(name)
    if not folded:
        raise ValueError("give the speaker's name")
    named = Person.objects.filter(aliases__folded=folded).distinct()
    here = named.filter(mentions__paragraph__article_id=quotation.article_id).first()
    return here or _person_of_the_archive(name, folded)


def _person_of_the_archive(name: str, folded: str) -> Person:
    """The archive's person of that full name, made with the alias that name filters go by where there is none."""
    person, _ = Person.objects.get_or_create(identity=Person.identity_of(name), defaults={"name": name[:200]})
    person.aliases.get_or_create(name=name[:200], defaults={"folded": folded[:200]})
    return person


def _refuse_a_conflict(
    article: Article, field: str, edit: Edit, before: Any, quotation: Quotation | None = None
) -> None:
    if before == edit.after:
        raise NothingToCorrectError("that is what it says already")
    last = _last(article, field, quotation)
    # A correction that the form has seen stays on top, whatever the source says since.
    same = last is not None and last.revision <= edit.seen
    if not same and changes.touching(article, field, edit.seen):
        raise ConflictError(before, last)


def _last(article: Article, field: str, quotation: Quotation | None) -> Correction | None:
    """The newest correction of that field, or of that quotation's speaker, not of another's."""
    of_this = {"quotation": quotation} if quotation else {"field": field}
    return article.corrections.filter(**of_this).select_related("editor").last()


def _record(article: Article, field: str, before: Any, edit: Edit, quotation: Quotation | None = None) -> Correction:
    article.revision += 1
    article.save()
    changes.record(article, Change.Kind.CORRECTED, [_journal_name(quotation) if quotation else field])
    return Correction.objects.create(
        article=article,
        quotation=quotation,
        field=field,
        before=before,
        after=edit.after,
        reason=edit.reason,
        editor=edit.editor,
        revision=article.revision,
    )
