"""The tabs of a page of results: what is searched, each with how much of it there is."""

from dataclasses import dataclass

from search.assist.unit_counts import UnitCounts, unit_requests
from search.engines.port import Unit
from search.results.model import SearchResults

NAMES: dict[Unit, str] = {"paragraphs": "Paragraphs", "quotations": "Quotations", "articles": "Articles"}


@dataclass(frozen=True, slots=True)
class UnitTab:
    """A unit with the link to the same search in it; its count is None where it was not counted."""

    id: str
    name: str
    href: str
    count: int | None
    here: bool


def unit_tabs(results: SearchResults, counts: UnitCounts) -> list[UnitTab]:
    """Return a tab for each unit."""
    requests = unit_requests(results)
    return [
        UnitTab(f"tab-{unit}", name, f"?{requests[unit].to_query()}", counts.get(unit), unit == results.unit)
        for unit, name in NAMES.items()
    ]
