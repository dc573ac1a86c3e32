"""The matches of a search one by one, in the order of its list: what a list of paragraphs or quotations is made of.

A place among them is a cursor of the engine's scan. Copies of a story are matches of their own, so there are as many as
the page of the search counts.
"""

from dataclasses import dataclass

from api.v1.cursors import FORGED
from api.v1.problems import ApiProblem
from search.engines.port import BadCursor, EngineRequest, Hit
from search.results.ask_engine import scan_engine

START = ""  # the place before the first match


@dataclass(frozen=True, slots=True)
class Matches:
    """Some matches, how many there are in all, and the place from which the next ones go on, None at the end."""

    hits: tuple[Hit, ...]
    total: int
    following: str | None


def matches(asked: EngineRequest, size: int, place: str = START) -> Matches:
    """Return at most `size` matches of an engine's request behind a place.

    The engine matches anew each time, so a whole list by its pages costs more than its file, which is matched once.

    Raises SearchUnavailable, and ApiProblem for a place that the engine does not know.
    """
    try:
        found = scan_engine(asked, place, size)
    except BadCursor as error:
        raise ApiProblem(400, FORGED) from error
    first, more = next(found.slices, None), next(found.slices, None)
    if first is None:
        return Matches((), found.documents, None)
    return Matches(first.hits, found.documents, first.cursor if more and more.hits else None)
