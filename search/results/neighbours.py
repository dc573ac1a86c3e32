"""An article's place in the list of a search, and those before and after it, as the list is now."""

from dataclasses import dataclass, replace
from itertools import count

from articles.models import Article, Paragraph
from articles.queries.articles import opening
from search.engines.port import EngineAnswer, EngineRequest, Group
from search.results.search import answer_to

ABOUT = 10  # places that are looked at around an article's own: it is found again when the list moves a little


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another article of the list: its place from 1, and the fragment of its best paragraph, if any."""

    at: int
    article: Article
    anchor: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article stands: `at`, from 1, of `of`. It is 0 where the article is not near the place asked for."""

    at: int
    of: int
    previous: Neighbour | None = None
    following: Neighbour | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the list: its groups by their places."""

    of: int
    groups: dict[int, Group]

    def place_of(self, article: int) -> int:
        """Return the place of an article or of the story it is a copy of; 0 where it is not here."""
        places = (at for at, group in self.groups.items() if group.value == article or article in group.copies)
        return next(places, 0)


def find_place(asked: EngineRequest, article: int, at: int) -> Place:
    """Find an article at or near a place of a list, with its neighbours, in one question or two and two queries.

    Raises NoAnswer.
    """
    stretch = _stretch(asked, at)
    found = stretch.place_of(article)
    if found and found != at:
        stretch = _stretch(asked, found)
        found = stretch.place_of(article)
    if not found:
        return Place(0, stretch.of)
    neighbours = _neighbours(
        {place: stretch.groups[place] for place in (found - 1, found + 1) if place in stretch.groups}
    )
    return Place(found, stretch.of, neighbours.get(found - 1), neighbours.get(found + 1))


def page_around(at: int) -> tuple[int, int]:
    """Return a page, and the size of pages, such that a place, the one before and the one after lie on that page."""
    first = max(at - 2, 0)
    size = next(size for size in count(ABOUT) if first % size <= size - 3)
    return first // size + 1, size


def _stretch(asked: EngineRequest, at: int) -> Stretch:
    page, size = page_around(at)
    wanted = replace(asked, page=page, groups_per_page=size, hits_per_group=1, facets=(), timeline=False)
    answer: EngineAnswer = answer_to(wanted)
    first = (answer.page - 1) * size + 1
    return Stretch(answer.group_count, dict(enumerate(answer.groups, first)))


def _neighbours(groups: dict[int, Group]) -> dict[int, Neighbour]:
    """Fetch what a link to each says; what was deleted since it was indexed is left out."""
    articles = Article.objects.only("title").annotate(opening_text=opening())
    rows = articles.in_bulk([group.value for group in groups.values()])
    best = {at: group.hits[0].paragraph for at, group in groups.items() if group.hits}
    anchors = {row.pk: row.anchor for row in Paragraph.objects.only("number", "kind").filter(pk__in=best.values())}
    return {
        at: Neighbour(at, rows[group.value], anchors.get(best.get(at), ""))
        for at, group in groups.items()
        if group.value in rows
    }
