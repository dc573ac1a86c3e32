"""The query strings of the clicks of a page, of which there are hundreds: they differ in one value, or in their time.

What all of them have in common is written once. They are the same as `to_query` of the requests of those clicks gives.
"""

from dataclasses import dataclass
from urllib.parse import quote_plus, urlencode

from search.engines.port import Facet
from search.results.histogram import Bar
from search.results.model import FacetValue
from search.results.request import EXCLUDE, PARAMETERS, SearchRequest

OPEN = "\ufdd0"  # no value of a filter, and no date


class FacetAddresses:
    """The query strings of the two clicks of the values of one facet."""

    def __init__(self, request: SearchRequest, facet: Facet) -> None:
        self._choosing = _Pattern.of(request.toggled(facet, OPEN), PARAMETERS[facet])
        self._excluding = _Pattern.of(request.excluding(facet, OPEN), EXCLUDE + PARAMETERS[facet])

    def of(self, value: FacetValue) -> tuple[str, str]:
        """Return the query strings of choosing and of excluding a value of the facet."""
        if value.chosen or value.excluded:
            return value.click.to_query(), value.exclude.to_query()
        written = quote_plus(str(value.value))
        return self._choosing.with_value(written), self._excluding.with_value(written)


class TimeAddresses:
    """The query strings of a request for other times."""

    def __init__(self, request: SearchRequest) -> None:
        self._from = _Pattern.of(request.between(OPEN, ""), "date_from")

    def of(self, bar: Bar) -> str:
        """Return the query string of the time of a bar."""
        return self._from.with_value(f"{bar.date_from}&date_to={bar.date_to}")


@dataclass(frozen=True, slots=True)
class _Pattern:
    before: str
    after: str

    @classmethod
    def of(cls, request: SearchRequest, name: str) -> "_Pattern":
        """Return what stands around the open value of a parameter."""
        pairs = request.parameters()
        place = pairs.index((name, OPEN))
        before, after = urlencode(pairs[:place]), urlencode(pairs[place + 1 :])
        return cls(f"{before}{'&' if before else ''}{name}=", f"{'&' if after else ''}{after}")

    def with_value(self, written: str) -> str:
        return f"{self.before}{written}{self.after}"
