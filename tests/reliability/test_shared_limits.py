"""Two servers on one archive count a visitor together, and let everybody in where the file of the counters is away."""

import pytest

from tests.reliability.installation import Installation


@pytest.fixture
def served(tmp_path):
    installation = Installation(tmp_path, LIMITS="1", LIMIT_SEARCH="3/hour")
    installation.run("migrate", "--verbosity", "0")
    with installation.serving() as one, installation.serving() as other:
        yield installation, one, other


def test_what_one_server_answered_the_other_counts(served):
    _, one, other = served
    assert [fetch("/search/?q=war")[0] for fetch in (one, other, one, other, one)] == [200, 200, 200, 429, 429]
    assert other("/articles/")[0] == 200


def test_a_file_that_is_damaged_or_gone_stops_no_server(served):
    installation, one, other = served
    counters = installation.folder / "limits.sqlite3"
    assert [one("/search/?q=war")[0] for _ in range(4)] == [200, 200, 200, 429]
    counters.unlink()
    assert [fetch("/search/?q=war")[0] for fetch in (one, other, one, other)] == [200, 200, 200, 429]
    for beside in installation.folder.glob("limits.sqlite3*"):
        beside.write_bytes(b"no database at all" * 1000)
    assert one("/search/?q=war")[0] in (200, 429)  # what SQLite has in memory it need not read again
    assert other("/articles/")[0] == 200
