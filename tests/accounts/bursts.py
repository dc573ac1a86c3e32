"""A process that waits to be stopped, and is, by bursts of signals at random moments: `python -m … ROUNDS`.

A second process sends them, so that they fall into every line of a handler. It ends with status 0 once every round has
come to its end; a round that sleeps through its signals waits for an hour.
"""

import multiprocessing
import os
import random
import signal
import sys
import time
from itertools import repeat
from multiprocessing.connection import Connection

from accounts.stopping import SIGNALS, StopRequest, stopped_by_signals

HOUR = 3600.0
SIGNALS_A_BURST = 40
LOTS = random.Random(11)  # noqa: S311  drawn alike each time


def main(rounds: int) -> None:
    """Be stopped so many times; signals that come between two rounds are nobody's."""
    for number in SIGNALS:
        signal.signal(number, lambda *_: None)
    line, theirs = multiprocessing.Pipe()
    sender = multiprocessing.get_context("spawn").Process(target=send_bursts, args=(theirs, os.getpid()), daemon=True)
    sender.start()
    for _ in range(rounds):
        with stopped_by_signals() as stop:
            line.send("now")
            LOTS.choice((wait_once, wait_briefly, work))(stop)
            assert stop.asked
        line.recv()


def send_bursts(line: Connection, process: int) -> None:
    """Send a burst of signals to a process, a moment after each word of it, and say when it is over."""
    while line.recv():
        pause(LOTS.random() / 1000)
        for _ in range(SIGNALS_A_BURST):
            os.kill(process, LOTS.choice(SIGNALS))
            pause(LOTS.random() / 50_000)
        line.send("over")


def pause(seconds: float) -> None:
    """Wait by the clock: sleeping takes longer than a handler does."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


def wait_once(stop: StopRequest) -> None:
    stop.wait(HOUR)


def wait_briefly(stop: StopRequest) -> None:
    while not stop.asked:
        stop.wait(0.0005)


def work(stop: StopRequest) -> None:
    for _ in stop.until_asked(repeat(0)):
        pass


if __name__ == "__main__":
    main(int(sys.argv[1]))
