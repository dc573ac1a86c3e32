"""Letting in and refusing: a request is one of its kind, and costs the seconds of the processor that it took.

How often is known before a request is answered, what it cost only afterwards. So a visitor whose last request went
over is refused the next one, until the window ends; a search of many words or a long file uses up more of it.
"""

from collections.abc import Callable
from functools import cache, wraps
from math import ceil
from pathlib import Path
from typing import ParamSpec, TypeVar

from django.conf import settings
from limits import RateLimitItem
from limits.strategies import FixedWindowRateLimiter

from accounts.limits.counter_file import CounterFile, CountersAway
from accounts.limits.counters import Counters
from accounts.limits.rates import Rates, rates, times
from accounts.limits.refusal import Refusal
from accounts.limits.visitor import Visitor

TOO_OFTEN = "You asked for this more often than the archive answers one visitor."
TOO_DEAR = "What you asked for took more time than the archive has for one visitor."
COST = "seconds"  # the rate of what requests cost
MILLISECONDS = 1_000  # in which costs are counted: most requests take less than a second

Of = ParamSpec("Of")
Answer = TypeVar("Answer")


def where_away(otherwise: Answer) -> Callable[[Callable[Of, Answer]], Callable[Of, Answer]]:
    """Return another answer where the counters are away: nobody is refused then. The log has why."""

    def guarded(count: Callable[Of, Answer]) -> Callable[Of, Answer]:
        @wraps(count)
        def counted(*of: Of.args, **named: Of.kwargs) -> Answer:
            try:
                return count(*of, **named)
            except CountersAway:
                return otherwise

        return counted

    return guarded


class Limiter:
    """The limits of the settings, on one file of counters."""

    def __init__(self, counters: Counters) -> None:
        self.counters = counters
        self._windows = FixedWindowRateLimiter(counters)

    def enter(self, kind: str, visitor: Visitor) -> Refusal | None:
        """Count a request of a kind; return a refusal where the visitor has asked too often or cost too much."""
        if wait := self.hit(kind, _allowed(kind, visitor), visitor.key):
            return Refusal(TOO_OFTEN, wait)
        if wait := self._overdrawn(visitor):
            return Refusal(TOO_DEAR, wait)
        return None

    @where_away(None)
    def charge(self, visitor: Visitor, seconds: float) -> None:
        """Add what a request cost, in seconds of the processor."""
        for rate in _costs(visitor):
            self._windows.hit(rate, COST, visitor.key, cost=ceil(seconds * MILLISECONDS))

    @where_away(0)
    def hit(self, kind: str, allowed: Rates, whom: str) -> int:
        """Count one, and return how many seconds until the next is allowed; 0 where this one is."""
        over = [rate for rate in allowed if not self._windows.hit(rate, kind, whom)]
        return self._seconds_left(over, kind, whom)

    @where_away(None)
    def take_back(self, kind: str, allowed: Rates, whom: str) -> None:
        """Count one less."""
        for rate in allowed:
            self._windows.hit(rate, kind, whom, cost=-1)

    @where_away(None)
    def forget(self, kind: str, allowed: Rates, whom: str) -> None:
        """Count from nothing again."""
        for rate in allowed:
            self._windows.clear(rate, kind, whom)

    @where_away(0)
    def _overdrawn(self, visitor: Visitor) -> int:
        """Return how many seconds until the visitor may cost something again."""
        over = [rate for rate in _costs(visitor) if not self._windows.test(rate, COST, visitor.key)]
        return self._seconds_left(over, COST, visitor.key)

    def _seconds_left(self, over: list[RateLimitItem], kind: str, whom: str) -> int:
        """Return after how many whole seconds the last of these windows ends; 0 for none."""
        ends = [self._windows.get_window_stats(rate, kind, whom).reset_time for rate in over]
        return max(1, ceil(max(ends) - self.counters.clock())) if ends else 0


def get_limiter() -> Limiter:
    """Return the limiter of the settings; all threads of a process share one."""
    return _limiter_on(settings.LIMITS_FILE)


@cache
def _limiter_on(path: Path) -> Limiter:
    return Limiter(Counters(CounterFile(path)))


def _allowed(kind: str, visitor: Visitor) -> Rates:
    """Return the rates of a kind: those who are signed in are known, and may do more."""
    factor = settings.LIMIT_SIGNED_IN_FACTOR if visitor.signed_in else 1
    return tuple(times(rate, factor) for rate in rates()[kind])


def _costs(visitor: Visitor) -> Rates:
    return tuple(times(rate, MILLISECONDS) for rate in _allowed(COST, visitor))
