"""`reextract_articles` as its user runs it."""

import pytest
from django.core.management import call_command

from articles.corrections import Edit, correct_speaker
from articles.models import Article, Change

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(capsys):
    def command(*options) -> str:
        call_command("reextract_articles", *options)
        return capsys.readouterr().out

    return command


def test_findings_of_this_version_are_left_alone(run, article):
    assert run().startswith("0 extracted again")
    assert Change.objects.count() == 1


def test_older_findings_are_found_again_and_the_journal_tells(run, article):
    Article.objects.update(extractor_version="older")
    assert run().startswith("1 extracted again")
    article.refresh_from_db()
    assert article.extractor_version != "older"
    assert Change.objects.last().kind == Change.Kind.EXTRACTED
    assert Change.objects.last().revision == article.revision == 2
    assert run().startswith("0 extracted again")


def test_what_an_editor_decided_stays(run, article, editor):
    quotation = article.quotations.get()
    correct_speaker(quotation.pk, Edit([{"kind": "person", "name": "Ines Duarte"}], "heard it", editor, 1))
    assert run("--all").startswith("1 extracted again")
    assert article.quotations.get() == quotation
    assert quotation.speakers.get().name == "Ines Duarte"
