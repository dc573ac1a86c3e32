"""The countries of ISO 3166-1 that articles of the archive named once, or name now."""

from django.db import models
from django.urls import reverse

from articles.models.in_use import InUseQuerySet


class Country(models.Model):
    """One entry of ISO 3166-1 (and XK for Kosovo), by the name English readers know it by."""

    code = models.CharField(max_length=2, primary_key=True)
    name = models.CharField(max_length=100)

    objects = InUseQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "countries"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(code__regex=r"^[A-Z]{2}$"),
                name="country_code_is_two_capitals",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("country", args=[self.code])
