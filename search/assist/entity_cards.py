"""Who or what a search is about: a person or a country that its filters, fields or words name.

Words name whom a spelling in the archive is equal to: the whole query, a phrase, or some words in a row. Many may be
called so: a card is shown for the one who is named more often than all others of that name together. The figures are
what their links find. Five queries at most, one more for each of two names in fields, and three questions to the
engine for each card. A card whose figures take more than is left of the time for help is not shown.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from django.db.models import Count

from articles.identity.countries import country_codes
from articles.identity.lookup import people_by_whole_name, people_called
from articles.models import Country, Mention, Person
from articles.names.normalise import normalise
from articles.queries import roles_of
from search.assist.name_spans import FieldName, field_names, names_in_words
from search.deadline import Deadline
from search.engines.port import Facet
from search.language.ast import Query
from search.results.ask_engine import SearchUnavailable
from search.results.counts import totals
from search.results.model import SearchResults
from search.results.request import SearchRequest, choices

MAX_CARDS = 2
NO_MARKS = str.maketrans('"', " ")
Key = int | str  # a person's number, a country's code


@dataclass(frozen=True, slots=True)
class CountedSearch:
    """A request, and how many documents it finds in how many articles."""

    request: SearchRequest
    documents: int
    articles: int


@dataclass(frozen=True, slots=True)
class EntityCard:
    """A person or a country with the searches for what names them, what they said, and what was said about them.

    A search that can't be made at the moment is None.
    """

    subject: Person | Country
    role: str
    naming: CountedSearch | None
    said: CountedSearch | None
    about: CountedSearch | None

    @property
    def is_person(self) -> bool:
        """Whether this is a person, and no country."""
        return isinstance(self.subject, Person)


def entity_cards(results: SearchResults, deadline: Deadline) -> list[EntityCard]:
    """Return the cards of a first page of results; there are none on other pages, nor after the deadline.

    What is chosen in the filters comes first, then names in fields, then names in words.
    """
    wanted = not results.is_empty and results.request.page == 1 and deadline.left()
    keys = list(islice(dict.fromkeys(_keys(results)), MAX_CARDS)) if wanted else []
    people = Person.objects.in_bulk([key for key in keys if isinstance(key, int)])
    countries = Country.objects.in_bulk([key for key in keys if isinstance(key, str)])
    roles = roles_of(people)
    subjects: dict[int | str, Person | Country] = {**people, **countries}
    known = ((subjects[key], roles.get(key, "") if isinstance(key, int) else "") for key in keys if key in subjects)
    return list(_in_time(known, deadline))


def _in_time(subjects: Iterable[tuple[Person | Country, str]], deadline: Deadline) -> Iterator[EntityCard]:
    for subject, role in subjects:
        card = _card(subject, role, deadline)
        if deadline.left():  # else some of its figures are not there
            yield card


def _keys(results: SearchResults) -> Iterator[Key]:
    facets: tuple[Facet, ...] = ("people", "speakers", "countries")
    yield from (value for facet in facets for value in results.request.chosen_in(facet))
    if results.query is not None:
        yield from _in_fields(results.query)
        yield from _in_words(results.query)


def _in_fields(query: Query) -> Iterator[Key]:
    for name in field_names(query)[:MAX_CARDS]:
        if name.field != "country" and (person := _person_called(name)):
            yield person
        elif name.field != "person" and (code := country_codes().get(normalise(name.text))):
            yield code


def _person_called(name: FieldName) -> int | None:
    named = Mention.objects.filter(person__in=people_called(name.text)).order_by().values_list("person")
    return _most_named(dict(named.annotate(times=Count("pk"))))


def _in_words(query: Query) -> Iterator[Key]:
    """Yield whom the words name; a name in a longer one that names somebody is part of that one."""
    names = names_in_words(query)
    people, taken = _people_spelled(names), set[str]()
    for name in names:
        normalised = normalise(name)
        keys = [key for key in (country_codes().get(normalised), people.get(name)) if key]
        if keys and not taken.issuperset(normalised.split()):
            taken.update(normalised.split())
            yield from keys


def _people_spelled(names: list[str]) -> Mapping[str, int]:
    """Return for each of these spellings the person who stands out among all who have it. Two queries."""
    called = people_by_whole_name(names)
    named = Mention.objects.filter(person__in={key for keys in called.values() for key in keys}).order_by()
    times = {key or 0: count for key, count in named.values_list("person").annotate(times=Count("pk"))}
    counts = ((name, {key: times[key] for key in keys if key in times}) for name, keys in called.items())
    return {name: person for name, its in counts if (person := _most_named(its))}


def _most_named(times: Mapping[int, int]) -> int | None:
    """Return who is named more often than all others together; None where nobody is."""
    person = max(times, key=lambda key: times[key], default=None)
    return person if person and 2 * times[person] > sum(times.values()) else None


def _card(subject: Person | Country, role: str, deadline: Deadline) -> EntityCard:
    name = f'"{subject.name.translate(NO_MARKS)}"'
    about = SearchRequest(f"about:{name}", unit="quotations")
    if isinstance(subject, Person):
        naming = SearchRequest(chosen=choices({"people": (subject.pk,)}))
        said = SearchRequest(unit="quotations", chosen=choices({"speakers": (subject.pk,)}))
        return EntityCard(subject, role, *(_counted(one, deadline) for one in (naming, said, about)))
    naming = SearchRequest(chosen=choices({"countries": (subject.code,)}))
    said = SearchRequest(f"speaker:{name}", unit="quotations")
    return EntityCard(subject, "", *(_counted(one, deadline) for one in (naming, said, about)))


def _counted(request: SearchRequest, deadline: Deadline) -> CountedSearch | None:
    try:
        answer = totals(request, deadline)
    except SearchUnavailable:
        return None
    return CountedSearch(request, answer.documents, answer.articles) if answer else None
