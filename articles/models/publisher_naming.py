"""By which of its spellings a publisher goes: what editors chose, kept for good."""

from django.db import models

from articles.models.pair import KeptDecision
from articles.models.publisher import Publisher
from articles.names.publishers import LONGEST_PUBLISHER


class PublisherNaming(KeptDecision):
    """One choice of the name that pages show for a Publisher: what it was, what it became, who chose it and why.

    The database refuses an update by a trigger (migration 0020).
    """

    publisher = models.ForeignKey(Publisher, on_delete=models.PROTECT, related_name="namings")
    before = models.CharField(max_length=LONGEST_PUBLISHER)
    after = models.CharField(max_length=LONGEST_PUBLISHER)

    class Meta:
        ordering = ["publisher_id", "pk"]

    def __str__(self) -> str:
        return f"{self.before} is called {self.after}"
