"""The command find_in: findings as JSON lines, bad lines named, the rest still printed."""

import gzip
import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

ARTICLE = {"id": "a1", "text": "“We will not leave,” Maria Keller said in Vienna."}


def test_prints_one_line_of_findings_for_an_article(tmp_path, capsys):
    file = tmp_path / "articles.jsonl"
    file.write_text(json.dumps(ARTICLE) + "\n", encoding="utf-8")
    call_command("find_in", str(file))
    found = json.loads(capsys.readouterr().out)
    assert found["id"] == "a1"
    assert found["quotes"][0]["speaker_name"] == "Maria Keller"
    assert found["countries"] == [[42, 48, "AT"]]


REPORT = {"id": "a2", "text": "Maria Keller said she was “deeply sorry” for it. She said that the bridge was safe."}


@pytest.mark.parametrize(
    ("options", "printed"),
    [
        ([], [("mixed", "deeply sorry")]),
        (["--contents"], [("mixed", "she was “deeply sorry” for it"), ("indirect", "that the bridge was safe")]),
    ],
)
def test_prints_what_stands_between_marks_or_all_that_is_reported(tmp_path, capsys, options, printed):
    file = tmp_path / "articles.jsonl"
    file.write_text(json.dumps(REPORT), encoding="utf-8")
    call_command("find_in", str(file), *options)
    quotes = json.loads(capsys.readouterr().out)["quotes"]
    assert [(quote["type"], REPORT["text"][quote["start"] : quote["end"]]) for quote in quotes] == printed


def test_contents_that_lie_in_one_another_are_printed_once(tmp_path, capsys):
    file = tmp_path / "articles.jsonl"
    text = "Maria Keller said the report that Peter Novak called “a fairy tale” was true."
    file.write_text(json.dumps({"id": 1, "text": text}), encoding="utf-8")
    call_command("find_in", str(file), "--contents")
    assert [quote["type"] for quote in json.loads(capsys.readouterr().out)["quotes"]] == ["indirect"]


def test_reads_gzipped_files(tmp_path, capsys):
    file = tmp_path / "articles.jsonl.gz"
    file.write_bytes(gzip.compress(json.dumps(ARTICLE).encode()))
    call_command("find_in", str(file))
    assert json.loads(capsys.readouterr().out)["id"] == "a1"


@pytest.mark.parametrize("authors", [["Mara Lind"], "By Mara Lind"])
def test_asks_for_the_authors_of_a_line(tmp_path, capsys, authors):
    file = tmp_path / "articles.jsonl"
    line = {"id": 1, "text": "“Will the ferries ever sail again?” I asked on the quay.", "authors": authors}
    file.write_text(json.dumps(line), encoding="utf-8")
    call_command("find_in", str(file))
    assert json.loads(capsys.readouterr().out)["quotes"][0]["speaker_name"] == "Mara Lind"


@pytest.mark.parametrize(
    "bad",
    [
        '{"id": 1, "text": "I said.", "authors": 7}',
        '{"id": 1, "text": "I said.", "authors": [null]}',
        "{not json",
        "[]",
        '{"id": 1}',
        '{"text": "No id."}',
        '{"id": 1, "text": null}',
        "[" * 100_000,
        '{"id": [[]], "text": ""}',
    ],
)
def test_a_bad_line_is_named_and_the_others_are_printed(tmp_path, capsys, bad):
    file = tmp_path / "articles.jsonl"
    file.write_text(f"{bad}\n{json.dumps(ARTICLE)}\n", encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        call_command("find_in", str(file))
    printed = capsys.readouterr()
    assert ended.value.code == 1
    assert f"{file}, line 1: " in printed.err
    assert json.loads(printed.out)["id"] == "a1"


def test_half_a_surrogate_pair_is_printed_as_json_escapes_it(tmp_path, capsys):
    file = tmp_path / "articles.jsonl"
    file.write_text(r'{"id": "\ud800", "text": "“We go,” said Anna \udfff Keller."}', encoding="utf-8")
    call_command("find_in", str(file))
    assert json.loads(capsys.readouterr().out)["id"] == "\ud800"


@pytest.mark.parametrize("name", ["missing.jsonl", "broken.jsonl.gz", "damaged.jsonl.gz"])
def test_a_file_that_cannot_be_read_is_an_error_of_one_sentence(tmp_path, name):
    (tmp_path / "broken.jsonl.gz").write_bytes(b"no gzip")
    (tmp_path / "damaged.jsonl.gz").write_bytes(gzip.compress(b"{}")[:10] + b"\xff" * 9)
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("find_in", str(tmp_path / name))
