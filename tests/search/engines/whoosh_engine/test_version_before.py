"""An index of the version before: it answers until the next sync builds it anew, and takes no batches."""

import struct
from itertools import chain
from typing import Any

import numpy as np
import pytest

from search.engines.facet_encoding import encode_country, hash_text
from search.engines.port import EngineRequest, Filters, IndexUnavailable
from search.engines.whoosh_engine.engine import WhooshEngine
from search.engines.whoosh_engine.storage import schema, segment_codec, writer
from search.engines.whoosh_engine.storage.doc_values import FIXED_COLUMNS, LAYOUT_OF_9, pack, unpack
from search.engines.whoosh_engine.storage.schema import index_fields
from search.indexing.sync import sync
from search.indexing.verify import verify
from search.language.analysis import index_terms, stem_of
from search.language.ast import Fuzzy, Having, Phrase, Prefix, Word
from search.results.search import OUTDATED

PEOPLE = ("people", "speakers", "about")
COUNTRIES = ("countries", "about_countries")
KNOWN, UNSURE = 0, 1  # what version 9 had for certainty


def fields_as_before(document):
    """Return the fields of a document as version 9 had them: without variants of words."""
    words = [word for word, _ in index_terms(document.text)[0]]
    stems = [stem for word in words if (stem := stem_of(word)) != word]
    return {**index_fields(document), "stems": stems, "variants": []}


def pack_as_before(document, length: int) -> bytes:
    """Pack doc values as version 9 did: of quotations people, countries, whether it is known who spoke."""
    now = unpack(packed := pack(document, length), np.array([len(packed)]))
    known = {UNSURE if one == "unsure" else KNOWN for one in document.certainty}
    lists = {
        **{name: [one for one in getattr(document, name) if isinstance(one, int)] for name in PEOPLE},
        **{name: [encode_country(code) for code in getattr(document, name)] for name in COUNTRIES},
        "other_speakers": [hash_text(one) for one in document.speakers if isinstance(one, str)],
        "authors": [hash_text(word) for word in document.authors],
        "certainty": sorted(known),
    }
    head = [int(now.columns[name][0]) for name in FIXED_COLUMNS]
    values = [lists[name] for name in LAYOUT_OF_9.variable[1:]]
    numbers = [*head, length, *map(len, values), *chain.from_iterable(values)]
    return struct.pack(f"<{len(numbers)}q", *numbers)


@pytest.fixture
def written_before():
    """Have indexes written as version 9 wrote them, while the block lasts."""

    def block():
        patched = pytest.MonkeyPatch()
        patched.setattr(schema, "pack", pack_as_before)
        patched.setattr(writer, "index_fields", fields_as_before)
        patched.setattr(segment_codec, "FIELDS", LAYOUT_OF_9.fields)
        patched.setattr(writer, "VERSION", "9.3")
        return patched

    return block


@pytest.fixture
def before(fill, document, written_before):
    patched = written_before()
    filled = fill(
        document(
            1,
            1,
            "The governor raised the e-mail tax",
            people=(7,),
            publisher=4,
            section=6,
            authors=("roe",),
            speakers=(7, "state department"),
            certainty=("sure",),
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


def test_it_knows_which_people_speak_and_whether_that_is_known(before):
    facets = before.search(EngineRequest(None)).facets
    assert ([one.value for one in facets["speakers"]], facets["quoted"], facets["cues"]) == ([7], (), ())
    assert articles(before, speakers={7}) == articles(before, certainty={"checked", "sure", "likely"}) == {1}
    assert articles(before, certainty={"unsure"}) == articles(before, speakers={"state department"}) == set()


def test_it_knows_words_by_the_spelling_of_their_tokens_alone(before):
    assert articles(before, Word("e-mail")) == articles(before, Phrase("the e-mail tax")) == {1}
    by_variants = Word("email"), Prefix("emai"), Fuzzy("emial")
    assert set.union(*(articles(before, one) for one in by_variants)) == set()


def test_it_takes_no_batches(before, document, batch):
    with pytest.raises(IndexUnavailable, match="another version"):
        before.write(batch(document(3, 3, "one more")))
    assert before.state().version == "9.3"


def test_one_that_is_older_than_that_does_not_answer(before, monkeypatch):
    monkeypatch.delitem(schema.LAYOUTS, "9")
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
