"""What is searched where an address names no unit: it follows from the words."""

from typing import Literal

from search.engines.port import Unit
from search.language.ast import Query, Within


def implied_unit(query: Query | None) -> Unit:
    """Return what words are searched in that name no unit: quotations, where they all stand `in:quotes`."""
    return "quotations" if isinstance(query, Within) and query.scope == "quotes" else "paragraphs"


def asked_unit(unit: Unit, query: Query | None) -> Unit | Literal[""]:
    """Return how a request asks for a unit: paragraphs go without saying, unless the words imply another."""
    return "" if unit == "paragraphs" == implied_unit(query) else unit
