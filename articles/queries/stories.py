"""What pages read of stories: the copies of an article."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import F

from articles.models import Article, StoryMember

from .articles import opening

MOST_COPIES = 20  # that an article's page names


@dataclass(frozen=True, slots=True)
class Copies:
    """The other articles of a story, the first published first, and how many there are besides those named."""

    named: list[Article]
    more: int


def copies_of(article: Article) -> Copies:
    """Return the near-identical copies of an article (1 query, 2 where there are more than are named)."""
    story = StoryMember.objects.filter(article=article).values("story")
    others = Article.objects.filter(story_member__story__in=story).exclude(pk=article.pk)
    rows = others.select_related("publisher", "section").annotate(opening_text=opening())
    named: list[Article] = [*rows.order_by(F("published_from").asc(nulls_last=True), "pk")[:MOST_COPIES]]
    return Copies(named, others.count() - len(named) if len(named) == MOST_COPIES else 0)


def stories_of(articles: Collection[int]) -> dict[int, int]:
    """Return of which article each of these is a copy, itself where it is none, as far as it was compared (1 query)."""
    return dict(StoryMember.objects.filter(article__in=articles).values_list("article", "story"))
