"""`reextract_articles` as its user runs it."""

import json
import signal
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from articles.editing.corrections import Edit, correct_quotation
from articles.editing.quotation_parts import SPEAKERS
from articles.findings import reextraction
from articles.findings.diff import FindingsSnapshot, compare
from articles.importing.importer import import_article
from articles.management.reextraction_report import COLUMNS, ROWS
from articles.models import Article, Change, Mention, Quotation

pytestmark = pytest.mark.django_db

NOTHING = FindingsSnapshot({}, {}, {}, {}, {})


@pytest.fixture
def run(capsys):
    def command(*options) -> str:
        call_command("reextract_articles", "--processes=1", *options)
        return capsys.readouterr().out

    return command


@pytest.fixture
def older(article):
    """An article whose findings are an older version's: one mention less, one that is nothing."""
    Mention.objects.filter(person__name="Amara Okafor").first().delete()
    opening = article.paragraphs.get(number=1)
    Mention.objects.create(paragraph=opening, start=0, end=3, country_id="PT", by="name", confidence=0.5)
    Article.objects.update(extractor_version="older", findings_digest=b"another")
    return article


def test_findings_of_this_version_are_left_alone(run, article):
    assert "0 changed, 0 unchanged, 0 failed" in run()
    assert Change.objects.count() == 1


def test_what_is_found_now_is_told_and_journalled(run, older):
    printed = " ".join(run().split())
    assert "1 changed, 0 unchanged" in printed
    assert "mentions of people 1 –" in printed
    assert "mentions of countries – 1" in printed
    older.refresh_from_db()
    assert older.extractor_version != "older"
    assert Change.objects.last().kind == Change.Kind.EXTRACTED
    assert Change.objects.last().revision == older.revision == 2
    assert "0 changed, 0 unchanged" in run()


def test_where_the_same_is_found_the_index_has_nothing_to_follow(run, article):
    Article.objects.update(extractor_version="older")
    assert "0 changed, 1 unchanged" in run()
    article.refresh_from_db()
    assert article.extractor_version != "older"
    assert article.revision == Change.objects.count() == 1


def test_what_an_editor_decided_stays(run, article, editor):
    quotation = article.quotations.get()
    correct_quotation(quotation.pk, SPEAKERS, Edit([{"kind": "person", "name": "Ines Duarte"}], "heard it", editor, 1))
    assert "1 unchanged" in run("--all")
    assert article.quotations.get() == quotation
    assert quotation.speakers.get().name == "Ines Duarte"


def test_a_dry_run_says_what_would_change_and_changes_nothing(run, older):
    printed = run("--dry-run")
    assert "would be extracted again: 1 changed" in printed
    older.refresh_from_db()
    assert older.extractor_version == "older"
    assert older.revision == Change.objects.count() == 1
    assert Mention.objects.filter(start=0, end=3).exists()
    assert run("--dry-run") == printed


def test_all_can_be_gone_on_with_after_a_stop(run, article, source, monkeypatch, capsys):
    for n in (2, 3):
        import_article(source(source_id=f"test:{n}", title=f"Harbour {n}"))
    store = reextraction._stored

    def stop(*extracted):
        signal.raise_signal(signal.SIGTERM)
        return store(*extracted)

    with monkeypatch.context() as patch:
        patch.setattr(reextraction, "_stored", stop)
        with pytest.raises(CommandError) as stopped:
            run("--all")
    assert stopped.value.returncode == 143
    assert "0 changed, 1 unchanged" in capsys.readouterr().out
    assert "0 changed, 2 unchanged" in run()


@pytest.fixture
def failing(article, source, monkeypatch):
    """Three articles; the extractor fails at the second."""
    for n in (2, 3):
        import_article(source(source_id=f"test:{n}", title=f"Harbour {n}"))
    from articles.extraction import extract

    def fail(passages, *_, **__):
        if passages[0].text == "Harbour 2":
            raise RecursionError("too deep")
        return extract(passages)

    monkeypatch.setattr("articles.extraction.processes.extract", fail)


def test_one_that_fails_is_named_and_the_others_have_their_turn(capsys, failing, tmp_path):
    file = tmp_path / "report.jsonl"
    with pytest.raises(CommandError, match="1 could not be extracted again"):
        call_command("reextract_articles", "--all", "--processes=1", f"--report={file}")
    printed = capsys.readouterr()
    second = Article.objects.get(title="Harbour 2")
    assert f"Article {second.pk} (Harbour 2): the extractor failed: RecursionError: too deep." in printed.err
    assert "0 changed, 2 unchanged, 1 failed" in printed.out
    assert Article.objects.filter(extractor_version="").get() == second
    lines = [json.loads(line) for line in file.read_text().splitlines()]
    assert lines[0]["article"] == second.pk
    assert lines[-1]["sums"] == {"articles failed": 1, "articles unchanged": 2}


def test_what_the_database_refuses_is_told_and_the_next_run_tries_again(run, older, monkeypatch, capsys):
    def refuse(*_):
        raise OperationalError("database is locked")

    with monkeypatch.context() as patch:
        patch.setattr("articles.findings.store.enrich", refuse)
        with pytest.raises(CommandError, match="Run again"):
            run()
    sentence = f"Article {older.pk} (New harbour opens): the database refuses it: database is locked."
    assert sentence in capsys.readouterr().err
    assert Mention.objects.filter(start=0, end=3).exists()
    assert "1 changed" in run()


def test_the_report_has_a_line_for_each_article_that_changed(run, older, tmp_path):
    Quotation.objects.update(found=[{"kind": "unnamed", "name": None, "words": "a man", "country": None}])
    run(f"--report={tmp_path / 'report.jsonl'}")
    line, sums = map(json.loads, (tmp_path / "report.jsonl").read_text().splitlines())
    assert line["article"] == older.pk
    assert line["counts"] == {"speakers changed": 1, "mentions of people added": 1, "mentions of countries lost": 1}
    assert sums["sums"]["articles changed"] == 1


def test_quotations_about_others_than_before_are_in_the_table(run, older):
    Quotation.objects.update(found_about=[{"kind": "country", "code": "PT"}])
    assert "subjects – – 1" in " ".join(run().split())


def test_every_kind_that_is_counted_has_a_row():
    known = {f"{row} {column}" for row in ROWS for column in COLUMNS}
    assert compare(NOTHING, NOTHING).counts.keys() <= known


@pytest.mark.parametrize("option", ["--processes=0", "--processes=x", "--processes=-1", "--processes=9999"])
def test_a_senseless_number_is_refused(option, db):
    with pytest.raises(CommandError, match="a number from 1 to 256"):
        call_command("reextract_articles", option)


def test_a_report_that_cannot_be_written_is_told_before_anything_is_done(db, tmp_path):
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("reextract_articles", f"--report={tmp_path / 'nowhere' / 'x'}")


def test_a_full_disk_under_the_report_is_said_in_a_sentence(run, older):
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full on this system")
    with pytest.raises(CommandError, match=r"^Stopped: .*No space left.* The next run, without --all, goes on"):
        run(f"--report={full}")
    older.refresh_from_db()
    assert older.extractor_version != "older"
