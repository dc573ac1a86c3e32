"""An index of the version before: it answers until the next sync builds it anew, and takes no batches."""

import struct
from dataclasses import replace
from typing import Any

import pytest

from search.engines.port import EngineRequest, Filters, IndexUnavailable
from search.engines.whoosh_engine.engine import WhooshEngine
from search.engines.whoosh_engine.storage import schema, writer
from search.engines.whoosh_engine.storage.doc_values import FIXED_COLUMNS, VARIABLE_COLUMNS, pack
from search.indexing.sync import sync
from search.indexing.verify import verify
from search.language.ast import Having, Word
from search.results.search import OUTDATED

HEAD, LISTS = len(FIXED_COLUMNS), len(VARIABLE_COLUMNS)


def pack_as_before(document, length: int) -> bytes:
    """Pack doc values as version 8 did: without the list of certainty, which is the last one."""
    packed = pack(replace(document, certainty=()), length)
    numbers = struct.unpack(f"<{len(packed) // 8}q", packed)
    before = [*numbers[: HEAD + LISTS - 1], *numbers[HEAD + LISTS :]]
    return struct.pack(f"<{len(before)}q", *before)


@pytest.fixture
def written_before():
    """Have indexes written as version 8 wrote them, while the block lasts."""

    def block():
        patched = pytest.MonkeyPatch()
        patched.setattr(schema, "pack", pack_as_before)
        patched.setattr(writer, "VERSION", "8.1")
        return patched

    return block


@pytest.fixture
def before(fill, document, written_before):
    patched = written_before()
    filled = fill(
        document(
            1,
            1,
            "The governor raised the tax",
            people=(7,),
            publisher=4,
            section=6,
            authors=("roe",),
            certainty=("known",),
        ),
        document(2, 2, "The government warned of a war of words", publisher=5, countries=("DE",)),
    )
    patched.undo()
    return filled


def articles(engine, query=None, **choices) -> set[object]:
    chosen: dict[Any, Any] = {facet: frozenset(values) for facet, values in choices.items()}
    return {group.value for group in engine.search(EngineRequest(query, filters=Filters(chosen))).groups}


def test_it_answers_all_that_it_knows(before):
    assert articles(before, Word("tax")) == {1}
    assert articles(before, Having("author", frozenset({"roe"}), "roe")) == {1}
    assert articles(before, publishers={5}) == articles(before, countries={"DE"}) == {2}
    facets = before.search(EngineRequest(None)).facets
    assert {one.value for one in facets["publishers"]} == {4, 5}
    assert before.search(EngineRequest(None)).outdated


def test_it_knows_sections_and_of_nothing_whether_it_is_known_who_said_it(before):
    facets = before.search(EngineRequest(None)).facets
    assert ([one.value for one in facets["sections"]], facets["certainty"]) == ([6], ())
    assert articles(before, sections={6}) == {1}
    assert articles(before, certainty={"known"}) == articles(before, certainty={"unsure"}) == set()


def test_it_takes_no_batches(before, document, batch):
    with pytest.raises(IndexUnavailable, match="another version"):
        before.write(batch(document(3, 3, "one more")))
    assert before.state().version == "8.1"


def test_one_that_is_older_than_that_does_not_answer(before, monkeypatch):
    monkeypatch.delitem(schema.LAYOUTS, "8")
    with pytest.raises(IndexUnavailable, match="another version"):
        WhooshEngine(before.folder.path).search(EngineRequest(Word("tax")))


@pytest.mark.django_db
def test_the_next_sync_builds_it_anew(archive, written_before, client):
    patched = written_before()
    sync()
    patched.undo()
    page = client.get("/search/?q=war")
    assert page.context["found"].documents == 3
    assert OUTDATED in page.content.decode()
    assert "earlier version" in str(verify())
    report = sync()
    assert (report.did, report.why[:35]) == ("rebuilt", "The search index is of an earlier v")
    assert sync().did == "nothing"
    assert verify().agrees
    assert OUTDATED not in client.get("/search/?q=war").content.decode()
