"""Subjects: the people and countries that a Quotation speaks of, so that "what did X say about Y" can be asked."""

from collections.abc import Iterable

from django.db import models

from articles.extraction.findings import SubjectWay
from articles.models.constraints import confidence_is_a_share, person_or_country
from articles.models.country import Country
from articles.models.person import Person, extracted_as_another, merged_only
from articles.models.withheld_person import ShownManager


class Subject(models.Model):
    """A Person or a Country that a Quotation speaks of, and how that is known.

    An editor's correction replaces all of a quotation's; then each is there by the editor's word. `evidence` has the
    form of models/evidence.py.
    """

    class Way(models.TextChoices):
        NAMED = SubjectWay.NAMED.value, "named in the words"
        BESIDE = SubjectWay.BESIDE.value, "named beside the words"
        PRONOUN = SubjectWay.PRONOUN.value, "meant by a pronoun"
        HOME = SubjectWay.HOME.value, "the speaker's own country"
        EDITOR = "editor", "told by an editor"

    quotation = models.ForeignKey("articles.Quotation", on_delete=models.CASCADE, related_name="about")
    ordinal = models.PositiveSmallIntegerField()
    person = models.ForeignKey(
        "articles.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="spoken_of"
    )
    extracted_as = extracted_as_another()
    country = models.ForeignKey(
        "articles.Country", null=True, blank=True, on_delete=models.PROTECT, related_name="spoken_of"
    )
    way = models.CharField(max_length=10, choices=Way)
    confidence = models.FloatField()
    evidence = models.JSONField(default=list)

    objects = ShownManager()
    every = models.Manager["Subject"]()

    class Meta:
        ordering = ["quotation_id", "ordinal"]
        indexes = [merged_only("subject")]
        constraints = [
            models.UniqueConstraint(fields=["quotation", "ordinal"], name="subject_ordinal_once"),
            person_or_country("subject_is_a_person_or_a_country"),
            confidence_is_a_share("subject"),
        ]

    def __str__(self) -> str:
        return self.who.name

    @property
    def who(self) -> Person | Country:
        """The person or the country."""
        who = self.person or self.country
        assert who  # noqa: S101 -- a constraint of the table
        return who

    @property
    def kind(self) -> str:
        """What it is: "person" or "country"."""
        return "person" if self.person_id else "country"


def each_once(subjects: Iterable[Subject]) -> list[Subject]:
    """Return the subjects in order, each person and country once: two whom a quotation names may have been merged."""
    kept: dict[tuple[int | None, str | None], Subject] = {}
    for subject in subjects:
        kept.setdefault((subject.person_id, subject.country_id), subject)
    return list(kept.values())
