"""Every test here is asked of every engine, through the port alone."""

import pytest

from search.engines.port import Engine
from tests.search.engines.making import NAMES, make


@pytest.fixture(params=NAMES)
def engine_name(request) -> str:
    """The name of the engine a test is asked of."""
    return request.param


@pytest.fixture
def engine(engine_name, tmp_path) -> Engine:
    """An engine on an empty folder."""
    return make(engine_name, tmp_path / "engine")


@pytest.fixture
def again(engine_name, tmp_path):
    """Make another engine on the same folder, as another process would."""
    return lambda: make(engine_name, tmp_path / "engine")
