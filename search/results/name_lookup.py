"""Whom and what of the archive a typed name leads to: people, countries, publishers, and whatever else is quoted.

A name leads to everything that is called by all of its words, whatever else it is called; Mueller leads to Müller too.
However many names are looked up at once, it takes one query for the people, one for the publishers, and three that say
whether organisations and documents must be read anew, since nothing but a change in the journal changes those.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from functools import cache, lru_cache, reduce
from operator import or_

from django.db.models import Q, Value
from django.db.models.functions import Concat, StrIndex
from django.db.models.lookups import GreaterThan

from articles.extraction.gazetteer.country_forms import country_names, phrases
from articles.journal import latest
from articles.models import Alias, Publisher, Speaker
from articles.models.person import fold
from articles.names.umlauts import spellings
from articles.queries.people import LONGEST_ALIAS
from search.indexing.journal_fingerprint import mark_at

OTHERS = (Speaker.Kind.ORGANISATION, Speaker.Kind.DOCUMENT)
Called = dict[int | str, str]  # ids of the archive, the likeliest first, with the names they are shown by


def people_called(names: Collection[str]) -> dict[str, Called]:
    """Return the people of each name, those with most of the fitting spellings first."""
    words = {name: _words(name) for name in names}
    wanted = [_may_have(each) for each in words.values() if each]
    if not wanted:
        return {name: {} for name in names}
    padded = Alias.objects.annotate(padded=Concat(Value(" "), "folded", Value(" ")))
    likely = padded.filter(reduce(or_, wanted)).order_by().values("pk")
    rows = Alias.objects.filter(pk__in=likely).order_by("person__name", "person")
    rows = rows.values_list("person", "person__name", "folded")
    called = [((person, name), set(folded.split())) for person, name, folded in rows]
    return {name: _most_spelled(one for one, its in called if _fits(words[name], its)) for name in names}


def publishers_called(names: Collection[str]) -> dict[str, Called]:
    """Return the publishers of each name."""
    if not names:
        return {}
    publishers = [(one, set(fold(one[1]).split())) for one in Publisher.objects.values_list("pk", "name")]
    return {name: dict(one for one, its in publishers if _fits(_words(name), its)) for name in names}


def others_called(names: Collection[str]) -> dict[str, Called]:
    """Return the organisations and documents of each name that are quoted, by their folded names."""
    if not any(map(_words, names)):
        return {}
    others = _others(mark_at(latest()))
    return {name: _having_all(_words(name), others) for name in names}


def countries_called(name: str) -> Called:
    """Return the country with this code, or those with this name."""
    code = fold(name).upper()
    return {code: country_names()[code]} if code in country_names() else countries_named(name)


def countries_named(name: str) -> Called:
    """Return the country with this folded name among its names, or else those with all its words in theirs."""
    names = country_names()
    if code := country_codes().get(fold(name)):
        return {code: names[code]}
    return {code: called for code, called in names.items() if _fits(_words(name), set(fold(called).split()))}


def _words(name: str) -> list[str]:
    return list(dict.fromkeys(fold(name).split())) if len(name) <= LONGEST_ALIAS else []


def _fits(words: list[str], its: set[str]) -> bool:
    return bool(words) and all(not its.isdisjoint(spellings(word)) for word in words)


def _may_have(words: list[str]) -> Q:
    """Say in SQL that the longest of these words is one of a spelling's, however its umlauts are written.

    That its letters stand there at all is asked first: it takes a third of the time, and leaves few to pad with blanks.
    """
    longest = max(words, key=len)
    ways = (
        Q(GreaterThan(StrIndex("folded", Value(one)), 0), padded__contains=f" {one} ") for one in spellings(longest)
    )
    return reduce(or_, ways)


def _most_spelled(people: Iterable[tuple[int, str]]) -> Called:
    return dict(one for one, _ in Counter(people).most_common())


@cache
def country_codes() -> dict[str, str]:
    """The countries by every name that extraction knows them by, folded."""
    names = {
        fold(" ".join((first, *place.rest))): place.code
        for first, places in phrases().items()
        for place in places
        if place.by == "name" and place.code
    }
    return {fold(name): code for code, name in country_names().items()} | names


def _having_all(words: list[str], others: dict[str, dict[str, str]]) -> Called:
    """Return the names that have all these words, found by each word's names instead of among all there are."""
    having = [reduce(or_, (others.get(one, {}) for one in spellings(word))) for word in words]
    common = set.intersection(*map(set, having)) if having else set()
    return {folded: having[0][folded] for folded in sorted(common)}


@lru_cache(maxsize=1)
def _others(mark: str) -> dict[str, dict[str, str]]:
    """Return, for each word, the names that have it: folded, and as they are shown. Read once for a journal's state."""
    having: dict[str, dict[str, str]] = defaultdict(dict)
    names = Speaker.objects.filter(kind__in=OTHERS).order_by("name").values_list("name", flat=True).distinct()
    for name in names:
        folded = fold(name)
        for word in folded.split():
            having[word].setdefault(folded, name)
    return dict(having)
