"""Editions: what the documents of an article have in common, kept once instead of once for each of them.

An edition is an article as some of its documents have it: its id, revision, publisher, section, dates, story and
byline. The documents of an article come one after another and as a rule have all of that in common; where they differ,
the article has several editions. So there are hardly more editions than articles, and what is counted, filtered or
sorted by publisher or date is so by edition, not paragraph by paragraph.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from search.engines.whoosh_engine.index.ordinals import MultiValued, SingleValued, multi_valued, single_valued
from search.engines.whoosh_engine.storage.doc_values import UNKNOWN, DocValues

COLUMNS = ("article", "revision", "publisher", "section", "published", "day", "story")
LISTS = ("authors",)


@dataclass(frozen=True)
class SegmentEditions:
    """The editions of one segment, in the order of their documents: an array for each of COLUMNS, values of LISTS."""

    columns: Mapping[str, np.ndarray]
    lists: Mapping[str, MultiValued]

    def __len__(self) -> int:
        return len(self.columns["article"])


class Editions:
    """The editions of all segments, one segment after another. `article` says which of all `articles` each is of."""

    def __init__(self, parts: Sequence[SegmentEditions]) -> None:
        self.parts = parts
        self.offsets: list[int] = np.cumsum([0, *map(len, parts)]).tolist()
        nothing = np.zeros(0, np.int64)
        columns = {name: np.concatenate([nothing, *(one.columns[name] for one in parts)]) for name in COLUMNS}
        self.articles, article = np.unique(columns["article"], return_inverse=True)
        self.article = article.astype(np.int32)
        self.revision, self.published, self.day = columns["revision"], columns["published"], columns["day"]
        self.publisher, self.section = (single_valued(columns[name], UNKNOWN) for name in ("publisher", "section"))
        self.story = single_valued(columns["story"])

    def __len__(self) -> int:
        return len(self.article)

    def by_day(self, divisor: int) -> SingleValued:
        """Return the year (divisor 10,000) or the month (100) of each, as the digits of its day begin."""
        return single_valued(np.where(self.day == UNKNOWN, UNKNOWN, self.day // divisor), UNKNOWN)

    def having(self, name: str, wanted: np.ndarray) -> np.ndarray:
        """Return a mask of the editions that have one of these values in a list of LISTS."""
        return np.concatenate([np.zeros(0, bool), *(part.lists[name].having(wanted) for part in self.parts)])


class EditionReader:
    """Gathers the editions of a segment while its doc values are read, some documents at a time."""

    def __init__(self) -> None:
        self.size = 0
        self.columns: dict[str, list[np.ndarray]] = {name: [np.zeros(0, np.int64)] for name in COLUMNS}
        self.values: dict[str, list[np.ndarray]] = {name: [np.zeros(0, np.int64)] for name in LISTS}
        self.counts: dict[str, list[np.ndarray]] = {name: [np.zeros(0, np.int64)] for name in LISTS}

    def add(self, doc_values: DocValues) -> np.ndarray:
        """Take the doc values of the next documents, and return the edition of each."""
        begins = _begins_one(doc_values)
        for name in COLUMNS:
            self.columns[name].append(doc_values.columns[name][begins])
        for name in LISTS:
            values, counts = doc_values.lists[name]
            self.values[name].append(values[np.repeat(begins, counts)])
            self.counts[name].append(counts[begins])
        edition = np.cumsum(begins, dtype=np.int32) + np.int32(self.size - 1)
        self.size += int(np.count_nonzero(begins))
        return edition

    def read(self) -> SegmentEditions:
        """Return all editions."""
        columns = {name: np.concatenate(parts) for name, parts in self.columns.items()}
        return SegmentEditions(columns, {name: self._list(name) for name in LISTS})

    def _list(self, name: str) -> MultiValued:
        owners = np.repeat(np.arange(self.size, dtype=np.int32), np.concatenate(self.counts[name]))
        return multi_valued(np.concatenate(self.values[name]), owners, self.size)


def _begins_one(doc_values: DocValues) -> np.ndarray:
    """Return a mask of the documents that begin an edition: the first, and all that differ from the one before."""
    begins = np.ones(len(doc_values.columns["article"]), bool)
    columns = [doc_values.columns[name] for name in COLUMNS]
    differs = [column[1:] != column[:-1] for column in columns] + [_differs(*doc_values.lists[name]) for name in LISTS]
    begins[1:] = np.logical_or.reduce(differs)
    return begins


def _differs(values: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Return a mask of the documents, from the second on, whose list of values is not that of the one before."""
    differs: np.ndarray = counts[1:] != counts[:-1]
    docs: np.ndarray = np.repeat(np.arange(len(counts)), counts)
    before = np.arange(len(values)) - counts[docs]  # the same place in the list of the one before, if it is as long
    differs[docs[(docs > 0) & (values != values[before])] - 1] = True
    return differs
