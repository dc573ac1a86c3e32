"""A worker killed in the midst of a job: the next one sees it, and goes on where it was; nobody is at a job twice."""

import pytest

from tests.accounts.jobs.tasks import LIMIT, STEPS
from tests.patience import PATIENCE, wait_for
from tests.reliability.installation import Installation
from tests.reliability.thirty_articles import ARTICLES

ASK = """INSERT INTO accounts_job (task, arguments, key, priority, what, unit, asked_at, state, done, total, mark,
    deaths, again, stop_asked, outcome, link) VALUES ('{task}', '[[{argument}], {{}}]', 'a key', 0, 'A job', 'steps',
    CURRENT_TIMESTAMP, 'waiting', 0, 0, '', 0, '0', '0', '', '')"""
OUTDATED = "UPDATE articles_article SET extractor_version = '', findings_digest = NULL, revision = 1"
PEOPLE_LESS = "DELETE FROM articles_mention WHERE person_id IS NOT NULL"
UNCHANGED = "DELETE FROM articles_change WHERE kind <> 'imported'"
STAMPED = "SELECT count(*) FROM articles_article WHERE extractor_version <> ''"
HALF_DONE = """SELECT count(*) FROM articles_article a WHERE (extractor_version = '') <> (revision = 1)
    OR revision <> (SELECT count(*) FROM articles_change WHERE article_id = a.id)"""
STATE = "SELECT state, done, total, deaths, outcome FROM accounts_job"


@pytest.fixture
def archive(imported, tmp_path) -> Installation:
    """The archive of thirty articles, without an index."""
    return imported.copy(tmp_path / "archive")


@pytest.fixture
def counting(archive):
    """A job that counts to 6, and may go as far as a test lets it: `counting(2)`."""
    archive.database.execute(ASK.format(task="tests.accounts.jobs.tasks.count_up", argument=6))

    def allow(limit: int) -> None:
        (archive.folder / LIMIT).write_text(str(limit))

    allow(2)
    return allow


def steps(archive: Installation) -> list[int]:
    """Return the steps that were done, in order."""
    file = archive.folder / STEPS
    return [int(line) for line in file.read_text().split()] if file.exists() else []


def test_a_killed_worker_lets_go_of_its_job_and_a_living_one_does_not(archive, counting):
    with archive.running("run_jobs") as worker:
        wait_for(lambda: steps(archive) == [1, 2])
        archive.run("run_jobs", "--until-empty")  # has nothing to take up
        assert steps(archive) == [1, 2]
        worker.kill()
        worker.wait()
    counting(6)
    archive.run("run_jobs", "--until-empty")
    assert steps(archive) == [1, 2, 3, 4, 5, 6]
    assert archive.database.execute(STATE) == [("done", 6, 6, 1, "Counted to 6.")]


def test_a_worker_that_is_asked_to_stop_does_so_after_its_step(archive, counting):
    with archive.running("run_jobs") as worker:
        wait_for(lambda: steps(archive) == [1, 2])
        worker.terminate()
        counting(3)
        assert worker.wait(PATIENCE) == 0
    assert steps(archive) == [1, 2, 3]
    assert archive.database.execute(STATE) == [("waiting", 3, 6, 0, "")]


def test_extracting_again_that_was_killed_leaves_nothing_half_done_and_is_brought_to_its_end(archive):
    asked = ASK.format(task="articles.findings.reextraction_job.reextract_outdated", argument="")
    archive.database.execute(PEOPLE_LESS, OUTDATED, UNCHANGED, asked)
    with archive.running("run_jobs") as worker:
        wait_for(lambda: archive.query(STAMPED) >= 3)
        worker.kill()
        worker.wait()
    done = archive.query(STAMPED)
    assert 3 <= done < ARTICLES
    assert archive.query(HALF_DONE) == 0
    archive.run("run_jobs", "--until-empty")
    ((state, *_, deaths, outcome),) = archive.database.execute(STATE)
    assert (state, deaths) == ("done", 1)
    assert f"in {ARTICLES} articles something changed" in outcome
    assert archive.query(HALF_DONE) == 0
