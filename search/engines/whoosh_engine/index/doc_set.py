"""Doc sets: what is searched, as paragraphs or quotations of all segments one after another, or as whole articles.

Arrays have one element for each document, and are concatenated when they are asked for first.
"""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TypeVar

import numpy as np

from search.engines.port import Facet
from search.engines.whoosh_engine.index.ordinals import (
    FacetOrdinals,
    MultiValued,
    SingleValued,
    concatenate_multi_valued,
    concatenate_single_valued,
    single_valued,
)
from search.engines.whoosh_engine.index.segment import SegmentDocs

Made = TypeVar("Made")
OF_TIME: dict[str, int] = {"years": 10_000, "months": 100}  # what a day's number is divided by


class DocSet:
    """The documents of one unit: `article` and `parent` give each one's article and paragraph, as ordinals."""

    def __init__(
        self, parts: Sequence[SegmentDocs], live_docs: np.ndarray, article: np.ndarray, parent: np.ndarray
    ) -> None:
        self.parts = parts
        self.offsets = np.cumsum([0, *(part.size for part in parts)])
        self.live_docs = live_docs
        self.article = article
        self.parent = parent
        self._made: dict[str, object] = {}

    def __len__(self) -> int:
        return len(self.live_docs)

    def cached(self, name: str, make: Callable[[], Made]) -> Made:
        """Return what was made under a name, or make it; two threads that make it at once make the same."""
        if name not in self._made:
            self._made[name] = make()
        return self._made[name]  # type: ignore[return-value]

    def column(self, name: str) -> np.ndarray:
        """Return a single-valued column: one number for every document."""
        return self.cached(name, lambda: _concatenated([part.columns[name] for part in self.parts]))

    def multi_valued_of(self, name: str) -> MultiValued:
        """Return a multi-valued column."""
        return self.cached(
            f"listed {name}", lambda: concatenate_multi_valued([part.lists[name] for part in self.parts])
        )

    def facet(self, facet: Facet) -> FacetOrdinals:
        """Return the doc values of a facet."""
        return self.cached(f"facet {facet}", lambda: self._facet(facet))

    def _facet(self, facet: Facet) -> FacetOrdinals:
        if facet == "publishers":
            return self.publishers
        if facet == "quotes":
            return self.quotes
        if facet == "kinds":
            return self.kinds
        if facet in OF_TIME:
            days = self.column("day")
            return single_valued(np.where(days < 0, -1, days // OF_TIME[facet]), -1)
        return self.multi_valued_of(facet)

    @cached_property
    def publishers(self) -> SingleValued:
        """The publisher of every document."""
        return concatenate_single_valued([part.publisher for part in self.parts])

    @cached_property
    def quotes(self) -> FacetOrdinals:
        """Whether every document has a quotation."""
        return single_valued(self.column("quoted").view(np.uint8))

    @cached_property
    def kinds(self) -> FacetOrdinals:
        """The kind of every document, or the kinds."""
        return single_valued(self.column("part"))

    @cached_property
    def stories(self) -> SingleValued:
        """The story of every document."""
        return single_valued(self.column("story"))

    @cached_property
    def relative_length(self) -> np.ndarray:
        """How long each text is, against the average."""
        lengths = self.column("length").astype(np.float32)
        return lengths / max(1.0, float(lengths.mean()) if len(lengths) else 1.0)


class ArticleDocSet(DocSet):
    """Whole articles: each is what its paragraphs are together."""

    def __init__(self, paragraphs: DocSet, articles: np.ndarray) -> None:
        live_docs = np.zeros(len(articles), bool)
        live_docs[paragraphs.article[paragraphs.live_docs]] = True
        everyone = np.arange(len(articles), dtype=np.int32)
        super().__init__([], live_docs, everyone, everyone)
        self.paragraphs = paragraphs
        self.first = np.zeros(len(articles), np.int64)  # a paragraph of each
        doc_ids = np.flatnonzero(paragraphs.live_docs)[::-1]
        self.first[paragraphs.article[doc_ids]] = doc_ids

    def column(self, name: str) -> np.ndarray:
        """Return one number for every article, that of its first paragraph."""
        return self.cached(name, lambda: self.paragraphs.column(name)[self.first])

    def multi_valued_of(self, name: str) -> MultiValued:
        """Return the values that any paragraph of an article has."""
        return self.cached(f"listed {name}", lambda: self._each_once(self.paragraphs.multi_valued_of(name)))

    @cached_property
    def publishers(self) -> SingleValued:
        """The publisher of every article."""
        of_paragraphs = self.paragraphs.publishers
        return SingleValued(of_paragraphs.values, of_paragraphs.ordinals[self.first])

    @cached_property
    def kinds(self) -> FacetOrdinals:
        """The kinds of the paragraphs of every article."""
        return self._any_of(single_valued(self.paragraphs.column("part")))

    @cached_property
    def quotes(self) -> FacetOrdinals:
        """Whether any paragraph of every article has a quotation, and whether any has none."""
        return self._any_of(single_valued(self.paragraphs.column("quoted").view(np.uint8)))

    def _any_of(self, column: SingleValued) -> MultiValued:
        return self._each_once(
            MultiValued(column.values, column.ordinals, np.arange(column.ordinals.size), column.ordinals.size)
        )

    def of_paragraphs(self, mask: np.ndarray) -> np.ndarray:
        """Say which articles have one of these paragraphs."""
        found = np.zeros(len(self), bool)
        found[self.paragraphs.article[mask & self.paragraphs.live_docs]] = True
        return found

    def _each_once(self, column: MultiValued) -> MultiValued:
        kept = self.paragraphs.live_docs[column.docs]
        articles = self.paragraphs.article[column.docs[kept]].astype(np.int64)
        pairs = np.unique(articles * len(column.values) + column.ordinals[kept])
        docs, ordinals = np.divmod(pairs, max(1, len(column.values)))
        return MultiValued(column.values, ordinals.astype(np.int32), docs.astype(np.int32), len(self))


def _concatenated(arrays: Sequence[np.ndarray]) -> np.ndarray:
    return arrays[0] if len(arrays) == 1 else np.concatenate([np.zeros(0, np.int32), *arrays]).astype(_kind(arrays))


def _kind(arrays: Sequence[np.ndarray]) -> np.dtype:
    return np.result_type(*arrays) if arrays else np.dtype(np.int32)
