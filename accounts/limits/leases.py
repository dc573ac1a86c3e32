"""Leases: so many exports may run at once, of one visitor and in all, across all processes.

An export holds a lease as long as it runs, and renews it as it goes on. What a worker held that was killed ends by
itself: within SECONDS. A reader who stops reading for longer than that loses the lease too; when they go on and all
are taken meanwhile, their file ends there, without the line that says how many rows it has.

Where the file of the counters is away there are no leases, and exports run without.
"""

from dataclasses import dataclass

from accounts.limits.counter_file import CountersAway
from accounts.limits.counters import Counters
from accounts.limits.refusal import Refusal

SECONDS = 30.0  # that a lease lasts without being renewed
RENEWED_AFTER = 5.0  # seconds; far less, so that an export that is only slow keeps its lease

TOO_MANY_OF_YOURS = "{} of your exports are running already, and more do not run at once."
TOO_MANY = "As many exports are running as the archive makes at once."

# One that ends later than one taken now would is of a clock that went back; `:now` may be read a moment before others.
RUNS = "expires > :now AND expires <= :now + :seconds + 0.5"
TAKE = f"""
    INSERT INTO leases (visitor, expires) SELECT :visitor, :now + :seconds
    WHERE (SELECT count(*) FROM leases WHERE {RUNS}) < :in_all
    AND (SELECT count(*) FROM leases WHERE {RUNS} AND visitor = :visitor) < :each
    RETURNING id
"""  # noqa: S608  nothing from outside is in it
RENEW = f"UPDATE leases SET expires = :now + :seconds WHERE id = :id AND {RUNS} RETURNING id"  # noqa: S608
GIVE_BACK = "DELETE FROM leases WHERE id = :id"
FORGET_OLD = f"DELETE FROM leases WHERE NOT ({RUNS})"  # noqa: S608
COUNT = f"SELECT count(*) FROM leases WHERE {RUNS} AND visitor = :visitor"  # noqa: S608


@dataclass(frozen=True, slots=True)
class Terms:
    """How many leases a visitor may hold, and how many all together may; 0 for any number."""

    each: int
    in_all: int


class Lease:
    """The leave to run, of a visitor, until it is given back. `id` is None where the counters are away."""

    def __init__(self, counters: Counters, visitor: str, terms: Terms) -> None:
        self._counters, self._visitor, self._terms = counters, visitor, terms
        self.id: int | None = None

    def take(self) -> Refusal | None:
        """Take the lease, or return why there is none."""
        try:
            self._counters.file.run(FORGET_OLD, self._values())
            rows = self._counters.file.run(TAKE, self._values())
            if rows:
                self.id = rows[0][0]
                return None
            [(mine,)] = self._counters.file.run(COUNT, self._values())
        except CountersAway:
            return None
        why = TOO_MANY_OF_YOURS.format(mine) if mine >= self._values()["each"] else TOO_MANY
        return Refusal(why, int(SECONDS))

    def renew(self) -> bool:
        """Say whether it may go on: the lease is renewed, or another one was free."""
        try:
            if self.id and self._counters.file.run(RENEW, self._values()):
                return True
        except CountersAway:
            return True
        return self.take() is None

    def give_back(self) -> None:
        """Let another have it; giving it back again does nothing."""
        try:
            self._counters.file.run(GIVE_BACK, self._values())
        except CountersAway:
            return

    def _values(self) -> dict[str, object]:
        most = 2**31
        return {
            "id": self.id,
            "visitor": self._visitor,
            "now": self._counters.clock(),
            "seconds": SECONDS,
            "each": self._terms.each or most,
            "in_all": self._terms.in_all or most,
        }
