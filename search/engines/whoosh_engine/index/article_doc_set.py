"""Whole articles as documents."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from search.engines.whoosh_engine.index.columns import Column
from search.engines.whoosh_engine.index.doc_set import DocSet
from search.engines.whoosh_engine.index.facet_ordinals import ByLists, FacetOrdinals
from search.engines.whoosh_engine.index.ordinals import MultiValued, merge_values, narrow


class ArticleDocSet(DocSet):
    """Whole articles as documents: each is what its paragraphs are together. Its doc id is its place among all."""

    def __init__(self, paragraphs: DocSet) -> None:
        editions = paragraphs.editions
        of_docs = paragraphs.edition.take(np.flatnonzero(paragraphs.live_docs))[::-1]
        first = np.zeros(len(editions.articles), np.int32)  # the edition of the first paragraph of each
        first[editions.article.take(of_docs)] = of_docs
        live_docs = np.zeros(len(first), bool)
        live_docs[editions.article.take(of_docs)] = True
        super().__init__([], live_docs, editions, paragraphs.texts)
        self.offsets = [0, len(first)]
        self.paragraphs = paragraphs
        self.first = first

    @cached_property
    def edition(self) -> Column:
        """The edition of every article: that of its first paragraph."""
        return Column("edition", [self.first], self.offsets, [0], len(self.editions))

    def of_paragraphs(self, mask: np.ndarray) -> np.ndarray:
        """Return a mask of the articles that have one of these paragraphs, if that is not deleted."""
        found = np.zeros(len(self), bool)
        found[self.paragraphs.articles_of(np.flatnonzero(mask & self.paragraphs.live_docs))] = True
        return found

    def having_edition(self, editions: np.ndarray) -> np.ndarray:
        """Return a mask of the articles with a paragraph that has one of the editions in a mask."""
        return self.of_paragraphs(self.paragraphs.having_edition(editions))

    def by_traits(self, meaning: np.ndarray) -> FacetOrdinals:
        """Return as a facet what the traits of any paragraph of an article mean."""
        of_paragraphs = self.paragraphs.traits.spread(meaning)
        every = np.arange(len(of_paragraphs))
        return self._of_any([MultiValued(np.arange(meaning.max() + 1), of_paragraphs, every, len(every))], [0])

    def by_lists(self, name: str) -> FacetOrdinals:
        """Return the values that any paragraph of an article has."""
        lists = [part.lists[name] for part in self.paragraphs.parts]
        return self.cached(f"lists {name}", lambda: self._of_any(lists, self.paragraphs.offsets))

    def _of_any(self, lists: Sequence[MultiValued], offsets: Sequence[int]) -> FacetOrdinals:
        """Return the values of paragraphs, segment by segment, as those of their articles, each once."""
        values, new_ordinals = merge_values([one.values for one in lists])
        pairs = [np.zeros(0, np.int64)]
        for one, new, offset in zip(lists, new_ordinals, offsets, strict=False):
            docs = one.docs + offset
            kept = self.paragraphs.live_docs.take(docs)
            articles = self.paragraphs.articles_of(docs.compress(kept)).astype(np.int64)
            pairs.append(articles * max(1, len(values)) + new.take(one.ordinals.compress(kept)))
        articles, ordinals = np.divmod(np.unique(np.concatenate(pairs)), max(1, len(values)))
        together = MultiValued(values, narrow(ordinals), articles.astype(np.int32), len(self))
        return ByLists([together], self.offsets)
