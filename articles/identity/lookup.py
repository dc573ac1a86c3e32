"""The archive's people by the names that readers, editors or the extractor give; nothing else reads their spellings.

A name leads to people by the keys of their spellings (articles/names/spellings.py), which lie in an index: by all its
words, as whole words and in any order (`people_called`, `people_by_name`), as a whole (`people_by_whole_name`,
`person_named`), in both ways (`people_named`), and, while somebody types, by how words begin (`spelled_from`,
`spelled_with`). Each is one query, however many names it asks for. Whoever was merged with somebody else is found as
them; whoever is withheld is not found.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from django.db.models import Q, QuerySet

from articles.identity.spelling_index import all_words, begun, going_on, likely_words, spelled_by, whole_name
from articles.models import Alias, Person
from articles.models.withheld_person import withheld
from articles.names.match import known_words, name_words, words_fit
from articles.names.normalise import LONGEST_NAME, normalise
from articles.names.spellings import whole_keys

NamesByKey = dict[int | str, str]  # the name that is shown for each key: a person's number, a country's code


def people_called(name: str) -> QuerySet[Person]:
    """Return the people with a spelling that has all words of this name, as whole words and in any order.

    Lists take it as a subquery: a surname may be that of hundreds, one for each article that gives it alone.
    """
    return Person.objects.filter(pk__in=_aliases(all_words(name_words(name))).values("person"))


def people_by_name(names: Collection[str]) -> dict[str, NamesByKey]:
    """Return for each name the people `people_called` finds, as their numbers and the names they are shown by.

    Who has most of the fitting spellings comes first. However many the names, it is one query, and none for no names.
    """
    return people_named(names, ())[0]


def people_by_whole_name(names: Collection[str]) -> dict[str, list[int]]:
    """Return for each name the numbers of the people of whom it is a whole spelling, in order. One query."""
    return {name: list(people) for name, people in people_named((), names)[1].items()}


def people_named(
    by_words: Collection[str], whole: Collection[str]
) -> tuple[dict[str, NamesByKey], dict[str, dict[int, str]]]:
    """Return whom names lead to by all their words, and whom others lead to as whole spellings, with the names shown.

    These are the answers of `people_by_name` and `people_by_whole_name`, in one query for both.
    """
    asked = {name: words for name in by_words if (words := name_words(name))}
    alone = len(asked) == 1 and not whole  # then exactly those are read who are called so
    keys = all_words(*asked.values()) if alone else likely_words(asked.values()) | whole_name(whole)
    aliases = _unmerged(_aliases(keys))
    known = [((person, shown), known_words(spelling)) for shown, person, spelling in aliases] if asked else []
    found = {name: [who for who, its in known if words_fit(words, its)] for name, words in asked.items()}
    return {name: _most_spelled(found.get(name, ())) for name in by_words}, _by_whole_name(whole, aliases)


def _by_whole_name(names: Collection[str], aliases: Iterable[tuple[str, int, str]]) -> dict[str, dict[int, str]]:
    people: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for shown, person, spelling in aliases if names else ():
        for key in whole_keys(spelling):
            people[key][person] = shown
    return {name: dict(sorted(pair for key in whole_keys(name) for pair in people[key].items())) for name in names}


def people_spelled(keys: Q, most: int) -> list[tuple[int, str]]:
    """Return people with the spellings of theirs that have such keys (spelling_index.py), `most` at the most."""
    rows = _aliases(keys).order_by().values_list("person__name", "person", "name", "person__merged_into")
    return [(person, spelling) for _, person, spelling in _not_merged(rows[:most])]


def spelled_with(beginning: str) -> QuerySet[Alias]:
    """Return the aliases in which a word begins with each word of this text."""
    return _aliases(begun(beginning))


def spelled_from(typed: str) -> QuerySet[Alias]:
    """Return the aliases with these words in a row, the last of which may go on."""
    return _aliases(going_on(typed))


def person_named(name: str, article: int) -> Person:
    """Return the person of this name whom the article names, else the archive's, else a new one."""
    called = people_by_whole_name([name])[name]
    here = Person.objects.filter(pk__in=called, mentions__paragraph__article_id=article).distinct()
    return _strictly(name, here) or here.first() or _person_of_the_archive(name, called)


def _strictly(name: str, people: QuerySet[Person]) -> Person | None:
    """Return who of these people has this name in its own normal form."""
    return people.filter(aliases__folded=normalise(name)).first()


def _person_of_the_archive(name: str, called: Collection[int]) -> Person:
    """The archive's person of that full name, else the only one who is called so in another way to write it.

    Else they are made, with the alias that they are found by.
    """
    identities = Person.identities_of(name)
    known = {person.identity: person for person in Person.objects.filter(identity__in=identities)}
    person = next((known[one] for one in identities if one in known), None)
    person = person or _only(called) or _new(name)
    _spell(person, name)
    return person.shown


def new_person(name: str) -> Person:
    """Make somebody of this name, whoever else is called so; two of one name have identities that are told apart."""
    identity, number = Person.identity_of(name), 1
    while Person.objects.filter(identity=_numbered(identity, number)).exists():
        number += 1
    person = Person.objects.create(identity=_numbered(identity, number), name=name[:LONGEST_NAME])
    _spell(person, name)
    return person


def _numbered(identity: str, number: int) -> str:
    return identity if number == 1 else f"{identity}#{number}"


def _spell(person: Person, name: str) -> None:
    person.aliases.get_or_create(name=name[:LONGEST_NAME], defaults={"folded": normalise(name)[:LONGEST_NAME]})


def _only(called: Collection[int]) -> Person | None:
    """Return the one of these people whom the archive knows by a full name, if there is but one."""
    full = list(Person.objects.filter(pk__in=called).exclude(identity__contains="@")[:2])
    return full[0] if len(full) == 1 else None


def _new(name: str) -> Person:
    return Person.objects.get_or_create(identity=Person.identity_of(name), defaults={"name": name[:LONGEST_NAME]})[0]


def _aliases(keys: Q) -> QuerySet[Alias]:
    return Alias.objects.leading().exclude(person__in=withheld()).filter(name__among=spelled_by(keys))


def _unmerged(aliases: QuerySet[Alias]) -> list[tuple[str, int, str]]:
    """Return the name shown, the person and the spelling of aliases, in order, without those of merged people.

    SQLite is not asked to leave these out: it would begin with all people who were not merged.
    """
    return _not_merged(aliases.order_by().values_list("person__name", "person", "name", "person__merged_into"))


def _not_merged(rows: Iterable[tuple[str, int, str, int | None]]) -> list[tuple[str, int, str]]:
    return sorted(row[:3] for row in rows if row[3] is None)


def _most_spelled(people: Iterable[tuple[int, str]]) -> NamesByKey:
    return dict(who for who, _ in Counter(people).most_common())
