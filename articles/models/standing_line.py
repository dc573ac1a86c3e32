"""Lines that a publisher puts under or over many of its articles."""

from django.db import models


class StandingLine(models.Model):
    """A line that stands in so many articles of one publisher that it is text of none (content/standing_lines.py).

    It is known by its fingerprint, whoever printed it: what is a standing line of one paper comes to others with its
    articles.
    """

    fingerprint = models.CharField(max_length=32, primary_key=True)

    def __str__(self) -> str:
        return self.fingerprint
