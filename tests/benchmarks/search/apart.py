"""Work in a process of its own, so that its memory and its CPU are its own too."""

import multiprocessing
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Generic, TypeVar

T = TypeVar("T")
Result = TypeVar("Result")
SPAWNED = multiprocessing.get_context("spawn")


@dataclass(frozen=True)
class Measured(Generic[Result]):
    """What came of it, the seconds of CPU of all threads, and the most memory it ever had, in MB."""

    result: Result
    seconds: float
    megabytes: float


def apart(work: Callable[..., Result], *args: Any) -> Measured[Result]:
    """Do some work in a new process. Whatever it raises ends this one too."""
    line, theirs = SPAWNED.Pipe(duplex=False)
    process = SPAWNED.Process(target=_do, args=(theirs, work, args))
    process.start()
    theirs.close()
    try:
        return line.recv()
    except EOFError:
        raise SystemExit(f"{work.__name__} failed; what it said stands above.") from None
    finally:
        process.join()


def _do(line: Connection, work: Callable[..., Any], args: tuple[Any, ...]) -> None:
    started = time.process_time()
    result = work(*args)
    seconds = time.process_time() - started
    line.send(Measured(result, seconds, _most_megabytes()))


def memory_now() -> float:
    """Return the memory that this process has, in MB."""
    return _status("VmRSS:")


def _most_megabytes() -> float:
    """Return the most memory that this process ever had; getrusage would count what its parent had at the start too."""
    return _status("VmHWM:")


def _status(name: str) -> float:
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(name))


class Reading(Iterator[T]):
    """Passes on what it reads, and counts the CPU that reading took: it is not the work that is measured."""

    def __init__(self, rest: Iterator[T]) -> None:
        self.rest = rest
        self.seconds = 0.0

    def __next__(self) -> T:
        started = time.thread_time()
        try:
            return next(self.rest)
        finally:
            self.seconds += time.thread_time() - started
