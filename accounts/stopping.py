"""Stopping a long command at a point of its own choosing, when a signal asks for it.

The handler writes plain attributes and takes no lock: a signal may interrupt the very code that would hold it, and a
second signal the handler itself. Who waits is woken by a socket that the interpreter writes to as the signal arrives
(`signal.set_wakeup_fd`), so that none is slept through, whatever it interrupts.
"""

import select
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Item = TypeVar("Item")
SIGNALS = [signal.Signals[name] for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
BURST = 1.0  # seconds: signals this close to the first are one wish as a terminal and a shell send them


class Stopped(Exception):  # noqa: N818  it is asked for
    """A signal asked to stop, and the work has come to a point where nothing is half-done."""


class StopRequest:
    """Whether a signal has asked to stop; made by `stopped_by_signals`."""

    def __init__(self, wakened: socket.socket) -> None:
        self._wakened = wakened
        self._number = 0
        self._since = 0.0

    @property
    def asked(self) -> bool:
        """Say whether a signal has asked to stop."""
        return bool(self._number)

    @property
    def returncode(self) -> int:
        """Return the status to end with, as a shell counts it: 128 and the number of the signal."""
        return 128 + self._number

    def check(self) -> None:
        """Raise Stopped if a signal has asked to stop."""
        if self.asked:
            raise Stopped

    def checked(self, progress: Callable[[int], object]) -> Callable[[int], None]:
        """Return a function that raises Stopped once a signal has asked to stop, else reports to `progress`."""

        def report(done: int) -> None:
            self.check()
            progress(done)

        return report

    def until_asked(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield items until a signal asks to stop; the one at work is finished."""
        for item in items:
            yield item
            if self.asked:
                return

    def wait(self, seconds: float) -> None:
        """Wait so long, or until a signal asks to stop."""
        end = time.monotonic() + seconds
        while not self.asked and (left := end - time.monotonic()) > 0:
            if select.select([self._wakened], [], [], left)[0]:
                self._wakened.recv(4096)  # numbers of signals, perhaps of others than these: the handler says

    def _heed(self, number: int, frame: object) -> None:
        """Handle a signal: remember the first, take those close to it as the same, and end at once at a later one."""
        if not self.asked:
            self._since = time.monotonic()
            self._number = number
        elif time.monotonic() - self._since > BURST:
            signal.signal(number, signal.SIG_DFL)
            signal.raise_signal(number)


@contextmanager
def stopped_by_signals() -> Iterator[StopRequest]:
    """Give a request that SIGINT, SIGTERM and SIGHUP make, for as long as the block lasts.

    A signal that this process was started to ignore (by nohup, or by a shell that started it in the background) stays
    ignored. One that comes more than BURST seconds after the first ends the process at once. In another thread than the
    main one nothing makes the request, since Python handles signals there alone.
    """
    reading, writing = socket.socketpair()  # a pipe could not be waited for on Windows
    with reading, writing:
        stop = StopRequest(reading)
        if threading.current_thread() is not threading.main_thread():
            yield stop
            return
        with _wakening(writing), _handled_by(stop._heed):
            yield stop


@contextmanager
def _wakening(writing: socket.socket) -> Iterator[None]:
    """Have the interpreter write to a socket as a signal arrives."""
    writing.setblocking(False)
    before = signal.set_wakeup_fd(writing.fileno(), warn_on_full_buffer=False)
    try:
        yield
    finally:
        signal.set_wakeup_fd(before)


@contextmanager
def _handled_by(handler: Callable[[int, object], None]) -> Iterator[None]:
    """Handle the signals that ask to stop, but for those that are ignored."""
    heeded = [number for number in SIGNALS if signal.getsignal(number) != signal.SIG_IGN]
    before = {number: signal.signal(number, handler) for number in heeded}
    try:
        yield
    finally:
        for number, former in before.items():
            signal.signal(number, former)
