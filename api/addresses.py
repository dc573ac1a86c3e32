"""The absolute addresses in an answer."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from search.engines.port import Unit
from search.results.request import SearchRequest

SIZE, UNIT = "size", "unit"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Makes addresses on the host of the HTTP request being answered."""

    http: HttpRequest

    def of(self, name: str, *args: object) -> str:
        """Return the address of a page by its name."""
        return self.of_path(reverse(name, args=args))

    def of_path(self, path: str) -> str:
        """Return the address of a path of the archive."""
        return self.http.build_absolute_uri(path)


@dataclass(frozen=True, slots=True)
class SearchAddresses(Addresses):
    """Makes the addresses of searches too; `size` goes along where it was given."""

    unit: Unit
    size: int | None = None

    def of_request(self, request: SearchRequest) -> str:
        """Return the address where the API answers a search request."""
        pairs = [pair for pair in request.parameters() if pair[0] != UNIT]
        pairs += [(SIZE, str(self.size))] if self.size else []
        return _with(self.of("api-search", request.unit or self.unit), pairs)

    def of_page(self, request: SearchRequest) -> str:
        """Return the address of the page that shows people the same results."""
        return _with(self.of("search"), request.parameters())


def _with(address: str, pairs: list[tuple[str, str]]) -> str:
    return f"{address}?{urlencode(pairs)}" if pairs else address
