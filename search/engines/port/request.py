"""What an engine is asked: a query, what it searches in, filters, an order, groups, and what is to be counted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

from search.language.ast import Query

Facet = Literal[
    "people",
    "speakers",
    "speaker_kinds",
    "roles",
    "about",
    "about_countries",
    "cues",
    "quoted",
    "certainty",
    "candidates",
    "countries",
    "publishers",
    "sections",
    "quotes",
    "kinds",
    "years",
    "months",
]
Value = int | str  # of a facet
Unit = Literal["paragraphs", "quotations", "articles"]
Sort = Literal["relevance", "newest", "oldest"]
Grouping = Literal["articles", "speakers", "publishers", "countries", "months"]

FACETS: tuple[Facet, ...] = get_args(Facet)
SORTS: tuple[Sort, ...] = ("relevance", "newest", "oldest")
GROUPINGS: tuple[Grouping, ...] = ("articles", "speakers", "publishers", "countries", "months")
WITH_QUOTES, WITHOUT_QUOTES = "with", "without"  # the values of the facet "quotes"
QUOTED = ("direct", "mixed", "indirect")  # the values of the facet "quoted": the kinds of quotations
CERTAINTIES = ("checked", "sure", "likely", "unsure")  # of the facet "certainty": how sure it is who said something
SPEAKER_KINDS = ("person", "country", "organisation", "document", "unnamed")  # of the facet "speaker_kinds"
UNNAMED = "unnamed"  # the value of the facet "speakers" for whoever the article gives no name
DEFAULT_TIMEOUT = 5.0  # seconds that a search may take


@dataclass(frozen=True, slots=True)
class Filters:
    """What a reader chose: values of a facet are alternatives, facets add up, and none of the excluded may be there.

    Years are numbers, months are "2016-05", people their ids, countries their codes; a speaker is a person's id, a
    country's code, the folded name of an organisation or document, or UNNAMED. Dates as in `after:` (included) and
    `before:` (not included).
    """

    choices: Mapping[Facet, frozenset[Value]] = field(default_factory=dict)
    excluded: Mapping[Facet, frozenset[Value]] = field(default_factory=dict)
    after: date | None = None
    before: date | None = None


@dataclass(frozen=True, slots=True)
class EngineRequest:
    """One search for an engine to answer. Without a query, everything that the filters let through is found.

    The query must have no names left in it: each `UnresolvedName` is resolved to a `Having` with ids. Results come in
    groups of what `group_by` says; with `collapse`, copies of one story are one group, where groups are articles.
    `page` counts from 1; with no groups a page (0) nothing is scored or grouped, and the answer has its totals, facets
    and months alone (`group_count` is 0). `facets` are those to be counted, with `values_per_facet` values at the most
    (years and months are counted whole); with `timeline`, the months are counted too. `timeout` is in seconds.
    """

    query: Query | None
    unit: Unit = "paragraphs"
    filters: Filters = field(default_factory=Filters)
    sort: Sort = "relevance"
    group_by: Grouping = "articles"
    collapse: bool = False
    page: int = 1
    groups_per_page: int = 10
    hits_per_group: int = 3
    facets: tuple[Facet, ...] = FACETS
    values_per_facet: int = 30
    timeline: bool = True
    timeout: float = DEFAULT_TIMEOUT
