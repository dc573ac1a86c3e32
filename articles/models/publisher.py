"""Publishers: who published an article, under which spellings."""

from django.db import models
from django.urls import reverse

from articles.names.identity import LONGEST_IDENTITY
from articles.names.publishers import LONGEST_PUBLISHER

LONGEST_SLUG = 80


class Publisher(models.Model):
    """The outlet that published an article ("Al Jazeera"); never the person who is quoted in it.

    `identity` is what all spellings have in common that are one publisher's for sure (articles/names/publishers.py);
    `name` is the one that pages show, and `slug` its place in addresses, which stays whatever the name becomes.

    A Publisher who was found to be another one is `merged_into` it. The row stays, so that its spellings and addresses
    lead on, and so that the merge can be taken back; pages show the other in its place.
    """

    name = models.CharField(max_length=LONGEST_PUBLISHER, db_index=True)
    identity = models.CharField(max_length=LONGEST_IDENTITY, unique=True)
    slug = models.CharField(max_length=LONGEST_SLUG, unique=True)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged", editable=False
    )

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("publisher", args=[self.slug])

    @property
    def shown(self) -> "Publisher":
        """Which one pages show for this Publisher: the one it was merged into, or itself."""
        return self.merged_into.shown if self.merged_into else self


def named_as_another() -> "models.ForeignKey[Publisher | None, Publisher | None]":
    """Return the column of the Publisher that was named, where another is shown since the two were merged."""
    return models.ForeignKey(
        Publisher, null=True, on_delete=models.PROTECT, related_name="+", db_index=False, editable=False
    )


def renamed_only(noun: str) -> models.Index:
    """Return an index of the few rows that name another Publisher than is shown."""
    as_another = models.Q(named_as__isnull=False)
    return models.Index(fields=["named_as"], condition=as_another, name=f"{noun}_named_as")


class PublisherAlias(models.Model):
    """A spelling that leads to a Publisher, exactly as articles or editors write it."""

    publisher = models.ForeignKey(Publisher, on_delete=models.CASCADE, related_name="aliases")
    named_as = named_as_another()
    name = models.CharField(max_length=LONGEST_PUBLISHER, unique=True)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "publisher aliases"
        indexes = [renamed_only("publisher_alias")]

    def __str__(self) -> str:
        return self.name
