"""The index of spellings: which spellings the archive has for a name that somebody types, by their keys.

Each function returns a condition on keys (`SpellingKey`); `spelled_by` makes of it a subquery of the spellings.
"""

from collections.abc import Collection, Iterable, Sequence
from functools import reduce
from itertools import chain
from operator import and_, or_

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.identity import among  # noqa: F401  by it the spellings are looked for
from articles.models import SpellingKey
from articles.names.match import NameWords
from articles.names.spellings import WHOLE, beginnings, unfinished, whole_keys

LAST_LETTER = "\U0010ffff"
NOTHING = Q(pk__in=())


def spelled_by(keys: Q) -> QuerySet[SpellingKey, str]:
    """Return the spellings with such keys, for `name__among`."""
    return SpellingKey.objects.filter(keys).values_list("name", flat=True)


def all_words(names: Collection[NameWords]) -> Q:
    """Match the spellings that have all words of one of these names."""
    return reduce(or_, (_of_one_spelling(map(_is, words)) for words in names), NOTHING)


def likely_words(names: Iterable[Sequence[NameWords]]) -> Q:
    """Match the spellings that have all words of one of these names, and a few more; it is as short as for two names.

    Those more have the first word of one name and another word of another.
    """
    rows = list(chain(*names))
    first = _is(way for word, *others in rows if others for way in word)
    other = _is(way for _, *others in rows for word in others for way in word)
    alone = _is(way for word, *others in rows if not others for way in word)
    return alone | _of_one_spelling((first, other))


def whole_name(names: Iterable[str]) -> Q:
    """Match the spellings of which one of these is the whole name."""
    return _is(chain(*map(whole_keys, names)))


def begun(text: str) -> Q:
    """Match the spellings in which a word begins with each word of this text."""
    words = dict.fromkeys(beginnings(text))
    return _of_one_spelling(map(_begins, words)) if words else NOTHING


def going_on(typed: str) -> Q:
    """Match the spellings with these words in a row, the last of which may go on."""
    return reduce(or_, map(_goes_on, unfinished(typed)), NOTHING)


def _of_one_spelling(keys: Iterable[Q]) -> Q:
    """Match the first key of a spelling that has all the others too: one range of the index, then a look for each."""
    first, *others = keys
    same = SpellingKey.objects.filter(name=OuterRef("name"))
    return reduce(and_, (Q(Exists(same.filter(other))) for other in others), first)


def _goes_on(words: str) -> Q:
    """Match these words in a row, the last unfinished; only a whole name has blanks."""
    if " " not in words:
        return _begins([words])
    in_a_row = Q(key__startswith=WHOLE + words) | Q(key__contains=f" {words}")
    return _of_one_spelling((_is([max(words.split()[:-1], key=len)]), in_a_row))


def _is(words: Iterable[str]) -> Q:
    return Q(key__in=sorted(set(words)))


def _begins(words: Collection[str]) -> Q:
    """Match keys that begin with one of these, in the way for which the database uses its index."""
    return reduce(or_, map(_begins_with, sorted(words)))


def _begins_with(text: str) -> Q:
    if connection.vendor == "sqlite":  # its LIKE takes no index; its order is that of the code points
        return Q(key__gte=text, key__lt=text + LAST_LETTER)
    return Q(key__startswith=text)
