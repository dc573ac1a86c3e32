"""Stories: which articles are near-duplicates of one another, and by what they are found.

Near-duplicates are joined however many steps lie between them, and the story is named by the earliest of them.
"""

from django.db import models


class SketchHash(models.Model):
    """One hash of the bottom-k sketch by which an article's text is looked up (articles/duplicates/shingles.py).

    An article has 24 of them; none where its text is too short to be a copy.
    """

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="sketch")
    hash = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["hash", "article"], name="sketch_by_hash")]

    def __str__(self) -> str:
        return f"{self.hash} of article {self.article_id}"


class NearDuplicatePair(models.Model):
    """Two articles whose texts are near-duplicates, each pair once."""

    first = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="+", db_index=False)
    second = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="near_duplicates_once"),
            models.CheckConstraint(condition=models.Q(first__lt=models.F("second")), name="near_duplicates_in_order"),
        ]

    def __str__(self) -> str:
        return f"articles {self.first_id} and {self.second_id}"


class StoryMember(models.Model):
    """To which story an article belongs: the earliest of its copies, itself where it has none.

    An article without a row, or with one of another `version` of the comparison, is still to be compared. One that
    names a story of others can't be deleted: it has to leave its story first (`articles/withdrawal/`).
    """

    article = models.OneToOneField(
        "articles.Article", primary_key=True, on_delete=models.CASCADE, related_name="story_member"
    )
    story = models.ForeignKey("articles.Article", on_delete=models.RESTRICT, related_name="story_members")
    version = models.PositiveSmallIntegerField(db_index=True)

    def __str__(self) -> str:
        return f"article {self.article_id} of story {self.story_id}"
