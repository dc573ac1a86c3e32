"""What every test may stand on: an index of its own, the seeds, and the shared data where there is any."""

import time
from importlib import import_module, reload
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings as project
from django.db import transaction
from django.urls import clear_url_caches

from accounts.limits.limiter import get_limiter
from search import deadline
from tests import examples  # noqa: F401  loads the profile of Hypothesis before tests are read

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
USES_DATABASE = {"db", "transactional_db", "rows_of_a_module", "imported", "installation"}  # fixtures


def pytest_configure() -> None:
    """Hash passwords cheaply: the hasher for real ones takes 0.3 s of CPU a user, most of the time of a page's test."""
    project.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that use a database: `make test-postgres` asks them, and those alone, on PostgreSQL too."""
    for item in items:
        if item.get_closest_marker("django_db") or USES_DATABASE & set(getattr(item, "fixturenames", ())):
            item.add_marker("database")


@pytest.fixture(autouse=True)
def own_index(settings, tmp_path):
    """Give each test an index folder of its own."""
    settings.SEARCH_INDEX_DIR = tmp_path / "index"


@pytest.fixture(autouse=True)
def unhurried(monkeypatch):
    """Have the limits of searches last ten times as long, so that no search of a test ends early on a slow machine."""
    monkeypatch.setattr(deadline, "time", SimpleNamespace(monotonic=lambda: time.monotonic() / 10))


@pytest.fixture
def use_engine(monkeypatch):
    """Have every search of this process ask another engine: `use_engine(engine)`; returns it."""

    def used(engine):
        monkeypatch.setattr("search.engines._engine_at", lambda name, path: engine)
        return engine

    return used


class Clock:
    """A clock that stands until it is set, in seconds since the epoch."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def limits(settings, tmp_path):
    """Limit what a visitor may do, as an archive does; gives the limiter, whose clock stands still."""
    settings.LIMITS, settings.LIMITS_FILE = True, tmp_path / "limits.sqlite3"
    limiter = get_limiter()
    limiter.counters.clock = Clock()
    yield limiter
    limiter.counters.file.close()


@pytest.fixture
def rate(settings):
    """Set a rate for a test: `rate(search="2/minute")`."""

    def allowed(**rates: str) -> None:
        settings.LIMIT_RATES = settings.LIMIT_RATES | rates

    return allowed


@pytest.fixture
def admin_site(settings):
    """Open /admin/, as the setting ADMIN_SITE does."""
    settings.ADMIN_SITE = True
    _read_addresses_anew()
    yield
    settings.ADMIN_SITE = False
    _read_addresses_anew()


def _read_addresses_anew() -> None:
    reload(import_module("newsroom.urls"))  # not before Django is set up
    clear_url_caches()


@pytest.fixture(scope="module")
def rows_of_a_module(django_db_setup, django_db_blocker):
    """Keep rows for all tests of a module: those that a fixture of the module which takes this one writes.

    Each test is rolled back to them, and after the last one they are gone.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the project's first articles."""
    return ROOT / "seeds"


@pytest.fixture
def shared() -> Path:
    """The folder of data and gold that stands beside the project on its makers' machines."""
    if not SHARED.is_dir():
        pytest.skip("no folder “shared” beside the project: its gold and data are not here")
    return SHARED
