"""The Whoosh engine's own: its merges, its files, its version. What is about the port is asked in engines/."""

import pytest

from search.engines.port import EngineRequest, IndexUnavailable
from search.engines.whoosh_engine.engine import WhooshEngine
from search.engines.whoosh_engine.storage import writer
from search.engines.whoosh_engine.storage.doc_values import LAYOUT
from search.language.ast import Word


@pytest.fixture
def sparse(fill, document):
    return fill(
        document(1, 1, "Taxes and wars", kind="title"),
        document(1, 2, "The governor raised the tax", people=(7,), countries=("DE",)),
        document(2, 4, "The government warned of a war of words"),
    )


def test_many_small_batches_are_merged_and_all_is_found(sparse, document, batch, ask, monkeypatch):
    monkeypatch.setattr(writer, "MAX_SMALL_SEGMENTS", 3)
    for number in range(10, 30):
        sparse.write(batch(document(number, number, "another war"), reached=number))
    assert ask("war").documents == 22
    assert ask('"another war"').documents == 20
    assert sparse.state().documents == 23
    assert len(sparse._opened.segments) < 10


def test_a_merge_keeps_paragraphs_and_quotations_apart(sparse, document, batch, ask, monkeypatch):
    monkeypatch.setattr(writer, "MAX_SMALL_SEGMENTS", 3)
    for number in range(10, 30):
        said = document(number, number, "no more wars", unit="quotations", has_quotation=True)
        sparse.write(batch(document(number, number, "“no more wars,” he warned"), said, reached=number))
    assert [ask("warned", unit=unit).documents for unit in ("paragraphs", "quotations")] == [21, 0]
    assert [ask("war", unit=unit).documents for unit in ("paragraphs", "quotations")] == [22, 20]
    assert [ask('"no more wars"', unit=unit).documents for unit in ("paragraphs", "quotations")] == [20, 20]
    assert len(sparse._opened.segments) < 10


@pytest.mark.parametrize("damage", ["cut", "zeroed", "gone"])
def test_a_damaged_pointer_makes_the_index_unavailable_and_a_rebuild_heals_it(sparse, document, batch, damage):
    path = sparse.folder.path / "current"
    content = path.read_bytes()
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(content[: len(content) // 3] if damage == "cut" else bytes(len(content)))
    fresh = WhooshEngine(sparse.folder.path)
    with pytest.raises(IndexUnavailable):
        fresh.search(EngineRequest(Word("war")))
    fresh.rebuild([batch(document(9, 9, "war"))], 7)
    assert fresh.search(EngineRequest(Word("war"))).documents == 1


def test_an_index_of_another_version_is_unavailable(sparse, monkeypatch):
    monkeypatch.setattr("search.engines.whoosh_engine.storage.schema.LAYOUTS", {"another": LAYOUT})
    with pytest.raises(IndexUnavailable, match="version"):
        WhooshEngine(sparse.folder.path).search(EngineRequest(Word("war")))


def test_an_index_whose_state_has_other_fields_is_of_another_version(sparse, tmp_path):
    (state,) = (tmp_path / "engine").rglob("state-*.json")
    state.write_text('{"version": "1", "reached": 1, "documents": 3, "mark": ""}')
    with pytest.raises(IndexUnavailable, match="of another version and must be rebuilt"):
        WhooshEngine(tmp_path / "engine").state(verify=False)
