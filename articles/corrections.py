"""Editors' use cases: correct a value of an article, correct who said a quotation.

Every correction carries the revision its form had seen. Where the value has changed since, nothing is saved and the
caller gets both versions; what somebody else corrected beside it does not stand in the way.
"""

from dataclasses import dataclass, replace
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from articles import changes, enrichment
from articles.models import Article, Change, Correction, Person, Quotation, Speaker
from articles.models.person import fold
from articles.paragraphs import lay_headings
from articles.sources.cleaning import one_line
from articles.values import LAYERED, normal_value, set_value, value_of


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
    changes.take_turn()
    article = Article.objects.get(pk=article_key)
    before = value_of(article, field)
    edit = replace(edit, after=normal_value(field, edit.after))
    _refuse_a_conflict(article, field, edit, before)
    set_value(article, field, edit.after)
    touched = [field]
    if field in ("title", "standfirst"):
        kept = enrichment.forget_findings(article)
        lay_headings(article)
        touched += map(changes.speaker_field, enrichment.enrich(article, kept))
    return _record(article, touched, Correction(field=field, before=before), edit)


@transaction.atomic
def correct_speaker(quotation_key: int, edit: Edit) -> Correction:
    """Correct who said a quotation; `edit.after` is a list of {"kind", "name"}, empty where nobody did.

    A person's or country's name leads to the archive's; a person it does not know yet is added.
    Raises ConflictError, NothingToCorrectError, or ValueError for a country that is none.
    """
    changes.take_turn()
    quotation = Quotation.objects.select_related("article").get(pk=quotation_key)
    before = speaker_value(quotation)
    speakers = [_speaker(quotation, ordinal, value) for ordinal, value in enumerate(edit.after)]
    edit = replace(edit, after=list(map(_value_of, speakers)))
    field = changes.speaker_field(quotation.pk)
    _refuse_a_conflict(quotation.article, field, edit, before, quotation)
    quotation.speakers.all().delete()
    Speaker.objects.bulk_create(speakers)
    quotation.corrected = True
    quotation.save(update_fields=["corrected"])
    correction = Correction(field=Correction.Field.SPEAKER, quotation=quotation, before=before)
    return _record(quotation.article, [field], correction, edit)


def speaker_value(quotation: Quotation) -> list[dict[str, str]]:
    """Return a quotation's speakers in the JSON form that corrections keep."""
    return list(map(_value_of, quotation.speakers.all()))


def _value_of(speaker: Speaker) -> dict[str, str]:
    return {"kind": speaker.kind, "name": speaker.name or speaker.words}


def _speaker(quotation: Quotation, ordinal: int, value: dict[str, str]) -> Speaker:
    """Make the speaker that somebody typed, called as the archive calls them."""
    kind, words = value["kind"], one_line(value["name"])[:300]
    if not any(map(str.isalnum, words)):
        raise ValueError("give the speaker's name")
    speaker = Speaker(quotation=quotation, ordinal=ordinal, kind=kind, name=words, words=words)
    if kind == Speaker.Kind.PERSON:
        speaker.person = _person(quotation, words)
        speaker.name = speaker.person.name
    elif kind == Speaker.Kind.COUNTRY:
        speaker.country = enrichment.country_named(words)
        speaker.name = speaker.country.name
    elif kind == Speaker.Kind.UNNAMED:
        speaker.name = ""
    return speaker


def _person(quotation: Quotation, name: str) -> Person:
    """The person of this name whom the article names, else the archive's, else a new one."""
    folded = fold(name)
    named = Person.objects.filter(aliases__folded=folded).distinct()
    here = named.filter(mentions__paragraph__article_id=quotation.article_id).first()
    return here or _person_of_the_archive(name, folded)


def _person_of_the_archive(name: str, folded: str) -> Person:
    """The archive's person of that full name, made with the alias that name filters go by where there is none."""
    person, _ = Person.objects.get_or_create(identity=Person.identity_of(name), defaults={"name": name[:200]})
    person.aliases.get_or_create(name=name[:200], defaults={"folded": folded[:200]})
    return person.shown


def _refuse_a_conflict(
    article: Article, field: str, edit: Edit, before: Any, quotation: Quotation | None = None
) -> None:
    if not any(map(str.isalnum, edit.reason)):
        raise ValueError("say why, in words")
    if before == edit.after:
        raise NothingToCorrectError("that is what it says already")
    last = _last(article, field, quotation)
    # A correction that the form has seen stays on top, whatever the source says since.
    same = last is not None and last.revision <= edit.seen
    if edit.seen > article.revision or (not same and changes.touching(article, field, edit.seen)):
        raise ConflictError(before, last)


def _last(article: Article, field: str, quotation: Quotation | None) -> Correction | None:
    """The newest correction of that field, or of that quotation's speaker, not of another's."""
    of_this = {"quotation": quotation} if quotation else {"field": field}
    return article.corrections.filter(**of_this).select_related("editor").last()


def _record(article: Article, touched: list[str], correction: Correction, edit: Edit) -> Correction:
    """Save the article with its next revision, and write the correction and the journal."""
    article.revision += 1
    article.save()
    changes.record(article, Change.Kind.CORRECTED, touched)
    correction.article, correction.revision = article, article.revision
    correction.after, correction.reason, correction.editor = edit.after, edit.reason, edit.editor
    correction.save()
    return correction
