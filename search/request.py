"""The one search request: page, export, feed and API are all made from it, so their counts agree.

It is what a validated address means, and writes itself back as one.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal
from urllib.parse import urlencode

from search.engines.port import Facet, Sort, Unit, Value
from search.language.dates import read_date

Quotes = Literal["with", "without", "only"]
QUOTES: tuple[Quotes, ...] = ("with", "without", "only")
PARAMETERS: dict[Facet, str] = {
    "people": "person",
    "speakers": "speaker",
    "countries": "country",
    "publishers": "publisher",
    "kinds": "kind",
}


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What somebody asks for. `after` and `before` are ISO dates of any precision; an empty sort suits the query."""

    q: str = ""
    quotes: Quotes | Literal[""] = ""
    people: tuple[int, ...] = ()
    speakers: tuple[int, ...] = ()
    countries: tuple[str, ...] = ()
    publishers: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    after: str = ""
    before: str = ""
    sort: Sort | Literal[""] = ""
    page: int = 1

    @property
    def unit(self) -> Unit:
        """What is searched: paragraphs, or quotations alone."""
        return "quotations" if self.quotes == "only" else "paragraphs"

    @property
    def filtered(self) -> bool:
        """Whether anything besides the words is asked for."""
        return replace(self, q="", sort="", page=1) != SearchRequest()

    def values(self, facet: Facet) -> tuple[Value, ...]:
        """Return what is chosen in a facet."""
        if facet == "quotes":
            return (self.quotes,) if self.quotes in ("with", "without") else ()
        return getattr(self, facet)

    def choices(self) -> dict[Facet, frozenset[Value]]:
        """Return the facets that have a choice, with it."""
        facets: tuple[Facet, ...] = ("quotes", *PARAMETERS)
        return {facet: frozenset(self.values(facet)) for facet in facets if self.values(facet)}

    def toggled(self, facet: Facet, value: Value) -> "SearchRequest":
        """Return this request with a value of a facet chosen, or no longer, from its first page on."""
        values = self.values(facet)
        if facet == "quotes":
            return replace(self, quotes="" if value in values else value, page=1)
        others = tuple(other for other in values if other != value)
        return replace(self, **{facet: others if value in values else (*values, value)}, page=1)

    def on_page(self, page: int) -> "SearchRequest":
        """Return another page of the same results."""
        return replace(self, page=page)

    def to_query(self) -> str:
        """Write the request as the query string of an address, without what goes without saying."""
        pairs: list[tuple[str, str]] = [("q", self.q), ("quotes", self.quotes)]
        pairs += [(name, str(value)) for facet, name in PARAMETERS.items() for value in self.values(facet)]
        pairs += [("after", self.after), ("before", self.before), ("sort", self.sort)]
        pairs += [("page", str(self.page) if self.page > 1 else "")]
        return urlencode([(name, value) for name, value in pairs if value])

    def first_day(self) -> date | None:
        """Return the day `after` begins with, or None."""
        return span.first if (span := read_date(self.after)) else None

    def day_before_which(self) -> date | None:
        """Return the day `before` begins with, or None."""
        return span.first if (span := read_date(self.before)) else None
