"""What a search gives to a page, an export, a feed or the API: rows of the archive with counts and marks."""

from dataclasses import dataclass, field
from functools import cached_property

from articles.models import Article, Paragraph, Quotation
from search.engines.port import Facet, MonthCount, Unit, Value
from search.language.ast import Query
from search.language.highlighting import TextSpan
from search.language.limits import QueryProblem
from search.results.name_resolution import NameLookup
from search.results.request import SearchRequest

UNIT_WORDS: dict[Unit, tuple[str, str]] = {  # one of them, several
    "paragraphs": ("paragraph", "paragraphs"),
    "quotations": ("quotation", "quotations"),
    "articles": ("article", "articles"),
}


def counted_unit(unit: Unit, count: int) -> str:
    """Return what is searched, in the singular where one of it is counted, else in the plural: "1" → "paragraph"."""
    one, several = UNIT_WORDS[unit]
    return one if count == 1 else several


@dataclass(frozen=True)
class FoundParagraph:
    """A paragraph that matches, or the quotation in it where quotations were searched.

    `marks` are half-open spans of `text`: the paragraph's, or the quotation's own words. `paragraph.article` is there
    with its publisher, at no cost. `said` is the quotation that a paragraph is most of all, with the same marks in its
    own words, where there is one.
    """

    paragraph: Paragraph
    marks: tuple[TextSpan, ...]
    quotation: Quotation | None = None
    said: "FoundParagraph | None" = None

    @property
    def is_title(self) -> bool:
        """Whether this is the article's title itself."""
        return self.paragraph.kind == Paragraph.Kind.TITLE and self.quotation is None

    @property
    def text(self) -> str:
        """The words that were searched."""
        return self.quotation.text if self.quotation else self.paragraph.text


@dataclass(frozen=True)
class FoundArticle:
    """An article with its best matching paragraphs, and how many match in all.

    `rank` is its position in the whole list, from 1. `copies` are other articles of the same story that match too,
    the first of them with their publishers, and `copy_count` is how many there are. Where whole articles were searched
    `count` is 1, whatever matches in it.
    """

    article: Article
    paragraphs: tuple[FoundParagraph, ...]
    count: int
    rank: int = 0
    copies: tuple[Article, ...] = ()
    copy_count: int = 0

    @property
    def title(self) -> FoundParagraph | None:
        """The article's title where it is among the best matches."""
        return next((found for found in self.paragraphs if found.is_title), None)

    @property
    def texts(self) -> tuple[FoundParagraph, ...]:
        """The best matches besides the title."""
        return tuple(found for found in self.paragraphs if found is not self.title)

    @property
    def more(self) -> int:
        """How many matches are not among the best."""
        return max(0, self.count - len(self.paragraphs))

    @property
    def further_copies(self) -> int:
        """How many copies there are besides those that are named."""
        return self.copy_count - len(self.copies)


@dataclass(frozen=True)
class FoundGroup:
    """What was found of one speaker, publisher, country or month: how many, and the best of them.

    `click` asks for these alone, by article. `share` is the part of all that was found, from 0 to 1; groups may share
    some of it, since a paragraph may have several speakers.
    """

    value: Value
    name: str
    count: int
    share: float
    paragraphs: tuple[FoundParagraph, ...]
    click: SearchRequest
    rank: int = 0

    @property
    def percent(self) -> float:
        """The share in percent, to one place."""
        return round(100 * self.share, 1)

    @property
    def more(self) -> int:
        """How many matches are not among the best."""
        return max(0, self.count - len(self.paragraphs))


@dataclass(frozen=True)
class FacetValue:
    """A value to choose in a request, and the requests of its two clicks, each of which also takes itself back.

    `count` is how much is found with this value alone chosen in its facet, and what is chosen and excluded in the
    others: what the click finds where the facet has no choice yet. Where it has one, the click adds to it and may find
    more (but for the facet "quotes": its values take each other's place). `exclude` leaves the value out.
    """

    request: SearchRequest
    facet: Facet
    value: Value
    name: str
    count: int
    chosen: bool
    excluded: bool

    @property
    def click(self) -> SearchRequest:
        """The request with this value chosen; where it is chosen, without it."""
        return self.request.toggled(self.facet, self.value)

    @property
    def exclude(self) -> SearchRequest:
        """The request with this value excluded; where it is excluded, without that."""
        return self.request.excluding(self.facet, self.value)


@dataclass(frozen=True)
class FoundFacet:
    """A facet with its values, most found first, years and months the latest first.

    What is chosen or excluded stays visible even with nothing found.
    """

    facet: Facet
    title: str
    values: tuple[FacetValue, ...]

    @property
    def in_use(self) -> tuple[FacetValue, ...]:
        """The values that are chosen or excluded."""
        return tuple(value for value in self.values if value.chosen or value.excluded)


@dataclass(frozen=True)
class SearchResults:
    """One page of what a request finds, with its totals, facets and timeline.

    `documents` counts what was searched for, as `unit` says. There are `articles` where the request groups by article,
    else `groups`; `group_count` counts them on all pages. `timeline` has the months as the engine counts them. `in_use`
    has of every facet what is chosen or excluded, also where nothing could be searched (its counts are 0 then). `query`
    are the words as they were parsed, with names as typed, and `lookup` knows whom each led to; `explanation`
    says in a sentence how all was understood. `problems` are parts of the words that could not be read, with their
    positions in `request.q`; `warnings` are sentences about names that led nowhere. `degraded` is a sentence that says
    why nothing could be searched, else it is empty. `is_empty` says that there was nothing to search for.
    """

    request: SearchRequest
    unit: Unit
    query: Query | None = None
    lookup: NameLookup = field(default_factory=NameLookup, compare=False)
    articles: tuple[FoundArticle, ...] = ()
    groups: tuple[FoundGroup, ...] = ()
    facets: tuple[FoundFacet, ...] = ()
    in_use: tuple[FoundFacet, ...] = ()
    timeline: tuple[MonthCount, ...] = ()
    documents: int = 0
    article_count: int = 0
    group_count: int = 0
    page: int = 1
    pages: int = 1
    explanation: str = ""
    problems: tuple[QueryProblem, ...] = ()
    warnings: tuple[str, ...] = ()
    degraded: str = ""
    is_empty: bool = False

    @property
    def unit_word(self) -> str:
        """What was searched for, in the singular or plural: "paragraph" where one was found, else "paragraphs"."""
        return counted_unit(self.unit, self.documents)

    @cached_property
    def of(self) -> dict[Facet, FoundFacet]:
        """The facets by their ids."""
        return {facet.facet: facet for facet in self.facets}

    @property
    def previous(self) -> SearchRequest | None:
        """The request for the page before, None on the first page."""
        return self.request.on_page(self.page - 1) if self.page > 1 else None

    @property
    def following(self) -> SearchRequest | None:
        """The request for the page after, None on the last page."""
        return self.request.on_page(self.page + 1) if self.page < self.pages else None
