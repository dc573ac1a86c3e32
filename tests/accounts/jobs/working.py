"""A worker in the process of a test."""

from types import SimpleNamespace
from typing import Any

from accounts.jobs.worker import work

NO_SIGNAL = SimpleNamespace(asked=False, wait=lambda seconds: None)


def work_until_empty(signal: Any = NO_SIGNAL) -> list[str]:
    """Do what waits, until nothing is left or a signal came, and return what the worker said."""
    said: list[str] = []
    work(signal, True, said.append, said.append)
    return said
