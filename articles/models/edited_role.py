"""Roles that editors gave people, or took from them."""

from django.db import models

from articles.models.person import extracted_as_another


class EditedRole(models.Model):
    """A role that a Person has by an editor's word, or does not have whatever articles say (`removed`).

    `since` is when somebody came to have it, an ISO date as exactly as it is known, "" where it is not. Words that
    differ in capitals alone are one role. The last row of a role counts; who decided so is a Correction.
    """

    person = models.ForeignKey("articles.Person", on_delete=models.CASCADE, related_name="edited_roles")
    extracted_as = extracted_as_another()
    words = models.CharField(max_length=300)
    since = models.CharField(max_length=40, blank=True)
    removed = models.BooleanField(default=False)

    class Meta:
        ordering = ["person_id", "pk"]

    def __str__(self) -> str:
        return self.words
