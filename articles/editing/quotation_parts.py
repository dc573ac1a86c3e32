"""What editors correct of a quotation, each as a whole list: who said it, and of whom and what it speaks."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

from articles import journal
from articles.editing.person_choice import person_chosen
from articles.identity.countries import country_named
from articles.identity.lookup import person_named
from articles.models import Correction, Person, Quotation, Speaker, Subject
from articles.models.subject import each_once
from articles.models.withheld_person import withheld
from articles.names.visible import visible
from articles.sources.cleaning import one_line

Row = TypeVar("Row", Speaker, Subject)
Value = dict[str, Any]  # {"kind", "name"}: the JSON form of one row; of a person who was chosen, "who" besides
LONGEST = 300  # characters of a name


@dataclass(frozen=True)
class QuotationPart(Generic[Row]):
    """A list of rows that belong to a quotation and are corrected together.

    `flag` is the column of the quotation that says that an editor decided; `journal_field` what the journal calls it.
    `make` builds the rows, unsaved, from what somebody typed, and raises ValueError with a sentence.
    """

    model: type[Row]
    field: Correction.Field
    flag: str
    journal_field: Callable[[int], str]
    rows: Callable[[Quotation], Iterable[Row]]
    make: Callable[[Quotation, Sequence[Value]], list[Row]]
    to_json: Callable[[Row], Value]

    def value(self, quotation: Quotation) -> list[Value]:
        """Return the rows that are stored, in the JSON form that corrections keep."""
        return list(map(self.to_json, self.rows(quotation)))

    def changed_fields(self, quotation_key: int) -> list[str]:
        """Return what the journal calls the list."""
        return [self.journal_field(quotation_key)]

    def prepared(self, quotation: Quotation, after: Sequence[Value]) -> tuple[list[Value], Callable[[], None]]:
        """Return the whole list of {"kind", "name"} as corrections keep it, and what stores it. Raises ValueError.

        An empty list says that nobody said it, or that it speaks of nobody.
        """
        rows = self.make(quotation, after)
        return list(map(self.to_json, rows)), partial(self.replace, quotation, rows)

    def initial(self, quotation: Quotation) -> list[Value]:
        """Return the same with whom each name of a person means, as a form begins with it."""
        return [self.to_json(row) | chosen(row.person, self.to_json(row)["name"]) for row in self.rows(quotation)]

    def replace(self, quotation: Quotation, rows: Iterable[Row]) -> None:
        """Store these rows in the place of those that are shown, as an editor's word; what is withheld follows them."""
        stored = list(rows)
        stored += self._withheld_beside(quotation, stored)
        for ordinal, row in enumerate(stored):
            row.ordinal = ordinal
        self.model.every.filter(quotation=quotation).delete()
        self.model.every.bulk_create(stored)
        setattr(quotation, self.flag, True)
        quotation.save(update_fields=[self.flag])

    def _withheld_beside(self, quotation: Quotation, rows: Iterable[Row]) -> list[Row]:
        """Return the rows of withheld people, which no editor has seen; they come back with their people."""
        named = {row.person_id for row in rows}
        kept = self.model.every.filter(quotation=quotation, person__in=withheld()).order_by("ordinal")
        return [row for row in kept if row.person_id not in named]

    def forget(self, quotation: Quotation) -> None:
        """Have an extractor fill the list again; until it does, the rows stay."""
        setattr(quotation, self.flag, False)
        quotation.save(update_fields=[self.flag])


def chosen(person: Person | None, name: str) -> Value:
    """Return what a form keeps beside a name: who was chosen for it, and that nothing else is to be asked."""
    return {"who": person.pk, "asked": name} if person else {}


def _speakers(quotation: Quotation, values: Sequence[Value]) -> list[Speaker]:
    return [_speaker(quotation, ordinal, value) for ordinal, value in enumerate(values)]


def _speaker(quotation: Quotation, ordinal: int, value: Value) -> Speaker:
    """Make the speaker that somebody typed, called as the archive calls them."""
    kind, words = value["kind"], _typed(value, "the speaker's name")
    speaker = Speaker(quotation=quotation, ordinal=ordinal, kind=kind, name=words, words=words)
    if kind == Speaker.Kind.PERSON:
        speaker.person = _person(quotation, words, value)
        speaker.name = speaker.person.name
    elif kind == Speaker.Kind.COUNTRY:
        speaker.country = country_named(words)
        speaker.name = speaker.country.name
    elif kind == Speaker.Kind.UNNAMED:
        speaker.name = ""
    return speaker


def _subjects(quotation: Quotation, values: Sequence[Value]) -> list[Subject]:
    """Make the subjects that somebody typed, each person and country once."""
    subjects = each_once(_subject(quotation, value) for value in values)
    for ordinal, subject in enumerate(subjects):
        subject.ordinal = ordinal
    return subjects


def _subject(quotation: Quotation, value: Value) -> Subject:
    words = _typed(value, "the name")
    subject = Subject(quotation=quotation, way=Subject.Way.EDITOR, confidence=1)
    if value["kind"] == "country":
        subject.country = country_named(words)
    else:
        subject.person = _person(quotation, words, value)
    return subject


def _person(quotation: Quotation, words: str, value: Value) -> Person:
    """Return whom an editor chose for a name; where no form asked, who is kept with it, or whom it leads to."""
    if "who" in value:
        return person_chosen(words, value["who"])
    kept = Person.objects.filter(identity=value["identity"]).first() if "identity" in value else None
    if kept:
        return kept.shown
    return person_named(words, quotation.article_id)


def _typed(value: Value, what: str) -> str:
    words = visible(one_line(value["name"]))[:LONGEST]
    if not any(map(str.isalnum, words)):
        raise ValueError(f"give {what}")
    return words


def _json(kind: str, name: str, person: Person | None) -> Value:
    """Return the JSON form of a row; of a person whom the name alone does not tell from others, the identity too."""
    value = {"kind": kind, "name": name}
    told_apart = person and person.identity != Person.identity_of(name)
    return value | {"identity": person.identity} if person and told_apart else value


SPEAKERS = QuotationPart(
    model=Speaker,
    field=Correction.Field.SPEAKER,
    flag="corrected",
    journal_field=journal.speaker_field,
    rows=lambda quotation: quotation.speakers.select_related("person"),
    make=_speakers,
    to_json=lambda speaker: _json(speaker.kind, str(speaker), speaker.person),
)
SUBJECTS = QuotationPart(
    model=Subject,
    field=Correction.Field.ABOUT,
    flag="about_corrected",
    journal_field=journal.about_field,
    rows=lambda quotation: each_once(quotation.about.select_related("person", "country")),
    make=_subjects,
    to_json=lambda subject: _json(subject.kind, subject.who.name, subject.person),
)
