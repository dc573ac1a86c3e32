"""Aliases: the spellings that lead to people."""

from collections.abc import Iterable
from typing import Any, Self

from django.db import models

from articles.models.person import Person, extracted_as_another, merged_only
from articles.models.spelling_key import SpellingKey


class AliasQuerySet(models.QuerySet["Alias"]):
    """Aliases, which are stored with the keys of their spellings."""

    def bulk_create(self, objs: Iterable["Alias"], *args: Any, **kwargs: Any) -> list["Alias"]:
        aliases = list(objs)
        SpellingKey.store(alias.name for alias in aliases)
        return super().bulk_create(aliases, *args, **kwargs)

    def leading(self) -> Self:
        """Keep the spellings that lead to somebody: those that no editor took away."""
        return self.filter(removed=False)


class Alias(models.Model):
    """A spelling that leads to a Person. It is looked up by its keys; `folded` is its normal form.

    One that an editor took away is `removed`: it leads nowhere and keeps its row, so that no import brings it back.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="aliases")
    extracted_as = extracted_as_another()
    name = models.CharField(max_length=200)
    folded = models.CharField(max_length=200, db_index=True)
    removed = models.BooleanField(default=False, db_default=False)

    objects = AliasQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "aliases"
        constraints = [models.UniqueConstraint(fields=["person", "name"], name="alias_once_a_person")]
        indexes = [merged_only("alias"), models.Index(fields=["name"], name="alias_by_name")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        SpellingKey.store([self.name])
        super().save(*args, **kwargs)
