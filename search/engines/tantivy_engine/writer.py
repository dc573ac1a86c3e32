"""Documents into a build, in bounded memory: tantivy writes a segment whenever its heap is full.

What the index is (how far into which journal) is a document of it, so both change in the same commit. Tantivy waits for
the disk itself, before it renames its table of contents into place. Segments of like size are merged after the commit;
the one writer waits for that, and clears away what the merge has left.
"""

import json
from collections.abc import Iterable
from pathlib import Path

import tantivy

from search.engines.port import Batch
from search.engines.tantivy_engine import queries as q
from search.engines.tantivy_engine.documents import written_documents
from search.engines.tantivy_engine.fields import STATE, VERSION, open_index
from search.engines.tantivy_engine.files import unsealed

HEAP_OF_BATCH, HEAP_OF_REBUILD = 32_000_000, 256_000_000  # bytes
THREADS = 1  # of tantivy's own, beside the one that analyses; more would scatter an article over segments


def write_batch(build: Path, batch: Batch) -> None:
    """Replace what a build holds of the batch's articles, in one commit."""
    with unsealed(build):
        writer = open_index(str(build)).writer(HEAP_OF_BATCH, THREADS)
        try:
            # by a query, since delete_documents_by_term takes no number for what an unsigned field holds
            writer.delete_documents_by_query(q.one_of("article", batch.articles))
            writer.delete_documents_by_query(q.term("unit", STATE))
            _add(writer, batch)
            _commit(writer, batch.reached, batch.mark)
        except BaseException:
            writer.rollback()
            raise
        _finish(build, writer)


def write_all(build: Path, batches: Iterable[Batch], reached: int, mark: str) -> None:
    """Fill an empty build with all the batches, in one commit."""
    writer = open_index(str(build), new=True).writer(HEAP_OF_REBUILD, THREADS)
    with unsealed(build):
        for batch in batches:
            _add(writer, batch)
        _commit(writer, reached, mark)
        _finish(build, writer)


def _add(writer: tantivy.IndexWriter, batch: Batch) -> None:
    for document in written_documents(batch.documents):
        writer.add_document(document)


def _commit(writer: tantivy.IndexWriter, reached: int, mark: str) -> None:
    state = tantivy.Document()
    state.add_unsigned("unit", STATE)
    state.add_text("state", json.dumps({"version": VERSION, "reached": reached, "mark": mark}))
    writer.add_document(state)
    writer.commit()


def _finish(build: Path, writer: tantivy.IndexWriter) -> None:
    writer.wait_merging_threads()
    cleaner = open_index(str(build)).writer(HEAP_OF_BATCH, THREADS)  # the other one is used up by waiting
    cleaner.garbage_collect_files()
    cleaner.wait_merging_threads()
