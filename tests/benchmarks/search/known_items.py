"""Known-item search: somebody remembers a title and wants the article, by a paragraph of it.

Each of up to 5,000 titles is asked for as the words of it, all of them (AND) or any (OR), with the same tree to every
contender; what a query may have of words is the archive's own limit. Titles themselves are left out of what is found
(as a filter on the kind of the paragraph, the same for all). What counts is the place of the article among the first
ten different articles (MRR@10). Articles that carry the very same title are all right.
"""

import random
from collections import defaultdict
from dataclasses import dataclass

from search.engines.port import Filters
from search.language.analysis import words
from search.language.ast import And, Or, Query, Word
from search.language.limits import MOST_WORDS
from tests.benchmarks.search.contender import Contender
from tests.benchmarks.search.corpus import pieces

TITLES = 5_000
FEWEST_WORDS = 3
NO_TITLES = Filters(excluded={"kinds": frozenset(["title"])})
JOINS: dict[str, type[And | Or]] = {"OR": Or, "AND": And}


@dataclass(frozen=True)
class Item:
    """A title as somebody asks for it, and the articles that have it."""

    words: tuple[str, ...]
    wanted: frozenset[int]

    def query(self, join: type[And | Or]) -> Query:
        """Return the tree of all, or any, of its words."""
        return join(tuple(map(Word, self.words)))


def items(paragraphs: int) -> list[Item]:
    """Draw the titles that are asked for, from articles with any text besides."""
    wanted: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for piece in pieces(paragraphs):
        asked = tuple(dict.fromkeys(word for word in words(piece.title) if word.isalnum()))[:MOST_WORDS]
        if len(asked) >= FEWEST_WORDS and any(one.kind != "title" for one in piece.documents):
            wanted[asked].add(piece.id)
    lots = random.Random(3)  # noqa: S311  drawn alike each time
    drawn = lots.sample(sorted(wanted), min(TITLES, len(wanted)))
    return [Item(asked, frozenset(wanted[asked])) for asked in drawn]


def mean_reciprocal_ranks(contender: Contender, asked: list[Item]) -> dict[str, float]:
    """Return MRR@10 by the way in which the words are joined."""
    return {
        name: sum(_reciprocal(contender.best_articles(item.query(join), NO_TITLES), item) for item in asked)
        / len(asked)
        for name, join in JOINS.items()
    }


def _reciprocal(found: list[int], item: Item) -> float:
    return next((1 / rank for rank, one in enumerate(found[:10], 1) if one in item.wanted), 0.0)
