"""Files are told by their names, and bytes that are not UTF-8 are still read."""

import os

import pytest

from articles.sources import RecordProblem, UnknownFormatError, count, files, formats, known, read
from articles.sources.cleaning import clean_text, one_line
from articles.sources.decoding import decode


@pytest.mark.parametrize(
    ("data", "text", "remarked"),
    [
        (b"caf\xc3\xa9", "café", False),
        (b"\xef\xbb\xbfcaf\xc3\xa9", "café", False),
        ("“café”".encode("cp1252"), "“café”", True),
        ("café".encode("utf-16"), "café", False),
        (b"\x81\xff", "\ufffdÿ", True),
    ],
)
def test_bytes_become_text(data, text, remarked):
    found, remark = decode(data)
    assert found == text
    assert bool(remark) == remarked


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x00b\x1fc\x9d", "abc"),
        ("a\u2028b", "a\nb"),
        ("\ud83d", "\ufffd"),
        ("é 👍🏽", "é 👍🏽"),
    ],
)
def test_text_is_cleaned(text, clean):
    assert clean_text(text) == clean


def test_one_line_has_single_blanks():
    assert one_line(" a\n\tb  c ") == "a b c"


@pytest.mark.parametrize(
    ("name", "is_known"), [("a.txt", True), ("A.JSONL", True), ("a.jsonl.gz", True), ("a.pdf", False)]
)
def test_a_format_is_told_by_the_name(tmp_path, name, is_known):
    assert known(tmp_path / name) == is_known


def test_an_unknown_format_says_what_is_known(tmp_path):
    with pytest.raises(UnknownFormatError, match=r"\.jsonl\.gz"):
        list(read(tmp_path / "a.pdf"))


def test_a_file_that_is_not_there_is_a_problem(tmp_path):
    (problem,) = read(tmp_path / "gone.txt")
    assert isinstance(problem, RecordProblem)


def test_a_text_that_is_too_large_is_a_problem(tmp_path, monkeypatch):
    monkeypatch.setattr(formats, "LARGEST_TEXT", 10)
    (tmp_path / "a.txt").write_text("more than ten bytes")
    (problem,) = read(tmp_path / "a.txt")
    assert "10 bytes of a text at the most are read" in str(problem)


def test_bytes_that_are_no_text_are_a_problem(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"PK\x03\x04\x00\x00")
    (problem,) = read(tmp_path / "a.txt")
    assert "no text: byte 4 is zero" in str(problem)


def test_a_file_name_that_is_not_utf8_can_be_kept(tmp_path):
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_text("Rain fell on Oslo all day.")
    (article,) = read(tmp_path / name)
    assert article.file_name.endswith("caf\ufffd.txt")
    article.place.encode()


@pytest.mark.parametrize("over", [-1, 0, 1])
def test_the_line_after_one_of_the_longest_is_read(tmp_path, monkeypatch, over):
    monkeypatch.setattr(files, "LONGEST_LINE", 60)
    monkeypatch.setattr("articles.sources.json_lines.LONGEST_LINE", 60)
    first = '{"paragraphs": ["%s"]}'
    first %= "x" * (60 + over - len(first % ""))
    (tmp_path / "a.jsonl").write_text(first + '\n{"paragraphs": ["short"]}\n')
    assert count(tmp_path / "a.jsonl") == 2
    _, article = read(tmp_path / "a.jsonl")
    assert article.paragraphs[0].text == "short"


def test_a_line_that_is_too_long_is_a_problem_and_the_next_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LONGEST_LINE", 40)
    monkeypatch.setattr("articles.sources.json_lines.LONGEST_LINE", 40)
    (tmp_path / "a.jsonl").write_text('{"paragraphs": ["%s"]}\n{"paragraphs": ["short"]}\n' % ("long " * 60))
    problem, article = read(tmp_path / "a.jsonl")
    assert "bytes long" in str(problem)
    assert article.paragraphs[0].text == "short"
