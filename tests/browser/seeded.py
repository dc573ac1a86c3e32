"""An archive of the seeds for tests that only look, and a server over it: one of each for all tests of a module."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.test import override_settings
from pytest_django.live_server_helper import LiveServer

from tests.conftest import ROOT


@contextmanager
def seeded_archive(blocker: Any, index: Path) -> Iterator[None]:
    """Fill the database and the index with the seeds; in the end the database is empty again."""
    with blocker.unblock(), override_settings(SEARCH_INDEX_DIR=index):
        call_command("import_articles", str(ROOT / "seeds"))
        call_command("sync_index")
        yield
        call_command("flush", interactive=False, verbosity=0)


@contextmanager
def running_server() -> Iterator[str]:
    """Run a server that empties nothing, and give its address."""
    running = LiveServer("localhost")
    yield running.url
    running.stop()
