"""Documents into a build, in bounded memory: tantivy writes a segment whenever its heap is full.

What the index is (how far into which journal) is a document of it, so both change in the same commit. Tantivy waits for
the disk itself, before it renames its table of contents into place. Segments of like size are merged after the commit,
and the one writer waits for that. Each commit clears away what merges before it have left.
"""

import errno
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import tantivy

from search.engines.port import Batch
from search.engines.tantivy_engine import queries as q
from search.engines.tantivy_engine.documents import written_documents
from search.engines.tantivy_engine.fields import STATE, VERSION, open_index
from search.engines.tantivy_engine.files import clear_leftovers, unsealed

HEAP_OF_BATCH, HEAP_OF_REBUILD = 32_000_000, 256_000_000  # bytes
THREADS = 1  # of tantivy's own, beside the one that analyses; more would scatter an article over segments
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@contextmanager
def full_disk_told() -> Iterator[None]:
    """Raise OSError where there is no more room on the disk; tantivy raises ValueError for all that goes wrong."""
    try:
        yield
    except ValueError as error:
        number = next((one for one in FULL if f"(os error {one})" in str(error)), None)
        if number is None:
            raise
        raise OSError(number, str(error)) from error


@full_disk_told()
def write_batch(build: Path, batch: Batch) -> None:
    """Replace what a build holds of the batch's articles, in one commit."""
    clear_leftovers(build)
    with unsealed(build), _writing(open_index(str(build)), HEAP_OF_BATCH) as writer:
        # by a query, since delete_documents_by_term takes no number for what an unsigned field holds
        writer.delete_documents_by_query(q.one_of("article", batch.articles))
        writer.delete_documents_by_query(q.term("unit", STATE))
        _add(writer, batch)
        _commit(writer, batch.reached, batch.mark)


@full_disk_told()
def write_all(build: Path, batches: Iterable[Batch], reached: int, mark: str) -> None:
    """Fill an empty build with all the batches, in one commit."""
    with _writing(open_index(str(build), new=True), HEAP_OF_REBUILD) as writer:
        for batch in batches:
            _add(writer, batch)
        _commit(writer, reached, mark)
    with unsealed(build):
        _clear_away(build)


@contextmanager
def _writing(index: tantivy.Index, heap: int) -> Iterator[tantivy.IndexWriter]:
    """Write to an index; an error on the way leaves it as it was. No thread is at work when this ends."""
    writer = index.writer(heap, THREADS)
    try:
        yield writer
    except BaseException:
        writer.rollback()
        raise
    finally:
        writer.wait_merging_threads()


def _add(writer: tantivy.IndexWriter, batch: Batch) -> None:
    for document in written_documents(batch.documents):
        writer.add_document(document)


def _commit(writer: tantivy.IndexWriter, reached: int, mark: str) -> None:
    state = tantivy.Document()
    state.add_unsigned("unit", STATE)
    state.add_text("state", json.dumps({"version": VERSION, "reached": reached, "mark": mark}))
    writer.add_document(state)
    writer.commit()


def _clear_away(build: Path) -> None:
    """Clear away what merges have left; a writer of its own does it, since waiting for merges uses one up."""
    with _writing(open_index(str(build)), HEAP_OF_BATCH) as writer:
        writer.garbage_collect_files()
