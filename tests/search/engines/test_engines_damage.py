"""Damage is told from truth: the right answer, or IndexUnavailable, but no other answer and no crash."""

import os
import subprocess
import sys

import pytest

from search.engines.port import Batch, EngineRequest, IndexUnavailable
from search.language.ast import Word
from tests.conftest import ROOT
from tests.search.engines.making import make
from tests.search.engines.surviving import cut, flipped, zeroed


@pytest.fixture
def few(fill, document, batch):
    engine = fill(
        *(document(number, number, f"A war of words number {number}", kind="title") for number in range(1, 9))
    )
    said = document(20, 20, "No war", unit="quotations", speakers=(7,), has_quotation=True)
    engine.write(batch(document(20, 20, "“No war,” he said", has_quotation=True), said, reached=2))
    engine.write(batch(document(2, 2, "Peace"), reached=3))
    return engine


@pytest.mark.slow(reason="each damage of each file is met by a process of its own")
def test_no_damage_to_any_file_gives_another_answer_or_ends_the_process(few, engine_name, tmp_path):
    asked = subprocess.run(
        [sys.executable, "-m", "tests.search.engines.surviving", engine_name, str(tmp_path / "engine")],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (asked.returncode, asked.stdout) == (0, ""), asked.stderr


@pytest.mark.parametrize("damage", [cut, zeroed, flipped(0.5)])
def test_damage_is_found_and_the_next_rebuild_heals_it(few, engine_name, document, batch, tmp_path, damage):
    largest = max((path for path in tmp_path.rglob("*") if path.is_file()), key=lambda path: path.stat().st_size)
    damage(largest)
    engine = make(engine_name, tmp_path / "engine")
    with pytest.raises(IndexUnavailable):
        engine.check()
    engine.rebuild([batch(document(9, 9, "war"))], 7)
    engine.check()
    assert few.search(EngineRequest(Word("war"))).documents == 1


def test_what_is_damaged_is_not_written_to(few, engine_name, tmp_path):
    for path in tmp_path.rglob("*"):
        if path.is_file():
            path.write_bytes(bytes(path.stat().st_size))
    with pytest.raises(IndexUnavailable):
        make(engine_name, tmp_path / "engine").write(Batch(frozenset(), (), 9))


def test_what_another_engine_left_in_the_folder_confuses_nobody(engine, document, batch, tmp_path):
    left = tmp_path / "engine" / "tantivy" / "builds" / "20251001T120000-0badcafe" / "meta.json"
    left.parent.mkdir(parents=True)
    left.write_text("{}")
    with pytest.raises(IndexUnavailable):
        engine.state()
    engine.rebuild([batch(document(1, 1, "war"))], 1)
    engine.rebuild([batch(document(1, 1, "war"))], 3)
    assert engine.state().reached == 3
    assert engine.search(EngineRequest(Word("war"))).documents == 1
    assert left.read_text() == "{}"
