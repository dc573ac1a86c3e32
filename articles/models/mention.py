"""Mentions: the places in a paragraph that name a person or a country."""

from django.db import models

from articles.models.constraints import confidence_is_a_share, person_or_country
from articles.models.person import extracted_as_another, merged_only


class Mention(models.Model):
    """One place that names a Person or a Country: half-open code points of its paragraph.

    `by` says what names a country: its name, people, capital, government or a place in it. That the span ends within
    its paragraph is held by a trigger of the database (migration 0002).
    """

    paragraph = models.ForeignKey("articles.Paragraph", on_delete=models.CASCADE, related_name="mentions")
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

    class Meta:
        ordering = ["paragraph_id", "start"]
        indexes = [merged_only("mention")]
        constraints = [
            models.CheckConstraint(condition=models.Q(start__lt=models.F("end")), name="mention_not_empty"),
            person_or_country("mention_names_a_person_or_a_country"),
            confidence_is_a_share("mention"),
        ]

    def __str__(self) -> str:
        return f"{self.start}:{self.end}"
