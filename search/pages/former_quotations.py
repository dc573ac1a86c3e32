"""The former list of quotations at /quotations/, whose addresses lead to the search of quotations with its filters.

The list took names where a search takes numbers, codes and whole names, and knew kinds as `kind`. What is no value of a
filter goes along as it stands, so that the search says in a sentence what is wrong with it.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.filters import PersonField
from articles.filters.person import NUMBERED
from articles.identity.lookup import people_called
from articles.identity.speakers import no_people_called
from articles.models import Country, Person
from articles.names.normalise import normalise
from search.language.ast import Field, UnresolvedName
from search.results.url_parameters import MAX_VALUES

Pair = tuple[str, str]
CODE = re.compile(r".*\(([A-Z]{2})\)")  # "Jordan (JO)", by which pages of countries linked to what they say
LONGEST_NAME = 200
NO_SIGN = "\ufffd"  # stands for NUL, so that a value that is nothing else is no value of a filter, and said to be wrong
NAMES = ("speaker", "about")  # what they lead to may change, so these redirects are not for good
AS_THEY_ARE = ("about_country", "country", "date_from", "date_to", "publisher", "section", "certainty", "sort")


@require_safe
def former_quotations(request: HttpRequest) -> HttpResponse:
    """Lead to the search that finds what the list found; its pages had other rows, so it begins at the first."""
    address = f"{reverse('search')}?{urlencode(list(_parameters(request.GET)))}"
    named = any(request.GET.get(name) for name in NAMES)
    return HttpResponseRedirect(address) if named else HttpResponsePermanentRedirect(address)


def _parameters(given: QueryDict) -> Iterator[Pair]:
    """Yield the parameters of the search, in its order."""
    value = {name: text.replace("\x00", NO_SIGN).strip() for name in given if (text := given.get(name))}
    speaker, words = _speaker(
        value.get("speaker", ""), "candidate" if value.get("certainty") == "unsure" else "speaker"
    )
    about, more_words = _about(value.get("about", ""))
    yield from [("q", " ".join([*words, *more_words]))] if words or more_words else []
    yield "unit", "quotations"
    yield from [("quoted", value["kind"])] if value.get("kind") else []
    yield from (*speaker, *about)
    yield from ((name, value[name]) for name in AS_THEY_ARE if value.get(name))


def _speaker(text: str, name: str) -> tuple[list[Pair], list[str]]:
    """Return the choices of whoever has this name or number, or the words that look for nobody known."""
    code = CODE.fullmatch(text)
    if code and Country.objects.in_use().filter(code=code[1]).exists():
        return [(name, code[1])], []
    if NUMBERED.fullmatch(text):
        return [(name, _number(text))], []
    others = no_people_called(text).values_list("country", "name").distinct()[:MAX_VALUES] if text else []
    values = [*_people(text), *(country or normalise(called) for country, called in others)]
    return _choices(name, "speaker", values, text)


def _about(text: str) -> tuple[list[Pair], list[str]]:
    """Return the choices of the people of this name or number, or the words that look for nobody known."""
    if NUMBERED.fullmatch(text):
        return [("about", _number(text))], []
    return _choices("about", "about", _people(text), text)


def _choices(name: str, field: Field, values: list[str], text: str) -> tuple[list[Pair], list[str]]:
    if values and len(set(values)) <= MAX_VALUES:
        return [(name, value) for value in dict.fromkeys(values)], []
    words = " ".join(text[:LONGEST_NAME].replace('"', " ").split())
    return [], [UnresolvedName(field, words).serialize()] if words else []


def _people(text: str) -> list[str]:
    """Return the numbers of the people of a name, one more than a filter takes where there are so many."""
    if not 0 < len(text) <= LONGEST_NAME:
        return []
    found = Person.objects.in_use().filter(pk__in=people_called(text)).order_by("pk")
    return [str(key) for key in found.values_list("pk", flat=True)[: MAX_VALUES + 1]]


def _number(text: str) -> str:
    """Return the number in "Maria Keller (12)", of whoever they were merged into; as it is where there is nobody."""
    try:
        found = PersonField(required=False).clean(text)
    except ValidationError:
        found = None
    people = found.people.values_list("pk", flat=True) if found else []
    return str(next(iter(people), (NUMBERED.fullmatch(text) or [text, text])[1]))
