"""Who or what a search is about: a person or a country that its filters, fields or words name.

Words name whom a spelling in the archive is equal to: the whole query, a phrase, or some words in a row. Many may be
called so: a card is shown for the one who is named more often than all others of that name together. The figures are
what their links find: three for each card. A card whose figures take more than is left of the time for help is not
shown. Takes four queries: who is spelled like the words, how often they are named, the cards' names and roles, and
whom their names lead to.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from django.db.models import Count

from articles.identity.countries import country_codes
from articles.identity.lookup import people_by_whole_name
from articles.models import Country, Mention, Person
from articles.names.normalise import normalise
from articles.queries.entity_names import subjects
from search.assist.name_spans import field_names, names_in_words
from search.assist.pending import Answers, Pending
from search.engines.port import EngineAnswer, Facet
from search.language.ast import UnresolvedName
from search.results.counts import count_questions
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
    naming: CountedSearch | None = None
    said: CountedSearch | None = None
    about: CountedSearch | None = None

    @property
    def is_person(self) -> bool:
        """Whether this is a person, and no country."""
        return isinstance(self.subject, Person)


def entity_cards(results: SearchResults) -> Pending[list[EntityCard]]:
    """Return the cards of a first page of results; there are none on other pages.

    What is chosen in the filters comes first, then names in fields, then names in words.
    """
    wanted = not results.is_empty and results.request.page == 1
    keys = list(islice(dict.fromkeys(_keys(results)), MAX_CARDS)) if wanted else []
    cards = [EntityCard(one.who, one.role) for one in subjects(keys)]
    searches = [search for card in cards for search in _searches(card.subject)]
    questions = count_questions(searches, results.found_names)
    return Pending([questions[one] for one in searches], partial(_with_figures, cards, searches), cards)


def _with_figures(cards: Sequence[EntityCard], searches: Sequence[SearchRequest], answers: Answers) -> list[EntityCard]:
    """Return the cards all figures of which were counted."""
    figures = [_counted(*one) for one in zip(searches, answers, strict=True)]
    by_card = [figures[first : first + 3] for first in range(0, len(figures), 3)]
    return [
        replace(card, naming=naming, said=said, about=about)
        for card, (naming, said, about) in zip(cards, by_card, strict=True)
        if naming and said and about
    ]


def _counted(search: SearchRequest, answer: EngineAnswer | None) -> CountedSearch | None:
    return CountedSearch(search, answer.documents, answer.articles) if answer else None


def _searches(subject: Person | Country) -> tuple[SearchRequest, SearchRequest, SearchRequest]:
    """Return the searches for what names somebody, what they said, and what was said about them."""
    name = f'"{subject.name.translate(NO_MARKS)}"'
    about = SearchRequest(f"about:{name}", unit="quotations")
    if isinstance(subject, Person):
        naming = SearchRequest(chosen=choices({"people": (subject.pk,)}))
        return naming, SearchRequest(unit="quotations", chosen=choices({"speakers": (subject.pk,)})), about
    naming = SearchRequest(chosen=choices({"countries": (subject.code,)}))
    return naming, SearchRequest(f"speaker:{name}", unit="quotations"), about


def _keys(results: SearchResults) -> Iterator[Key]:
    facets: tuple[Facet, ...] = ("people", "speakers", "countries")
    yield from (value for facet in facets for value in results.request.chosen_in(facet))
    if results.query is None:
        return
    in_fields = field_names(results.query)[:MAX_CARDS]
    called = [_people_called(name, results) for name in in_fields]
    spelled = people_by_whole_name(names_in_words(results.query))
    times = _times_named({person for people in (*called, *spelled.values()) for person in people})
    for name, people in zip(in_fields, called, strict=True):
        yield from _in_field(name, _most_named(people, times))
    yield from _in_words({name: _most_named(people, times) for name, people in spelled.items()})


def _people_called(name: UnresolvedName, results: SearchResults) -> list[int]:
    if name.field == "country":
        return []
    return [key for key in results.found_names[name.field, name.text] if isinstance(key, int)]


def _in_field(name: UnresolvedName, person: int | None) -> Iterator[Key]:
    if person:
        yield person
    elif name.field != "person" and (code := country_codes().get(normalise(name.text))):
        yield code


def _in_words(people: Mapping[str, int | None]) -> Iterator[Key]:
    """Yield whom the words name; a name in a longer one that names somebody is part of that one."""
    taken = set[str]()
    for name, person in people.items():
        normalised = normalise(name)
        keys = [key for key in (country_codes().get(normalised), person) if key]
        if keys and not taken.issuperset(normalised.split()):
            taken.update(normalised.split())
            yield from keys


def _times_named(people: Collection[int]) -> Mapping[int, int]:
    """Return in how many places each of these people is named. One query, if there are any."""
    named = Mention.objects.filter(person__in=people).order_by().values_list("person").annotate(times=Count("pk"))
    return {person or 0: times for person, times in named}


def _most_named(people: Collection[int], times: Mapping[int, int]) -> int | None:
    """Return who of these is named more often than all others of them together; None where nobody is."""
    most = max(people, key=lambda person: times.get(person, 0), default=None)
    return most if most and 2 * times.get(most, 0) > sum(times.get(person, 0) for person in people) else None
