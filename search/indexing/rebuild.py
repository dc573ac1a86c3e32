"""The whole index built anew, beside the present one, and swapped in."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from articles import journal
from search.engines import get_engine
from search.engines.port import Batch, Engine, IndexState
from search.indexing.documents import batches
from search.indexing.journal_fingerprint import fingerprint_at

OTHER_VERSION = "The search index is of an earlier version, and answered until now."
Progress = Callable[[int], object]  # is called with how many more articles are done


@dataclass(frozen=True)
class SyncReport:
    """What a sync did: how many articles it wrote, and the number of the last change in the journal that it brought.

    `why` is the reason of a rebuild that nobody asked for, a sentence.
    """

    did: Literal["nothing", "followed", "rebuilt"]
    articles: int
    reached: int
    why: str = ""

    def __str__(self) -> str:
        if self.did == "nothing":
            return f"The index is in step with the journal (number {self.reached})."
        done = "Rebuilt the index with" if self.did == "rebuilt" else "Brought the index up to date with"
        why = f": {self.why}" if self.why else "."
        articles = "1 article" if self.articles == 1 else f"{self.articles:,} articles"
        return f"{done} {articles}, up to number {self.reached} of the journal{why}"


def no_progress(articles: int) -> None:
    """Report to nobody."""


def rebuild(progress: Progress = no_progress, why: str = "") -> SyncReport:
    """Build the index anew from the whole archive; searches go on in the old one until it is done.

    `progress` is called with the number of articles of each batch that was taken; `why` goes into the report. Raises
    IndexBusy or IndexWriteFailed where the index can't be written.
    """
    reached = journal.latest()  # read before the articles: what changes meanwhile is followed afterwards
    fingerprint = fingerprint_at(reached)
    counted = _Counted(batches(reached, fingerprint), progress)
    get_engine().rebuild(counted, reached, fingerprint)
    return SyncReport("rebuilt", counted.articles, reached, why)


def why_other_version(engine: Engine, state: IndexState) -> str:
    """Return a sentence where an index is of another version than the engine builds; empty where it is not."""
    return "" if state.version == engine.version else OTHER_VERSION


class _Counted(Iterable[Batch]):
    """Batches on their way to an engine, counted."""

    def __init__(self, batches: Iterable[Batch], progress: Progress) -> None:
        self.batches = batches
        self.progress = progress
        self.articles = 0

    def __iter__(self) -> Iterator[Batch]:
        for batch in self.batches:
            yield batch
            self.articles += len(batch.articles)
            self.progress(len(batch.articles))
