"""Whom a name may mean that somebody is still typing."""

from collections.abc import Collection

from django.db.models import Count, Max, Value

from articles.identity.lookup import spelled_from
from articles.models import EditedRole, Mention, Person, Role
from articles.names.normalise import LONGEST_NAME, normalise

from .counted import CountedEntity, counted_people

SHORTEST = 2  # letters that are enough to look for
SUGGESTED = 12


def autocomplete_people(words: str, limit: int = SUGGESTED) -> list[CountedEntity[Person]]:
    """Return the people whose names have these words, the last of which may go on, the most mentioned first.

    Each comes with the number of places that mention them (2 queries).
    """
    words = words[:LONGEST_NAME]
    if len(normalise(words)) < SHORTEST:
        return []
    mentions = Mention.objects.filter(person__in=spelled_from(words).order_by().values("person")).order_by()
    counted = mentions.values_list("person_id").annotate(times=Count("pk")).order_by("-times", "person")
    return counted_people({key: times for key, times in counted[:limit] if key})


def roles_of(people: Collection[int]) -> dict[int, str]:
    """Return each one's latest role by an editor's word, else the one that most articles give, by their keys (1 query).

    Nobody without a role is among them.
    """
    given = Role.objects.given().filter(person__in=people).order_by().values_list("person_id", "words")
    edited = EditedRole.objects.filter(person__in=people, removed=False).order_by().values_list("person_id", "words")
    rows = given.annotate(by_editor=Value(0), times=Count("pk")).union(
        edited.annotate(by_editor=Value(1), times=Max("pk")), all=True
    )
    ordered = sorted(rows, key=lambda row: (row[2], row[3], [-ord(sign) for sign in row[1]]))
    return {person: words for person, words, _, _ in ordered}  # the last one read counts
