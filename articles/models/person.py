"""People: who is named in the archive, under which spellings and in which roles."""

from typing import Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef
from django.urls import reverse

from articles.models.in_use import InUseQuerySet
from articles.names.normalise import LONGEST_NAME, normalise, normalise_accents


class Person(models.Model):
    """One human being.

    `identity` is what makes the archive propose the same Person for two articles: the normalised full name, or, for
    somebody an article knows by one name alone, that name tied to the article, since a lone "Smith" is nobody's
    namesake until an editor says so.

    A Person who was found to be another one is `merged_into` them. The row stays, so that what is found under its name
    leads on, and so that the merge can be taken back; pages show the other in its place. `revision` counts what editors
    changed, so that the form of another is noticed to be of before.
    """

    name = models.CharField(max_length=200)
    identity = models.CharField(max_length=250, unique=True)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged", editable=False
    )
    revision = models.PositiveIntegerField(default=0, db_default=0, editable=False)

    objects = InUseQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "people"

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("person", args=[self.pk])

    @property
    def shown(self) -> "Person":
        """Whom pages show for this Person: the one it was merged into, or itself."""
        return self.merged_into.shown if self.merged_into else self

    @staticmethod
    def identity_of(name: str, article: int | None = None) -> str:
        """Return the identity of a full name or, with an article's key, of the one name that article knows.

        Initials are the same with blanks between them or without: "J.K. Vale" is "J. K. Vale".
        """
        folded = normalise(name.replace(".", ". "))[:LONGEST_NAME]
        return f"{folded}@{article}" if article else folded

    @classmethod
    def identities_of(cls, name: str, article: int | None = None) -> tuple[str, ...]:
        """Return by which identities somebody of that name is known, the most particular one first.

        Two who were two people before their names had one normal form ("Łukasz", "Lukasz") stay two until an editor
        says otherwise: one of them has an identity that ends with the letters of the name, as it was told apart by.
        """
        identity, letters = cls.identity_of(name), normalise_accents(name.replace(".", ". "))
        own = (f"{identity[:100]}~{letters[:100]}", identity) if letters != identity else (identity,)
        return tuple(f"{one}@{article}" for one in own) if article else own


def person_columns(person: Person) -> dict[str, Person | None]:
    """Return the columns of a row for a person as extracted: who is shown, and who was extracted where they differ."""
    shown = person.shown
    return {"person": shown, "extracted_as": person if shown != person else None}


def person_keys(person: Person) -> tuple[int, int | None]:
    """Return the same as keys: of who is shown, and of who was extracted where they differ."""
    shown = person.shown
    return shown.pk, person.pk if shown != person else None


class BlockingKey(models.Model):
    """One key by which a Person of a full name is found among those who may be called alike, to compare them.

    How names become keys is told by extraction/people/variants.py. A Person without any was never compared with others.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="blocking_keys")
    key = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="blocking_key_once_a_person")]
        indexes = [models.Index(fields=["key", "person"], name="blocking_key_latest_first")]

    def __str__(self) -> str:
        return self.key


def extracted_as_another() -> "models.ForeignKey[Person | None, Person | None]":
    """Return the column of the Person whom the extractor found, where another is shown since the two were merged."""
    return models.ForeignKey(
        Person, null=True, on_delete=models.PROTECT, related_name="+", db_index=False, editable=False
    )


def merged_only(noun: str) -> models.Index:
    """Return an index of the few rows that were extracted as somebody else than is shown."""
    as_another = models.Q(extracted_as__isnull=False)
    return models.Index(fields=["extracted_as"], condition=as_another, name=f"{noun}_extracted_as_another")


class RoleQuerySet(models.QuerySet["Role"]):
    """Roles that articles give people."""

    def given(self) -> Self:
        """Leave out the roles that an editor took from whom they are shown for; capitals make no other role."""
        removed = apps.get_model("articles", "EditedRole").objects.filter(person=OuterRef("person"), removed=True)
        return self.exclude(Exists(removed.filter(words__iexact=OuterRef("words"))))


class Role(models.Model):
    """What one article calls a Person ("Pentagon spokesman"); dated by the article it stands in.

    What editors gave people besides, or took from them, is in models/edited_role.py.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="roles")
    extracted_as = extracted_as_another()
    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="roles")
    words = models.CharField(max_length=300)

    objects = RoleQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "article"], name="role_once_an_article")]
        indexes = [merged_only("role")]

    def __str__(self) -> str:
        return self.words
