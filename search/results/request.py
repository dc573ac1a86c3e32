"""The one search request: page, chart, export, feed and API are all made from it, so their counts agree.

It is what a validated address means, and writes itself back as one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal
from urllib.parse import urlencode

from search.engines.port import Facet, Filters, Grouping, Sort, Unit, Value
from search.language.dates import read_date

PARAMETERS: dict[Facet, str] = {
    "quotes": "quotations",
    "people": "person",
    "speakers": "speaker",
    "countries": "country",
    "publishers": "publisher",
    "kinds": "kind",
    "years": "year",
    "months": "month",
}
EXCLUDING = "not_"  # goes before a parameter's name: not_person=5
Values = tuple[Value, ...]
Picked = tuple[tuple[Facet, Values], ...]  # facets in the order of PARAMETERS, none without a value


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What somebody asks for: words, filters, an order and a page; an empty sort suits the query.

    `date_from` and `date_to` are a year, a month or a day in ISO 8601, both included, or empty.

    `unit` is what the reader chose, or nothing, which is paragraphs. With `copies`, copies of a story stay apart.
    """

    q: str = ""
    unit: Unit | Literal[""] = ""
    picked: Picked = ()
    left_out: Picked = ()
    date_from: str = ""
    date_to: str = ""
    sort: Sort | Literal[""] = ""
    by: Grouping | Literal[""] = ""
    copies: bool = False
    page: int = 1

    @property
    def filtered(self) -> bool:
        """Whether anything besides the words is asked for."""
        return bool(self.unit == "quotations" or self.picked or self.left_out or self.date_from or self.date_to)

    def values(self, facet: Facet) -> Values:
        """Return what is chosen in a facet."""
        return dict(self.picked).get(facet, ())

    def excluded(self, facet: Facet) -> Values:
        """Return what is excluded in a facet."""
        return dict(self.left_out).get(facet, ())

    def filters(self) -> Filters:
        """Return the filters as an engine takes them."""
        return Filters(_sets(self.picked), _sets(self.left_out), self.first_day(), self.first_day_after())

    def toggled(self, facet: Facet, value: Value) -> "SearchRequest":
        """Return this request with a value of a facet chosen, or no longer, from its first page on."""
        values = () if facet == "quotes" else self.values(facet)  # with and without take each other's place
        chosen = value in self.values(facet)
        plain = self._with(facet, "left_out", tuple(one for one in self.excluded(facet) if one != value))
        others = tuple(one for one in values if one != value)
        return plain._with(facet, "picked", others if chosen else (*others, value))

    def excluding(self, facet: Facet, value: Value) -> "SearchRequest":
        """Return this request with a value of a facet excluded, or no longer, from its first page on."""
        plain = self._with(facet, "picked", tuple(one for one in self.values(facet) if one != value))
        others = tuple(one for one in self.excluded(facet) if one != value)
        return plain._with(facet, "left_out", others if value in self.excluded(facet) else (*others, value))

    def between(self, date_from: str, date_to: str) -> "SearchRequest":
        """Return this request for another time, whatever was chosen of time before, from its first page on."""
        without = replace(self, date_from=date_from, date_to=date_to)
        for facet in ("years", "months"):
            without = without._with(facet, "picked", ())._with(facet, "left_out", ())
        return replace(without, page=1)

    def _with(self, facet: Facet, side: Literal["picked", "left_out"], values: Values) -> "SearchRequest":
        if side == "picked":
            return replace(self, picked=picked({**dict(self.picked), facet: values}), page=1)
        return replace(self, left_out=picked({**dict(self.left_out), facet: values}), page=1)

    def on_page(self, page: int) -> "SearchRequest":
        """Return another page of the same results."""
        return replace(self, page=page)

    def pairs(self) -> list[tuple[str, str]]:
        """Return the request as the parameters of an address, without what goes without saying."""
        pairs: list[tuple[str, str]] = [("q", self.q), ("unit", self.unit)]
        pairs += [(PARAMETERS[facet], str(value)) for facet, values in self.picked for value in values]
        pairs += [(EXCLUDING + PARAMETERS[facet], str(value)) for facet, values in self.left_out for value in values]
        pairs += [("date_from", self.date_from), ("date_to", self.date_to), ("sort", self.sort), ("by", self.by)]
        pairs += [("copies", "apart" if self.copies else ""), ("page", str(self.page) if self.page > 1 else "")]
        return [(name, value) for name, value in pairs if value]

    def to_query(self) -> str:
        """Write the request as the query string of an address."""
        return urlencode(self.pairs())

    def first_day(self) -> date | None:
        """Return the day `date_from` begins with, or None where it is empty."""
        return span.first if (span := read_date(self.date_from)) else None

    def first_day_after(self) -> date | None:
        """Return the day after `date_to` ends, or None where it is empty or ends with the calendar."""
        return span.after if (span := read_date(self.date_to)) else None


def picked(values: Mapping[Facet, Values]) -> Picked:
    """Put what is picked of each facet in the one order, without facets of which nothing is."""
    return tuple((facet, values[facet]) for facet in PARAMETERS if values.get(facet))


def _sets(of_facets: Picked) -> dict[Facet, frozenset[Value]]:
    return {facet: frozenset(values) for facet, values in of_facets}
