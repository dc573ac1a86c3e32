"""Everything that a request finds, in the order of its pages: matched, scored and sorted once, then read in slices.

Articles come as on the pages, by their best document, and the documents of each as among its hits. What is sorted by
are numbers, so a place in the order is its six keys: the article's three, the document's three. Held while it is read
are some bytes for each document and, by the open snapshot, the state of the index that was asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from search.deadline import Deadline
from search.engines.port import EngineRequest, EngineScan, ScanSlice
from search.engines.port.scan import read_cursor, write_cursor
from search.engines.whoosh_engine.index.snapshot import Snapshot
from search.engines.whoosh_engine.query.collect import Found, match, scored
from search.engines.whoosh_engine.query.grouping import ArticleGroups, article_keys, articles_of, document_keys, hits
from search.engines.whoosh_engine.query.matcher import LeafMatches

KEYS = 6  # of a document: those of its article, and its own


@dataclass(frozen=True)
class Ranked:
    """Documents that are shown, in their order: the rank of each one's article among all, and what both are sorted by.

    `article_keys` are in the order of the articles' ranks, `keys` in that of the documents.
    """

    doc_ids: np.ndarray
    ranks: np.ndarray
    keys: list[np.ndarray]
    article_keys: list[np.ndarray]

    def keys_at(self, place: int) -> tuple[int | float, ...]:
        """Return the six keys of the document at a place."""
        of_article = [key[self.ranks[place]].item() for key in self.article_keys]
        return (*of_article, *(key[place].item() for key in self.keys))

    def first_behind(self, keys: tuple[int | float, ...]) -> int:
        """Return the place behind the document that has these keys, or behind where it would stand."""
        of_articles, own = keys[: len(self.article_keys)], keys[len(self.article_keys) :]
        begin, end = _extent(self.article_keys, of_articles)
        first, last = np.searchsorted(self.ranks, [begin, end]).tolist()
        return int(first + _extent([key[first:last] for key in self.keys], own)[1])


def scan(snapshot: Snapshot, request: EngineRequest, after: str, size: int) -> EngineScan:
    """Find everything that a request asks for, and get ready to give it in slices of so many hits.

    Raises BadCursor, or SearchTooLong after the request's timeout; reading on has no limit of time.
    """
    behind = read_cursor(request, after, KEYS) if after else None
    deadline = Deadline(request.timeout)
    found = scored(snapshot, match(snapshot, request, deadline, LeafMatches()))
    deadline.check()
    articles = articles_of(found)
    ranked = _ranked(snapshot, found, articles, request)
    first = ranked.first_behind(behind) if behind else 0
    slices = _slices(snapshot, found, ranked, request, range(first, len(ranked.doc_ids), size))
    return EngineScan(len(found.doc_ids), len(articles.ordinals), slices)


def _ranked(snapshot: Snapshot, found: Found, articles: ArticleGroups, request: EngineRequest) -> Ranked:
    """Sort the articles, and the documents that are shown by the ranks of their articles; of a whole article one."""
    keys = article_keys(found.doc_set.editions, articles, request.sort, np.arange(len(articles.ordinals)))
    order = np.lexsort(keys[::-1])
    rank_of = np.zeros(len(snapshot.articles), np.int32)
    rank_of[articles.ordinals.take(order)] = np.arange(len(order), dtype=np.int32)
    doc_ids = found.shown_of(articles.ordinals)
    ranks, own = rank_of.take(found.shown_in.articles_of(doc_ids)), document_keys(found, doc_ids, request.sort)
    in_order = np.lexsort([*own[::-1], ranks])
    if request.unit == "articles":
        sorted_ranks = ranks.take(in_order)
        in_order = in_order.compress(np.append(True, sorted_ranks[1:] != sorted_ranks[:-1])[: len(in_order)])
        own = [np.zeros(len(doc_ids), np.int8)] * len(own)  # whichever paragraph stands for it
    ids = snapshot.articles.take(articles.ordinals)  # which another state of the index knows too, in the same order
    of_articles = [*keys[:-1], ids if request.sort == "oldest" else -ids]
    return Ranked(
        doc_ids.take(in_order),
        ranks.take(in_order),
        [key.take(in_order) for key in own],
        [key.take(order) for key in of_articles],
    )


def _slices(
    snapshot: Snapshot, found: Found, ranked: Ranked, request: EngineRequest, starts: range
) -> Iterator[ScanSlice]:
    for begin in starts:
        doc_ids = ranked.doc_ids[begin : begin + starts.step]
        keys = ranked.keys_at(begin + len(doc_ids) - 1)
        yield ScanSlice(hits(snapshot, found, request, doc_ids), write_cursor(request, keys))


def _extent(keys: list[np.ndarray], wanted: tuple[int | float, ...]) -> tuple[int, int]:
    """Return from where to where the thing with these keys stands among others that are sorted by them.

    Its last key is its own alone, so it is known by that where scores have moved since. Where it is gone, both are the
    place where it would stand.
    """
    known = np.flatnonzero(keys[-1] == wanted[-1])
    if len(known):
        return int(known[0]), int(known[0]) + 1
    begin, end = 0, len(keys[0])
    for key, one in zip(keys, wanted, strict=True):
        among = key[begin:end]
        begin, end = begin + int(np.searchsorted(among, one, "left")), begin + int(np.searchsorted(among, one, "right"))
    return begin, end
