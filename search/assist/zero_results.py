"""Query relaxation: where nothing was found, which one thing, left out, would give something, and how much.

A filter, an excluded value, a time, the choice of what is searched, or a part of the query that has to be there with
others: each is left out alone. At most MAX_TRIES are counted; when the time for help is over, what was not counted by
then is not offered.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from search.assist.pending import Answers, Pending
from search.language.ast import And, Query, Within
from search.language.serialize import serialize
from search.results.counts import count_questions
from search.results.model import FoundFacet, SearchResults
from search.results.request import SearchRequest

MAX_TRIES = 12


@dataclass(frozen=True, slots=True)
class Relaxation:
    """A request without one thing: its filter's label (empty for words), its value, and what is found without it."""

    label: str
    value: str
    request: SearchRequest
    count: int = 0


def relaxations(results: SearchResults) -> Pending[list[Relaxation]]:
    """Return what would find something, most first; nothing where the request found something itself."""
    searched = not (results.is_empty or results.degraded or results.documents)
    each = list(islice(_each(results), MAX_TRIES)) if searched else []
    questions = count_questions((one.request for one in each), results.lookup)
    asked = [one for one in each if one.request in questions]
    return Pending([questions[one.request] for one in asked], partial(_counted, asked), [])


def _counted(each: Iterable[Relaxation], answers: Answers) -> list[Relaxation]:
    """Return those that were counted and find something, most first."""
    counted = [replace(one, count=answer.documents) for one, answer in zip(each, answers, strict=True) if answer]
    return sorted((one for one in counted if one.count), key=lambda one: -one.count)


def _each(results: SearchResults) -> Iterator[Relaxation]:
    asked = results.request
    for part, rest in _parts(results.query) if results.query else ():
        yield Relaxation("", f"“{serialize(part)}”", replace(asked, q=serialize(rest), page=1))
    if asked.unit == "quotations":
        yield Relaxation("Quotations", "only what is quoted", replace(asked, unit="", page=1))
    if asked.date_from or asked.date_to:
        yield Relaxation("Published", _time(asked), replace(asked, date_from="", date_to="", page=1))
    for facet in results.in_use:
        yield from _without_a_value(facet)


def _time(asked: SearchRequest) -> str:
    ends = (("from", asked.date_from), ("to", asked.date_to))
    return " ".join(f"{word} {date}" for word, date in ends if date)


def _without_a_value(facet: FoundFacet) -> Iterator[Relaxation]:
    for value in facet.in_use:
        if value.chosen:
            yield Relaxation(facet.title, value.name, value.click)
        else:
            yield Relaxation(f"{facet.title}, without", value.name, value.exclude)


def _parts(query: Query) -> Iterator[tuple[Query, Query]]:
    """Yield each part that has to be there with others, and the query without it."""
    match query:
        case And(parts):
            for index, part in enumerate(parts):
                rest = parts[:index] + parts[index + 1 :]
                yield part, And(rest) if len(rest) > 1 else rest[0]
        case Within(where, part) if part is not None:
            yield Within(where, None), part
            yield from ((left_out, Within(where, rest)) for left_out, rest in _parts(part))
