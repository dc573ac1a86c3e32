"""The articles that name a person, to choose from which of them mean another one: each with a sample."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Min, Q, QuerySet

from articles.models import Article, Mention, Person, Quotation, Role, Speaker

from .merge_candidates import MentionExample, mention_example
from .ordering import newest_first


@dataclass(frozen=True, slots=True)
class NamingArticle:
    """An article, what it calls the person, the first words around the name, and how often the person is quoted."""

    article: Article
    role: str
    sample: MentionExample | None
    quotations: int


def naming_articles(person: Person) -> QuerySet[Article]:
    """Return the articles that name a person or quote them, the newest first."""
    named = Mention.objects.filter(person=person).values("paragraph__article")
    said = Speaker.objects.filter(person=person).values("quotation__article")
    return Article.objects.filter(Q(pk__in=named) | Q(pk__in=said)).order_by(*newest_first())


def naming_entries(person: Person, keys: Sequence[int]) -> list[NamingArticle]:
    """Return these articles, in this order, with how each names the person (5 queries)."""
    articles = Article.objects.select_related("publisher").in_bulk(keys)
    roles = dict(Role.objects.filter(person=person, article__in=keys).values_list("article", "words"))
    mentions = Mention.objects.filter(person=person, paragraph__article__in=keys).order_by()
    first = mentions.values_list("paragraph__article").annotate(first=Min("pk"))
    examples = Mention.objects.filter(pk__in=[key for _, key in first]).select_related("paragraph__article")
    samples = {one.paragraph.article_id: mention_example(one) for one in examples if one.paragraph}
    speakers = Speaker.objects.filter(person=person, quotation__in=Quotation.objects.said().filter(article__in=keys))
    said = list(speakers.values_list("quotation__article", flat=True))
    return [
        NamingArticle(articles[key], roles.get(key, ""), samples.get(key), said.count(key))
        for key in keys
        if key in articles
    ]
