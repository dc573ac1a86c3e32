"""Stores the people whom an article names: the archive's Person for each, their roles and spellings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from articles.extraction.findings import FoundPerson
from articles.identity.merged_people import people_of_identities, with_whom_they_were_merged_into
from articles.models import Alias, Article, Person, PersonInArticle, Role, SpellingKey
from articles.models.bulk_rows import Row, insert_for_keys, insert_missing, select_rows
from articles.names.normalise import LONGEST_NAME, normalise


def forget_roles(article: Article) -> None:
    """Delete the roles that an article gives people."""
    Role.objects.filter(article=article).delete()


def store_people(article: Article, found: Sequence[FoundPerson]) -> dict[str, Person]:
    """Return the archive's Person for every name found, made where there is none, and store the roles given here."""
    possible = _possible(article, found)
    people = people_of_identities(set(chain(*possible.values())))
    identities = {name: next((one for one in own if one in people), own[-1]) for name, own in possible.items()}
    by_identity = {identities[person.name]: person for person in found}
    people |= _made({i: p.name[:LONGEST_NAME] for i, p in by_identity.items() if i not in people})
    people = _meant_in(article, people)
    _store_roles(article, ((people[i], p.role) for i, p in by_identity.items() if p.role))
    return {name: people[identity] for name, identity in identities.items()}


def _meant_in(article: Article, people: dict[str, Person]) -> dict[str, Person]:
    """Put whom an editor said an article means in the place of whom the names lead to elsewhere (1 query, mostly)."""
    meant = dict(select_rows(PersonInArticle, ("found_id", "person_id"), "article_id", [article.pk]))
    if not meant:
        return people
    others = with_whom_they_were_merged_into(Person.objects.in_bulk(meant.values()))
    return {identity: others[meant[one.pk]] if one.pk in meant else one for identity, one in people.items()}


def known_people(article: Article, found: Sequence[FoundPerson]) -> list[Person]:
    """Return the people of the archive who may be those that were found."""
    return list(people_of_identities(set(chain(*_possible(article, found).values()))).values())


def _possible(article: Article, found: Sequence[FoundPerson]) -> dict[str, tuple[str, ...]]:
    """Return the identities that each name found may have; one that is no full name is tied to its article."""
    return {person.name: Person.identities_of(person.name, None if person.full else article.pk) for person in found}


def _made(names: Mapping[str, str]) -> dict[str, Person]:
    """Make people of these names, by their identities, which the archive does not know; the caller has the lock."""
    keys = insert_for_keys(Person, ("identity", "name"), names.items())
    return {i: Person(pk=key, identity=i, name=name) for key, (i, name) in zip(keys, names.items(), strict=True)}


def _store_roles(article: Article, called: Iterable[tuple[Person, str]]) -> None:
    """Store a role for each; of two who were merged, one stays their own, since an article gives each one role."""
    roles: dict[int, Row] = {}
    for person, words in sorted(called, key=lambda pair: pair[0].merged_into_id is not None):
        shown = person.shown.pk if person.shown.pk not in roles else person.pk
        extracted_as = person.pk if shown != person.pk else None
        roles.setdefault(shown, (shown, extracted_as, article.pk, words[:300]))
    insert_missing(Role, ("person_id", "extracted_as_id", "article_id", "words"), roles.values())


def store_aliases(spelled: Iterable[tuple[Person, str]]) -> None:
    """Store the spellings of people that the archive does not have yet, with the keys by which they are found."""
    aliases = {alias[:2]: alias for person, name in spelled for alias in _aliases(person, name)}
    known = set(select_rows(Alias, ("person_id", "name"), "person_id", {person for person, _ in aliases}))
    new = [alias for which, alias in aliases.items() if which not in known]
    SpellingKey.store(name for _, name, _, _ in new)
    insert_missing(Alias, ("person_id", "name", "folded", "extracted_as_id"), new)


def _aliases(person: Person, name: str) -> Iterator[tuple[int, str, str, int | None]]:
    """Yield the spelling for whom it leads to: the person, and where they were merged into others, each of those."""
    values = name[:LONGEST_NAME], normalise(name)[:LONGEST_NAME]
    yield person.pk, *values, None
    other = person.merged_into
    while other:
        yield other.pk, *values, person.pk
        other = other.merged_into
