"""`manage.py train_people`: what it says where the training sets are not."""

import gzip

import pytest
from django.core.management import CommandError, call_command

from articles.extraction.training.datasets import DATASETS
from articles.management.commands.train_people import Command


def test_missing_sets_are_said_in_a_sentence(tmp_path):
    with pytest.raises(CommandError, match="The training sets cannot be read"):
        call_command("train_people", "--folder", str(tmp_path), "--to", str(tmp_path / "weights"))


def test_it_runs_where_the_recogniser_cannot_be_had(tmp_path, settings, capsys):
    settings.PEOPLE_RECOGNISER = "spacy:no_such_pipeline"
    with pytest.raises(SystemExit):
        Command().run_from_argv(["manage.py", "train_people", "--folder", str(tmp_path), "--to", str(tmp_path / "w")])
    assert "The training sets cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("", "no article of the sets names anybody"),
        ('{"id": 1, "text": "It rained.", "persons": []}', "no article of the sets names anybody"),
        ("{", f"{DATASETS[0]}.jsonl.gz, line 1 is no article"),
        ('{"id": 1, "persons": []}', f"{DATASETS[0]}.jsonl.gz, line 1 is no article"),
        ('{"id": 1, "text": "It rained.", "persons": [3]}', f"{DATASETS[0]}.jsonl.gz, line 1 is no article"),
    ],
)
def test_sets_that_teach_nothing_leave_the_old_weights(tmp_path, line, sentence):
    for name in DATASETS:
        with gzip.open(tmp_path / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.write(line)
    weights = tmp_path / "weights"
    weights.mkdir()
    (weights / "note.json").write_text("old")
    with pytest.raises(CommandError, match=sentence):
        call_command("train_people", "--folder", str(tmp_path), "--to", str(weights))
    assert [file.name for file in weights.iterdir()] == ["note.json"]
