"""An article's position in the list of a search, and the articles before and after it, as the list is now."""

from dataclasses import dataclass, replace
from itertools import count

from articles.models import Article, Paragraph
from articles.queries.articles import opening
from search.engines.port import EngineRequest, Group
from search.results.ask_engine import ask_engine

WINDOW = 10  # positions that are looked at around an article's own: it is found again when the list moves a little


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another article of the list: its position from 1, and the fragment of its best paragraph, if any."""

    rank: int
    article: Article
    anchor: str


@dataclass(frozen=True, slots=True)
class ListPosition:
    """Where an article stands in a list: at `rank`, from 1, of `total`, between its neighbours.

    The rank is 0 where the article is not near the position that was asked for.
    """

    rank: int
    total: int
    previous: Neighbour | None = None
    following: Neighbour | None = None


@dataclass(frozen=True, slots=True)
class ListWindow:
    """A part of a list of `total` groups: some neighbouring groups by their positions, from 1."""

    total: int
    groups: dict[int, Group]

    def rank_of(self, article: int) -> int:
        """Return the position of an article, or of the story it is a copy of; 0 where it is not in this part."""
        ranks = (rank for rank, group in self.groups.items() if group.value == article or article in group.copies)
        return next(ranks, 0)


def find_position(asked: EngineRequest, article: int, rank: int) -> ListPosition:
    """Find an article at or near a position of the list that a request finds, with its neighbours.

    Asks the engine once or twice, and the database twice. Raises SearchUnavailable.
    """
    window = _window(asked, rank)
    found = window.rank_of(article)
    if found and found != rank:
        window = _window(asked, found)
        found = window.rank_of(article)
    if not found:
        return ListPosition(0, window.total)
    neighbours = _neighbours({near: window.groups[near] for near in (found - 1, found + 1) if near in window.groups})
    return ListPosition(found, window.total, neighbours.get(found - 1), neighbours.get(found + 1))


def page_around(rank: int) -> tuple[int, int]:
    """Return a page, and the size of pages, such that this position and those beside it lie on that page."""
    first = max(rank - 2, 0)
    size = next(size for size in count(WINDOW) if first % size <= size - 3)
    return first // size + 1, size


def _window(asked: EngineRequest, rank: int) -> ListWindow:
    page, size = page_around(rank)
    answer = ask_engine(replace(asked, page=page, groups_per_page=size, hits_per_group=1, facets=(), timeline=False))
    first = (answer.page - 1) * size + 1
    return ListWindow(answer.group_count, dict(enumerate(answer.groups, first)))


def _neighbours(groups: dict[int, Group]) -> dict[int, Neighbour]:
    """Fetch what a link to each says; what was deleted since it was indexed is left out."""
    articles = Article.objects.only("title").annotate(opening_text=opening())
    rows = articles.in_bulk([group.value for group in groups.values()])
    best = {rank: group.hits[0].paragraph for rank, group in groups.items() if group.hits}
    anchors = {row.pk: row.anchor for row in Paragraph.objects.only("number", "kind").filter(pk__in=best.values())}
    return {
        rank: Neighbour(rank, rows[group.value], anchors.get(best.get(rank, 0), ""))
        for rank, group in groups.items()
        if group.value in rows
    }
