"""Stores the people whom an article names: the archive's Person for each, their spellings and roles."""

from collections.abc import Iterable, Sequence

from articles.extraction.findings import FoundPerson
from articles.models import Alias, Article, Person, Role
from articles.models.person import shown_as
from articles.names.normalise import normalise


def store_people(article: Article, found: Sequence[FoundPerson]) -> dict[str, Person]:
    """Return the archive's Person for every name found, with the aliases and the role this article gives."""
    identities = {person.name: Person.identity_of(person.name, None if person.full else article.pk) for person in found}
    by_identity = {identities[person.name]: person for person in found}
    rows = Person.objects.filter(identity__in=by_identity).select_related("merged_into")
    known = set(rows.values_list("identity", flat=True))
    new = (Person(identity=i, name=p.name[:200]) for i, p in by_identity.items() if i not in known)
    Person.objects.bulk_create(new, ignore_conflicts=True)  # another process may have made one meanwhile
    people = {row.identity: row for row in rows.all()}
    _store_roles(article, ((people[i], p.role) for i, p in by_identity.items() if p.role))
    Alias.objects.bulk_create(
        (
            Alias(person=person, extracted_as=extracted_as, name=p.name[:200], folded=normalise(p.name)[:200])
            for i, p in by_identity.items()
            for person, extracted_as in _spelt_so(people[i])
        ),
        ignore_conflicts=True,
    )
    return {name: people[identity] for name, identity in identities.items()}


def _store_roles(article: Article, called: Iterable[tuple[Person, str]]) -> None:
    """Store a role for each; of two who were merged, one stays their own, since an article gives each one role."""
    roles: dict[Person, Role] = {}
    for person, words in sorted(called, key=lambda pair: pair[0].merged_into_id is not None):
        whom = shown_as(person) if person.shown not in roles else {"person": person}
        roles.setdefault(whom["person"], Role(**whom, article=article, words=words[:300]))
    Role.objects.bulk_create(roles.values())


def _spelt_so(person: Person) -> Iterable[tuple[Person, Person | None]]:
    """Yield whom a name found leads to: the person, and where they were merged into others, each of those."""
    yield person, None
    other = person.merged_into
    while other:
        yield other, person
        other = other.merged_into
