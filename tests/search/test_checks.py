"""The system check tells an engine that can't be had, and passes on its advice when an archive has outgrown it."""

import re
from importlib.util import find_spec

import pytest
from django.core.management import call_command

from search import checks, engines
from search.engines import get_engine
from search.engines.port import Batch, IndexUnavailable
from search.engines.whoosh_engine import limits


@pytest.fixture
def two_documents(document):
    get_engine().rebuild([Batch(frozenset(), [document(1, 1, "war"), document(1, 2, "peace")], 1)], 1)


@pytest.fixture
def outgrown(two_documents, monkeypatch):
    monkeypatch.setattr(limits, "MEASURED_DOCUMENTS", 1)


@pytest.mark.usefixtures("outgrown")
def test_an_archive_that_has_outgrown_its_engine_is_told_how_to_measure():
    (advice,) = checks.engine_suits(None)
    assert (advice.id, advice.is_serious()) == ("search.W001", False)
    assert "holds 2 documents" in advice.msg
    assert "python -m tests.benchmarks.measure_search --paragraphs 2”" in (advice.hint or "")


@pytest.mark.usefixtures("outgrown")
def test_the_advice_names_the_measure_and_claims_no_figure_of_its_own(monkeypatch):
    monkeypatch.setattr(limits, "MEASURED", "it took a moment")
    (advice,) = checks.engine_suits(None)
    assert "was measured up to 1, where it took a moment;" in advice.msg
    assert set(re.findall(r"[0-9]+", advice.msg)) == {"2", "1"}
    assert find_spec(checks.BENCHMARK.split()[-1])


@pytest.mark.usefixtures("outgrown")
def test_the_advice_opens_no_file_of_the_index_but_what_says_how_large_it_is(settings):
    for path in (settings.SEARCH_INDEX_DIR / "builds").rglob("*.*"):
        if path.suffix not in (".json", ".toc"):
            path.write_bytes(b"")
    with pytest.raises(IndexUnavailable):
        get_engine().state()
    assert [advice.id for advice in checks.engine_suits(None)] == ["search.W001"]


@pytest.mark.usefixtures("outgrown")
def test_manage_check_shows_the_advice(capsys):
    call_command("check")
    assert "search.W001" in capsys.readouterr().err


@pytest.mark.usefixtures("two_documents")
def test_an_engine_that_suits_needs_no_advice():
    assert checks.engine_suits(None) == []


def test_an_index_that_is_away_needs_no_advice():
    assert checks.engine_suits(None) == []


@pytest.mark.usefixtures("outgrown")
def test_a_damaged_index_needs_no_advice(settings):
    for path in settings.SEARCH_INDEX_DIR.rglob("*"):
        if path.is_file():
            path.write_bytes(b"")
    assert checks.engine_suits(None) == []


def test_an_engine_that_nobody_knows_is_told_at_the_start(settings):
    settings.SEARCH_ENGINE = "bogus"
    (error,) = checks.engine_suits(None)
    assert (error.id, error.is_serious()) == ("search.E001", True)
    assert "known are whoosh" in error.msg


def test_an_engine_whose_package_is_missing_is_told_at_the_start(settings, monkeypatch, tmp_path):
    settings.SEARCH_ENGINE = "far"
    monkeypatch.setitem(engines.ENGINES, "far", "an_engine_far_away.FarEngine")
    (tmp_path / "an_engine_far_away.py").write_text("import a_package_that_nobody_has\n")
    monkeypatch.syspath_prepend(tmp_path)
    (error,) = checks.engine_suits(None)
    assert (error.id, error.is_serious()) == ("search.E001", True)
    assert "'far', whose package is missing: a_package_that_nobody_has." in error.msg
