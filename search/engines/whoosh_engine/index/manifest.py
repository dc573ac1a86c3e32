"""What a snapshot of the index holds of every article, one article after another."""

from collections.abc import Iterator
from heapq import merge
from itertools import groupby, pairwise
from operator import itemgetter

import numpy as np

from search.engines.port import ManifestEntry, Unit, document_id
from search.engines.whoosh_engine.index.doc_set import DocSet
from search.engines.whoosh_engine.index.snapshot import Snapshot

UNITS: tuple[Unit, ...] = ("paragraphs", "quotations")
Documents = tuple[int, list[int], list[str]]  # of an article, by its number: their revisions, their ids


def manifest(snapshot: Snapshot) -> Iterator[ManifestEntry]:
    """Return an entry for every article with documents, in the order of article ids.

    Everything that lies on disk is read before the first entry; after that, only one article at a time is put together.
    """
    return _entries(snapshot, [_documents(unit, snapshot.doc_set(unit)) for unit in UNITS])


def _entries(snapshot: Snapshot, units: list[Iterator[Documents]]) -> Iterator[ManifestEntry]:
    for article, documents in groupby(merge(*units, key=itemgetter(0)), key=itemgetter(0)):
        revisions, ids = set[int](), set[str]()
        for _, some_revisions, some_ids in documents:
            revisions.update(some_revisions)
            ids.update(some_ids)
        yield ManifestEntry(int(snapshot.articles[article]), frozenset(revisions), frozenset(ids))


def _documents(unit: Unit, doc_set: DocSet) -> Iterator[Documents]:
    """Return the documents of one unit that are live, article by article."""
    doc_ids = np.flatnonzero(doc_set.live_docs)
    editions, ids = doc_set.edition.take(doc_ids), doc_set.column("id").take(doc_ids)
    articles, revisions = doc_set.editions.article.take(editions), doc_set.editions.revision.take(editions)
    order = np.argsort(articles, kind="stable")
    begins = np.flatnonzero(np.diff(articles[order], prepend=-1)).tolist()
    slices = (order[begin:end] for begin, end in pairwise([*begins, len(order)]))
    return (
        (int(articles[some[0]]), revisions[some].tolist(), [document_id(unit, one) for one in ids[some].tolist()])
        for some in slices
    )
