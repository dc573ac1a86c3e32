"""An import folder may hold anything: links, devices, pipes and files that grow when they are decompressed."""

import gzip
import os
import socket
import tracemalloc
from pathlib import Path

import pytest

from articles.sources import FileLimits, RecordProblem, count, files, found_in, read

LINE = b'{"paragraphs": ["A boat."]}\n'
SAID = "only regular files are read"


@pytest.fixture
def folder(tmp_path) -> Path:
    """An import folder, with a secret beside it."""
    (tmp_path / "secret.txt").write_text("Nobody may read this.")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "c.txt").write_text("Nor this.")
    inside = tmp_path / "import"
    inside.mkdir()
    (inside / "a.txt").write_text("A boat.")
    return inside


def names(folder: Path) -> list[str]:
    return [path.name for path in found_in(folder) if isinstance(path, Path)]


def problems(folder: Path) -> list[str]:
    return [str(path) for path in found_in(folder) if isinstance(path, RecordProblem)]


@pytest.mark.parametrize("target", ["../secret.txt", "{folder}/../secret.txt", "hop.txt", "/etc/hostname"])
def test_a_link_out_of_the_folder_is_not_followed(folder, target):
    (folder / "b.txt").symlink_to(target.format(folder=folder))
    if target == "hop.txt":
        (folder / "hop.txt").symlink_to("../secret.txt")
    assert names(folder) == ["a.txt"]
    assert all("a link that leads out of the folder, and is not followed" in said for said in problems(folder))
    assert str(folder / "b.txt") in problems(folder)[0]


def test_a_linked_folder_outside_is_not_looked_through(folder):
    (folder / "more").symlink_to("../outside")
    assert names(folder) == ["a.txt"]


def test_a_linked_folder_named_like_a_file_is_a_problem(folder):
    (folder / "b.txt").symlink_to("../outside")
    assert len(problems(folder)) == 1


def test_a_link_inside_the_folder_is_followed(folder):
    (folder / "b.txt").symlink_to("a.txt")
    assert names(folder) == ["a.txt", "b.txt"]


def test_a_folder_that_is_a_link_itself_is_looked_through(folder, tmp_path):
    (tmp_path / "link").symlink_to(folder)
    assert names(tmp_path / "link") == ["a.txt"]


@pytest.mark.parametrize("target", ["gone.txt", "b.txt"])
def test_a_link_that_leads_nowhere_or_to_itself_is_a_problem(folder, target):
    (folder / "b.txt").symlink_to(target)
    assert names(folder) == ["a.txt"]
    assert len(problems(folder)) == 1


def make_pipe(path: Path) -> None:
    os.mkfifo(path)


def make_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(path))


def make_link_to_zeros(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pytest.mark.parametrize("make", [make_pipe, make_socket, make_link_to_zeros, Path.mkdir])
@pytest.mark.parametrize("name", ["b.txt", "b.jsonl", "b.jsonl.gz"])
def test_what_is_no_regular_file_is_refused_unread(tmp_path, monkeypatch, make, name):
    monkeypatch.chdir(tmp_path)  # a socket's path may not be long
    make(Path(name))
    (problem,) = read(Path(name))
    assert SAID in str(problem)
    assert count(Path(name)) == (1 if name == "b.txt" else 0)


@pytest.mark.parametrize("make", [make_pipe, make_socket])
def test_in_a_folder_it_is_a_problem(folder, monkeypatch, make):
    monkeypatch.chdir(folder)
    make(Path("b.txt"))
    (problem,) = problems(Path())
    assert SAID in problem


def test_a_device_that_comes_in_place_of_a_file_is_refused(tmp_path, monkeypatch):
    (tmp_path / "a.jsonl").symlink_to("/dev/zero")
    monkeypatch.setattr(files, "check_regular", lambda path: None)  # it was regular when it was looked at
    (problem,) = read(tmp_path / "a.jsonl")
    assert "it is a device" in str(problem)


@pytest.mark.parametrize(
    ("limits", "sentence"),
    [
        (FileLimits(lines=3), "it is read no further: 3 lines of a file are the most"),
        (FileLimits(size=3 * len(LINE)), f"it is read no further: {3 * len(LINE)} bytes of a file are the most"),
    ],
)
@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_a_file_is_read_as_far_as_its_limits(tmp_path, limits, sentence, name):
    data = LINE * 1_000
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    *articles, problem = read(tmp_path / name, limits)
    assert len(articles) == 3
    assert sentence in str(problem)
    assert count(tmp_path / name, limits) == 3


@pytest.mark.parametrize("data", [b"\n", b"0", b'{"', b"{\n"], ids=repr)
def test_a_bomb_takes_no_more_than_its_limits(tmp_path, monkeypatch, data):
    """40 MB in some kilobytes: blank lines, one endless line, endless JSON, and bad records."""
    monkeypatch.setattr(files, "LONGEST_LINE", 100_000)
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(data * (40_000_000 // len(data))))
    tracemalloc.start()
    records = sum(1 for _ in read(tmp_path / "a.jsonl.gz", FileLimits(size=4_000_000, lines=1_000)))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert records <= 1_001
    assert most < 4_000_000


def test_a_text_that_goes_on_is_read_no_further(tmp_path, monkeypatch):
    monkeypatch.setattr("articles.sources.formats.LARGEST_TEXT", 10)
    with (tmp_path / "a.txt").open("wb") as sparse:
        sparse.truncate(10**12)
    (problem,) = read(tmp_path / "a.txt")
    assert "10 bytes of a text at the most are read" in str(problem)
