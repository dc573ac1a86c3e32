"""The archive's people by the names that readers, editors or the extractor give; nothing else reads their spellings.

A name leads to people by the keys of their spellings (articles/names/spellings.py), which lie in an index: by all its
words, as whole words and in any order (`people_called`, `people_by_name`), as a whole (`people_by_whole_name`,
`person_named`), in both ways (`people_named`), and, while somebody types, by how words begin (`spelled_from`,
`spelled_with`). Each is one query, however many names it asks for. Whoever was merged with somebody else is found as
them.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import reduce
from itertools import chain
from operator import and_, or_

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.identity import among  # noqa: F401  the look-up by it
from articles.models import Alias, Person, SpellingKey
from articles.names.match import NameWords, known_words, name_words, words_fit
from articles.names.normalise import LONGEST_NAME, normalise
from articles.names.spellings import WHOLE, beginnings, unfinished, whole_keys

NamesByKey = dict[int | str, str]  # the name that is shown for each key: a person's number, a country's code
LAST_LETTER = "\U0010ffff"


def people_called(name: str) -> QuerySet[Person]:
    """Return the people with a spelling that has all words of this name, as whole words and in any order.

    Lists take it as a subquery: a surname may be that of hundreds, one for each article that gives it alone.
    """
    asked = name_words(name)
    return Person.objects.filter(pk__in=_with_words(asked).values("person")) if asked else Person.objects.none()


def people_by_name(names: Collection[str]) -> dict[str, NamesByKey]:
    """Return for each name the people `people_called` finds, as their numbers and the names they are shown by.

    Who has most of the fitting spellings comes first. However many the names, it is one query.
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
    keys = {name: whole_keys(name) for name in whole}
    aliases = _asked_for(list(asked.values()), list(chain(*keys.values())))
    known = [((person, shown), known_words(spelling)) for shown, person, spelling in aliases] if asked else []
    found = {name: [who for who, its in known if words_fit(words, its)] for name, words in asked.items()}
    return {name: _most_spelled(found.get(name, ())) for name in by_words}, _by_whole_name(keys, aliases)


def _asked_for(names: list[list[NameWords]], whole: list[str]) -> list[tuple[str, int, str]]:
    """Return the aliases with all words of one of these names, or with one of these keys, and maybe a few more."""
    if not names and not whole:
        return []
    return _unmerged(_with_words(names[0]) if len(names) == 1 and not whole else _likely(names, whole))


def _by_whole_name(
    keys: Mapping[str, Collection[str]], aliases: Iterable[tuple[str, int, str]]
) -> dict[str, dict[int, str]]:
    people: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for shown, person, spelling in aliases if keys else ():
        for key in whole_keys(spelling):
            people[key][person] = shown
    return {name: dict(sorted(pair for key in its for pair in people[key].items())) for name, its in keys.items()}


def spelled_with(beginning: str) -> QuerySet[Alias]:
    """Return the aliases in which a word begins with each word of this text."""
    words = dict.fromkeys(beginnings(beginning))
    return _spelled_by(_keys_of_one_spelling(map(_begins, words))) if words else Alias.objects.none()


def spelled_from(typed: str) -> QuerySet[Alias]:
    """Return the aliases with these words in a row, the last of which may go on."""
    forms = unfinished(typed)
    return _spelled_by(reduce(or_, map(_goes_on, forms))) if forms else Alias.objects.none()


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
    person = person or _only(called) or Person.objects.create(identity=identities[-1], name=name[:LONGEST_NAME])
    person.aliases.get_or_create(name=name[:LONGEST_NAME], defaults={"folded": normalise(name)[:LONGEST_NAME]})
    return person.shown


def _only(called: Collection[int]) -> Person | None:
    """Return the one of these people whom the archive knows by a full name, if there is but one."""
    full = list(Person.objects.filter(pk__in=called).exclude(identity__contains="@")[:2])
    return full[0] if len(full) == 1 else None


def _with_words(names: Iterable[NameWords]) -> QuerySet[Alias]:
    """Return the aliases that have all words of one of these names."""
    return _spelled_by(reduce(or_, (_keys_of_one_spelling(map(_is, words)) for words in names)))


def _likely(names: Iterable[Sequence[NameWords]], whole: Iterable[str]) -> QuerySet[Alias]:
    """Return the aliases that have all words of one of these names, or one of these whole names, and a few more.

    Those more have the first word of one name and another word of another; so the query is as short as for two names.
    """
    rows = list(chain(*names))
    first = _is(way for word, *others in rows if others for way in word)
    other = _is(way for _, *others in rows for word in others for way in word)
    alone = _is(chain((way for word, *others in rows if not others for way in word), whole))
    return _spelled_by(alone | _keys_of_one_spelling((first, other)))


def _spelled_by(keys: Q) -> QuerySet[Alias]:
    return Alias.objects.filter(name__among=SpellingKey.objects.filter(keys).values("name"))


def _unmerged(aliases: QuerySet[Alias]) -> list[tuple[str, int, str]]:
    """Return the name shown, the person and the spelling of aliases, in order, without those of merged people.

    SQLite is not asked to leave these out: it would begin with all people who were not merged.
    """
    rows = aliases.order_by().values_list("person__name", "person", "name", "person__merged_into")
    return sorted(row[:3] for row in rows if row[3] is None)


def _keys_of_one_spelling(keys: Iterable[Q]) -> Q:
    """Match the first key of a spelling that has all the others too: one range of the index, then a look for each."""
    first, *others = keys
    same = SpellingKey.objects.filter(name=OuterRef("name"))
    return reduce(and_, (Q(Exists(same.filter(other))) for other in others), first)


def _goes_on(words: str) -> Q:
    """Match keys of spellings with these words in a row, the last unfinished; only a whole name has blanks."""
    if " " not in words:
        return _begins([words])
    in_a_row = Q(key__startswith=WHOLE + words) | Q(key__contains=f" {words}")
    return _keys_of_one_spelling((_is([max(words.split()[:-1], key=len)]), in_a_row))


def _is(word: Iterable[str]) -> Q:
    return Q(key__in=sorted(set(word)))


def _begins(word: Collection[str]) -> Q:
    """Match keys that begin with one of these, in the way for which the database uses its index."""
    return reduce(or_, map(_begins_with, sorted(word)))


def _begins_with(text: str) -> Q:
    if connection.vendor == "sqlite":  # its LIKE takes no index; its order is that of the code points
        return Q(key__gte=text, key__lt=text + LAST_LETTER)
    return Q(key__startswith=text)


def _most_spelled(people: Iterable[tuple[int, str]]) -> NamesByKey:
    return dict(who for who, _ in Counter(people).most_common())
