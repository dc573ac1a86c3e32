"""The pages of jobs: what is shown, what may be started and stopped, and hostile requests."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from accounts.jobs import offers, pages
from accounts.jobs.offers import Offer
from accounts.models import Job
from accounts.permissions import BATCH
from tests.accounts.jobs import tasks

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def counting(monkeypatch):
    """Offer chief editors to count, and nothing else."""
    words = "Count", "One likes to know.", "all is counted."
    offer = Offer("count", tasks.nothing_left, BATCH, *words, lambda: "Count 3")
    monkeypatch.setattr(offers, "_all", lambda: [offer])
    return offer


@pytest.fixture
def page(client):
    """Fetch a page as somebody: `page(user, "/jobs/")`; a form is sent with `form=True`."""

    def fetch(user, address: str, form: bool = False):
        client.force_login(user)
        return (client.post if form else client.get)(address, follow=True)

    return fetch


def words(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_a_chief_editor_starts_what_is_offered_and_nobody_starts_it_twice(page, editor, chief, monkeypatch):
    assert "<strong>Count 3.</strong> One likes to know." in words(page(chief, "/jobs/"))
    assert "One likes to know." not in words(page(editor, "/jobs/"))
    assert page(editor, "/jobs/start/count/", form=True).status_code == 403
    assert not Job.objects.exists()
    first = page(chief, "/jobs/start/count/", form=True)
    again = page(chief, "/jobs/start/count/", form=True)
    job = Job.objects.get()
    assert (job.what, job.asked_by) == ("Count 3", chief)
    assert first.redirect_chain == again.redirect_chain == [(f"/jobs/{job.pk}/", 302)]
    assert "That is under way already." in words(again)
    assert f'is under way: <a href="/jobs/{job.pk}/">waiting</a>' in words(page(chief, "/jobs/"))


def test_nothing_is_started_where_there_is_nothing_to_do(page, chief, counting, monkeypatch):
    monkeypatch.setattr(offers, "_all", lambda: [Offer(**{**vars(counting), "what": lambda: ""})])
    assert "<strong>Count</strong>: all is counted." in words(page(chief, "/jobs/"))
    assert "There is nothing to do." in words(page(chief, "/jobs/start/count/", form=True))
    assert not Job.objects.exists()


def test_a_job_says_how_it_is_and_looks_again_while_it_is_open(page, job, editor):
    asked = job(tasks.count_up, 5)
    Job.objects.update(state="running", done=1200, total=5000, seen_at=now(), started_at=now())
    shown = words(page(editor, f"/jobs/{asked.pk}/"))
    assert "<strong>Running</strong>: 1,200 of 5,000 steps." in shown
    assert 'class="progress-done" width="240"' in shown
    assert 'hx-trigger="every 1s"' in shown
    assert "Look again</a>" in shown
    assert "Asked for by edith" in shown
    Job.objects.update(state="done", mark="", outcome="Counted to 5.", link="/articles/", ended_at=now())
    shown = words(page(editor, f"/jobs/{asked.pk}/"))
    assert 'Counted to 5. <a href="/articles/">See it</a>' in shown
    assert "hx-trigger" not in shown
    assert "Stop it" not in shown


@pytest.mark.parametrize(
    ("state", "sentence"), [("waiting", "No worker has taken it"), ("running", "Nothing was heard")]
)
def test_a_job_that_nobody_is_at_says_so(page, job, editor, monkeypatch, state, sentence):
    asked = job(tasks.count_up, 5)
    Job.objects.update(state=state)
    assert sentence not in words(page(editor, f"/jobs/{asked.pk}/"))
    monkeypatch.setattr(pages, "LONG", -pages.LONG)
    assert sentence in words(page(editor, f"/jobs/{asked.pk}/"))


def test_ones_own_job_is_stopped_and_goes_on_and_others_by_who_may_do_much(page, job, editor, chief):
    own, other = job(tasks.count_up, 5), job(tasks.count_up, 6, by=chief)
    assert page(editor, f"/jobs/{other.pk}/stop/", form=True).status_code == 403
    assert "Stop it" not in words(page(editor, f"/jobs/{other.pk}/"))
    assert "<strong>Stopped</strong>" in words(page(editor, f"/jobs/{own.pk}/stop/", form=True))
    assert "<strong>Stopped</strong>" in words(page(chief, f"/jobs/{other.pk}/stop/", form=True))
    assert "it had ended already" in words(page(editor, f"/jobs/{own.pk}/stop/", form=True))
    assert page(editor, f"/jobs/{other.pk}/go-on/", form=True).status_code == 403
    assert "<strong>Waiting</strong>" in words(page(editor, f"/jobs/{own.pk}/go-on/", form=True))
    assert "it has not ended" in words(page(editor, f"/jobs/{own.pk}/go-on/", form=True))
    assert dict(Job.objects.values_list("pk", "state")) == {own.pk: "waiting", other.pk: "stopped"}


def test_going_on_with_what_somebody_else_has_begun_anew_leads_there(page, job, editor):
    old = job(tasks.count_up, 5)
    page(editor, f"/jobs/{old.pk}/stop/", form=True)
    new = job(tasks.count_up, 5)
    assert page(editor, f"/jobs/{old.pk}/go-on/", form=True).redirect_chain == [(f"/jobs/{new.pk}/", 302)]
    assert Job.objects.open().get() == new


@pytest.mark.parametrize("number", ["0", "99999", "9" * 30, "-1", "one", "1%00", "１"])
@pytest.mark.parametrize("what", ["", "stop/", "go-on/"])
def test_a_forged_number_is_no_job(page, job, chief, number, what):
    asked = job(tasks.count_up, 5)
    assert page(chief, f"/jobs/{number}/{what}", form=bool(what)).status_code == 404
    assert Job.objects.get() == asked


@pytest.mark.parametrize("address", ["/jobs/start/nothing/", "/jobs/start/accounts.jobs/", "/jobs/start/"])
def test_a_forged_name_starts_nothing(page, chief, address):
    assert page(chief, address, form=True).status_code == 404
    assert not Job.objects.exists()


def test_lists_are_narrowed_to_ones_own_in_pages_by_a_fixed_number_of_queries(client, job, editor, chief):
    client.force_login(editor)
    assert "Nobody has asked for a job." in words(client.get("/jobs/"))
    queries = []
    for numbers, shown in ((range(2), 2), (range(2, 25), 20)):
        for number in numbers:
            job(tasks.count_up, number, by=chief if number % 2 else editor)
        with CaptureQueriesContext(connection) as captured:
            assert words(client.get("/jobs/")).count("entry-subject-name") == shown
        queries.append(len(captured))
    assert queries[0] == queries[1]
    assert words(client.get("/jobs/?whose=mine&page=%00")).count("entry-subject-name") == 13


def test_what_a_job_says_stays_text(page, job, editor):
    asked = job(tasks.count_up, 5)
    Job.objects.update(what="<script>1</script>", outcome="<b>", state="failed", link="/articles/?a=<")
    for address in ("/jobs/", f"/jobs/{asked.pk}/"):
        shown = words(page(editor, address))
        assert "<script>1" not in shown
        assert "<b>" not in shown
