"""Sections: in which part of a paper or site an article stands, across publishers."""

from django.db import models

from articles.names.identity import LONGEST_IDENTITY
from articles.names.sections import LONGEST_SECTION


class Section(models.Model):
    """A part of papers and sites ("Politics"), of all publishers that have one of that name.

    `identity` is what all texts have in common that name it (articles/names/sections.py); `name` is what pages show.
    """

    name = models.CharField(max_length=LONGEST_SECTION)
    identity = models.CharField(max_length=LONGEST_IDENTITY, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class SectionAlias(models.Model):
    """A text that leads to a Section, exactly as articles or editors write it ("us-news/politics")."""

    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=LONGEST_SECTION, unique=True)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "section aliases"

    def __str__(self) -> str:
        return self.name
