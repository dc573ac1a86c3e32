"""Long files: asked for by who is signed in, made by a job, its owner's alone, gone when words are withdrawn."""

import json
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils.timezone import now

from accounts.groups import give_role
from accounts.jobs import running
from accounts.jobs.steps import Outcome, Steps
from accounts.kept_files import forget_all, forget_old, path_of
from accounts.models import Job, KeptFile
from accounts.roles import EDITOR, READER
from articles.editing.corrections import Edit
from articles.editing.people.withholding import HIDDEN, correct_hidden
from articles.models import Article, Person
from articles.models.withdrawal import WithdrawalKind
from articles.withdrawal.withdraw import Ground, withdraw
from search.deadline import SearchTooLong
from search.files import job as module
from search.indexing.sync import sync
from search.results import scan as gathering
from tests.accounts.jobs.working import work_until_empty
from tests.search.fake_engines import Failing

pytestmark = pytest.mark.django_db
ASK = "/search/file/?q=war"


@pytest.fixture(autouse=True)
def listed(settings, tmp_path, archive, add_article):
    settings.VAR_DIR = tmp_path
    for number in range(6):
        add_article(f"War {number}", "The war goes on.", year=1980 + number)
    sync()


def somebody(name: str, role=READER) -> User:
    user = User.objects.create_user(name, password="a long enough password")
    give_role(user, role)
    return user


@pytest.fixture
def reader(client):
    client.force_login(user := somebody("rea"))
    return user


def count(client) -> int:
    """Return how many rows a file of the search has."""
    return int(client.head("/search/export.csv?q=war").headers["Search-Matches"])


def asked(client, ending="jsonl") -> KeptFile:
    answer = client.post(ASK, {"format": ending})
    kept = KeptFile.objects.latest("pk")
    assert answer.headers["Location"] == f"/files/{kept.pk}/"
    return kept


def test_it_is_made_and_fetched(client, reader):
    rows = count(client)
    assert f"A file of {rows} paragraphs" in client.get(ASK).content.decode()
    kept = asked(client)
    assert "Waiting" in client.get(f"/files/{kept.pk}/").content.decode()
    work_until_empty()
    assert f"{rows} rows" in client.get(f"/files/{kept.pk}/").content.decode()
    answer = client.get(f"/files/{kept.pk}/fetch/")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="newsroom-paragraphs.jsonl"'
    made = b"".join(answer.streaming_content)
    direct = b"".join(client.get("/search/export.jsonl?q=war").streaming_content)
    assert made.splitlines()[:-1] == direct.splitlines()[:-1]
    last = json.loads(made.splitlines()[-1])
    assert (last["rows"], last["address"]) == (rows, "http://testserver/search/?q=war")


@pytest.mark.parametrize("ending", ["csv", "xlsx", "ris", "bib", "json"])
def test_it_is_made_in_every_format(client, reader, ending):
    kept = asked(client, ending)
    work_until_empty()
    kept.refresh_from_db()
    assert kept.made_at
    assert kept.size == path_of(kept.pk).stat().st_size > 0


def test_its_job_counts_rows(client, reader, monkeypatch):
    monkeypatch.setattr(running, "LOOKS", 0)
    kept = asked(client)
    work_until_empty()
    job, rows = Job.objects.get(), count(client)
    assert (job.state, job.progress, job.link) == ("done", f"{rows} of {rows} rows", f"/files/{kept.pk}/")
    assert job.what == f"A file of {rows} paragraphs (JSON Lines)"


def test_it_is_its_owners_alone(client, reader):
    kept = asked(client)
    work_until_empty()
    paths = [f"/files/{kept.pk}/", f"/files/{kept.pk}/fetch/"]
    client.force_login(somebody("edith", EDITOR))
    assert [client.get(path).status_code for path in paths] == [404, 404]
    assert client.post(f"/files/{kept.pk}/delete/").status_code == 404
    assert kept.name not in client.get("/files/").content.decode()
    client.logout()
    assert [client.get(path).status_code for path in [*paths, ASK, "/files/"]] == [302] * 4
    assert path_of(kept.pk).exists()


def test_deleted_it_is_gone_and_its_job_stops(client, reader):
    made = asked(client)
    work_until_empty()
    waiting = asked(client, "csv")
    for kept in (made, waiting):
        assert client.post(f"/files/{kept.pk}/delete/").headers["Location"] == "/files/"
    work_until_empty()
    assert not KeptFile.objects.exists()
    assert list(path_of(1).parent.iterdir()) == []
    assert Job.objects.latest("pk").state == "stopped"


def outcome_of(steps: Steps) -> Outcome:
    """Take all steps and return how they ended."""
    while True:
        try:
            next(steps)
        except StopIteration as ended:
            outcome: Outcome = ended.value
            return outcome


def test_one_that_is_not_wanted_any_more_is_given_up(client, reader, monkeypatch):
    monkeypatch.setattr(module, "LOOKS_EVERY", 1)
    monkeypatch.setattr(gathering, "ROWS_PER_QUERY", 2)
    kept = asked(client)
    steps = module.make_file.call(kept.pk)
    KeptFile.objects.all().delete()
    assert outcome_of(steps).words == "Nobody wanted the file any more."
    assert list(path_of(1).parent.iterdir()) == []


def test_a_withdrawn_articles_words_lie_in_no_file(client, reader, archive, django_capture_on_commit_callbacks):
    kept = asked(client)
    work_until_empty()
    with django_capture_on_commit_callbacks(execute=True):
        withdraw(Article.objects.get(pk=archive[0].pk).pk, Ground(WithdrawalKind.ERROR, "wrong"))
    assert client.get(f"/files/{kept.pk}/").status_code == 404
    assert not path_of(kept.pk).exists()


def test_withdrawn_while_a_short_one_is_made_it_is_given_up(client, reader):
    steps = module.make_file.call(asked(client).pk)
    next(steps)
    next(steps)
    forget_all()
    assert outcome_of(steps).words == module.NOT_WANTED
    assert list(path_of(1).parent.iterdir()) == []


def test_taken_away_before_it_is_noted_it_is_given_up(client, reader, monkeypatch):
    kept = asked(client)
    noted = module._is_made

    def noted_late(key, rows):
        forget_all()
        return noted(key, rows)

    monkeypatch.setattr(module, "_is_made", noted_late)
    assert outcome_of(module.make_file.call(kept.pk)).words == module.NOT_WANTED


def test_a_hidden_persons_name_lies_in_no_file(client, reader, django_capture_on_commit_callbacks):
    kept = asked(client)
    work_until_empty()
    person = Person.objects.create(name="Mara Quill", identity="mara quill")
    with django_capture_on_commit_callbacks(execute=True):
        correct_hidden(person.pk, Edit(HIDDEN, "asked for", reader, person.revision))
    assert client.get(f"/files/{kept.pk}/").status_code == 404
    assert not path_of(kept.pk).exists()


def test_old_ones_go(client, reader, settings):
    kept = asked(client)
    work_until_empty()
    KeptFile.objects.update(asked_at=now() - timedelta(days=settings.FILES_KEPT_DAYS, minutes=1))
    assert [client.get(f"/files/{kept.pk}/{rest}").status_code for rest in ("", "fetch/")] == [404, 404]
    assert kept.name not in client.get("/files/").content.decode()
    path_of(99).write_text("of nobody")
    forget_old()
    assert not KeptFile.objects.exists()
    assert not path_of(kept.pk).exists()
    assert not path_of(99).exists()


def test_a_few_at_once_and_no_more(client, reader):
    for _ in range(module.OF_EACH):
        asked(client)
    answer = client.post(ASK, {"format": "csv"}, follow=True)
    assert "3 of your files are being made already" in answer.content.decode()
    assert KeptFile.objects.count() == 3


def test_ten_are_kept_and_no_more(client, reader):
    KeptFile.objects.bulk_create(KeptFile(owner=reader, what="q=war", ending="csv") for _ in range(10))
    answer = client.post(ASK, {"format": "csv"}, follow=True)
    assert "10 of your files are kept already. Delete one of them first." in answer.content.decode()
    assert KeptFile.objects.count() == module.KEPT_OF_EACH


def test_an_index_that_is_away_fails_in_a_sentence(client, reader, use_engine):
    kept = asked(client)
    use_engine(Failing(SearchTooLong("too long")))
    work_until_empty()
    page = client.get(f"/files/{kept.pk}/").content.decode()
    assert "This search was stopped because it takes longer" in page


@pytest.mark.parametrize(
    ("address", "values", "sentence"),
    [
        ("/search/file/", {"format": "csv"}, "nothing to search for"),
        ("/search/file/?q=war&date_from=soon", {"format": "csv"}, "is not a date"),
        (ASK, {"format": "exe"}, "There is no format “exe”"),
        (ASK, {}, "There is no format"),
    ],
)
def test_what_cannot_be_made_gets_a_sentence(client, reader, address, values, sentence):
    answer = client.post(address, values)
    assert answer.status_code == 400
    assert sentence in answer.content.decode()


@pytest.mark.parametrize("key", ["0", "99", "9" * 40])
def test_a_forged_number_is_no_file(client, reader, key):
    assert [client.get(f"/files/{key}/{rest}").status_code for rest in ("", "fetch/")] == [404, 404]


def test_the_page_of_many_results_offers_it(client, settings):
    settings.LONG_FILE_ROWS = 10
    assert "/search/file/?q=war" in client.get("/search/?q=war").content.decode()
    settings.LONG_FILE_ROWS = 100
    assert "/search/file/" not in client.get("/search/?q=war").content.decode()
