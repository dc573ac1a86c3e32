"""The tabs of a page of results: what is searched, each with how much of it there is."""

from dataclasses import dataclass

from django.utils.translation import gettext_noop

from search.assist.unit_counts import UnitCounts
from search.engines.port import Unit
from search.results.model import SearchResults

NAMES: dict[Unit, str] = {
    "paragraphs": gettext_noop("Paragraphs"),
    "quotations": gettext_noop("Quotations"),
    "articles": gettext_noop("Articles"),
}


@dataclass(frozen=True, slots=True)
class UnitTab:
    """A unit to choose; its count is None where it was not counted. `here` is what was searched."""

    unit: Unit
    name: str
    count: int | None
    here: bool


def unit_tabs(results: SearchResults, counts: UnitCounts) -> list[UnitTab]:
    """Return a tab for each unit."""
    return [UnitTab(unit, name, counts.get(unit), unit == results.unit) for unit, name in NAMES.items()]
