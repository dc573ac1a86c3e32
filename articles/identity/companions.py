"""Companions: whom the articles that name somebody name too; by them two people of variant names are told apart or not.

Whoever stands in one article of `UBIQUITOUS` shows nothing, since they stand beside everybody; that is known from some
hundred articles spread over the archive. The cost of asking for somebody's companions hangs on no archive's size.
"""

from collections import Counter

from articles.models import Article, Mention, Person

UBIQUITOUS = 40  # one of so many articles names them
SPREAD = 400  # articles by which it is known who is named everywhere
MENTIONS, ARTICLES = 300, 60  # the latest of somebody's that are looked at


def ubiquitous_people() -> frozenset[int]:
    """Return the keys of the people whom one article of `UBIQUITOUS` names (2 queries)."""
    keys = list(Article.objects.order_by("pk").values_list("pk", flat=True))
    spread = keys[:: max(1, len(keys) // SPREAD)]
    named = Counter(person for person, _, _ in _named_in(spread))
    return frozenset(person for person, times in named.items() if times > max(2, len(spread) / UBIQUITOUS))


def companions_of(person: Person, ubiquitous: frozenset[int]) -> dict[int, str]:
    """Return the names of a person's companions by their keys, those in most of the articles first (2 queries)."""
    latest = Mention.objects.filter(person=person).order_by("-pk").values_list("paragraph__article", flat=True)
    articles = list(dict.fromkeys(latest[:MENTIONS]))[:ARTICLES]
    named = _named_in(articles)
    names = {key: name for key, name, _ in named if key != person.pk and key not in ubiquitous}
    times = Counter(key for key, _, _ in named)
    return {key: names[key] for key in sorted(names, key=lambda key: (-times[key], key))}


def named_together(one: Person, other: Person) -> bool:
    """Say whether an article names two people (1 query)."""
    articles = Mention.objects.filter(person=other).values("paragraph__article")
    return Mention.objects.filter(person=one, paragraph__article__in=articles).exists()


def _named_in(articles: list[int]) -> set[tuple[int, str, int]]:
    """Return the people of full names whom articles name: key, name and the article's key."""
    full = Mention.objects.filter(paragraph__article__in=articles, person__isnull=False)
    rows = full.exclude(person__identity__contains="@").order_by()
    return set(rows.values_list("person", "person__name", "paragraph__article"))
