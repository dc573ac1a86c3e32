"""What a snapshot of the index holds of every article, one article after another."""

from collections.abc import Iterator
from heapq import merge
from itertools import groupby, pairwise
from operator import itemgetter

import numpy as np

from search.engines.port import ManifestEntry, Unit, document_id
from search.engines.whoosh_engine.index.doc_set import Space
from search.engines.whoosh_engine.index.snapshot import Generation

UNITS: tuple[Unit, ...] = ("paragraphs", "quotations")
Documents = tuple[int, list[int], list[str]]  # of an article, by its number: their revisions, their ids


def manifest(generation: Generation) -> Iterator[ManifestEntry]:
    """Return an entry for every article with documents, in the order of article ids.

    Everything that lies on disk is read before the first entry; after that, only one article at a time is put together.
    """
    return _entries(generation, [_documents(unit, generation.space(unit)) for unit in UNITS])


def _entries(generation: Generation, units: list[Iterator[Documents]]) -> Iterator[ManifestEntry]:
    for article, documents in groupby(merge(*units, key=itemgetter(0)), key=itemgetter(0)):
        revisions, ids = set[int](), set[str]()
        for _, some_revisions, some_ids in documents:
            revisions.update(some_revisions)
            ids.update(some_ids)
        yield ManifestEntry(int(generation.articles[article]), frozenset(revisions), frozenset(ids))


def _documents(unit: Unit, space: Space) -> Iterator[Documents]:
    """Return the documents of one unit that are not deleted, article by article."""
    rows = np.flatnonzero(space.alive)
    rows = rows[np.argsort(space.article[rows], kind="stable")]
    revisions, ids = space.column("revision"), space.column("id")
    begins = np.flatnonzero(np.diff(space.article[rows], prepend=-1)).tolist()
    slices = (rows[begin:end] for begin, end in pairwise([*begins, len(rows)]))
    return (
        (int(space.article[some[0]]), revisions[some].tolist(), [document_id(unit, one) for one in ids[some].tolist()])
        for some in slices
    )
