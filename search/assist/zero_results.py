"""Nothing found: which one thing, left out, would give something, and how much.

A filter, an excluded value, a time, the choice of what is searched, or a part of the query that has to be there with
others: each is left out alone. The engine is asked at most MOST times; when the time for help is over, what was not
counted by then is not told.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice

from search.deadline import Deadline
from search.language.ast import And, Query, Within
from search.language.parser import parse
from search.language.serialize import serialize
from search.results.counts import count
from search.results.model import FoundFacet, SearchResults
from search.results.request import SearchRequest
from search.results.search import NoAnswer

MOST = 12


@dataclass(frozen=True, slots=True)
class Loosening:
    """What is left out (a `label` says which filter it is a value of), the request without it, and what that finds."""

    label: str
    value: str
    request: SearchRequest
    count: int = 0


def loosenings(found: SearchResults, time: Deadline) -> list[Loosening]:
    """Return what would find something, most first; nothing where the request found something itself."""
    if not found.asked or found.degraded or found.documents:
        return []
    counts = _counted(islice(_each(found), MOST), time)
    return sorted((one for one in counts if one.count), key=lambda one: -one.count)


def _counted(each: Iterable[Loosening], time: Deadline) -> Iterator[Loosening]:
    """Count one by one, until the engine does not answer."""
    with suppress(NoAnswer):
        for one in each:
            yield replace(one, count=count(one.request, time))


def _each(found: SearchResults) -> Iterator[Loosening]:
    asked = found.request
    yield from _without_a_part(asked)
    if asked.unit == "quotations":
        yield Loosening("Quotations", "only the words quoted", replace(asked, unit="", page=1))
    if asked.date_from or asked.date_to:
        yield Loosening("Published", _time(asked), replace(asked, date_from="", date_to="", page=1))
    for facet in found.in_use:
        yield from _without_a_value(facet)


def _time(asked: SearchRequest) -> str:
    ends = (("from", asked.date_from), ("to", asked.date_to))
    return " ".join(f"{word} {date}" for word, date in ends if date)


def _without_a_value(facet: FoundFacet) -> Iterator[Loosening]:
    for value in facet.in_use:
        if value.chosen:
            yield Loosening(facet.title, value.name, value.click)
        else:
            yield Loosening(f"{facet.title}, without", value.name, value.exclude)


def _without_a_part(asked: SearchRequest) -> Iterator[Loosening]:
    query = parse(asked.q).query
    for part, rest in _parts(query) if query else ():
        yield Loosening("", f"“{serialize(part)}”", replace(asked, q=serialize(rest), page=1))


def _parts(query: Query) -> Iterator[tuple[Query, Query]]:
    """Yield each part that has to be there with others, and the query without it."""
    match query:
        case And(parts):
            for place, part in enumerate(parts):
                rest = parts[:place] + parts[place + 1 :]
                yield part, And(rest) if len(rest) > 1 else rest[0]
        case Within(where, part) if part is not None:
            yield Within(where, None), part
            yield from ((left_out, Within(where, rest)) for left_out, rest in _parts(part))
