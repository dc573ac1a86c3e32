"""Stores the people whom an article names: the archive's Person for each, their spellings and roles."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from articles.extraction.findings import FoundPerson
from articles.models import Alias, Article, Person, Role
from articles.names.normalise import LONGEST_NAME, normalise


def forget_roles(article: Article) -> None:
    """Delete the roles that an article gives people."""
    Role.objects.filter(article=article).delete()


def store_people(article: Article, found: Sequence[FoundPerson]) -> dict[str, Person]:
    """Return the archive's Person for every name found, with the aliases and the role this article gives."""
    possible = {person.name: Person.identities_of(person.name, None if person.full else article.pk) for person in found}
    rows = Person.objects.filter(identity__in=set(chain(*possible.values()))).select_related("merged_into")
    known = set(rows.values_list("identity", flat=True))
    identities = {name: next((one for one in own if one in known), own[-1]) for name, own in possible.items()}
    by_identity = {identities[person.name]: person for person in found}
    new = (Person(identity=i, name=p.name[:LONGEST_NAME]) for i, p in by_identity.items() if i not in known)
    Person.objects.bulk_create(new, ignore_conflicts=True)  # another process may have made one meanwhile
    people = {row.identity: row for row in rows.all()}
    _store_roles(article, ((people[i], p.role) for i, p in by_identity.items() if p.role))
    aliases = (alias for name, i in identities.items() for alias in _aliases(people[i], name))
    Alias.objects.bulk_create(aliases, ignore_conflicts=True)
    return {name: people[identity] for name, identity in identities.items()}


def _store_roles(article: Article, called: Iterable[tuple[Person, str]]) -> None:
    """Store a role for each; of two who were merged, one stays their own, since an article gives each one role."""
    roles: dict[Person, Role] = {}
    for person, words in sorted(called, key=lambda pair: pair[0].merged_into_id is not None):
        shown = person.shown if person.shown not in roles else person
        extracted_as = person if shown != person else None
        role = Role(person=shown, extracted_as=extracted_as, article=article, words=words[:300])
        roles.setdefault(shown, role)
    Role.objects.bulk_create(roles.values())


def _aliases(person: Person, name: str) -> Iterator[Alias]:
    """Yield the spelling for whom it leads to: the person, and where they were merged into others, each of those."""
    values = {"name": name[:LONGEST_NAME], "folded": normalise(name)[:LONGEST_NAME]}
    yield Alias(person=person, **values)
    other = person.merged_into
    while other:
        yield Alias(person=other, extracted_as=person, **values)
        other = other.merged_into
