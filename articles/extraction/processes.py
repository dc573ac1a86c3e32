"""Extraction by several processes at once: many articles in, their findings out in the same order.

Plain Python without Django, so that a process that extracts opens no database. In: `ExtractionTask`s, taken only a
little ahead of what is given out, so that memory does not grow with their number. Out: an `ExtractionResult` for each,
with findings or with a sentence that says why there are none; what happens to one article does not stop the others.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from . import extract
from .digests import digest_of
from .findings import Findings, Passage
from .recognisers import BUILTIN, recogniser_named
from .records import record

CHUNK_SIZE = 8  # articles handed to a process at once: fewer cost more hand-overs, more leave a process idle at the end
CHUNKS_AHEAD = 3  # chunks a process may be ahead of what was given out
ENDED = "the process that read it ended on the way, for want of memory perhaps"


@record
class ExtractionTask:
    """An article to extract from: its key, the revision its text was read at, its passages in reading order.

    `digest` is that of the findings that are stored, where it is known; `recogniser` is asked for people, by name;
    `language` is what the archive has of the article's language, and `byline` of its authors, if anything.
    """

    key: int
    revision: int
    passages: tuple[Passage, ...]
    digest: bytes | None = None
    recogniser: str = BUILTIN
    language: str = ""
    byline: str = ""


@record
class ExtractionResult:
    """What became of a task: findings and their digest, or that the stored ones were found again, or a problem."""

    key: int
    revision: int
    findings: Findings | None = None
    problem: str = ""
    unchanged: bool = False
    digest: bytes = b""


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def extract_all(tasks: Iterable[ExtractionTask], processes: int) -> Iterator[ExtractionResult]:
    """Yield what is found in each article, in the order of the tasks; one process is this one."""
    return map(extract_one, tasks) if processes <= 1 else _in_processes(iter(tasks), processes)


def extract_one(task: ExtractionTask) -> ExtractionResult:
    """Extract from one article; an error becomes a sentence, since the next article must have its turn."""
    try:
        authors = (task.byline,) if task.byline else ()
        findings = extract(task.passages, recogniser_named(task.recogniser), None, task.language, authors)
    except Exception as error:  # whatever a text provokes
        problem = f"the extractor failed: {type(error).__name__}: {error}"
        return ExtractionResult(task.key, task.revision, problem=problem)
    digest = digest_of(findings)
    if task.digest == digest:
        return ExtractionResult(task.key, task.revision, unchanged=True)
    return ExtractionResult(task.key, task.revision, findings, digest=digest)


def _in_processes(tasks: Iterator[ExtractionTask], processes: int) -> Iterator[ExtractionResult]:
    workers = _Workers(processes)
    try:
        while workers.fill(tasks):
            yield from workers.next_results()
    finally:
        workers.shut_down()


class _Workers:
    """The worker processes and the chunks they have; a new pool takes over where one of them died."""

    def __init__(self, processes: int) -> None:
        self.processes = processes
        self.pool = _pool(processes)
        self.pending: deque[tuple[list[ExtractionTask], Future[list[ExtractionResult]]]] = deque()

    def fill(self, tasks: Iterator[ExtractionTask]) -> bool:
        """Submit tasks until every process has enough; say whether any are pending."""
        while len(self.pending) < CHUNKS_AHEAD * self.processes and (chunk := list(islice(tasks, CHUNK_SIZE))):
            self.pending.append((chunk, self._submit(chunk)))
        return bool(self.pending)

    def next_results(self) -> list[ExtractionResult]:
        """Wait for the oldest chunk and return what was found in it."""
        chunk, future = self.pending.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            return _one_by_one(chunk)

    def shut_down(self) -> None:
        """Let what is begun come to its end, and end the processes."""
        self.pool.shutdown(cancel_futures=True)

    def _submit(self, chunk: list[ExtractionTask]) -> "Future[list[ExtractionResult]]":
        try:
            return self.pool.submit(_extract_chunk, chunk)
        except BrokenProcessPool:
            self.pool.shutdown()
            self.pool = _pool(self.processes)
            return self.pool.submit(_extract_chunk, chunk)


def _one_by_one(chunk: Sequence[ExtractionTask]) -> list[ExtractionResult]:
    """Extract again from articles among which one may have ended its process, each where it harms no other."""
    done: list[ExtractionResult] = []
    for task in chunk:
        with _pool(1) as alone:
            try:
                done += alone.submit(_extract_chunk, [task]).result()
            except BrokenProcessPool:
                done.append(ExtractionResult(task.key, task.revision, problem=ENDED))
    return done


def _extract_chunk(chunk: Sequence[ExtractionTask]) -> list[ExtractionResult]:
    return list(map(extract_one, chunk))


def _pool(processes: int) -> ProcessPoolExecutor:
    """Start fresh processes: a forked one would share its parent's connection to the database."""
    spawn = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(processes, mp_context=spawn, initializer=_begin)


def _begin() -> None:
    """Leave Ctrl-C to the parent, and end with it however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
