"""Whatever becomes of the file: it is made anew, or counting is away for a while and says so in the log."""

import os
import shutil
import sqlite3
from contextlib import closing
from threading import Thread

import pytest

from accounts.limits import counter_file
from accounts.limits.counter_file import BESIDE, CounterFile, CountersAway

INSERT = "INSERT INTO counters VALUES (:key, 1, 60, 0)"
COUNT = "SELECT count(*) FROM counters"


def fill(file: CounterFile, *keys: str) -> None:
    for key in keys:
        file.run(INSERT, {"key": key})


def count(file: CounterFile) -> int:
    return file.run(COUNT, {})[0][0]


def test_it_is_made_where_it_is_missing(file):
    assert not file.path.exists()
    fill(file, "a")
    assert count(file) == 1


def test_one_that_is_deleted_while_it_is_open_is_made_anew(file):
    fill(file, "a", "b")
    for ending in BESIDE:
        file.path.with_name(file.path.name + ending).unlink(missing_ok=True)
    fill(file, "c")
    assert count(file) == 1
    assert file.path.exists()


def test_one_that_is_put_in_its_place_is_taken(file, tmp_path):
    fill(file, "a", "b")
    other = CounterFile(tmp_path / "other")
    fill(other, "c")
    other.close()
    for ending in ("-wal", "-shm"):
        file.path.with_name(file.path.name + ending).unlink()
    os.replace(other.path, file.path)
    assert count(file) == 1


@pytest.mark.parametrize("damage", [b"no database at all" * 100, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_one_begins_anew_and_the_log_says_so(file, damage, caplog):
    file.path.write_bytes(damage)
    fill(file, "a")
    assert count(file) == 1
    assert "begin anew" in caplog.text


def test_one_that_is_damaged_while_it_is_open_begins_anew(file, caplog):
    file.run("PRAGMA cache_size = 1", {})  # what SQLite has in memory it does not look at again
    fill(file, *map(str, range(2000)))
    file.run("PRAGMA wal_checkpoint(TRUNCATE)", {})
    size = file.path.stat().st_size
    with file.path.open("r+b") as raw:
        raw.write(b"\xff" * size)
    fill(file, "new")
    assert count(file) == 1
    assert "begin anew" in caplog.text


def test_where_it_cannot_be_counting_is_away(tmp_path, caplog):
    nowhere = CounterFile(tmp_path / "no" / "folder" / "limits.sqlite3")
    with pytest.raises(CountersAway):
        count(nowhere)
    assert "Nobody is counted" in caplog.text


def test_a_folder_in_its_place_is_no_file(tmp_path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(CountersAway):
        count(CounterFile(tmp_path / "folder"))


def test_one_that_another_holds_is_waited_for_once_and_left_alone_for_a_while(file, monkeypatch, caplog):
    now = 0.0
    file._monotonic = lambda: now
    monkeypatch.setattr(counter_file, "WAIT", 0.01)
    fill(file, "a")
    file.close()
    with closing(sqlite3.connect(file.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for _ in range(3):
            with pytest.raises(CountersAway):
                fill(file, "b")
        other.execute("ROLLBACK")
    assert caplog.text.count("Nobody is counted") == 1  # the others did not even try
    with pytest.raises(CountersAway):
        fill(file, "b")
    now += counter_file.PAUSE
    fill(file, "b")
    assert count(file) == 2


def test_a_full_disk_is_no_error_of_a_page(file):
    fill(file, "a")
    pages = file.run("PRAGMA page_count", {})[0][0]
    file.run(f"PRAGMA max_page_count = {pages}", {})
    with pytest.raises(CountersAway):
        fill(file, *(f"{number}" * 500 for number in range(100)))


def test_a_child_never_uses_the_connection_of_its_parent(file, monkeypatch):
    fill(file, "a")
    parents = file._connection
    monkeypatch.setattr("os.getpid", lambda: -1)
    fill(file, "b")
    assert file._connection is not parents
    assert parents.execute(COUNT).fetchall() == [(2,)]  # nor closes it
    parents.close()


def test_threads_share_it(file):
    threads = [Thread(target=fill, args=(file, *(f"{name} {number}" for number in range(50)))) for name in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert count(file) == 200


def test_what_is_beside_a_damaged_file_goes_with_it(file):
    fill(file, "a")
    shutil.copy(file.path, file.path.with_name("limits.sqlite3-wal.kept"))
    file._remove()
    assert [path.name for path in file.path.parent.iterdir() if path.name.startswith("limits.sqlite3-w")] == [
        "limits.sqlite3-wal.kept"
    ]
