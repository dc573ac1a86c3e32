"""A long command is asked to stop by signals, however many and whenever they come."""

import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from accounts import stopping
from accounts.stopping import SIGNALS, Stopped, stopped_by_signals
from tests.conftest import ROOT
from tests.patience import PATIENCE

HOUR = 3600.0


@pytest.fixture(autouse=True)
def former():
    """Have the signals noted by a handler of the test's own, and give what it noted."""
    noted: list[int] = []
    before = {number: signal.signal(number, lambda number, _: noted.append(number)) for number in SIGNALS}
    yield noted
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_asks_to_stop(number, former):
    with stopped_by_signals() as stop:
        assert not stop.asked
        stop.check()
        signal.raise_signal(number)
        assert stop.asked
        assert stop.returncode == 128 + number
        with pytest.raises(Stopped):
            stop.check()
    assert former == []


def test_who_waits_is_woken():
    timer = threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGTERM))
    with stopped_by_signals() as stop:
        timer.start()
        stop.wait(HOUR)
        assert stop.asked
    timer.join()


def test_another_signal_does_not_end_the_wait(monkeypatch):
    noted = []
    before = signal.signal(signal.SIGUSR1, lambda *_: noted.append(time.monotonic()))
    with stopped_by_signals() as stop:
        signal.raise_signal(signal.SIGUSR1)
        end = time.monotonic() + 0.05
        stop.wait(0.05)
        assert time.monotonic() >= end
        assert not stop.asked
    assert noted
    signal.signal(signal.SIGUSR1, before)


def test_the_item_at_work_is_finished():
    done = []
    with stopped_by_signals() as stop:
        for item in stop.until_asked(range(5)):
            if item == 2:
                signal.raise_signal(signal.SIGTERM)
            done.append(item)
    assert done == [0, 1, 2]


def test_progress_is_reported_until_asked_to_stop():
    reported: list[int] = []
    with stopped_by_signals() as stop:
        progress = stop.checked(reported.append)
        progress(3)
        signal.raise_signal(signal.SIGTERM)
        with pytest.raises(Stopped):
            progress(4)
    assert reported == [3]


def test_signals_close_together_are_one_wish(former):
    with stopped_by_signals() as stop:
        for number in SIGNALS * 2:
            signal.raise_signal(number)
        assert stop.returncode == 128 + SIGNALS[0]
    assert former == []


def test_afterwards_all_is_as_before(former):
    wakeup = signal.set_wakeup_fd(-1)
    signal.set_wakeup_fd(wakeup)
    with stopped_by_signals():
        pass
    for number in SIGNALS:
        signal.raise_signal(number)
    assert former == SIGNALS
    assert signal.set_wakeup_fd(wakeup) == wakeup


def test_what_is_ignored_stays_ignored():
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with stopped_by_signals() as stop:
        signal.raise_signal(signal.SIGINT)
        assert not stop.asked


def test_another_thread_is_not_stopped():
    asked = []

    def work():
        with stopped_by_signals() as stop:
            asked.append(stop.asked)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert asked == [False]


def test_a_later_signal_ends_the_process_at_once():
    """Where the work comes to no point at which it may stop."""
    words = f"""
import signal, time
from {stopping.__name__} import BURST, stopped_by_signals
with stopped_by_signals():
    signal.raise_signal(signal.SIGTERM)
    time.sleep(BURST + 0.1)
    signal.raise_signal(signal.SIGTERM)
    print("goes on")
"""
    ended = subprocess.run([sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE)
    assert (ended.returncode, ended.stdout, ended.stderr) == (-signal.SIGTERM, "", "")


def test_bursts_of_signals_at_random_moments_end_every_wait():
    """500 rounds in one process: a handler that took a lock would wait for itself in one of them."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.accounts.bursts", "500"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
