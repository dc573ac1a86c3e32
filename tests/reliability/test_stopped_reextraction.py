"""`reextract_articles` stopped on the way: nothing half-done, no process left behind, and the next run goes on."""

import json
import signal
from pathlib import Path

import pytest

from tests.patience import PATIENCE, wait_for
from tests.reliability.installation import Installation

ARTICLES = 100
TEXT = (
    "The ferry minister, Amara Okafor, opened harbour number {n} in Lisbon on Monday.",
    "“Nobody will wait for boat {n} again,” Okafor told reporters.",
    *["The port of Lisbon said that ferries from Morocco would call twice a day, as the ships of Spain do."] * 20,
)
STAMPED = "SELECT count(*) FROM articles_article WHERE extractor_version <> ''"
MENTIONS = "SELECT count(*) FROM articles_mention"
HALF_DONE = """SELECT count(*) FROM articles_article a WHERE (extractor_version = '') <> (revision = 1)
    OR revision <> (SELECT count(*) FROM articles_change WHERE article_id = a.id)"""


@pytest.fixture(scope="module")
def installation(tmp_path_factory):
    """Articles whose findings are an older version's, which found no people."""
    archive = Installation(tmp_path_factory.mktemp("stopped"))
    lines = (
        json.dumps({"id": f"test:{n}", "title": f"Harbour {n}", "paragraphs": [text.format(n=n) for text in TEXT]})
        for n in range(ARTICLES)
    )
    (archive.folder / "harbours.jsonl").write_text("\n".join(lines))
    archive.run("migrate", "--verbosity=0")
    archive.run("import_articles", str(archive.folder / "harbours.jsonl"))
    return archive


@pytest.fixture
def older(installation):
    """Take from every article its people and its stamp, and from the journal what came of earlier tests."""
    installation.database.execute(
        "DELETE FROM articles_mention WHERE person_id IS NOT NULL",
        "UPDATE articles_article SET extractor_version = '', findings_digest = NULL, revision = 1",
        "DELETE FROM articles_change WHERE kind <> 'imported'",
    )
    return installation


def family_of(process: int) -> list[int]:
    """Return the process ids of a process's children."""
    return [int(pid) for pid in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split(")")[-1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="no /proc to see processes by")
@pytest.mark.parametrize(
    "stop", [signal.SIGINT, signal.SIGKILL, signal.SIGTERM, signal.SIGHUP], ids=lambda stop: stop.name
)
def test_a_run_that_is_stopped_leaves_nothing_half_done(older, stop):
    run = older.start("reextract_articles", "--processes=2")
    wait_for(lambda: older.query(STAMPED) >= 3)
    family = family_of(run.pid)
    run.send_signal(stop)
    out, received = run.communicate(timeout=PATIENCE)
    done = older.query(STAMPED)
    assert run.returncode == (-stop if stop == signal.SIGKILL else 128 + stop), received
    assert 3 <= done < ARTICLES
    assert older.query(HALF_DONE) == 0
    wait_for(lambda: not any(map(alive, family)))
    if stop != signal.SIGKILL:
        assert received.strip().endswith("The next run, without --all, goes on with the rest.")
        assert "Traceback" not in received
        assert f"{done} changed, 0 unchanged, 0 failed" in out
    assert f"{ARTICLES - done} changed, 0 unchanged, 0 failed" in older.run("reextract_articles", "--processes=2")
    assert older.query(STAMPED) == ARTICLES
    assert older.query(HALF_DONE) == 0
