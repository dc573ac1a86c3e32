"""Who else is quoted besides people, by the names that readers give: organisations, documents, countries.

Their names lead to them as people's do (articles/identity/spelling_index.py).
"""

from collections.abc import Collection

from django.db.models import Exists, OuterRef, QuerySet

from articles.identity.lookup import NamesByKey
from articles.identity.spelling_index import likely_words, spelled_by, whole_name
from articles.models import Speaker, SpellingKey
from articles.names.match import known_words, name_words, words_fit
from articles.names.normalise import normalise

NAMED_ONLY = (Speaker.Kind.ORGANISATION, Speaker.Kind.DOCUMENT)  # what the archive has no rows of
NO_PEOPLE = (*NAMED_ONLY, Speaker.Kind.COUNTRY)


def other_speakers_by_name(names: Collection[str]) -> dict[str, NamesByKey]:
    """Return for each name the organisations and documents with all its words in theirs that are quoted.

    Their keys are their names in normal form; they have no ids. However many the names, it is one query.
    """
    asked = {name: name_words(name) for name in names}
    speak = Speaker.objects.filter(name=OuterRef("name"), kind__in=NAMED_ONLY)
    rows = SpellingKey.objects.filter(likely_words(asked.values()), Exists(speak)).values_list("name", flat=True)
    known = [(spelling, known_words(spelling)) for spelling in sorted(set(rows))]
    return {
        name: {normalise(spelling): spelling for spelling, its in reversed(known) if words_fit(words, its)}
        for name, words in asked.items()
    }


def no_people_called(name: str) -> QuerySet[Speaker]:
    """Return the speakers that are no people and have this whole name."""
    return Speaker.objects.filter(kind__in=NO_PEOPLE, name__among=spelled_by(whole_name([name])))
