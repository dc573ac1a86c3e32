"""People: who is named in the archive, under which spellings and in which roles."""

import re
import unicodedata

from django.db import models
from django.urls import reverse

DASHES = re.compile(r"[-‐‑‒–—]")
NOT_OF_A_NAME = re.compile(r"[^\w\s]")


def fold(name: str) -> str:
    """Return a name without case, accents, hyphens, dots and doubled blanks, to look it up by."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(NOT_OF_A_NAME.sub("", DASHES.sub(" ", plain)).split())


class Person(models.Model):
    """One human being.

    `identity` is what makes the archive propose the same Person for two articles: the folded full name, or, for
    somebody an article knows by one name alone, that name tied to the article, since a lone "Smith" is nobody's
    namesake until an editor says so.
    """

    name = models.CharField(max_length=200)
    identity = models.CharField(max_length=250, unique=True)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "people"

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("person", args=[self.pk])

    @staticmethod
    def identity_of(name: str, article: int | None = None) -> str:
        """Return the identity of a full name or, with an article's key, of the one name that article knows."""
        return f"{fold(name)[:200]}@{article}" if article else fold(name)[:200]


class Alias(models.Model):
    """A spelling that leads to a Person; `folded` has no case, accents or hyphens, for looking up."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=200)
    folded = models.CharField(max_length=200, db_index=True)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "aliases"
        constraints = [models.UniqueConstraint(fields=["person", "name"], name="alias_once_a_person")]

    def __str__(self) -> str:
        return self.name


class Role(models.Model):
    """What one article calls a Person ("Pentagon spokesman"); dated by the article it stands in."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="roles")
    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="roles")
    words = models.CharField(max_length=300)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "article"], name="role_once_an_article")]

    def __str__(self) -> str:
        return self.words
