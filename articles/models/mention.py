"""Mentions: the places in a paragraph that name a person or a country."""

from django.db import models

from articles.models.constraints import confidence_is_a_share
from articles.models.paragraph import Paragraph
from articles.models.person import extracted_as_another, merged_only
from articles.models.withheld_person import ShownManager

STANDS_AND_NAMES = models.Q(standing="stands", paragraph__isnull=False) & (
    models.Q(person__isnull=False, country__isnull=True) | models.Q(person__isnull=True, country__isnull=False)
)
NAMES_NOBODY = models.Q(person__isnull=True, country__isnull=True) & (
    models.Q(standing="rejected") | models.Q(standing="gone", paragraph__isnull=True)
)


class Mention(models.Model):
    """One place that names a Person or a Country: half-open code points of its paragraph.

    `by` says what names a country: its name, people, capital, government or a place in it. That the span ends within
    its paragraph is held by a trigger of the database (migration 0002).

    One that an editor rejected names nobody: `found` keeps whom the extractor found, as it does beneath a correction
    ({"kind": "person" or "country", "name" or "code", "by"}). One that an editor touched keeps its row even where its
    words are gone, then without a paragraph: `last_place` says where they stood and whom it named ({"place": [anchor,
    fingerprint, start, end], "words", "person_id", "extracted_as_id", "country_id"}). What an editor `added`, `checked`
    or `corrected` no extractor changes.
    """

    class Standing(models.TextChoices):
        STANDS = "stands", "stands in the text"
        REJECTED = "rejected", "rejected by an editor"
        GONE = "gone", "no longer found"

    paragraph = models.ForeignKey(
        "articles.Paragraph", null=True, blank=True, on_delete=models.CASCADE, related_name="mentions"
    )
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    person = models.ForeignKey(
        "articles.Person", null=True, blank=True, on_delete=models.CASCADE, related_name="mentions"
    )
    extracted_as = extracted_as_another()
    country = models.ForeignKey(
        "articles.Country", null=True, blank=True, on_delete=models.PROTECT, related_name="mentions"
    )
    by = models.CharField(max_length=15, blank=True)
    confidence = models.FloatField()
    evidence = models.JSONField(default=list)
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.STANDS, db_default="stands")
    added = models.BooleanField(default=False, db_default=False)
    checked = models.BooleanField(default=False, db_default=False)
    corrected = models.BooleanField(default=False, db_default=False)
    found = models.JSONField(null=True, blank=True)
    last_place = models.JSONField(null=True, blank=True)

    objects = ShownManager()
    every = models.Manager["Mention"]()

    class Meta:
        ordering = ["paragraph_id", "start"]
        indexes = [merged_only("mention")]
        constraints = [
            models.CheckConstraint(condition=models.Q(start__lt=models.F("end")), name="mention_not_empty"),
            models.CheckConstraint(
                condition=STANDS_AND_NAMES | NAMES_NOBODY,
                name="mention_names_a_person_or_a_country_while_it_stands",
            ),
            confidence_is_a_share("mention"),
        ]

    def __str__(self) -> str:
        return f"{self.start}:{self.end}"

    @property
    def stands_in(self) -> Paragraph:
        """The paragraph of a mention that is not gone."""
        assert self.paragraph  # noqa: S101 -- a constraint of the table
        return self.paragraph

    @property
    def is_held(self) -> bool:
        """Whether an editor's word says whom it names, so that no extractor changes it."""
        return self.added or self.checked or self.corrected or self.standing != self.Standing.STANDS
