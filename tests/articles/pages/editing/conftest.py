"""What the tests of editors' pages have in common."""

import pytest

from tests.locks import locked_error


@pytest.fixture
def signed_in(client, editor):
    """An editor at the archive."""
    client.force_login(editor)
    return client


@pytest.fixture
def busy(monkeypatch):
    """Have somebody else hold the database while `use_case`, named with its module, is asked."""

    def hold(use_case):
        def locked(*_):
            raise locked_error()

        monkeypatch.setattr(use_case, locked)

    return hold
