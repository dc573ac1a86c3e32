"""Damage to files that are in use: noticed before the next search, told as one exception, healed by a rebuild."""

import os
import shutil

import pytest

from search.engines.port import EngineRequest, IndexUnavailable
from search.engines.whoosh_engine.engine import WhooshEngine
from search.engines.whoosh_engine.storage import checksums, commit_point
from search.language.ast import Phrase, Prefix, Word
from tests.search.conftest import batch_of

FILES = ["sums", "*.toc", "state-*.json", "*.trm", "*.pst", "*.voc", "*.facts.col", "*_stored.col"]
WATCHED = [pattern for pattern in FILES if pattern != "sums"]  # sums are read when something is checked


@pytest.fixture(scope="module")
def index(tmp_path_factory, document_of):
    """The folder of an index, of which each test takes a copy."""
    folder = tmp_path_factory.mktemp("index") / "engine"
    documents = [document_of(number, number, f"war number{number}") for number in range(1, 200)]
    WhooshEngine(folder).rebuild([batch_of(*documents)], 1)
    return folder


@pytest.fixture
def serving(index, tmp_path):
    """An engine that has answered."""
    shutil.copytree(index, tmp_path / "engine")
    engine = WhooshEngine(tmp_path / "engine", wait_for_writer=0)
    assert engine.search(EngineRequest(Word("war"))).documents == 199
    return engine


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def zeroed(content: bytes) -> bytes:
    return bytes(len(content))


def flipped(content: bytes) -> bytes:
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]


def damage(engine, pattern, harm) -> None:
    path = next(engine.folder.current().glob(pattern))
    content = path.read_bytes()
    if harm is None:
        path.unlink()
        return
    with path.open("r+b") as file:  # in place, as a disk does it
        file.write(harm(content))
        file.truncate(len(harm(content)))


@pytest.mark.parametrize("harm", [cut, zeroed, flipped, None])
@pytest.mark.parametrize("pattern", WATCHED)
def test_damage_is_noticed_while_serving_and_a_rebuild_heals_it(serving, document, batch, pattern, harm):
    damage(serving, pattern, harm)
    for _ in range(2):
        with pytest.raises(IndexUnavailable):
            serving.search(EngineRequest(Phrase("war number7")))
    with pytest.raises(IndexUnavailable):
        serving.state()
    serving.rebuild([batch(document(9, 9, "war"))], 7)
    assert serving.search(EngineRequest(Word("war"))).documents == 1


@pytest.mark.parametrize("end", [b"\x0b", b"\r", b"\x0c", b"\x1e"])
def test_a_line_of_the_sums_with_another_end_is_damage(serving, end):
    damage(serving, "sums", lambda content: content.replace(b"\n", end, 1))
    with pytest.raises(IndexUnavailable):
        WhooshEngine(serving.folder.path).search(EngineRequest(Prefix("num")))


def test_sums_cut_between_two_lines_are_no_damage_of_what_they_no_longer_list(serving):
    sums = serving.folder.current() / "sums"
    whole = sums.read_bytes()
    *kept, last = whole.splitlines(keepends=True)
    unlisted = sums.with_name(last.split()[2].decode())
    unlisted.write_bytes(unlisted.read_bytes())  # looks as if it had changed, so that its sum is looked for
    sums.write_bytes(b"".join(kept))
    with pytest.raises(IndexUnavailable):
        serving.search(EngineRequest(Word("war")))
    sums.write_bytes(whole)
    assert serving.search(EngineRequest(Word("war"))).documents == 199


@pytest.mark.parametrize("harm", [cut, zeroed, flipped, None])
@pytest.mark.parametrize("pattern", FILES)
def test_damage_is_noticed_when_an_index_is_opened(serving, pattern, harm):
    damage(serving, pattern, harm)
    with pytest.raises(IndexUnavailable):
        WhooshEngine(serving.folder.path).search(EngineRequest(Prefix("num")))
    with pytest.raises(IndexUnavailable):
        WhooshEngine(serving.folder.path).state()


def test_a_file_of_a_second_segment_is_watched_too(serving, document, batch):
    serving.write(batch(document(500, 500, "war"), reached=2))
    for path in serving.folder.current().glob("*.pst"):
        path.write_bytes(zeroed(path.read_bytes()))
        with pytest.raises(IndexUnavailable):
            serving.state()


def test_a_check_reads_what_looks_unchanged(serving, monkeypatch):
    monkeypatch.setattr(commit_point, "stamp_of", lambda path: (0, 0, 0))
    serving.check()
    damage(serving, "*.pst", flipped)
    serving.state()
    with pytest.raises(IndexUnavailable):
        serving.check()


def test_a_file_that_was_only_touched_is_no_damage(serving):
    for path in serving.folder.current().iterdir():
        os.utime(path)
    assert serving.search(EngineRequest(Word("war"))).documents == 199


def test_a_damaged_file_is_read_once_however_often_it_is_asked_for(serving, monkeypatch):
    damage(serving, "*.pst", flipped)
    read = []
    monkeypatch.setattr(checksums, "checksum_of", lambda path: read.append(path))
    for _ in range(5):
        with pytest.raises(IndexUnavailable):
            serving.state()
    assert len(read) == 1


def test_a_build_that_vanished_is_unavailable(serving):
    for path in serving.folder.current().iterdir():
        path.unlink()
    with pytest.raises(IndexUnavailable):
        serving.search(EngineRequest(Word("war")))
