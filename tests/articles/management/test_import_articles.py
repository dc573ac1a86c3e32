"""`import_articles` as its user runs it."""

import gzip
import json
import os
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


def test_of_two_records_that_take_each_others_place_the_last_one_stands_after_every_run(run, tmp_path):
    texts = ["The harbour opened.", "Nobody waited.", "It rained."]
    lines = [json.dumps({"paragraphs": [*texts, end]}) for end in ("A first end.", "A second end.")]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    for _ in range(3):
        run(tmp_path / "a.jsonl")
        assert Article.objects.get().paragraphs.get(text__endswith="end.").text == "A second end."


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


def test_of_very_many_problems_the_first_are_named(run, tmp_path, capsys):
    """Less than a kilobyte of a compressed file would fill the terminal."""
    (tmp_path / "bomb.jsonl.gz").write_bytes(gzip.compress(b"{\n" * 20_000))
    with pytest.raises(CommandError, match="20,000 could not be imported; each of the first is named above"):
        run(tmp_path)
    *named, more = capsys.readouterr().err.splitlines()
    assert len(named) == 20
    assert named[-1].startswith("bomb.jsonl.gz, line 20: ")
    assert more == "… and 19,980 more."


def test_of_very_many_remarks_the_first_are_written(run, tmp_path, capsys, settings):
    settings.IMPORT_PROBLEMS_SHOWN = 2
    lines = (json.dumps({"id": str(n), "paragraphs": [f"Boat {n}."], "published": "soon"}) for n in range(5))
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    call_command("import_articles", str(tmp_path))
    assert capsys.readouterr().err.splitlines()[2:] == ["… and 3 more."]


def test_a_file_beyond_its_limits_is_imported_as_far_as_they_go(run, tmp_path, capsys, settings):
    settings.IMPORT_MAX_LINES = 2
    (tmp_path / "a.jsonl").write_text("".join(json.dumps({"paragraphs": [f"Boat {n}."]}) + "\n" for n in range(5)))
    with pytest.raises(CommandError, match="1 could not be imported"):
        run(tmp_path)
    assert "a.jsonl: it is read no further: 2 lines" in capsys.readouterr().err
    assert Article.objects.count() == 2


@pytest.mark.parametrize("through_a_link", [False, True])
def test_a_pipe_that_is_named_is_refused(run, tmp_path, through_a_link):
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "link.txt").symlink_to("a.txt")
    with pytest.raises(CommandError, match=r"only regular files are read\.$"):
        run(tmp_path / ("link.txt" if through_a_link else "a.txt"))


def test_a_link_to_a_device_that_is_named_is_refused(run, tmp_path):
    (tmp_path / "a.jsonl").symlink_to("/dev/zero")
    with pytest.raises(CommandError, match="only regular files are read"):
        run(tmp_path / "a.jsonl")


def test_a_link_out_of_a_folder_is_named_and_the_rest_imported(run, tmp_path, capsys):
    (tmp_path / "secret.txt").write_text("Nobody may read this.")
    (tmp_path / "import").mkdir()
    (tmp_path / "import" / "a.txt").symlink_to("../secret.txt")
    (tmp_path / "import" / "b.txt").write_text("A boat came in.")
    with pytest.raises(CommandError, match="1 could not be imported"):
        run(tmp_path / "import")
    said = capsys.readouterr()
    assert "a.txt: it is a link that leads out of the folder, and is not followed" in said.err
    assert said.out.startswith("1 imported")
