"""By which hashes an import knows what was withdrawn or erased, and is not to come in again."""

from django.db import models


class BarredContent(models.Model):
    """One hash of a withdrawn or erased article, which is named by number, since it outlives the article's row.

    BLAKE2b, 32 hexadecimal digits: of its id in its source, of the content of one of its versions, or of the words of
    a body paragraph (articles/withdrawal/barring.py).
    """

    class Of(models.TextChoices):
        ID = "id", "id in its source"
        CONTENT = "content", "content of a version"
        TEXT = "text", "words of a body paragraph"

    article_number = models.BigIntegerField(db_index=True)
    of = models.CharField(max_length=10, choices=Of)
    hash = models.CharField(max_length=32)

    class Meta:
        indexes = [models.Index(fields=["hash"], name="barred_content_by_hash")]

    def __str__(self) -> str:
        return f"{self.of} of article {self.article_number}"
