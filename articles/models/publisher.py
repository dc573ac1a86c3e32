"""Who published an article."""

from django.db import models


class Publisher(models.Model):
    """The outlet that published an article ("Al Jazeera"); never the person who is quoted in it."""

    name = models.CharField(max_length=300, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
