"""The system check tells an engine that can't be had, and advises another when an archive has outgrown its own."""

import re
import sys
from importlib.util import find_spec

import pytest
from django.core.management import call_command

from search import checks, engines
from search.engines import get_engine
from search.engines.port import Batch, IndexUnavailable


@pytest.fixture
def two_documents(document):
    get_engine().rebuild([Batch(frozenset(), [document(1, 1, "war"), document(1, 2, "peace")], 1)], 1)


@pytest.mark.usefixtures("two_documents")
def test_an_archive_that_has_outgrown_its_engine_is_told_what_to_do(monkeypatch):
    monkeypatch.setattr(checks, "WHOOSH_DOCUMENTS", 1)
    (advice,) = checks.engine_suits(None)
    assert (advice.id, advice.is_serious()) == ("search.W001", False)
    assert "2 documents" in advice.msg
    assert "SEARCH_ENGINE=tantivy" in advice.hint


@pytest.mark.usefixtures("two_documents")
def test_the_advice_names_the_measure_and_claims_no_figure_of_its_own(monkeypatch):
    monkeypatch.setattr(checks, "WHOOSH_DOCUMENTS", 1)
    monkeypatch.setattr(checks, "WHOOSH_FIGURE", ", where it took a moment")
    (advice,) = checks.engine_suits(None)
    assert "was measured up to 1, where it took a moment;" in advice.msg
    assert set(re.findall(r"[0-9]+", advice.msg)) == {"2", "1"}
    assert "python -m tests.benchmarks.measure_search --paragraphs 2”" in advice.hint
    assert find_spec(checks.BENCHMARK.split()[-1])


@pytest.mark.usefixtures("two_documents")
def test_the_advice_opens_no_file_of_the_index_but_what_says_how_large_it_is(settings, monkeypatch):
    monkeypatch.setattr(checks, "WHOOSH_DOCUMENTS", 1)
    for path in (settings.SEARCH_INDEX_DIR / "builds").rglob("*.*"):
        if path.suffix not in (".json", ".toc"):
            path.write_bytes(b"")
    with pytest.raises(IndexUnavailable):
        get_engine().state()
    assert [advice.id for advice in checks.engine_suits(None)] == ["search.W001"]


@pytest.mark.usefixtures("two_documents")
def test_manage_check_shows_the_advice(monkeypatch, capsys):
    monkeypatch.setattr(checks, "WHOOSH_DOCUMENTS", 1)
    call_command("check")
    assert "search.W001" in capsys.readouterr().err


@pytest.mark.usefixtures("two_documents")
def test_an_engine_that_suits_needs_no_advice():
    assert checks.engine_suits(None) == []


def test_an_index_that_is_away_needs_no_advice():
    assert checks.engine_suits(None) == []


@pytest.mark.usefixtures("two_documents")
def test_a_damaged_index_needs_no_advice(settings, monkeypatch):
    monkeypatch.setattr(checks, "WHOOSH_DOCUMENTS", 1)
    for path in settings.SEARCH_INDEX_DIR.rglob("*"):
        if path.is_file():
            path.write_bytes(b"")
    assert checks.engine_suits(None) == []


@pytest.mark.usefixtures("two_documents")
def test_the_engine_for_large_archives_is_not_outgrown(settings, monkeypatch):
    monkeypatch.setattr(checks, "WHOOSH_DOCUMENTS", 1)
    settings.SEARCH_ENGINE = "tantivy"
    assert checks.engine_suits(None) == []


def test_an_engine_that_nobody_knows_is_told_at_the_start(settings):
    settings.SEARCH_ENGINE = "bogus"
    (told,) = checks.engine_suits(None)
    assert (told.id, told.is_serious()) == ("search.E001", True)
    assert "known are whoosh, tantivy" in told.msg


def test_an_engine_whose_package_is_missing_is_told_at_the_start(settings, monkeypatch):
    settings.SEARCH_ENGINE = "tantivy"
    for name in [name for name in sys.modules if name.startswith("search.engines.tantivy_engine")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "tantivy", None)
    monkeypatch.setattr(engines, "_engine", engines.make_engine)
    (told,) = checks.engine_suits(None)
    assert (told.id, "package is missing" in told.msg) == ("search.E001", True)
