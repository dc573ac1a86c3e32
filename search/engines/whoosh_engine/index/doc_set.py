"""What is searched, as documents: paragraphs or quotations, those of all segments one after another."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TypeVar

import numpy as np

from search.engines.port import Facet
from search.engines.whoosh_engine.index.columns import Column
from search.engines.whoosh_engine.index.editions import Editions
from search.engines.whoosh_engine.index.facet_ordinals import ByColumn, ByLists, FacetOrdinals
from search.engines.whoosh_engine.index.ordinals import SingleValued
from search.engines.whoosh_engine.index.segment_docs import SegmentDocs
from search.engines.whoosh_engine.index.text_values import TextValues
from search.engines.whoosh_engine.index.traits import KIND, QUOTED, TRAITS

Made = TypeVar("Made")
OF_EDITIONS: dict[str, str] = {"publishers": "publisher", "sections": "section"}  # facets of one value an article
OF_TIME: dict[str, int] = {"years": 10_000, "months": 100}  # what a day's number is divided by


class DocSet:
    """The documents of one kind, of all segments. `live_docs` is a mask of those that are not deleted."""

    def __init__(
        self, parts: Sequence[SegmentDocs], live_docs: np.ndarray, editions: Editions, texts: TextValues
    ) -> None:
        self.parts = parts
        self.offsets: list[int] = np.cumsum([0, *(part.size for part in parts)]).tolist()
        self.live_docs = live_docs
        self.editions = editions
        self.texts = texts
        self._made: dict[str, object] = {}

    def __len__(self) -> int:
        return len(self.live_docs)

    def cached(self, name: str, make: Callable[[], Made]) -> Made:
        """Return what was made under a name, or make it; two threads that make it at once make the same."""
        if name not in self._made:
            self._made[name] = make()
        return self._made[name]  # type: ignore[return-value]

    def column(self, name: str) -> Column:
        """Return a column of SegmentDocs that is only looked up."""
        return Column(name, [part.columns[name] for part in self.parts], self.offsets, [0] * len(self.parts))

    @cached_property
    def edition(self) -> Column:
        """The edition of every document."""
        parts, bases = [part.columns["edition"] for part in self.parts], self.editions.offsets
        return Column("edition", parts, self.offsets, bases[: len(parts)], len(self.editions))

    @cached_property
    def traits(self) -> Column:
        """The traits of every document."""
        parts = [part.columns["traits"] for part in self.parts]
        return Column("traits", parts, self.offsets, [0] * len(parts), len(TRAITS))

    def articles_of(self, doc_ids: np.ndarray) -> np.ndarray:
        """Return the article of each of some documents, as its place among all; the ids ascend."""
        return self.editions.article.take(self.edition.take(doc_ids))

    def facet(self, facet: Facet) -> FacetOrdinals:
        """Return the values of every document in a facet."""
        return self.cached(f"facet {facet}", lambda: self._facet(facet))

    def _facet(self, facet: Facet) -> FacetOrdinals:
        if facet in OF_EDITIONS:
            return ByColumn(self.edition, getattr(self.editions, OF_EDITIONS[facet]))
        if facet in OF_TIME:
            return ByColumn(self.edition, self.editions.by_day(OF_TIME[facet]))
        if facet in ("quotes", "kinds"):
            return self.by_traits(QUOTED if facet == "quotes" else KIND)
        return self.by_lists(facet)

    def by_traits(self, meaning: np.ndarray) -> FacetOrdinals:
        """Return as a facet what the traits of documents mean."""
        return ByColumn(self.traits, SingleValued(np.arange(meaning.max() + 1), meaning))

    def by_lists(self, name: str) -> FacetOrdinals:
        """Return the values of every document in one of the lists of SegmentDocs."""
        return self.cached(f"lists {name}", lambda: ByLists([part.lists[name] for part in self.parts], self.offsets))

    def having_edition(self, editions: np.ndarray) -> np.ndarray:
        """Return a mask of the documents that have one of the editions in a mask."""
        return self.edition.spread(editions)

    @cached_property
    def average_length(self) -> float:
        """How many tokens a text has, on average; one at least."""
        return max(1.0, sum(part.tokens for part in self.parts) / max(1, len(self)))
