"""Cards of the people and countries that a search names, with figures that are what their links find.

There are three figures for each card. A card whose figures take more than is left of the time for help is not shown.
Takes the query of `named_entities`, and those that look up whom the names on the cards lead to.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from articles.models import Country, Person
from search.assist.named_entities import named_entities
from search.assist.pending import Answers, Pending
from search.engines.port import EngineAnswer, Facet
from search.results.counts import count_questions
from search.results.model import SearchResults
from search.results.request import SearchRequest, choices

MAX_CARDS = 2


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
    """Return the cards of a first page of results; there are none on other pages."""
    wanted = not results.is_empty and results.request.page == 1
    cards = [EntityCard(one.who, one.role) for one in named_entities(results, MAX_CARDS)] if wanted else []
    searches = [search for card in cards for search in _searches(card.subject)]
    questions = count_questions(searches, results.lookup)
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
    """Return the searches for what names somebody, what they said, and what was said about them, as their page has."""
    named: Facet = "people" if isinstance(subject, Person) else "countries"
    about: Facet = "about" if isinstance(subject, Person) else "about_countries"
    naming = SearchRequest(chosen=choices({named: (subject.pk,)}))
    said, spoken_of = (
        SearchRequest(unit="quotations", chosen=choices({facet: (subject.pk,)})) for facet in ("speakers", about)
    )
    return naming, said, spoken_of
