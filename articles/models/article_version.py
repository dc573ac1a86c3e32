"""The imported versions of an article: what its source said each time, kept for good."""

import json
import zlib
from typing import Any, Self

from django.db import models


class ArticleVersion(models.Model):
    """What one import brought: the article's values and its text, before any correction.

    `content` is JSON, compressed by zlib: {"values": the imported values as Article.imported keeps them, "paragraphs":
    [[kind, text], …] in reading order without title and standfirst}. `place` is where the source stood ("news.jsonl,
    line 12").
    """

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    content_hash = models.CharField(max_length=64, db_index=True)
    place = models.CharField(max_length=400, blank=True)
    at = models.DateTimeField()
    content = models.BinaryField()

    class Meta:
        ordering = ["article_id", "number"]
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="article_version_number_once")]

    def __str__(self) -> str:
        return f"version {self.number} of article {self.article_id}"

    @staticmethod
    def packed(content: dict[str, Any]) -> bytes:
        """Return the content of a version as it is stored."""
        return zlib.compress(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode())

    def unpacked(self) -> dict[str, Any]:
        """Return the content of this version."""
        content: dict[str, Any] = json.loads(zlib.decompress(bytes(self.content)))
        return content

    @classmethod
    def latest_of(cls, article: int) -> Self | None:
        """Return the newest version of an article, by its key."""
        return cls.objects.filter(article=article).order_by("-number").first()
