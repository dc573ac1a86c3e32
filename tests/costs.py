"""What work costs, to compare it with other work on the same machine: no test knows how quick a machine is."""

import time
from collections.abc import Callable


def cpu_cost(work: Callable[[], object], times: int = 3) -> float:
    """Return the seconds of this thread's CPU that work takes: the least of several times, as others make it dearer."""

    def once() -> float:
        started = time.thread_time()
        work()
        return time.thread_time() - started

    return min(once() for _ in range(times))
