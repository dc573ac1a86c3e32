"""An export while it is streamed: it gives way to pages, keeps its lease, and is charged what it costs."""

import time
from collections.abc import Callable, Iterable, Iterator

from accounts.limits.give_way import precedence
from accounts.limits.leases import RENEWED_AFTER, Lease
from accounts.limits.limiter import Limiter
from accounts.limits.visitor import Visitor


class Metered(Iterator[bytes]):
    """The chunks of an export. It ends early where the lease was lost; close it however it ends."""

    def __init__(
        self,
        chunks: Iterable[bytes],
        lease: Lease,
        limiter: Limiter,
        visitor: Visitor,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._chunks = iter(chunks)
        self._lease, self._limiter, self._visitor = lease, limiter, visitor
        self._monotonic = monotonic
        self._looked = monotonic()
        self._spent = 0.0  # seconds of the processor that are not charged yet
        self._over = False

    def __next__(self) -> bytes:
        if self._over or not self._may_go_on():
            self.close()
            raise StopIteration
        try:
            return self._next_step()
        except BaseException:
            self.close()
            raise

    def _next_step(self) -> bytes:
        with precedence.step():
            started = time.thread_time()
            try:
                return next(self._chunks)
            finally:
                self._spent += time.thread_time() - started

    def close(self) -> None:
        """Charge the rest and give the lease back, once."""
        if not self._over:
            self._over = True
            self._charge()
            self._lease.give_back()

    def _may_go_on(self) -> bool:
        """Say whether the lease is still held; it is looked after, and the cost charged, every few seconds."""
        if self._monotonic() - self._looked < RENEWED_AFTER:
            return True
        self._looked = self._monotonic()
        self._charge()
        return self._lease.renew()

    def _charge(self) -> None:
        self._limiter.charge(self._visitor, self._spent)
        self._spent = 0.0
