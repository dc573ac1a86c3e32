"""The segment codec: Whoosh's own but for its posting lists, which are written for reading whole.

A codec is Whoosh's own way of having a segment kept differently. Beside Whoosh's table of terms, by which it deletes,
merges and searches, a term dictionary of ours is written (term_dictionary.py), by which the engine reads.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3TermInfo
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC
from whoosh.matching import ListMatcher
from whoosh.reading import SegmentReader
from whoosh.system import pack_ushort
from whoosh.writing import SegmentWriter

from search.engines.whoosh_engine.storage.doc_values import DocValues, Layout
from search.engines.whoosh_engine.storage.doc_values import unpack as unpack_doc_values
from search.engines.whoosh_engine.storage.posting_codec import (
    NUMBERS,
    PostingList,
    pack,
    pack_by_unit,
    unpack,
    unpack_by_unit,
)
from search.engines.whoosh_engine.storage.term_dictionary import (
    EXTENSION,
    FIELDS,
    TermDictionary,
    TermDictionaryWriter,
    read_term_dictionaries,
    write_term_dictionaries,
)

LISTS = W3Codec.POSTS_EXT
FACTS, QUOTATION = "facts", "quotation"
POSITIONED = ("words", "variants")  # the fields whose lists have positions
AT_A_TIME = 20_000  # documents whose doc values are read at once
DELETED = -1  # the new number of a document that is deleted
INDEX = "MAIN"  # the name that Whoosh gives an index by itself


class SegmentCodec(W3Codec):
    """Whoosh's codec, with lists of our own."""

    length_stats = False

    def field_writer(self, storage: Any, segment: Any) -> "PostingListWriter":
        """Return the writer of terms and posting lists."""
        return PostingListWriter(self, storage, segment)

    def postings_reader(self, dbfile: Any, terminfo: Any, format_: Any, term: Any = None, scorer: Any = None) -> Any:
        """Return what Whoosh itself reads the list of a term (field, word) by, when it deletes or searches."""
        begin, size = terminfo.extent()
        postings = _all_postings(term[0], dbfile.get(begin, _number(size)))
        weights = postings.counts.astype(float).tolist()
        values = _values(postings)
        return ListMatcher(postings.documents.tolist(), weights, values, format_, scorer, term=term, terminfo=terminfo)


class PostingListWriter(W3FieldWriter):
    """Writes terms and their posting lists, as PostingBuffer gives them."""

    def add_postings(self, schema: Any, lengths: None, items: Iterable[tuple[str, bytes, PostingList]]) -> None:
        """Write every term with its posting list, in order, and the term dictionaries.

        Which documents are quotations is known before the words come, since fields come in the order of their names.
        """
        writers = {name: TermDictionaryWriter() for name in FIELDS}
        is_quotation = np.zeros(1, bool)  # of each document, the last for all that follow
        for field, word, postings in items:
            if field == QUOTATION:
                is_quotation = np.zeros(int(postings.documents[-1]) + 2, bool)
                is_quotation[postings.documents] = True
            number = self._fieldmap.setdefault(field, len(self._fieldmap))
            quoted = is_quotation.take(postings.documents, mode="clip")
            packed, begin = pack_by_unit(postings, quoted) if field in FIELDS else pack(postings), self._postfile.tell()
            self._postfile.write(packed)
            self._tindex.add(pack_ushort(number) + word, _term_info(postings, begin, len(packed)).to_bytes())
            if field in writers:
                writers[field].add(word, len(postings.documents), begin, len(packed))
        with self._create_file(EXTENSION) as file:
            write_term_dictionaries(file.file, writers.values())


def add_segment(writer: SegmentWriter, reader: SegmentReader) -> None:
    """Add a segment's documents that are not deleted to one that is written, list by list.

    As Whoosh's own `add_reader`, which goes posting by posting.
    """
    first, places = writer.docnum, np.full(reader.doc_count_all(), DELETED, np.int64)
    kept = [document for document in range(len(places)) if not reader.is_deleted(document)]
    places[kept] = np.arange(first, first + len(kept))
    writer.write_per_doc(set(writer.schema.names()), reader)
    for field, word in reader.all_terms():
        begin, size = reader.term_info(field, word).extent()
        packed = reader._terms._postfile.get(begin, _number(size))
        postings = _moved(_all_postings(field, packed), places)
        if len(postings.documents):
            writer.pool.add_postings(field, word, postings)
    writer._added = True


def _moved(postings: PostingList, places: np.ndarray) -> PostingList:
    """Give documents their new numbers; those without one are left out."""
    moved = PostingList(places[postings.documents], postings.counts, postings.positions)
    kept = moved.some(moved.documents != DELETED)
    return PostingList(*(numbers.astype(NUMBERS) for numbers in (kept.documents, kept.counts, kept.positions)))


def _all_postings(field: str, packed: bytes) -> PostingList:
    """Read the list of a term of a field, of paragraphs and quotations together; positions in four bytes."""
    if field not in FIELDS:
        return unpack(packed, with_positions=False)
    parts = unpack_by_unit(packed, with_positions=field in POSITIONED)
    documents = np.concatenate([part.documents for part in parts])
    counts = np.concatenate([part.counts for part in parts]).astype(NUMBERS)
    positions = np.concatenate([part.positions for part in parts]).astype(NUMBERS)
    order = np.argsort(documents, kind="stable")
    if len(positions):
        begins = np.cumsum(counts) - counts
        positions = np.concatenate([positions[begins[one] : begins[one] + counts[one]] for one in order])
    return PostingList(documents[order], counts[order], positions)


def _number(size: int | tuple[int]) -> int:
    """Return the length of a list, which Whoosh reads back as a tuple."""
    return size[0] if isinstance(size, tuple) else size


def _term_info(postings: PostingList, begin: int, size: int) -> W3TermInfo:
    weight, documents = float(postings.counts.sum()), len(postings.documents)
    first, last = int(postings.documents[0]), int(postings.documents[-1])
    info = W3TermInfo(weight, documents, 0, 0, float(postings.counts.max()), first, last)
    info.set_extent(begin, size)
    return info


def _values(postings: PostingList) -> list[bytes]:
    """Return the positions in each document, as bytes."""
    if not len(postings.positions):
        return [b""] * len(postings.documents)
    packed, ends = postings.positions.tobytes(), (postings.counts.cumsum() * postings.positions.itemsize).tolist()
    return [packed[begin:end] for begin, end in zip([0, *ends], ends, strict=False)]


@dataclass(frozen=True)
class SegmentFiles:
    """A segment as a table of contents names it: how many documents it holds, which are deleted; and its layout."""

    build: Path
    name: str
    documents: int
    deleted: frozenset[int]
    layout: Layout

    @property
    def lists(self) -> Path:
        """The file of its posting lists."""
        return self.build / f"{self.name}{LISTS}"

    def files(self, all_written: Iterable[str]) -> list[str]:
        """Return the names of its files among all that were written."""
        return [name for name in all_written if name.startswith(f"{self.name}.")]

    def term_dictionaries(self) -> dict[str, TermDictionary]:
        """Read the term dictionaries of its fields."""
        with (self.build / f"{self.name}{EXTENSION}").open("rb") as file:
            return read_term_dictionaries(file, self.layout.fields)

    def doc_values(self, column: Any) -> Iterator[DocValues]:
        """Read the doc values of its documents, some at a time, to keep memory small.

        They lie one after another at the beginning of the column's file.
        """
        path = self.build / f"{self.name}.{FACTS}{W3Codec.COLUMN_EXT}"
        with FileStorage(str(self.build)).open_file(path.name) as file:
            lengths = np.array(column.reader(file, 0, path.stat().st_size, self.documents)._lengths, np.int64)
            begin = 0
            for first in range(0, len(lengths), AT_A_TIME):
                some = lengths[first : first + AT_A_TIME]
                yield unpack_doc_values(file.get(begin, int(some.sum())), some, self.layout)
                begin += int(some.sum())


def toc_name(generation: int) -> str:
    """Return the file name of a table of contents."""
    name: str = TOC._filename(INDEX, generation)
    return name


def committed_segments(build: Path, generation: int, schema: Any, layout: Layout) -> list[SegmentFiles]:
    """Return the segments of a generation, whose doc values have that layout."""
    toc = TOC.read(FileStorage(str(build)), INDEX, gen=generation, schema=schema)
    return [
        SegmentFiles(build, segment.segment_id(), segment.doc_count_all(), frozenset(segment.deleted_docs()), layout)
        for segment in toc.segments
    ]


def newest_generation(build: Path) -> int:
    """Return the number of the newest generation of a build; -1 where there is none."""
    number: int = TOC._latest_generation(FileStorage(str(build)), INDEX)
    return number
