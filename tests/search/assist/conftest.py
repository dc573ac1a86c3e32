"""Help that is asked for alone."""

import pytest

from search.assist.pending import Help, Pending
from search.deadline import Deadline
from search.results.ask_engine import SearchUnavailable, ask_engine_many


@pytest.fixture
def helped():
    """Ask the engine what some help asks, and return the help."""

    def asked(pending: Pending[Help], deadline: Deadline | None = None) -> Help:
        try:
            answers = ask_engine_many(pending.requests, (deadline or Deadline(60)).left())
        except SearchUnavailable:
            return pending.without_index
        return pending.made_of(iter(answers))

    return asked
