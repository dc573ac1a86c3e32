"""The one search request: page, chart, export, feed and API are all made from it, so their counts agree.

It is what a validated address means, and writes itself back as one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal
from urllib.parse import urlencode

from search.engines.port import Facet, Filters, Grouping, Sort, Unit, Value
from search.language.dates import parse_date

PARAMETERS: dict[Facet, str] = {
    "quotes": "quotations",
    "quoted": "quoted",
    "certainty": "certainty",
    "people": "person",
    "speakers": "speaker",
    "speaker_kinds": "speaker_kind",
    "roles": "role",
    "cues": "cue",
    "about": "about",
    "about_countries": "about_country",
    "candidates": "candidate",
    "countries": "country",
    "publishers": "publisher",
    "sections": "section",
    "kinds": "kind",
    "years": "year",
    "months": "month",
}
EXCLUDE = "not_"  # goes before a parameter's name: not_person=5
Values = tuple[Value, ...]
Choices = tuple[tuple[Facet, Values], ...]  # facets in the order of PARAMETERS, none without a value


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What somebody asks for: words, filters, an order and a page.

    `q` are the words as typed. `unit` is what is searched; empty stands for what the words imply, paragraphs unless
    they all stand `in:quotes`. `chosen` and `excluded` are the values of facets that must, and must not, be there.
    `date_from` and `date_to` are a year, a month or a day in ISO 8601, both included, or empty. An empty `sort` stands
    for the order that suits the words, an empty `group_by` for articles. With `copies_apart`, near-identical copies of
    a story are results of their own. `page` counts from 1.
    """

    q: str = ""
    unit: Unit | Literal[""] = ""
    chosen: Choices = ()
    excluded: Choices = ()
    date_from: str = ""
    date_to: str = ""
    sort: Sort | Literal[""] = ""
    group_by: Grouping | Literal[""] = ""
    copies_apart: bool = False
    page: int = 1

    @property
    def filtered(self) -> bool:
        """Whether anything besides the words is asked for."""
        return bool(self.unit == "quotations" or self.chosen or self.excluded or self.date_from or self.date_to)

    @property
    def timed(self) -> bool:
        """Whether a time is asked for, which leaves out what has no date."""
        return bool(self.date_from or self.date_to or self.chosen_in("years") or self.chosen_in("months"))

    def chosen_in(self, facet: Facet) -> Values:
        """Return the values that are chosen in a facet."""
        return dict(self.chosen).get(facet, ())

    def excluded_in(self, facet: Facet) -> Values:
        """Return the values that are excluded in a facet."""
        return dict(self.excluded).get(facet, ())

    def filters(self) -> Filters:
        """Return the filters as an engine takes them."""
        return Filters(_sets(self.chosen), _sets(self.excluded), self.first_day(), self.first_day_after())

    def toggled(self, facet: Facet, value: Value) -> "SearchRequest":
        """Return the first page of this request with a value chosen; no longer chosen, where it was.

        A value that was excluded no longer is. Of the facet "quotes" one value at the most is chosen.
        """
        chosen = self.chosen_in(facet)
        others = () if facet == "quotes" else _without(chosen, value)  # with and without take each other's place
        not_excluded = self._with(facet, "excluded", _without(self.excluded_in(facet), value))
        return not_excluded._with(facet, "chosen", others if value in chosen else (*others, value))

    def excluding(self, facet: Facet, value: Value) -> "SearchRequest":
        """Return the first page of this request with a value excluded; no longer excluded, where it was.

        A value that was chosen no longer is.
        """
        excluded = self.excluded_in(facet)
        others = _without(excluded, value)
        not_chosen = self._with(facet, "chosen", _without(self.chosen_in(facet), value))
        return not_chosen._with(facet, "excluded", others if value in excluded else (*others, value))

    def between(self, date_from: str, date_to: str) -> "SearchRequest":
        """Return the first page of this request for another time, without the dates, years and months chosen before."""
        without = replace(self, date_from=date_from, date_to=date_to)
        for facet in ("years", "months"):
            without = without._with(facet, "chosen", ())._with(facet, "excluded", ())
        return replace(without, page=1)

    def _with(self, facet: Facet, side: Literal["chosen", "excluded"], values: Values) -> "SearchRequest":
        if side == "chosen":
            return replace(self, chosen=choices({**dict(self.chosen), facet: values}), page=1)
        return replace(self, excluded=choices({**dict(self.excluded), facet: values}), page=1)

    def on_page(self, page: int) -> "SearchRequest":
        """Return this request for another page."""
        return replace(self, page=page)

    def parameters(self) -> list[tuple[str, str]]:
        """Return the names and values of the parameters of this request's address; defaults are left out."""
        pairs: list[tuple[str, str]] = [("q", self.q), ("unit", self.unit)]
        pairs += [(PARAMETERS[facet], str(value)) for facet, values in self.chosen for value in values]
        pairs += [(EXCLUDE + PARAMETERS[facet], str(value)) for facet, values in self.excluded for value in values]
        pairs += [("date_from", self.date_from), ("date_to", self.date_to), ("sort", self.sort), ("by", self.group_by)]
        pairs += [("copies", "apart" if self.copies_apart else ""), ("page", str(self.page) if self.page > 1 else "")]
        return [(name, value) for name, value in pairs if value]

    def to_query(self) -> str:
        """Return the query string of this request's address, without the question mark."""
        return urlencode(self.parameters())

    def first_day(self) -> date | None:
        """Return the day `date_from` begins with, or None where it is empty."""
        return days.first if (days := parse_date(self.date_from)) else None

    def first_day_after(self) -> date | None:
        """Return the day after `date_to` ends, or None where it is empty or ends with the calendar."""
        return days.end if (days := parse_date(self.date_to)) else None


def choices(values: Mapping[Facet, Values]) -> Choices:
    """Return the values of facets as a request has them: in one order, without facets of which there is no value."""
    return tuple((facet, values[facet]) for facet in PARAMETERS if values.get(facet))


def _without(values: Values, value: Value) -> Values:
    return tuple(one for one in values if one != value)


def _sets(values_by_facet: Choices) -> dict[Facet, frozenset[Value]]:
    return {facet: frozenset(values) for facet, values in values_by_facet}
