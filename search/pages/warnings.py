"""What a page says above its results of a request that was not read as a whole."""

from collections.abc import Iterable
from typing import NamedTuple

from search.language.limits import QueryProblem


class PageWarning(NamedTuple):
    """A sentence, and the part of the query's text that it is about; empty where it is about something else."""

    sentence: str
    part: str = ""


def page_warnings(text: str, problems: Iterable[QueryProblem], sentences: Iterable[str]) -> list[PageWarning]:
    """Return the warnings of a page: of problems in the query's text first, then sentences about all else."""
    return [
        *(PageWarning(one.sentence, text[one.start : one.end]) for one in problems),
        *(PageWarning(one) for one in sentences),
    ]
