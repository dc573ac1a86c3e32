"""The people and countries that the archive uses now, among all that it has rows for."""

from typing import Self, TypeVar

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef

Row = TypeVar("Row", bound=models.Model)
USED_IN = ("Mention", "Speaker", "Subject")  # the tables with a column for each kind of row


class InUseQuerySet(models.QuerySet[Row]):
    """Rows that mentions, speakers and subjects of quotations name."""

    def in_use(self) -> Self:
        """Keep who is mentioned somewhere, has said something or is spoken of.

        Whom only an earlier version of an article named keeps a row, but is listed nowhere.
        """
        here = {str(self.model._meta.model_name): OuterRef("pk")}
        mentions, speakers, subjects = (apps.get_model("articles", name).objects.filter(**here) for name in USED_IN)
        said = apps.get_model("articles", "Quotation").objects.said()
        in_quotations = Exists(speakers.filter(quotation__in=said)) | Exists(subjects.filter(quotation__in=said))
        return self.filter(Exists(mentions) | in_quotations)
