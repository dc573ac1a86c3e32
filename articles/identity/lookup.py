"""The archive's people by the names that readers, editors or the extractor give; nothing else reads their spellings.

A person is found by a whole name (`person_named`, `spelled`), by names whose words are all in one spelling
(`people_called`, `people_by_name`), and, while somebody types, by how a spelling or its words begin (`spelled_from`,
`spelled_with`). Each is one query, and names are compared in their normal form (articles/names/normalise.py).
"""

from collections import Counter
from collections.abc import Collection, Iterable
from functools import reduce
from operator import and_, or_

from django.db import connection
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat, StrIndex
from django.db.models.lookups import GreaterThan

from articles.models import Alias, Person
from articles.models.person import LastWord
from articles.names.match import name_words, words_fit
from articles.names.normalise import LONGEST_NAME, normalise
from articles.names.umlauts import spellings

NamesByKey = dict[int | str, str]  # the name that is shown for each key: a person's number, a country's code
LAST_LETTER = "\U0010ffff"


def people_called(name: str) -> QuerySet[Person]:
    """Return the people with a spelling that has all words of this name, as whole words and in any order.

    Lists take it as a subquery: a surname may be that of hundreds, one for each article that gives it alone.
    """
    words = name_words(name)
    if not words:
        return Person.objects.none()
    return Person.objects.filter(pk__in=_aliases_with([words]).values("person"))


def people_by_name(names: Collection[str]) -> dict[str, NamesByKey]:
    """Return for each name the people `people_called` finds, as their numbers and the names they are shown by.

    Who has most of the fitting spellings comes first. However many the names, it is one query.
    """
    words = {name: name_words(name) for name in names}
    wanted = [each for each in words.values() if each]
    if not wanted:
        return {name: {} for name in names}
    rows = _aliases_with(wanted).order_by("person__name", "person").values_list("person", "person__name", "folded")
    aliases = [((person, name), set(folded.split())) for person, name, folded in rows]
    return {name: _most_spelled(who for who, its in aliases if words_fit(words[name], its)) for name in names}


def spelled(names: Collection[str]) -> QuerySet[Alias]:
    """Return the aliases that are one of these names, which are normalised."""
    return Alias.objects.filter(folded__in=names)


def spelled_with(words: Collection[str]) -> QuerySet[Alias]:
    """Return the aliases in which a word begins with each of these words, which are normalised."""
    begins = (Q(folded__startswith=word) | Q(folded__contains=f" {word}") for word in dict.fromkeys(words))
    return Alias.objects.filter(*begins)


def spelled_from(words: str) -> QuerySet[Alias]:
    """Return the aliases that begin with these words, or whose last words do; `words` is normalised."""
    ends = _begins("last_word", words.rpartition(" ")[2]) & Q(folded__contains=f" {words}")  # few by index, then these
    return Alias.objects.annotate(last_word=LastWord("folded")).filter(_begins("folded", words) | ends)


def person_named(name: str, article: int) -> Person:
    """Return the person of this name whom the article names, else the archive's, else a new one."""
    folded = normalise(name)
    named = Person.objects.filter(aliases__folded=folded).distinct()
    here = named.filter(mentions__paragraph__article_id=article).first()
    return here or _person_of_the_archive(name, folded)


def _person_of_the_archive(name: str, folded: str) -> Person:
    """The archive's person of that full name, made with the alias that name filters go by where there is none."""
    person, _ = Person.objects.get_or_create(identity=Person.identity_of(name), defaults={"name": name[:LONGEST_NAME]})
    person.aliases.get_or_create(name=name[:LONGEST_NAME], defaults={"folded": folded[:LONGEST_NAME]})
    return person.shown


def _aliases_with(names: Iterable[Collection[str]]) -> QuerySet[Alias]:
    """Return the aliases that have all words of one of these names.

    The subquery reads nothing but the index of normalised spellings; joined to people it would read both tables.
    """
    padded = Alias.objects.annotate(padded=Concat(Value(" "), "folded", Value(" ")))
    longest_first = (sorted(words, key=len, reverse=True) for words in names)
    wanted = reduce(or_, (reduce(and_, map(_has_word, words)) for words in longest_first))
    return Alias.objects.filter(pk__in=padded.filter(wanted).order_by().values("pk"))


def _has_word(word: str) -> Q:
    """Match spellings with this word in them, however its umlauts are written.

    That its letters stand there at all is asked first: it takes a third of the time, and leaves few to pad with blanks.
    """
    return reduce(or_, (_contains("folded", one) & _contains("padded", f" {one} ") for one in spellings(word)))


def _contains(column: str, text: str) -> Q:
    return Q(GreaterThan(StrIndex(column, Value(text)), 0))


def _begins(column: str, text: str) -> Q:
    """Match what begins with this text, in the way for which the database uses its index."""
    if connection.vendor == "sqlite":  # its LIKE takes no index; its order is that of the code points
        return Q(**{f"{column}__gte": text, f"{column}__lt": text + LAST_LETTER})
    return Q(**{f"{column}__startswith": text})


def _most_spelled(people: Iterable[tuple[int, str]]) -> NamesByKey:
    return dict(who for who, _ in Counter(people).most_common())
