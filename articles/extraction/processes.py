"""Extraction by several processes at once: many articles in, their findings out in the same order.

Plain Python without Django, so that a process that extracts opens no database. In: `Task`s, taken only a little ahead
of what is given out, so that memory does not grow with their number. Out: an `Extracted` for each, with findings or
with a sentence that says why there are none; what happens to one article does not stop the others.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice

from . import extract
from .digests import digest_of
from .findings import Findings, Passage
from .recognisers import BUILTIN, recogniser_named

A_CHUNK = 8  # articles handed to a process at once: fewer cost more hand-overs, more leave a process idle at the end
AHEAD = 3  # chunks a process may be ahead of what was given out
ENDED = "the process that read it ended on the way, for want of memory perhaps"


@dataclass(frozen=True, slots=True)
class Task:
    """An article to extract from: its key, the revision its text was read at, its passages in reading order.

    `digest` is that of the findings that are stored, where it is known; `recogniser` is asked for people, by name.
    """

    key: int
    revision: int
    passages: tuple[Passage, ...]
    digest: bytes | None = None
    recogniser: str = BUILTIN


@dataclass(frozen=True, slots=True)
class Extracted:
    """What became of a task: findings, or `same` where those stored were found again, or a problem in words."""

    key: int
    revision: int
    findings: Findings | None = None
    problem: str = ""
    same: bool = False


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def extract_all(tasks: Iterable[Task], processes: int) -> Iterator[Extracted]:
    """Yield what is found in each article, in the order of the tasks; one process is this one."""
    return map(extract_one, tasks) if processes <= 1 else _in_processes(iter(tasks), processes)


def extract_one(task: Task) -> Extracted:
    """Extract from one article; an error becomes a sentence, since the next article must have its turn."""
    try:
        findings = extract(task.passages, recogniser_named(task.recogniser))
    except Exception as error:  # whatever a text provokes
        problem = f"the extractor failed: {type(error).__name__}: {error}"
        return Extracted(task.key, task.revision, problem=problem)
    if task.digest == digest_of(findings):
        return Extracted(task.key, task.revision, same=True)
    return Extracted(task.key, task.revision, findings)


def _in_processes(tasks: Iterator[Task], processes: int) -> Iterator[Extracted]:
    crew = _Crew(processes)
    try:
        while crew.take(tasks):
            yield from crew.give()
    finally:
        crew.dismiss()


class _Crew:
    """The processes at work and the chunks they have; a new pool takes over where one of them died."""

    def __init__(self, processes: int) -> None:
        self.processes = processes
        self.pool = _pool(processes)
        self.under_way: deque[tuple[list[Task], Future[list[Extracted]]]] = deque()

    def take(self, tasks: Iterator[Task]) -> bool:
        """Hand out tasks until everybody has enough; say whether anything is under way."""
        while len(self.under_way) < AHEAD * self.processes and (chunk := list(islice(tasks, A_CHUNK))):
            self.under_way.append((chunk, self._submit(chunk)))
        return bool(self.under_way)

    def give(self) -> list[Extracted]:
        """Wait for the oldest chunk and return what was found in it."""
        chunk, future = self.under_way.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            return _one_by_one(chunk)

    def dismiss(self) -> None:
        """Let what is begun come to its end, and end the processes."""
        self.pool.shutdown(cancel_futures=True)

    def _submit(self, chunk: list[Task]) -> "Future[list[Extracted]]":
        try:
            return self.pool.submit(_extract_chunk, chunk)
        except BrokenProcessPool:
            self.pool.shutdown()
            self.pool = _pool(self.processes)
            return self.pool.submit(_extract_chunk, chunk)


def _one_by_one(chunk: Sequence[Task]) -> list[Extracted]:
    """Extract again from articles among which one may have ended its process, each where it harms no other."""
    done: list[Extracted] = []
    for task in chunk:
        with _pool(1) as alone:
            try:
                done += alone.submit(_extract_chunk, [task]).result()
            except BrokenProcessPool:
                done.append(Extracted(task.key, task.revision, problem=ENDED))
    return done


def _extract_chunk(chunk: Sequence[Task]) -> list[Extracted]:
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
