"""Who or what a search is about: a person or a country that its filters, fields or words name.

Words name whom a spelling in the archive is equal to: the whole query, a phrase, or some words in a row. Many may be
called so: a card is shown for the one who is named more often than all others of that name together. The figures are
what their links find. Four queries at most, one more for each of two names in fields, and three questions to the
engine for each card. A card whose figures take more than is left of the time for help is not shown.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from django.db.models import Count

from articles.identity.lookup import country_codes, people_called
from articles.models import Alias, Country, Mention, Person
from articles.queries import roles_of
from search.assist.name_spans import FieldName, field_names, names_in_words
from search.deadline import Deadline
from search.engines.port import Facet
from search.language.ast import Query
from search.language.parser import parse
from search.results.counts import counted
from search.results.model import SearchResults
from search.results.request import SearchRequest, choices
from search.results.search import NoAnswer

MOST = 2
NO_MARKS = str.maketrans('"', " ")
Key = int | str  # a person's number, a country's code


@dataclass(frozen=True, slots=True)
class Counted:
    """A search, and how much it finds in how many articles."""

    request: SearchRequest
    documents: int
    articles: int


@dataclass(frozen=True, slots=True)
class Card:
    """A person or a country with the searches for what names them, what they said, and what was said about them.

    A search that can't be made at the moment is None.
    """

    subject: Person | Country
    role: str
    naming: Counted | None
    said: Counted | None
    about: Counted | None

    @property
    def is_person(self) -> bool:
        """Whether this is a person, and no country."""
        return isinstance(self.subject, Person)


def cards(found: SearchResults, time: Deadline) -> list[Card]:
    """Return the cards of a first page: what is chosen comes first, then names in fields, then the longest names."""
    wanted = found.asked and found.request.page == 1 and time.left()
    keys = list(islice(dict.fromkeys(_meant(found.request)), MOST)) if wanted else []
    people = Person.objects.in_bulk([key for key in keys if isinstance(key, int)])
    countries = Country.objects.in_bulk([key for key in keys if isinstance(key, str)])
    roles = roles_of(people)
    subjects = {**people, **countries}
    return list(_in_time(((subjects[key], roles.get(key, "")) for key in keys if key in subjects), time))


def _in_time(subjects: Iterable[tuple[Person | Country, str]], time: Deadline) -> Iterator[Card]:
    for subject, role in subjects:
        card = _card(subject, role, time)
        if time.left():  # else some of its figures are not there
            yield card


def _meant(request: SearchRequest) -> Iterator[Key]:
    query = parse(request.q).query
    facets: tuple[Facet, ...] = ("people", "speakers", "countries")
    yield from (value for facet in facets for value in request.chosen_in(facet))
    if query is not None:
        yield from _in_fields(query)
        yield from _in_words(query)


def _in_fields(query: Query) -> Iterator[Key]:
    for name in field_names(query)[:MOST]:
        if name.field != "country" and (person := _person_called(name)):
            yield person
        elif name.field != "person" and (code := country_codes().get(name.folded)):
            yield code


def _person_called(name: FieldName) -> int | None:
    named = Mention.objects.filter(person__in=people_called(name.folded)).order_by().values_list("person")
    return _standing_out(dict(named.annotate(times=Count("pk"))))


def _in_words(query: Query) -> Iterator[Key]:
    """Yield whom the words name; a name in a longer one that names somebody is part of that one."""
    names = names_in_words(query)
    called, taken = _called(names), set[str]()
    for name in names:
        keys = [key for key in (country_codes().get(name), called.get(name)) if key]
        if keys and not taken.issuperset(name.split()):
            taken.update(name.split())
            yield from keys


def _called(names: list[str]) -> Mapping[str, int]:
    """Return who stands out among the people with each of these spellings (1 query)."""
    times: defaultdict[str, dict[int, int]] = defaultdict(dict)
    aliases = Alias.objects.filter(folded__in=names).order_by().values_list("folded", "person")
    for folded, person, count in aliases.annotate(times=Count("person__mentions", distinct=True)) if names else ():
        times[folded][person] = count
    return {folded: person for folded, counts in times.items() if (person := _standing_out(counts))}


def _standing_out(times: Mapping[int, int]) -> int | None:
    """Return who is named more often than all others together."""
    person = max(times, key=lambda key: times[key], default=None)
    return person if person and 2 * times[person] > sum(times.values()) else None


def _card(subject: Person | Country, role: str, time: Deadline) -> Card:
    name = f'"{subject.name.translate(NO_MARKS)}"'
    about = SearchRequest(f"about:{name}", unit="quotations")
    if isinstance(subject, Person):
        naming = SearchRequest(chosen=choices({"people": (subject.pk,)}))
        said = SearchRequest(unit="quotations", chosen=choices({"speakers": (subject.pk,)}))
        return Card(subject, role, *(_counted(one, time) for one in (naming, said, about)))
    naming = SearchRequest(chosen=choices({"countries": (subject.code,)}))
    said = SearchRequest(f"speaker:{name}", unit="quotations")
    return Card(subject, "", *(_counted(one, time) for one in (naming, said, about)))


def _counted(request: SearchRequest, time: Deadline) -> Counted | None:
    try:
        answer = counted(request, time)
    except NoAnswer:
        return None
    return Counted(request, answer.documents, answer.articles) if answer else None
