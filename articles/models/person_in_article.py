"""Two people of one name: whom the name means in an article, by an editor's word."""

from django.db import models


class PersonInArticle(models.Model):
    """In one article, whoever is found as one Person is another one, whatever their name leads to elsewhere.

    So it lasts when the article is imported or extracted again. It is never taken back: two who are one again are
    merged (identity/split.py).
    """

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="+")
    found = models.ForeignKey("articles.Person", on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("articles.Person", on_delete=models.CASCADE, related_name="in_articles")

    class Meta:
        ordering = ["article_id", "pk"]
        constraints = [models.UniqueConstraint(fields=["article", "found"], name="person_in_article_once")]

    def __str__(self) -> str:
        return f"{self.found} in article {self.article_id} is {self.person}"
