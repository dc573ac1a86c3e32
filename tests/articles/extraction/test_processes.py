"""Extraction by several processes: the same findings in the same order, whatever happens to one of them."""

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from itertools import count, islice
from typing import Any

import pytest

from articles.extraction import extract, processes
from articles.extraction.findings import Passage
from articles.extraction.processes import ENDED, ExtractionTask, extract_all

TEXT = "The ferry minister, Amara Okafor, opened a harbour. “Nobody will wait,” Okafor told reporters."


def task(key: int, text: str = TEXT) -> ExtractionTask:
    return ExtractionTask(key, revision=1, passages=(Passage(text),))


@pytest.fixture
def forked(monkeypatch):
    """Processes that know what a test has patched."""

    def pool(number):
        return ProcessPoolExecutor(number, mp_context=multiprocessing.get_context("fork"))

    monkeypatch.setattr(processes, "_pool", pool)


@pytest.fixture
def deadly(forked, monkeypatch):
    """An extractor whose process ends without a word at some texts."""

    def extract_or_die(passages, *_, **__):
        if passages[0].text == "deadly":
            os._exit(1)
        return extract(passages)

    monkeypatch.setattr(processes, "extract", extract_or_die)


@pytest.mark.slow(reason="other processes load the word lists")
@pytest.mark.parametrize("number", [1, 2])
def test_all_are_given_out_in_order(number):
    tasks = [task(key, f"{TEXT} The {key}th ferry left.") for key in range(30)]
    given = list(extract_all(tasks, number))
    assert [one.key for one in given] == list(range(30))
    assert [one.findings for one in given] == [extract(one.passages) for one in tasks]


def test_nothing_in_is_nothing_out():
    assert list(extract_all([], 2)) == []


@pytest.mark.slow(reason="other processes load the word lists")
def test_one_that_kills_its_process_is_told_and_the_others_are_found(deadly):
    tasks = [task(key, "deadly" if key in (5, 40, 41) else TEXT) for key in range(60)]
    given = list(extract_all(tasks, 2))
    assert [one.key for one in given] == list(range(60))
    assert {one.key: one.problem for one in given if one.findings is None} == {5: ENDED, 40: ENDED, 41: ENDED}


def test_an_error_becomes_a_sentence(monkeypatch):
    def fail(*_, **__):
        raise ValueError("odd")

    monkeypatch.setattr(processes, "extract", fail)
    assert processes.extract_one(task(1)).problem == "the extractor failed: ValueError: odd"


def test_tasks_are_taken_only_a_little_ahead(forked):
    numbers = count()
    given: Any = extract_all((task(key) for key in numbers), 2)
    assert [one.key for one in islice(given, 3)] == [0, 1, 2]
    given.close()
    assert next(numbers) <= processes.CHUNK_SIZE * processes.CHUNKS_AHEAD * 2 + 1
