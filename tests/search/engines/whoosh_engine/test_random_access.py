"""Parts of a file are read alike with and without pread, by many threads at once."""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from search.engines.whoosh_engine.storage.random_access import READ_ONLY, read_at, read_in_turn

CONTENT = bytes(range(256)) * 64  # with carriage returns, line feeds and Windows's end of file among them


@pytest.fixture
def file(tmp_path):
    """A descriptor of a file with the content."""
    (tmp_path / "lists").write_bytes(CONTENT)
    descriptor = os.open(tmp_path / "lists", READ_ONLY)
    yield descriptor
    os.close(descriptor)


@pytest.mark.parametrize("read", [read_at, read_in_turn])
@pytest.mark.parametrize(("size", "begin"), [(10, 0), (300, 250), (0, 5), (100, len(CONTENT) - 10), (5, len(CONTENT))])
def test_a_part_is_what_stands_there(file, read, size, begin):
    assert read(file, size, begin) == CONTENT[begin : begin + size]


@pytest.mark.parametrize("read", [read_at, read_in_turn])
def test_threads_do_not_disturb_each_other(file, read):
    begins = range(0, len(CONTENT) - 100, 7)
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(lambda begin: read(file, 100, begin), begins)) == [
            CONTENT[begin : begin + 100] for begin in begins
        ]
