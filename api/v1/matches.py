"""The matches of a search one by one, in the order of its list: what a list of paragraphs or quotations is made of.

A place is the number of the article in that order and the number of the match in the article, both from 0. Copies of a
story are matches of their own, so there are as many as the page of the search counts.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from search.engines.port import EngineAnswer, EngineRequest, Hit
from search.results.ask_engine import ask_engine

Place = tuple[int, int]
START: Place = (0, 0)


@dataclass(frozen=True, slots=True)
class Matches:
    """Some matches, how many there are in all, and the place from which the next ones go on, None at the end."""

    hits: list[Hit]
    total: int
    following: Place | None


def matches(asked: EngineRequest, size: int, place: Place = START) -> Matches:
    """Return at most `size` matches of an engine's request from a place on.

    Asks the engine once, or twice where a page of its groups ends between. Raises SearchUnavailable.
    """
    article, first = place
    in_bulk = replace(
        asked,
        group_by="articles",
        collapse=False,
        facets=(),
        timeline=False,
        groups_per_page=size,
        hits_per_group=first + size + 1,
    )
    answer = ask_engine(replace(in_bulk, page=article // size + 1))
    found = list(islice(_placed(in_bulk, answer, place), size + 1))
    following = found[size][0] if len(found) > size else None
    return Matches([hit for _, hit in found[:size]], answer.documents, following)


def _placed(asked: EngineRequest, answer: EngineAnswer, place: Place) -> Iterator[tuple[Place, Hit]]:
    """Yield the matches from a place on, each with its own, through this page of articles and the next one."""
    size = asked.groups_per_page
    pages = [answer] if answer.page == place[0] // size + 1 else []  # a list that has become shorter ends before
    if pages and answer.page < answer.pages:
        yield from _of_page(answer, size, place)
        pages = [ask_engine(replace(asked, page=answer.page + 1))]
    for page in pages:
        yield from _of_page(page, size, place)


def _of_page(answer: EngineAnswer, size: int, place: Place) -> Iterator[tuple[Place, Hit]]:
    for article, group in enumerate(answer.groups, (answer.page - 1) * size):
        for number, hit in enumerate(group.hits):
            if (article, number) >= place:
                yield (article, number), hit
