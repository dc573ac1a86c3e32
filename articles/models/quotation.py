"""Quotations: what somebody is reported to have said or written, where it stands, and who said it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Self, cast

from django.db import models

from articles.extraction.certainty import LEAST_LIKELY, Certainty, certainty_of
from articles.extraction.findings import QuotationKind, SpeakerKind
from articles.models.constraints import confidence_is_a_share
from articles.models.person import Person, extracted_as_another, merged_only
from articles.models.spelling_key import SpellingKey
from articles.models.subject import Subject, each_once
from articles.models.withheld_person import ShownManager
from articles.names.normalise import normalise

UNSURE = models.Q(confidence__lt=LEAST_LIKELY, corrected=False, checked=False)  # as Quotation.is_unsure of a row


@dataclass(frozen=True, slots=True)
class OtherCandidate:
    """Another person who may have said a quotation, and how probable that is, between 0 and 1."""

    person: Person
    confidence: float


class QuotationQuerySet(models.QuerySet["Quotation"]):
    """Quotations by what they are."""

    def said(self) -> Self:
        """Keep what somebody is reported to have said: no terms, nothing rejected, nothing that is gone."""
        return self.filter(standing=Quotation.Standing.STANDS).exclude(kind=Quotation.Kind.TERM)

    def known(self) -> Self:
        """Keep what is sure or likely to be its speakers', so that it may stand under their names."""
        return self.exclude(UNSURE)

    def unsure(self) -> Self:
        """Keep what may be somebody else's: nobody's name stands on it, and it is counted apart."""
        return self.filter(UNSURE)

    def own_words(self) -> Self:
        """Keep the words between quotation marks, which are the speaker's own and not the article's for them."""
        return self.filter(kind__in=OWN_WORDS)


QuotationManager = models.Manager.from_queryset(QuotationQuerySet)


class ShownQuotations(QuotationManager["Quotation"]):
    """The quotations of articles that the archive shows: all but those that are withdrawn with their articles."""

    def get_queryset(self) -> QuotationQuerySet:
        return cast("QuotationQuerySet", super().get_queryset().exclude(standing=Quotation.Standing.WITHDRAWN))


class Quotation(models.Model):
    """Words an article reports somebody to have said.

    `text` is the words of all its spans, joined by a line break where it runs over paragraphs and by dots where its
    attribution interrupts it; of an indirect one they are the article's words for what was said. `found` keeps
    the speakers as the extractor found them, beneath an editor's correction, and `found_about` of whom and what it
    speaks; `found_kind`, `found_cue` and `found_places` lie beneath a corrected kind, cue or span, and are empty
    elsewhere. `found_candidates` are the people beside the speakers who may have said it as well, the likeliest first,
    as [{"name", "confidence", "person": its key}]; None where there are none. `term` is kept to show that marked words
    were seen and are nobody's speech. `evidence` is the chain that led to the speaker (the form: models/evidence.py).

    A row lasts, and its number with it. One that an editor rejected, or that is no longer found, has no spans: its
    `last_places` say where it stood, as a list of [anchor of the paragraph, its fingerprint, start, end], half-open
    code points. What an editor `added` or `checked` no extractor changes again. One whose article is withdrawn keeps
    nothing but its number until that is restored.
    """

    class Standing(models.TextChoices):
        STANDS = "stands", "stands in the text"
        REJECTED = "rejected", "rejected by an editor"
        GONE = "gone", "no longer found"
        WITHDRAWN = "withdrawn", "withdrawn with its article"

    class Kind(models.TextChoices):
        DIRECT = QuotationKind.DIRECT.value, "direct"
        MIXED = QuotationKind.MIXED.value, "mixed"
        INDIRECT = QuotationKind.INDIRECT.value, "indirect"
        TERM = QuotationKind.TERM.value, "term"

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="quotations")
    ordinal = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind)
    text = models.TextField()
    cue_words = models.CharField(max_length=200, blank=True)
    confidence = models.FloatField()
    evidence = models.JSONField(default=list)
    found = models.JSONField(default=list)
    found_candidates = models.JSONField(null=True, blank=True)
    corrected = models.BooleanField(default=False)
    found_about = models.JSONField(default=list)
    about_corrected = models.BooleanField(default=False)
    found_kind = models.CharField(max_length=10, blank=True, default="", db_default="")
    kind_corrected = models.BooleanField(default=False, db_default=False)
    found_cue = models.CharField(max_length=200, blank=True, default="", db_default="")
    cue_corrected = models.BooleanField(default=False, db_default=False)
    found_places = models.JSONField(null=True, blank=True)
    span_corrected = models.BooleanField(default=False, db_default=False)
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.STANDS, db_default="stands")
    last_places = models.JSONField(null=True, blank=True)
    added = models.BooleanField(default=False, db_default=False)
    checked = models.BooleanField(default=False, db_default=False)

    other_candidates: Sequence[OtherCandidate] = ()  # of `found_candidates`, as queries.other_candidates reads them

    objects = ShownQuotations()
    every = models.Manager["Quotation"]()

    class Meta:
        ordering = ["article_id", "ordinal"]
        indexes = [models.Index(fields=["article", "ordinal"], name="quotation_in_reading_order")]
        constraints = [confidence_is_a_share("quotation")]

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def is_said(self) -> bool:
        """Whether somebody is reported to have said it, in the text as it stands: what counts as a quotation."""
        return self.standing == self.Standing.STANDS and self.kind != self.Kind.TERM

    @property
    def is_checked(self) -> bool:
        """Whether an editor vouches for who said it."""
        return self.corrected or self.checked

    @property
    def certainty(self) -> Certainty:
        """How sure it is who said it."""
        return Certainty.CHECKED if self.is_checked else certainty_of(self.confidence)

    @property
    def is_unsure(self) -> bool:
        """Whether it may be somebody else's than its speakers', so that nobody's name stands on it."""
        return self.certainty == Certainty.UNSURE

    @property
    def attributed(self) -> list["Speaker"]:
        """Those under whose names it stands: its speakers, prefetched; nobody where it is unsure who said it."""
        return [] if self.is_unsure else list(self.speakers.all())

    @property
    def candidates(self) -> list["Speaker"]:
        """Those with a name who may have said it, where that is unsure; its speakers are prefetched."""
        return [one for one in self.speakers.all() if one.kind != Speaker.Kind.UNNAMED] if self.is_unsure else []

    @property
    def perhaps(self) -> list[Person]:
        """Who may have said it in the place of the person whose name stands on it."""
        if not (self.other_candidates and any(speaker.person_id for speaker in self.attributed)):
            return []
        return [one.person for one in self.other_candidates]

    @property
    def described(self) -> str:
        """The article's own words for its speakers, as far as they name nobody: "the minister"; they are prefetched."""
        return ", ".join(dict.fromkeys(filter(None, (one.description for one in self.speakers.all()))))

    @property
    def is_held(self) -> bool:
        """Whether an editor's word says where it stands, so that no extractor moves it."""
        rejected = self.standing == self.Standing.REJECTED
        return rejected or self.added or self.checked or self.span_corrected

    @property
    def subjects(self) -> list[Subject]:
        """Of whom and what it speaks, each once; prefetched as `about`."""
        return each_once(self.about.all())


OWN_WORDS = (Quotation.Kind.DIRECT, Quotation.Kind.MIXED)


class QuotationSpan(models.Model):
    """Where a stretch of a Quotation stands: half-open code points of its paragraph, without the marks.

    That it ends within its paragraph is held by a trigger of the database (migration 0002).
    """

    quotation = models.ForeignKey(Quotation, on_delete=models.CASCADE, related_name="spans")
    ordinal = models.PositiveSmallIntegerField()
    paragraph = models.ForeignKey("articles.Paragraph", on_delete=models.CASCADE, related_name="quotation_spans")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["quotation_id", "ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["quotation", "ordinal"], name="quotation_span_ordinal_once"),
            models.CheckConstraint(condition=models.Q(start__lt=models.F("end")), name="quotation_span_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.start}:{self.end}"


class SpeakerQuerySet(models.QuerySet["Speaker"]):
    """Speakers, which are stored with the keys by which their names are found, where they are no people."""

    def bulk_create(self, objs: Iterable["Speaker"], *args: Any, **kwargs: Any) -> list["Speaker"]:
        speakers = list(objs)
        SpellingKey.store(speaker.name for speaker in speakers if not speaker.person_id)
        return super().bulk_create(speakers, *args, **kwargs)


class Speaker(models.Model):
    """Who said a Quotation; most have one, a joint declaration has several.

    Where it is unsure who said it, they are candidates: all of them may have said it, each alone or together.
    `words` are the article's own ("the spokesman"); `name` is whom they lead to, and is empty for the unnamed.
    """

    class Kind(models.TextChoices):
        PERSON = SpeakerKind.PERSON.value, "person"
        COUNTRY = SpeakerKind.COUNTRY.value, "country"
        ORGANISATION = SpeakerKind.ORGANISATION.value, "organisation"
        DOCUMENT = SpeakerKind.DOCUMENT.value, "document"
        UNNAMED = SpeakerKind.UNNAMED.value, "unnamed"

    quotation = models.ForeignKey(Quotation, on_delete=models.CASCADE, related_name="speakers")
    ordinal = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=15, choices=Kind)
    person = models.ForeignKey(
        "articles.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="spoken"
    )
    extracted_as = extracted_as_another()
    country = models.ForeignKey(
        "articles.Country", null=True, blank=True, on_delete=models.PROTECT, related_name="spoken"
    )
    name = models.CharField(max_length=300, blank=True)
    words = models.CharField(max_length=300, blank=True)

    objects = ShownManager.from_queryset(SpeakerQuerySet)()
    every = SpeakerQuerySet.as_manager()

    class Meta:
        ordering = ["quotation_id", "ordinal"]
        indexes = [merged_only("speaker"), models.Index(fields=["name", "kind"], name="speaker_by_name")]
        constraints = [
            models.UniqueConstraint(fields=["quotation", "ordinal"], name="speaker_ordinal_once"),
            models.CheckConstraint(
                condition=models.Q(kind="person", person__isnull=False, country__isnull=True)
                | models.Q(kind="country", person__isnull=True, country__isnull=False)
                | (
                    models.Q(person__isnull=True, country__isnull=True)
                    & models.Q(kind__in=["organisation", "document", "unnamed"])
                ),
                name="speaker_is_what_its_kind_says",
            ),
        ]

    def __str__(self) -> str:
        person = self._state.fields_cache.get("person")  # read with the speaker, by whoever shows names
        return (person.name if person else self.name) or self.words

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.person_id:
            SpellingKey.store([self.name])
        super().save(*args, **kwargs)

    @property
    def description(self) -> str:
        """The article's words for it where they name nobody ("he", "the minister"), else nothing."""
        if self.kind == self.Kind.UNNAMED:
            return self.words
        is_name = self.country_id and self.words[:1].isupper()  # "Beijing", "the Iranian" is none
        shared = set(normalise(self.words).split()) & set(normalise(f"{self} {self.name}").split())
        return "" if is_name or shared else self.words
