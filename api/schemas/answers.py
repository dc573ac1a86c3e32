"""The schemas of the API's answers to searches: results, facets, totals and links, and errors.

Frozen dataclasses, from which answers are written as JSON and described in the OpenAPI document: the sentence below a
field is its description there.
"""

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass

from api.schemas.items import CONFIG, Article, Passage
from search.engines.port import Facet, Grouping, Unit


@dataclass(frozen=True, slots=True, config=CONFIG)
class RequestProblem:
    """A part of the request that could not be read and was left out, in one sentence."""

    sentence: str
    start: int | None
    """Where in `q` it begins, in code points; null where it is not about the words of `q`."""
    end: int | None


@dataclass(frozen=True, slots=True, config=CONFIG)
class ArticleResult:
    """An article with the best of what matches in it."""

    at: int
    """Its position in the whole list, from 1."""
    article: Article
    count: int
    """How much matches in it: paragraphs or quotations; 1 where whole articles were searched."""
    passages: tuple[Passage, ...]
    copies: tuple[Article, ...]
    """Near-identical copies that match too, the first of them; what matches there is not in `count`."""
    copy_count: int


@dataclass(frozen=True, slots=True, config=CONFIG)
class GroupResult:
    """What was found of one speaker, publisher, country or month."""

    at: int
    value: int | str
    """An id, a country's code, or a month such as 2016-05."""
    name: str
    count: int
    share: float
    """Of all that was found, from 0 to 1; something with several speakers is in several groups."""
    passages: tuple[Passage, ...]
    articles: tuple[Article, ...]
    """Those that the passages are in."""
    link: str
    """The request for this group alone."""


@dataclass(frozen=True, slots=True, config=CONFIG)
class FacetValue:
    """A value of a facet."""

    value: int | str
    name: str
    count: int
    """How much is found where this value alone is chosen in its facet, and all that is chosen in the others."""
    chosen: bool
    excluded: bool
    link: str
    """The request with the value chosen, or no longer."""


@dataclass(frozen=True, slots=True, config=CONFIG)
class FacetResult:
    """What the results can be narrowed by."""

    facet: Facet
    title: str
    parameter: str
    """The parameter that chooses a value; with `not_` before it, it excludes one."""
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True, config=CONFIG)
class MonthCount:
    """How much was found of a month, whatever is chosen of time."""

    month: str
    count: int


@dataclass(frozen=True, slots=True, config=CONFIG)
class Totals:
    """How much was found, exactly, on all pages."""

    documents: int
    """Paragraphs, quotations or articles: of what was searched."""
    articles: int
    """The articles that these are in."""
    groups: int
    """The groups of the results: articles, or what `by` says."""


@dataclass(frozen=True, slots=True, config=CONFIG)
class Links:
    """Addresses of requests, absolute."""

    self: str
    """This request, as it was understood."""
    page: str
    """The same for people."""
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True, config=CONFIG)
class Answer:
    """What a search found."""

    q: str
    """The words as they were read, without blanks around them: positions of problems are in these."""
    unit: Unit
    """What was searched, as in the path."""
    by: Grouping
    """What the results are grouped by: `articles` has the groups then, else `groups`."""
    explanation: str
    """How the request was understood, in a sentence."""
    problems: tuple[RequestProblem, ...]
    """What could not be read of it; the rest was searched."""
    total: Totals
    page: int
    pages: int
    size: int
    """Groups a page."""
    links: Links
    articles: tuple[ArticleResult, ...]
    groups: tuple[GroupResult, ...]
    facets: tuple[FacetResult, ...]
    timeline: tuple[MonthCount, ...]


@dataclass(frozen=True, slots=True, config=CONFIG)
class Error:
    """Why nothing was searched (RFC 9457, application/problem+json)."""

    type: str
    title: str
    status: int
    detail: str
    """A sentence for people."""
    q: str
    problems: tuple[RequestProblem, ...]


ANSWER, ERROR = TypeAdapter(Answer), TypeAdapter(Error)
