"""Write transactions: one for who is waited for, and a patient one for who writes article after article."""

import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import wraps
from typing import ParamSpec, TypeVar

from django.db import DatabaseError, connection, transaction

from .database import acquire_write_lock, is_locked
from .turnstile import turnstile

PATIENCE = 600.0  # seconds in which a patient writer gets its turn, or gives up
LONGEST_PAUSE = 0.2  # seconds between two tries of it, beside those it waits in the database
LEFT_FREE = 0.25  # of the time it held the lock, until it asks for it again: who signs in stands at no turnstile
MOST_LEFT_FREE = 0.1  # seconds: as long as SQLite takes at the most between two looks at a lock

P = ParamSpec("P")
T = TypeVar("T")


class NoTurnError(Exception):
    """A patient writer got no turn; the message is a sentence without its full stop."""


def write_transaction(work: Callable[P, T]) -> Callable[P, T]:
    """Make a function one write transaction, which is next in turn; inside another transaction it is part of that."""

    @wraps(work)
    def write(*args: P.args, **kwargs: P.kwargs) -> T:
        with _turn(patient=False):
            return work(*args, **kwargs)

    return write


def patient_transaction(work: Callable[P, T]) -> Callable[P, T]:
    """Make a function one write transaction, which waits for the others and is done over where they were in the way.

    It raises NoTurnError after `PATIENCE` seconds, or those of `waiting_at_most`. Inside another transaction it waits
    for nobody, and a locked database's error goes its way: that one alone could be done over.
    """

    @wraps(work)
    def write(*args: P.args, **kwargs: P.kwargs) -> T:
        patience = PATIENCE if _mine.patience is None else _mine.patience
        last = time.monotonic() + patience
        while True:
            try:
                with _turn(patient=True):
                    return work(*args, **kwargs)
            except DatabaseError as error:
                if connection.in_atomic_block or not is_locked(error):
                    raise
                if time.monotonic() > last:
                    raise NoTurnError(_in_vain(patience)) from error
            time.sleep(random.uniform(0, LONGEST_PAUSE))  # noqa: S311 -- two who wait shall not wake together

    return write


@contextmanager
def waiting_at_most(seconds: float) -> Iterator[None]:
    """Have the patient transactions of this thread give up sooner: somebody waits for what they are part of."""
    _mine.patience = seconds
    try:
        yield
    finally:
        _mine.patience = None


def _in_vain(patience: float) -> str:
    waited = f"{patience / 60:.0f} minutes" if patience >= 120 else f"{patience:g} seconds"
    return f"others have been writing to the archive for {waited} without a pause"


class _OfThread(threading.local):
    """Until when (of `time.monotonic`) this thread leaves the lock to others, and for how many seconds it waits."""

    free_until = 0.0
    patience: float | None = None


_mine = _OfThread()


@contextmanager
def _turn(patient: bool) -> Iterator[None]:
    """Hold the lock for one transaction; a patient writer, not before others had time to take it since its last one."""
    if connection.in_atomic_block:
        with transaction.atomic():
            yield
        return
    if patient:
        time.sleep(max(0.0, _mine.free_until - time.monotonic()))
    with ExitStack() as held:
        with turnstile(patient):
            held.enter_context(transaction.atomic())
            acquire_write_lock()
        held.enter_context(_timed())
        yield


@contextmanager
def _timed() -> Iterator[None]:
    """Note for how long the lock was held, and so until when it is left to others."""
    started = time.monotonic()
    try:
        yield
    finally:
        now = time.monotonic()
        _mine.free_until = now + min((now - started) * LEFT_FREE, MOST_LEFT_FREE)
