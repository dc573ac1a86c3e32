"""Whom and what a name may mean that somebody is still typing."""

from django.db import connection
from django.db.models import Count, Q

from articles.models import Alias, Mention, Person, Role
from articles.models.person import LastWord, fold

SHORTEST = 2  # letters that are enough to look for
LONGEST = 200
SUGGESTED = 12
LAST_LETTER = "\U0010ffff"


def suggested_people(words: str, most: int = SUGGESTED) -> list[Person]:
    """Return the people whose name, or its last words, begin with these words, the most named first (2 queries).

    Each has `times`, the places that name them.
    """
    folded = fold(words[:LONGEST])
    if len(folded) < SHORTEST:
        return []
    called = Alias.objects.annotate(last_word=LastWord("folded")).filter(_begins("folded", folded) | _ends(folded))
    named = Mention.objects.filter(person__in=called.order_by().values("person")).order_by()
    times = dict(named.values_list("person").annotate(times=Count("pk")).order_by("-times", "person")[:most])
    people = Person.objects.in_bulk(times)
    for key, person in people.items():
        person.times = times[key]
    return [people[key] for key in times]


def with_roles(people: list[Person]) -> list[Person]:
    """Give people the `role` that most articles call them by, or nothing (1 query)."""
    counted = Role.objects.filter(person__in=people).order_by().values_list("person", "words")
    roles = {person: words for person, words, _ in counted.annotate(times=Count("pk")).order_by("times", "-words")}
    for person in people:
        person.role = roles.get(person.pk, "")  # the last one read is the most frequent
    return people


def _ends(folded: str) -> Q:
    """Match names that have these words behind others: the index of last words leaves few to look into."""
    return _begins("last_word", folded.rpartition(" ")[2]) & Q(folded__contains=f" {folded}")


def _begins(column: str, words: str) -> Q:
    """Match what begins with these words, in the way for which the database uses its index."""
    if connection.vendor == "sqlite":  # its LIKE takes no index; its order is that of the code points
        return Q(**{f"{column}__gte": words, f"{column}__lt": words + LAST_LETTER})
    return Q(**{f"{column}__startswith": words})
