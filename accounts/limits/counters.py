"""The counters, as the library `limits` asks for them: so many of a key, until its window ends."""

import time
from collections.abc import Callable

from limits.storage import Storage

from accounts.limits.counter_file import CounterFile, CountersAway

# A window that ends later than one that began now would: the clock went back. It is over, or it might last for hours.
# `:now` may be read a moment before that of others, who were quicker to the file.
RUNS = "expires > :now AND expires <= :now + span + 0.5"
ADD = f"""
    INSERT INTO counters (key, count, span, expires) VALUES (:key, max(0, :amount), :span, :now + :span)
    ON CONFLICT (key) DO UPDATE SET
        count = max(0, CASE WHEN {RUNS} THEN count + :amount ELSE :amount END),
        expires = CASE WHEN {RUNS} THEN expires ELSE :now + :span END
    RETURNING count
"""  # noqa: S608  nothing from outside is in it
READ = f"SELECT count, expires FROM counters WHERE key = :key AND {RUNS}"  # noqa: S608
FORGET = "DELETE FROM counters WHERE key = :key"
FORGET_ALL = "DELETE FROM counters RETURNING key"
FORGET_OLD = "DELETE FROM counters WHERE key IN (SELECT key FROM counters WHERE expires <= :now LIMIT 1000)"
BETWEEN_CLEANINGS = 500  # additions of this process, after which windows that have ended are forgotten


class Counters(Storage):
    """Counters in a file; every addition is atomic across processes. Its methods raise CountersAway."""

    STORAGE_SCHEME = None

    def __init__(self, file: CounterFile, clock: Callable[[], float] = time.time) -> None:
        super().__init__()
        self.file, self.clock = file, clock
        self._additions = 0

    @property
    def base_exceptions(self) -> type[Exception]:
        return CountersAway

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Add to a counter, whose window of so many seconds begins now where none runs, and return what it has then."""
        self._clean_now_and_then()
        values = {"key": key, "amount": amount, "span": expiry, "now": self.clock()}
        [(count,)] = self.file.run(ADD, values)
        return int(count)

    def get(self, key: str) -> int:
        """Return what a counter has; nothing where no window runs."""
        return int(self._read(key)[0])

    def get_expiry(self, key: str) -> float:
        """Return when a counter's window ends, in seconds since the epoch; now, where none runs."""
        return self._read(key)[1]

    def check(self) -> bool:
        """Say whether counting is possible."""
        try:
            self.get("")
        except CountersAway:
            return False
        return True

    def reset(self) -> int:
        """Forget all counters and return how many there were."""
        return len(self.file.run(FORGET_ALL, {}))

    def clear(self, key: str) -> None:
        """Forget one counter."""
        self.file.run(FORGET, {"key": key})

    def _read(self, key: str) -> tuple[int, float]:
        now = self.clock()
        rows = self.file.run(READ, {"key": key, "now": now})
        return rows[0] if rows else (0, now)

    def _clean_now_and_then(self) -> None:
        self._additions += 1
        if self._additions % BETWEEN_CLEANINGS == 0:
            self.file.run(FORGET_OLD, {"now": self.clock()})
