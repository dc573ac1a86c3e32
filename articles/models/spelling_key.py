"""Spelling keys: by what the names of people, and of whoever else is quoted, are found."""

from collections.abc import Iterable

from django.db import models

from articles.models.bulk_rows import insert_missing
from articles.names.normalise import LONGEST_NAME
from articles.names.spellings import lookup_keys


class SpellingKey(models.Model):
    """One key of a spelling: a word of it, or all of it, in one way to write it (articles/names/spellings.py).

    The keys of a spelling follow from it alone, so they are stored once, however many it leads to, and stay where
    nobody is called so any more.
    """

    key = models.CharField(max_length=201, db_index=True)
    name = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "key"], name="spelling_key_once")]

    def __str__(self) -> str:
        return self.key

    @staticmethod
    def store(names: Iterable[str]) -> None:
        """Store the keys of these spellings, where they aren't there yet; what is too long to be found has none."""
        found = sorted({name for name in names if len(name) <= LONGEST_NAME})
        insert_missing(SpellingKey, ("name", "key"), ((name, key) for name in found for key in lookup_keys(name)))
