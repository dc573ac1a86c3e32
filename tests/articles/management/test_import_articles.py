"""`import_articles` as its user runs it."""

import json
import signal

import pytest
from django.core.management import CommandError, call_command

from articles.management.commands.import_articles import Command
from articles.models import Article, Change

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(capsys):
    def command(*paths) -> str:
        call_command("import_articles", *map(str, paths))
        return capsys.readouterr().out

    return command


def test_the_seeds_are_imported_once(run, seeds):
    assert run(seeds) == "2 imported, 0 updated, 0 unchanged.\n"
    before = Change.objects.count()
    assert run(seeds) == "0 imported, 0 updated, 2 unchanged.\n"
    assert Change.objects.count() == before == 2


def test_a_bad_record_is_named_and_the_run_goes_on(run, tmp_path, capsys):
    lines = ['{"paragraphs": ["One."]}', "{", '{"paragraphs": ["Two."], "published": "soon"}']
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    with pytest.raises(CommandError, match="1 could not be imported"):
        run(tmp_path / "a.jsonl")
    said = capsys.readouterr()
    assert "2 imported, 0 updated, 0 unchanged, 1 with a problem." in said.out
    assert "a.jsonl, line 2: the line is not JSON" in said.err
    assert "a.jsonl, line 3: the date was left unknown: “soon” is not a date" in said.err
    assert Article.objects.count() == 2


def test_a_folder_is_looked_through_and_hidden_or_other_files_are_passed_over(run, tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.txt").write_text("The first article is here.\nIt has two lines.")
    (tmp_path / ".b.txt").write_text("This one is hidden.")
    (tmp_path / "c.pdf").write_bytes(b"%PDF")
    assert run(tmp_path).startswith("1 imported")


@pytest.mark.parametrize(("name", "sentence"), [("gone.txt", "no such file"), ("a.pdf", "only files that end in")])
def test_a_path_that_cannot_be_read_is_said_before_anything_is_done(run, tmp_path, name, sentence):
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    (tmp_path / "good.txt").write_text("The first article is here.")
    with pytest.raises(CommandError, match=sentence):
        run(tmp_path / "good.txt", tmp_path / name)
    assert not Article.objects.exists()


def test_what_the_database_refuses_is_a_problem_of_that_record(run, tmp_path, capsys, monkeypatch):
    from django.db import DataError

    from articles.importing.runs import ImportRun

    take = ImportRun.take

    def refuse_one(run, upcoming):
        if upcoming.source.title == "One":
            raise DataError("value too long")
        return take(run, upcoming)

    monkeypatch.setattr(ImportRun, "take", refuse_one)
    records = [{"title": title, "paragraphs": ["Text."]} for title in ("One", "Two")]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, records)))
    with pytest.raises(CommandError):
        run(tmp_path / "a.jsonl")
    assert "a.jsonl, line 1: the database refuses it: value too long" in capsys.readouterr().err
    assert Article.objects.get().title == "Two"


def test_an_id_that_comes_twice_with_another_text_is_a_problem_and_again_is_idle(run, tmp_path, capsys):
    records = [{"id": "x:1", "paragraphs": [text]} for text in ("One.", "One.", "Other.")]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, records)))
    for _ in range(2):
        with pytest.raises(CommandError):
            run(tmp_path)
        assert "a.jsonl, line 3: its id “x:1” stands at a.jsonl, line 1 too" in capsys.readouterr().err
    assert Change.objects.count() == 1


def test_two_files_of_one_name_stay_two_articles(run, tmp_path):
    for folder, text in [("a", "Rain fell on Oslo."), ("b", "Snow fell on Bergen.")]:
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "1.txt").write_text(f"Weather\n\n{text}\n\nSource: The Quay")
    assert run(tmp_path).startswith("2 imported")
    assert run(tmp_path).startswith("0 imported, 0 updated, 2 unchanged")


def test_a_folder_with_nothing_to_read_says_so(run, tmp_path):
    with pytest.raises(CommandError, match="There is no file that ends in"):
        run(tmp_path)


def test_stopped_it_goes_on_with_what_is_left(run, tmp_path, capsys, monkeypatch):
    articles = ({"id": f"test:{n}", "title": f"Harbour {n}", "paragraphs": [f"Ferry {n} sails."]} for n in range(3))
    (tmp_path / "harbours.jsonl").write_text("\n".join(map(json.dumps, articles)))
    take = Command.take

    def take_and_stop(command, record):
        signal.raise_signal(signal.SIGTERM)
        return take(command, record)

    with monkeypatch.context() as patch:
        patch.setattr(Command, "take", take_and_stop)
        with pytest.raises(CommandError, match="Imported again, the same files go on") as stopped:
            run(tmp_path)
    assert stopped.value.returncode == 128 + signal.SIGTERM
    assert capsys.readouterr().out.startswith("1 imported")
    assert run(tmp_path).startswith("2 imported, 0 updated, 1 unchanged")
