"""What the tests of reliability stand on: each engine, an archive that other processes see too."""

from functools import partial

import pytest

from search.engines import ENGINES, make_engine
from tests.reliability.harbours import halves
from tests.reliability.installation import Installation
from tests.reliability.thirty_articles import correct_titles, thirty_articles


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/reliability" in item.path.as_posix():
            item.add_marker(pytest.mark.slow(reason="other processes are started, killed and waited for"))


@pytest.fixture(params=ENGINES)
def name(request) -> str:
    """Each engine by its name."""
    return request.param


@pytest.fixture
def folder(name, tmp_path):
    """The folder of an index that holds round 1."""
    make_engine(name, tmp_path / "harbours").rebuild(halves(1), 1, "mark 1")
    return tmp_path / "harbours"


@pytest.fixture(scope="session")
def imported(tmp_path_factory) -> Installation:
    """An archive of thirty articles; tests work on copies of it."""
    return thirty_articles(tmp_path_factory.mktemp("imported"))


@pytest.fixture
def archive(name, imported, tmp_path) -> Installation:
    """An archive of thirty articles of its own, with an index that is in step."""
    installation = imported.copy(tmp_path / "archive", SEARCH_ENGINE=name)
    installation.run("sync_index")
    return installation


@pytest.fixture
def correct(archive):
    """Correct titles: `correct("round2")`, or only that of some articles."""
    return partial(correct_titles, archive)
