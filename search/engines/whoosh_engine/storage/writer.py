"""Writes documents into a build, in bounded memory.

A rebuild is one long write with one commit, so that it ends as one segment. A batch is a commit of its own; segments
of like size are merged as they come, up to a size at which a merge would hold up the next correction.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from whoosh.index import FileIndex
from whoosh.reading import SegmentReader
from whoosh.writing import SegmentWriter

from search.engines.port import Batch, IndexState
from search.engines.whoosh_engine.storage.directory import create_index, open_index, write_state
from search.engines.whoosh_engine.storage.posting_buffer import PostingBuffer
from search.engines.whoosh_engine.storage.schema import VERSION, article_term, index_fields
from search.engines.whoosh_engine.storage.segment_codec import SegmentCodec, add_segment

MAX_SMALL_SEGMENTS = 8
MAX_MERGE_DOCUMENTS = 2_000  # documents, which takes half a second, for a correction must be found soon
MERGE_BATCHES = 10  # a batch that is large itself may merge as many documents as so many batches of its size


def write_batch(build: Path, batch: Batch) -> None:
    """Replace what a build holds of the batch's articles, in one commit."""
    with _writing(open_index(build)) as writer:
        for article in batch.articles:
            writer.delete_by_term("article", article_term(article))
        _add(writer, batch)
        merging = rewrite_what_has_deletions if batch.purge else merge_similar_sizes
        _commit(writer, batch.reached, batch.journal_fingerprint, merging)


def write_all(build: Path, batches: Iterable[Batch], reached: int, journal_fingerprint: str) -> None:
    """Fill an empty build with all the batches, in one commit."""
    with _writing(create_index(build)) as writer:
        for batch in batches:
            _add(writer, batch)
        _commit(writer, reached, journal_fingerprint, merge_nothing)


@contextmanager
def _writing(index: FileIndex) -> Iterator[SegmentWriter]:
    """Write to an index; an error on the way leaves it as it was, with no file open."""
    # Whoosh reads a compound file into memory whole, so each part of a segment stays a file of its own.
    writer = index.writer(codec=SegmentCodec(), compound=False)
    writer.pool = PostingBuffer(writer.temp_storage())
    try:
        yield writer
    except BaseException:
        if not writer.is_closed:
            writer.cancel()
        raise


def _add(writer: SegmentWriter, batch: Batch) -> None:
    for document in batch.documents:
        writer.add_document(**index_fields(document))


def _commit(writer: SegmentWriter, reached: int, journal_fingerprint: str, merging: object) -> None:
    documents = writer.doc_count() + sum(segment.doc_count() for segment in writer.segments)
    write_state(writer.storage, writer.generation, IndexState(VERSION, reached, documents, journal_fingerprint))
    writer.commit(mergetype=merging)


def merge_nothing(writer: SegmentWriter, segments: list[Any]) -> list[Any]:
    """Merge nothing."""
    return segments


def merge_similar_sizes(writer: SegmentWriter, segments: list[Any]) -> list[Any]:
    """Merge the smallest segments when there are many, as far as the next is no larger than those before together.

    Those of which every document is deleted are left behind: a merge of nothing else would be a segment without files.
    """
    held = [segment for segment in segments if segment.doc_count()]
    ascending = sorted(held, key=lambda segment: segment.doc_count())
    if len(ascending) <= MAX_SMALL_SEGMENTS:
        return held
    merged, documents, limit = 0, 0, max(MAX_MERGE_DOCUMENTS, MERGE_BATCHES * writer.doc_count())
    for segment in ascending:
        if merged >= 2 and (segment.doc_count() > documents or documents + segment.doc_count() > limit):
            break
        merged, documents = merged + 1, documents + segment.doc_count()
    _merge(writer, ascending[:merged])
    return ascending[merged:]


def rewrite_what_has_deletions(writer: SegmentWriter, segments: list[Any]) -> list[Any]:
    """Write the segments anew that still have words of documents they hold no more; a large one takes minutes."""
    _merge(writer, [segment for segment in segments if segment.has_deletions() and segment.doc_count()])
    return [segment for segment in segments if not segment.has_deletions()]


def _merge(writer: SegmentWriter, segments: list[Any]) -> None:
    """Add the documents of segments to the one that is written."""
    for segment in segments:
        reader = SegmentReader(writer.storage, writer.schema, segment)
        add_segment(writer, reader)
        reader.close()
