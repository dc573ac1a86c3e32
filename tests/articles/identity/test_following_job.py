"""Many rows follow a decision by a job: the decision holds at once, and the pages say what is still to come."""

import pytest
from django.db import transaction

from accounts.models import Job
from articles.editing.identity_decisions import MergeVerdict, decide
from articles.identity import following, following_job
from articles.importing.importer import import_article
from articles.models import Article, Change, Mention, MergeCandidate
from tests.accounts.jobs.working import work_until_empty

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def few_are_many(monkeypatch):
    monkeypatch.setattr(following_job, "MOST_AT_ONCE", 3)
    monkeypatch.setattr(following, "A_STEP", 1)


@pytest.fixture
def pair(source) -> MergeCandidate:
    """Mohammed Attar in an article, and Muhammad Attar in five."""
    for n, name in enumerate(["Mohammed Attar", *["Muhammad Attar"] * 5]):
        import_article(source([f"“It floats,” said {name}."], source_id=f"test:{n}", title=f"Pier {n}"))
    return MergeCandidate.objects.get()


@pytest.fixture
def say(pair, editor):
    """Decide about the pair: `say("same")` keeps the rarer name."""

    def build(state: str) -> None:
        pair.refresh_from_db()
        decide(pair.pk, MergeVerdict(state, editor, pair.state, keep=pair.first.pk))

    return build


def named() -> dict[str, int]:
    """In how many places who is named."""
    names = Mention.objects.filter(person__isnull=False).values_list("person__name", flat=True)
    return {name: list(names).count(name) for name in set(names)}


def test_many_rows_follow_by_a_job_and_come_back_by_one(say, client, pair, editor):
    say("same")
    assert named() == {"Mohammed Attar": 1, "Muhammad Attar": 5}
    assert not Change.objects.filter(kind="merged").exists()
    assert client.get(f"/people/{pair.second.pk}/").url == f"/people/{pair.first.pk}/"
    job = Job.objects.get()
    assert (job.what, job.asked_by) == ("Bring what was found as Muhammad Attar to Mohammed Attar", editor)
    client.force_login(editor)
    page = client.get(f"/people/{pair.first.pk}/").content.decode()
    assert f'they are about to follow (<a href="/jobs/{job.pk}/">' in page
    work_until_empty()
    assert named() == {"Mohammed Attar": 6}
    assert Change.objects.filter(kind="merged").count() == 5
    job.refresh_from_db()
    assert (job.state, job.done, job.unit, job.link) == ("done", 10, "places", f"/people/{pair.first.pk}/")
    assert job.outcome == "All that was found as Muhammad Attar is shown as Mohammed Attar."
    assert "the job</a>" not in client.get(f"/people/{pair.first.pk}/").content.decode()
    say("open")
    assert named() == {"Mohammed Attar": 6}
    work_until_empty()
    assert named() == {"Mohammed Attar": 1, "Muhammad Attar": 5}
    assert Job.objects.first().outcome == "All that was found as Muhammad Attar is shown as Muhammad Attar again."
    pair.refresh_from_db()
    assert pair.reach == 1


def test_what_is_taken_back_before_it_is_done_leaves_all_as_it_was(say):
    say("same")
    say("different")
    work_until_empty()
    assert named() == {"Mohammed Attar": 1, "Muhammad Attar": 5}
    assert Job.objects.get().state == "done"


def test_a_decision_that_is_rolled_back_asks_for_nothing(say):
    with transaction.atomic():
        say("same")
        assert Job.objects.exists()
        transaction.set_rollback(True)
    assert not Job.objects.exists()
    assert named() == {"Mohammed Attar": 1, "Muhammad Attar": 5}


def test_few_rows_follow_at_once(say, monkeypatch):
    monkeypatch.setattr(following_job, "MOST_AT_ONCE", 10)
    say("same")
    assert named() == {"Mohammed Attar": 6}
    assert not Job.objects.exists()


def test_somebody_who_is_gone_is_a_sentence():
    following_job.follow_decision.enqueue(4711)
    work_until_empty()
    assert Job.objects.get().outcome == "The archive has that person no more."


def test_what_comes_in_meanwhile_is_where_it_belongs(say, source):
    say("same")
    import_article(source(["“It floats,” said Muhammad Attar."], source_id="test:9", title="Pier 9"))
    assert named() == {"Mohammed Attar": 2, "Muhammad Attar": 5}
    work_until_empty()
    assert named() == {"Mohammed Attar": 7}
    assert Article.objects.count() == 7
