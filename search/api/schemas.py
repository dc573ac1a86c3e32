"""What the API answers, as frozen dataclasses: written as JSON, and described to others, from these very lines.

A field's sentence below it is its description in the OpenAPI document.
"""

from typing import Literal

from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass

from search.engines.port import Facet, Grouping, Unit

told = dataclass(frozen=True, slots=True, config=ConfigDict(use_attribute_docstrings=True))


@told
class Mark:
    """A half-open span of the text beside it, in Unicode code points: `text[start:end]`."""

    start: int
    end: int


@told
class Problem:
    """A part of the request that could not be read and was left out, in one sentence."""

    sentence: str
    start: int | None
    """Where in `q` it begins, in code points; null where it is not about the words of `q`."""
    end: int | None


@told
class Named:
    """Somebody or something the archive has a page for."""

    id: int | str
    """A number, or of a country its code in ISO 3166-1."""
    name: str
    link: str


@told
class SpeakerTold:
    """Who said a quotation."""

    kind: Literal["person", "country", "organisation", "document", "unnamed"]
    name: str
    """Whom the words lead to; of the unnamed, the article's own words."""
    person: int | None
    country: str | None


@told
class QuotationTold:
    """A quotation: the words are the `text` beside it."""

    id: int
    kind: Literal["direct", "mixed", "indirect", "term"]
    link: str
    speakers: tuple[SpeakerTold, ...]
    about: tuple[Named, ...]
    """The people and countries that it speaks of."""
    confidence: float
    """How sure the extractor was of it, from 0 to 1."""


@told
class Passage:
    """A paragraph that matches, or the quotation in it where quotations were searched."""

    id: int
    """The paragraph's number in the archive."""
    article: int
    anchor: str
    """Its address within the article: `p12`, `title`, `standfirst`."""
    kind: str
    link: str
    text: str
    """The paragraph, or the quotation's own words."""
    marks: tuple[Mark, ...]
    """What matched in the text."""
    quotation: QuotationTold | None
    people: tuple[Named, ...]
    """Whom the paragraph names."""
    countries: tuple[Named, ...]


@told
class ArticleTold:
    """One published piece. What an article does not tell is null."""

    id: int
    link: str
    title: str | None
    byline: str | None
    publisher: Named | None
    published: str | None
    """In ISO 8601, as exact as it is known: a year, a month, a day or an instant."""
    section: str | None
    language: str | None
    url: str | None
    """Where it was published."""


@told
class ArticleFound:
    """An article with the best of what matches in it."""

    at: int
    """Its place in the whole list, from 1."""
    article: ArticleTold
    count: int
    """How much matches in it: paragraphs or quotations; 1 where whole articles were searched."""
    passages: tuple[Passage, ...]
    copies: tuple[ArticleTold, ...]
    """Near-identical copies that match too, the first of them; what matches there is not in `count`."""
    copy_count: int


@told
class GroupFound:
    """What was found of one speaker, publisher, country or month."""

    at: int
    value: int | str
    """An id, a country's code, or a month such as 2016-05."""
    name: str
    count: int
    share: float
    """Of all that was found, from 0 to 1; something with several speakers is in several groups."""
    passages: tuple[Passage, ...]
    articles: tuple[ArticleTold, ...]
    """Those that the passages are in."""
    link: str
    """The request for this group alone."""


@told
class ValueFound:
    """A value of a facet."""

    value: int | str
    name: str
    count: int
    """How much is found where this value alone is chosen in its facet, and all that is chosen in the others."""
    chosen: bool
    excluded: bool
    link: str
    """The request with the value chosen, or no longer."""


@told
class FacetFound:
    """What the results can be narrowed by."""

    facet: Facet
    title: str
    parameter: str
    """The parameter that chooses a value; with `not_` before it, it excludes one."""
    values: tuple[ValueFound, ...]


@told
class Month:
    """How much was found of a month, whatever is chosen of time."""

    month: str
    count: int


@told
class Totals:
    """How much was found, exactly, on all pages."""

    documents: int
    """Of what was searched: paragraphs, quotations or articles."""
    articles: int
    """That these are in."""
    groups: int
    """Of what the results are grouped by."""


@told
class Links:
    """Addresses of requests, absolute."""

    self: str
    """This request, as it was understood."""
    page: str
    """The same for people."""
    previous: str | None
    next: str | None


@told
class Answer:
    """What a search found."""

    q: str
    """The words as they were read, without blanks around them: places of problems are in these."""
    unit: Unit
    """What was searched; words that all stand `in:quotes` are searched in quotations."""
    by: Grouping
    """What the results are grouped by: `articles` has the groups then, else `groups`."""
    explanation: str
    """How the request was understood, in words."""
    problems: tuple[Problem, ...]
    """What could not be read of it; the rest was searched."""
    total: Totals
    page: int
    pages: int
    size: int
    """Groups a page."""
    links: Links
    articles: tuple[ArticleFound, ...]
    groups: tuple[GroupFound, ...]
    facets: tuple[FacetFound, ...]
    timeline: tuple[Month, ...]


@told
class Refusal:
    """Why nothing was searched (RFC 9457, application/problem+json)."""

    type: str
    title: str
    status: int
    detail: str
    """A sentence for people."""
    q: str
    problems: tuple[Problem, ...]


ANSWER, REFUSAL = TypeAdapter(Answer), TypeAdapter(Refusal)
