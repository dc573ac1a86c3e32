"""What every engine can do."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Protocol

from search.engines.port.answer import EngineAnswer, SimilarWords, WordCount
from search.engines.port.documents import Batch
from search.engines.port.index_state import IndexState, ManifestEntry
from search.engines.port.request import DEFAULT_TIMEOUT, EngineRequest
from search.engines.port.scan import SLICE, EngineScan


class Engine(Protocol):
    """What every engine can do. All methods but `advice` may raise IndexUnavailable.

    Those that write (`write`, `rebuild`) may raise IndexBusy and IndexWriteFailed too. `version` is that of the indexes
    it builds. One of the version before may go on answering, but takes no batches: it is to be rebuilt.
    """

    version: str

    def search(self, request: EngineRequest) -> EngineAnswer:
        """Answer one request from the newest committed state. Raises SearchTooLong after the request's timeout."""

    def search_many(
        self, requests: Sequence[EngineRequest], timeout: float = DEFAULT_TIMEOUT
    ) -> tuple[EngineAnswer | None, ...]:
        """Answer several requests from one committed state, each as `search` would: the answers are in their order.

        They are answered one after the other, and all of them together have `timeout` seconds; their own timeouts don't
        count. When the time is over, those that have no answer yet get None, and what was answered before stays: no
        SearchTooLong is raised. Whatever else goes wrong with one of them is raised, so that none has an answer.
        """

    def scan(self, request: EngineRequest, after: str = "", slice_size: int = SLICE) -> EngineScan:
        """Find everything that a request asks for, once, and give its hits in slices of so many.

        They are those of all its pages, in the pages' order: by article, copies apart, each article with all of its
        documents; a whole article with its best paragraph. What the request says of pages, groups and counts does not
        count. All slices are of the one committed state that was the newest at the call, whatever is written meanwhile.

        `after` is the cursor of an earlier slice of the same request: it goes on behind that, also in another process
        and where the index has changed since: then behind where that hit stands now, or where it would. Raises
        BadCursor for any other text, and SearchTooLong after the request's timeout; slices have no limit of time.
        """

    def completions(self, prefix: str, limit: int, timeout: float = DEFAULT_TIMEOUT) -> tuple[WordCount, ...]:
        """Return at most `limit` words that begin with a folded prefix, the most frequent first.

        Raises SearchTooLong after `timeout` seconds.
        """

    def similar(
        self,
        words: Collection[str],
        limit: int,
        most_documents: int | None = None,
        timeout: float = DEFAULT_TIMEOUT,
    ) -> dict[str, SimilarWords]:
        """Return for each folded word at most `limit` words at edit distance 1 from it, the most frequent first.

        The distance counts letters inserted, deleted, replaced, or swapped with their neighbour. Where there is none
        and the word has six letters or more, words at distance 2 are returned. With `most_documents`, words that more
        paragraphs have in any form are left out of the answer. Raises SearchTooLong after `timeout` seconds for all.
        """

    def state(self, verify: bool = True) -> IndexState:
        """Return index metadata, after verifying that every file is as it was written.

        With `verify=False` no checksum is looked at, which is cheap enough for the start of every command.
        """

    def write(self, batch: Batch) -> None:
        """Replace the documents of a batch's articles, all at once: after a crash, all of it is there or none."""

    def rebuild(self, batches: Iterable[Batch], reached: int, journal_fingerprint: str = "") -> IndexState:
        """Build the index anew beside the present one, which answers until the new one takes its place.

        `reached` and `journal_fingerprint` are those of the whole index; the batches' own do not count.
        """

    def check(self) -> None:
        """Read everything that is stored. Raises IndexUnavailable where something is not as it was written."""

    def iter_articles(self) -> Iterator[ManifestEntry]:
        """Yield what is held of every article that has documents, in the order of article ids, in bounded memory."""

    def advice(self, documents: int) -> str:
        """Return what to know of this engine when its index holds so many documents; empty where it suits them.

        Some sentences in English for whoever runs the archive. Nothing of the index is read.
        """
