"""What a search gives to a page, an export, a feed or the API: rows of the archive with counts and marks."""

from dataclasses import dataclass

from articles.models import Article, Paragraph, Quotation
from search.engines.port import Facet, Unit, Value
from search.language.highlighting import Span
from search.language.limits import Problem
from search.request import SearchRequest


@dataclass(frozen=True)
class FoundParagraph:
    """A paragraph that matches, or the quotation in it where quotations were searched.

    `marks` are half-open spans of `text`: the paragraph's, or the quotation's own words.
    """

    paragraph: Paragraph
    marks: tuple[Span, ...]
    quotation: Quotation | None = None

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
    """An article with its best matching paragraphs, how many match in all, and its place in the list, from 1."""

    article: Article
    paragraphs: tuple[FoundParagraph, ...]
    count: int
    at: int = 0

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
        return self.count - len(self.paragraphs)


@dataclass(frozen=True)
class FacetValue:
    """A value to choose, and the request of its click, which also unchooses.

    `count` is how much is found with this value alone chosen in its facet, and the choices of the other facets: what
    the click finds where the facet has no choice yet. Where it has one, the click adds to it and may find more
    (but for the facet "quotes": its values take each other's place).
    """

    value: Value
    name: str
    count: int
    chosen: bool
    click: SearchRequest


@dataclass(frozen=True)
class FoundFacet:
    """A facet with its values, most found first; what is chosen stays visible even with nothing found."""

    facet: Facet
    title: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True)
class SearchResults:
    """The answer to a request.

    `documents` counts what was searched for: paragraphs or quotations, as `unit` says. `problems` are
    about the words of the query, with their places in it; `sentences` about names and filters. `degraded` says why
    nothing could be searched, else it is empty. `asked` is false where there was nothing to search for.
    """

    request: SearchRequest
    unit: Unit
    articles: tuple[FoundArticle, ...] = ()
    facets: tuple[FoundFacet, ...] = ()
    documents: int = 0
    article_count: int = 0
    page: int = 1
    pages: int = 1
    explanation: str = ""
    problems: tuple[Problem, ...] = ()
    sentences: tuple[str, ...] = ()
    degraded: str = ""
    asked: bool = True

    @property
    def previous(self) -> SearchRequest | None:
        """The request of the page before, if there is one."""
        return self.request.on_page(self.page - 1) if self.page > 1 else None

    @property
    def following(self) -> SearchRequest | None:
        """The request of the page after, if there is one."""
        return self.request.on_page(self.page + 1) if self.page < self.pages else None
