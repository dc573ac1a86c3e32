"""Whom and what a name may mean that somebody is still typing."""

from django.db.models import Count

from articles.identity.lookup import spelled_from
from articles.models import Mention, Person, Role
from articles.names.normalise import LONGEST_NAME, normalise

SHORTEST = 2  # letters that are enough to look for
SUGGESTED = 12


def suggested_people(words: str, most: int = SUGGESTED) -> list[Person]:
    """Return the people whose name, or its last words, begin with these words, the most named first (2 queries).

    Each has `times`, the places that name them.
    """
    folded = normalise(words[:LONGEST_NAME])
    if len(folded) < SHORTEST:
        return []
    named = Mention.objects.filter(person__in=spelled_from(folded).order_by().values("person")).order_by()
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
