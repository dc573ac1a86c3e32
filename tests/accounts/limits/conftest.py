"""Counters of the tests' own, on a clock that stands still."""

import pytest

from accounts.limits.counter_file import CounterFile
from accounts.limits.counters import Counters
from tests.conftest import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def file(tmp_path):
    """The file of the counters."""
    one = CounterFile(tmp_path / "limits.sqlite3")
    yield one
    one.close()


@pytest.fixture
def counters(file, clock) -> Counters:
    return Counters(file, clock)
