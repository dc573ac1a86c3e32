"""Two imports and an editor at once, on whichever database the tests use: no article is lost, no editor turned away."""

import json
import os
import sys
from subprocess import PIPE, Popen
from urllib.parse import urlsplit

import pytest
from django.db import connection

from accounts.groups import give_role
from accounts.roles import EDITOR
from articles.importing.importer import import_article
from articles.models import Article, Change, Correction
from articles.sources import SourceArticle, SourceParagraph
from tests.conftest import ROOT
from tests.patience import PATIENCE
from tests.reliability.installation import heed_interrupts

EACH = 150  # articles of each import
TEXT = (
    "The ferry minister, {name} Okafor, opened harbour {n} in Lisbon on Monday.",
    "“Nobody will wait for boat {n} again,” Okafor told reporters, as {name} Lind had said in Oslo.",
    "The port of Lisbon said that {n} ferries from Morocco would call twice a day, as the ships of Spain do.",
)
LONG = 2_000  # paragraphs
LINE = "“Yes,” said {name} Vale{n}."
NAMES = ("Amara", "Mohammed", "Muhammad", "Jon", "John", "Ines")

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def start(tmp_path):
    """Start an import of records into the tests' own database, in a process of its own."""
    started = []

    def begin(name, records) -> Popen[str]:
        file = tmp_path / f"{name}.jsonl"
        file.write_text("\n".join(map(json.dumps, records)))
        words = [sys.executable, "manage.py", "import_articles", str(file)]
        env = os.environ | {"DATABASE_URL": database_url()}
        started.append(Popen(words, cwd=ROOT, env=env, stdout=PIPE, stderr=PIPE, text=True, preexec_fn=heed_interrupts))
        return started[-1]

    yield begin
    for process in started:
        process.kill()
        process.communicate()


def database_url() -> str:
    """Return the address of the database that this test is connected to."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


@pytest.fixture
def post(client, django_user_model):
    """Correct the title of an article as an editor's browser does, over and over; each time another one."""
    editor = django_user_model.objects.create_user("edith", password="a long enough password")
    give_role(editor, EDITOR)
    client.force_login(editor)
    article = import_article(SourceArticle("a place", "a.txt", (SourceParagraph("Rain fell on Oslo."),))).article

    def correct() -> int:
        seen = Article.objects.values_list("revision", flat=True).get(pk=article.pk)
        sent = {"value": f"Rain {seen}", "reason": "the printed page says so", "seen": seen}
        return client.post(f"/articles/{article.pk}/correct/title/", sent).status_code

    return correct


def record(prefix: str, n: int) -> dict[str, object]:
    texts = [text.format(n=n, name=NAMES[n % len(NAMES)]) for text in TEXT]
    return {"id": f"{prefix}:{n}", "title": f"Harbour {n}", "paragraphs": texts}


def answers_until_the_end_of(processes: list[Popen[str]], post) -> list[int]:
    """Post until every process has ended well; return what the posts were answered."""
    answers = []
    while any(process.poll() is None for process in processes):
        answers.append(post())
    for process in processes:
        out, err = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, out + err
    return answers


def test_two_imports_and_an_editor_lose_nothing(start, post):
    imports = [start(name, [record(name, n) for n in range(EACH)]) for name in ("one", "other")]
    answers = answers_until_the_end_of(imports, post)
    assert set(answers) == {302}
    assert Correction.objects.count() == len(answers)
    assert Article.objects.count() == 2 * EACH + 1
    assert not Article.objects.filter(story_member=None).exists()
    assert Change.objects.filter(kind="imported").count() == 2 * EACH + 1


def test_nobody_is_turned_away_by_a_long_article(start, post):
    text = [LINE.format(name=NAMES[n % len(NAMES)], n=n) for n in range(LONG)]
    answers = answers_until_the_end_of([start("long", [{"id": "long", "paragraphs": text}])], post)
    assert set(answers) == {302}
    long = Article.objects.get(source_id="long")
    assert long.paragraphs.count() == LONG
    assert long.extractor_version
