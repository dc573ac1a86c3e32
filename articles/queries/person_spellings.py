"""Where a person's spellings come from: the articles that have them, or an editor."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Count, F, Min
from django.db.models.functions import Substr

from articles.models import Alias, Article, Correction, Mention, Person

MOST_READ = 5_000  # places whose words are compared with the spellings


@dataclass(frozen=True, slots=True)
class SpellingSource:
    """A spelling, the first of the articles that have it word for word and how many places do, and who added it."""

    name: str
    article: Article | None
    times: int
    editor: User | None


def spelling_sources(person: Person) -> list[SpellingSource]:
    """Return the spellings that lead to a person, each with its source (4 queries)."""
    names = list(person.aliases.filter(removed=False).values_list("name", flat=True))
    places = _places(person)
    articles = Article.objects.in_bulk([first for name, (first, _) in places.items() if name in names])
    added = _added(person)
    return [
        SpellingSource(name, articles.get(first or 0), times, added.get(name))
        for name in names
        for first, times in [places.get(name, (None, 0))]
    ]


def other_spellings(people: Collection[int]) -> Mapping[int, list[str]]:
    """Return for each of these people the spellings beside their name, by name (1 query)."""
    spelled: dict[int, list[str]] = defaultdict(list)
    rows = Alias.objects.filter(person__in=people, removed=False).exclude(name=F("person__name"))
    for person, name in rows.order_by("person", "name").values_list("person_id", "name"):
        spelled[person].append(name)
    return spelled


def _places(person: Person) -> Mapping[str, tuple[int, int]]:
    """Return for each way in which texts name the person the first article and the number of places."""
    words = Substr("paragraph__text", F("start") + 1, F("end") - F("start"))
    some = Mention.objects.filter(pk__in=Mention.objects.filter(person=person).order_by("pk").values("pk")[:MOST_READ])
    rows = some.order_by().annotate(words=words).values_list("words")
    counted = rows.annotate(first=Min("paragraph__article"), times=Count("pk"))
    return {name: (first, times) for name, first, times in counted}


def _added(person: Person) -> dict[str, User]:
    """Return who added each spelling; a name of before is by whom it was renamed."""
    rows = Correction.objects.filter(person=person, field__in=(Correction.Field.ALIAS, Correction.Field.NAME))
    added: dict[str, User] = {}
    for one in rows.select_related("editor").order_by("pk"):
        added[one.after if isinstance(one.after, str) else one.after[0]["name"]] = one.editor
    return added
