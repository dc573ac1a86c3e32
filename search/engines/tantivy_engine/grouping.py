"""Groups of what was found: which there are, in which order, and the best hits of those on a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from tantivy import Query as Tantivy

from search.engines.numbers import value_of
from search.engines.port import EngineRequest, Facet, Group, Grouping, Hit, Sort
from search.engines.tantivy_engine import queries as q
from search.engines.tantivy_engine.fields import FACETS as FIELDS
from search.engines.tantivy_engine.matching import Matching, looked_for
from search.engines.tantivy_engine.reader import Reader, Scored
from search.language.tree import AtLeast, Having, Not, Published, Query, Within, Word, children

FACET_OF: dict[Grouping, Facet] = {
    "speakers": "speakers", "publishers": "publishers", "countries": "countries", "months": "months",
}  # fmt: skip
HITS_A_GROUP = 8  # documents that are looked at for each group, at first
GROWTH = 4
Best = tuple[int, tuple[Hit, ...]]


@dataclass(frozen=True)
class Page:
    """One page of groups, and how many there are."""

    number: int
    pages: int
    groups_in_all: int
    groups: tuple[Group, ...]


class Grouped:
    """What was found, in groups; `articles` is how many there are."""

    def __init__(self, reader: Reader, request: EngineRequest, found: Tantivy, articles: int) -> None:
        self.reader = reader
        self.request = request
        self.found = found
        self.articles = articles
        self.sort = suited(request)

    def page(self) -> Page:
        """Return the page that is asked for, or the one nearest to it."""
        return self._page_of_articles() if self.request.by == "articles" else self._page_of_values(self.request.by)

    def _place(self, groups: int) -> tuple[int, int, slice]:
        a_page = self.request.groups_a_page
        pages = max(1, -(-groups // a_page))
        number = min(max(1, self.request.page), pages)
        return number, pages, slice((number - 1) * a_page, number * a_page)

    def _page_of_values(self, by: Grouping) -> Page:
        facet = FACET_OF[by]
        counts = self.reader.all_values(self.found, FIELDS[facet])
        number, pages, place = self._place(len(counts))
        ordered = (
            sorted(counts, reverse=True) if by == "months" else sorted(counts, key=lambda one: (-counts[one], one))
        )
        groups = (
            Group(value_of(facet, value), counts[value], self._hits_of_value(facet, value)) for value in ordered[place]
        )
        return Page(number, pages, len(counts), tuple(groups))

    def _hits_of_value(self, facet: Facet, value: int) -> tuple[Hit, ...]:
        having = q.all_of([self.found, q.term(FIELDS[facet], value)])
        best = self.reader.best(having, self.request.hits_a_group, self.sort)
        if self.request.unit != "articles":
            return self._hits(best)
        articles = self.reader.values("article", [address for _, address in best])
        best = self._of_articles(articles, 1)
        return tuple(hit for article in articles for hit in best[article][1])

    def _page_of_articles(self) -> Page:
        fold = self.request.fold
        in_all = self.reader.different(self.found, "story")[1] if fold else self.articles
        number, pages, place = self._place(in_all)
        leading = self._leading("story" if fold else "article", min(place.stop, in_all))
        best = self._of_articles([article for _, article in leading[place]], self.request.hits_a_group)
        groups = tuple(
            Group(article, *best[article], self._copies(story, article) if fold else ())
            for story, article in leading[place]
        )
        return Page(number, pages, in_all, groups)

    def _leading(self, field: str, needed: int) -> list[tuple[int, int]]:
        """Return the first articles in the order of the request, one of each value of the field."""
        looked_at = needed * HITS_A_GROUP
        while True:
            found = [address for _, address in self.reader.best(self.found, looked_at, self.sort)]
            first: dict[int, int] = {}
            articles = self.reader.values("article", found)
            values = articles if field == "article" else self.reader.values(field, found)
            for value, article in zip(values, articles, strict=True):
                first.setdefault(value, article)
            if len(first) >= needed or len(found) < looked_at:
                return list(first.items())[:needed]
            looked_at *= GROWTH

    def _copies(self, story: int, article: int) -> tuple[int, ...]:
        of_story = self.reader.all_values(q.all_of([self.found, q.term("story", story)]), "article")
        return tuple(sorted(of_story.keys() - {article}))

    def _of_articles(self, articles: Sequence[int], most: int) -> dict[int, Best]:
        """Return how many matches each article has, and the best hits of it; those of one are all of one time."""
        if self.request.unit != "articles":
            return {article: (len(hits), hits[:most]) for article, hits in self._all_hits(self.found, articles).items()}
        kept = self._all_hits(self._paragraphs(), articles)
        without = [article for article, hits in kept.items() if not hits]  # they match by what they lack
        kept |= self._all_hits(q.of_unit("paragraphs"), without) if without else {}
        return {article: (1, hits[:most]) for article, hits in kept.items()}

    def _all_hits(self, matching: Tantivy, articles: Sequence[int]) -> dict[int, tuple[Hit, ...]]:
        """Return all hits that each article has among what matches, the best first."""
        found = q.all_of([matching, q.one_of("article", articles)])
        kept: dict[int, list[Hit]] = {article: [] for article in articles}
        for hit in self._hits(self.reader.best(found, self.reader.count(found), "relevance")):
            kept[hit.article].append(hit)
        return {article: tuple(hits) for article, hits in kept.items()}

    def _paragraphs(self) -> Tantivy:
        """Match paragraphs that have any part of what whole articles were asked for."""
        matching = Matching(self.reader, "paragraphs")
        parts = [matching.query(_once(leaf)) for leaf in looked_for(self.request.query)] if self.request.query else []
        return q.all_of([q.of_unit("paragraphs"), q.any_of(parts)]) if parts else q.of_unit("paragraphs")

    def _hits(self, best: Sequence[Scored]) -> tuple[Hit, ...]:
        addresses = [address for _, address in best]
        articles, paragraphs, ids = (self.reader.values(name, addresses) for name in ("article", "paragraph", "id"))
        of_quotations = self.request.unit == "quotations"
        return tuple(
            Hit(article, paragraph, number if of_quotations else None, score)
            for (score, _), article, paragraph, number in zip(best, articles, paragraphs, ids, strict=True)
        )


def suited(request: EngineRequest) -> Sort:
    """Return the order of a request: where nothing has a score, the newest are the first."""
    scored = request.query is not None and _has_score(request.query)
    return request.sort if scored or request.sort != "relevance" else "newest"


def _has_score(query: Query) -> bool:
    match query:
        case Not() | Having() | Published() | Within("title", _):
            return False
        case Within(_, None):
            return False
    below = children(query)
    return any(map(_has_score, below)) if below else True


def _once(leaf: Query) -> Query:
    return Word(leaf.text) if isinstance(leaf, AtLeast) else leaf
