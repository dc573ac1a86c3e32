"""What is searched, as rows: paragraphs or quotations, those of all segments one after another; or whole articles.

Arrays have one place for each row, and are laid together when they are asked for first.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TypeVar

import numpy as np

from search.engines.port import Facet
from search.engines.whoosh_engine.index.ordinals import (
    Many,
    Single,
    Valued,
    manies_together,
    single,
    singles_together,
)
from search.engines.whoosh_engine.index.segment import SegmentRows

Made = TypeVar("Made")
OF_TIME: dict[str, int] = {"years": 10_000, "months": 100}  # what a day's number is divided by


class Space:
    """The rows of one kind of document. `article` says of each row to which of all articles it belongs."""

    def __init__(self, parts: Sequence[SegmentRows], alive: np.ndarray, article: np.ndarray, home: np.ndarray) -> None:
        self.parts = parts
        self.offsets = np.cumsum([0, *(part.size for part in parts)])
        self.alive = alive
        self.article = article
        self.home = home
        self._made: dict[str, object] = {}

    def __len__(self) -> int:
        return len(self.alive)

    def once(self, name: str, make: Callable[[], Made]) -> Made:
        """Return what was made under a name, or make it; two threads that make it at once make the same."""
        if name not in self._made:
            self._made[name] = make()
        return self._made[name]  # type: ignore[return-value]

    def column(self, name: str) -> np.ndarray:
        """Return one fact of every row."""
        return self.once(name, lambda: _end_to_end([part.columns[name] for part in self.parts]))

    def listing(self, name: str) -> Many:
        """Return a list of facts of every row."""
        return self.once(f"listed {name}", lambda: manies_together([part.lists[name] for part in self.parts]))

    def facet(self, facet: Facet) -> Valued:
        """Return the values of every row in a facet."""
        return self.once(f"facet {facet}", lambda: self._facet(facet))

    def _facet(self, facet: Facet) -> Valued:
        if facet == "publishers":
            return self.publishers
        if facet == "quotes":
            return self.quotes
        if facet == "kinds":
            return self.kinds
        if facet in OF_TIME:
            days = self.column("day")
            return single(np.where(days < 0, -1, days // OF_TIME[facet]), -1)
        return self.listing(facet)

    @cached_property
    def publishers(self) -> Single:
        """The publisher of every row."""
        return singles_together([part.publisher for part in self.parts])

    @cached_property
    def quotes(self) -> Valued:
        """Whether every row has a quotation."""
        return single(self.column("quoted").view(np.uint8))

    @cached_property
    def kinds(self) -> Valued:
        """The kind of every row, or the kinds."""
        return single(self.column("part"))

    @cached_property
    def stories(self) -> Single:
        """The story of every row."""
        return single(self.column("story"))

    @cached_property
    def length_share(self) -> np.ndarray:
        """How long each text is, against the average."""
        lengths = self.column("length").astype(np.float32)
        return lengths / max(1.0, float(lengths.mean()) if len(lengths) else 1.0)


class ArticleSpace(Space):
    """Whole articles: each is what its paragraphs are together."""

    def __init__(self, paragraphs: Space, articles: np.ndarray) -> None:
        alive = np.zeros(len(articles), bool)
        alive[paragraphs.article[paragraphs.alive]] = True
        everyone = np.arange(len(articles), dtype=np.int32)
        super().__init__([], alive, everyone, everyone)
        self.paragraphs = paragraphs
        self.first = np.zeros(len(articles), np.int64)  # a paragraph of each
        rows = np.flatnonzero(paragraphs.alive)[::-1]
        self.first[paragraphs.article[rows]] = rows

    def column(self, name: str) -> np.ndarray:
        """Return one fact of every article, as its first paragraph has it."""
        return self.once(name, lambda: self.paragraphs.column(name)[self.first])

    def listing(self, name: str) -> Many:
        """Return the values that any paragraph of an article has."""
        return self.once(f"listed {name}", lambda: self._each_once(self.paragraphs.listing(name)))

    @cached_property
    def publishers(self) -> Single:
        """The publisher of every article."""
        of_paragraphs = self.paragraphs.publishers
        return Single(of_paragraphs.values, of_paragraphs.codes[self.first])

    @cached_property
    def kinds(self) -> Valued:
        """The kinds of the paragraphs of every article."""
        return self._any_of(single(self.paragraphs.column("part")))

    @cached_property
    def quotes(self) -> Valued:
        """Whether any paragraph of every article has a quotation, and whether any has none."""
        return self._any_of(single(self.paragraphs.column("quoted").view(np.uint8)))

    def _any_of(self, told: Single) -> Many:
        return self._each_once(Many(told.values, told.codes, np.arange(told.codes.size), told.codes.size))

    def of_paragraphs(self, mask: np.ndarray) -> np.ndarray:
        """Say which articles have one of these paragraphs."""
        found = np.zeros(len(self), bool)
        found[self.paragraphs.article[mask & self.paragraphs.alive]] = True
        return found

    def _each_once(self, told: Many) -> Many:
        kept = self.paragraphs.alive[told.owners]
        articles = self.paragraphs.article[told.owners[kept]].astype(np.int64)
        pairs = np.unique(articles * len(told.values) + told.codes[kept])
        owners, codes = np.divmod(pairs, max(1, len(told.values)))
        return Many(told.values, codes.astype(np.int32), owners.astype(np.int32), len(self))


def _end_to_end(arrays: Sequence[np.ndarray]) -> np.ndarray:
    return arrays[0] if len(arrays) == 1 else np.concatenate([np.zeros(0, np.int32), *arrays]).astype(_kind(arrays))


def _kind(arrays: Sequence[np.ndarray]) -> np.dtype:
    return np.result_type(*arrays) if arrays else np.dtype(np.int32)
