"""The Whoosh engine: what matches, updates and deletions, one writer, damage."""

import shutil
from datetime import date

import pytest

from search.engines.port import Batch, EngineRequest, IndexBusy, IndexUnavailable
from search.engines.whoosh_engine import writer
from search.engines.whoosh_engine.engine import WhooshEngine
from search.language.tree import Having, Named, Not, Within, Word


@pytest.fixture
def few(fill, document):
    return fill(
        document(1, 1, "Taxes and wars", part="title", year=2019),
        document(1, 2, "The governor of Müller’s town raised the tax.", people=(7,), countries=("DE",), year=2019),
        document(1, 3, "“No war,” he said of COVID-19", has_quotation=True, speakers=(7,), people=(7, 8), year=2019),
        document(
            1, 3, "No war", unit="quotations", speakers=(7,), about=(8,), people=(7, 8), has_quotation=True, year=2019
        ),
        document(
            2,
            4,
            "The government warned of a war of words",
            publisher=5,
            countries=("DE", "FR"),
            other_speakers=("FR", "state department"),
            about=(9,),
            about_countries=("DE",),
            year=2021,
        ),
        document(2, 5, "To be or not to be in the U.S. with AT&T at 3.5%", publisher=5, part="caption", year=2021),
        document(3, 6, "An undated war", year=None),
    )


MATCHES = [
    ("war", {1, 3, 4, 6}),
    ("wars", {1, 3, 4, 6}),
    ('"wars"', {1}),
    ("MULLER", {2}),
    ("tax war", {1}),
    ("tax OR war", {1, 2, 3, 4, 6}),
    ("war -words", {1, 3, 6}),
    ("-war", {2, 5}),
    ("gov*", {2, 4}),
    ("governm*", {4}),
    ('"war of words"', {4}),
    ('"words of war"', set()),
    ('"to be or not to be"', {5}),
    ("COVID-19", {3}),
    ("U.S.", {5}),
    ("AT&T", {5}),
    ("3.5%", {5}),
    ("title:tax", {1, 2, 3}),
    ("title:tax governor", {2}),
    ("in:titles war", {1}),
    ("in:captions", {5}),
    ("in:captions war", set()),
    ("war (in:quotes war)", {3}),
    ("a OR (in:quotes tax)", {4, 2} - {2}),
    ("-in:quotes war", {1, 4, 6}),
    ("year:2021", {4, 5}),
    ("before:2021", {1, 2, 3}),
    ("-year:2021", {1, 2, 3, 6}),
    ("zxcvb", set()),
]


@pytest.mark.parametrize(("words", "numbers"), MATCHES)
def test_what_matches(few, found, words, numbers):
    assert set(found(words)) == numbers


def test_quotations_are_found_with_the_paragraph_they_lie_in(few, ask):
    answer = ask("war", unit="quotations")
    assert [(hit.paragraph, hit.quotation) for group in answer.groups for hit in group.hits] == [(3, 3)]


@pytest.mark.parametrize(
    ("field", "values", "numbers"),
    [
        ("person", {7}, {2, 3}),
        ("speaker", {7}, {3}),
        ("speaker", {"FR"}, {4}),
        ("speaker", {7, "state department"}, {3, 4}),
        ("speaker", {"DE", "state", 2**62}, set()),
        ("about", {9}, {4}),
        ("about", {"DE", 7}, {4}),
        ("about", {"FR", 7, 2**62}, set()),
        ("country", {"FR"}, {4}),
        ("publisher", {5}, {4, 5}),
        ("person", set(), set()),
        ("person", {2**62}, set()),
    ],
)
def test_looked_up_names_match_by_id(few, field, values, numbers):
    answer = few.search(EngineRequest(Having(field, frozenset(values), "x")))
    assert {hit.paragraph for group in answer.groups for hit in group.hits} == numbers


def test_places_may_stand_in_places(few):
    query = Within("title", Within("quotes", Not(Word("tax"))))
    assert few.search(EngineRequest(query)).documents == 0


def test_names_that_were_not_looked_up_are_refused(few):
    with pytest.raises(IndexUnavailable, match="looked up"):
        few.search(EngineRequest(Named("person", "Kirby")))


def test_filters_by_date_leave_out_the_undated(few, found):
    assert set(found("war", after=date(2020, 1, 1))) == {4}
    assert set(found("war", before=date(2020, 1, 1))) == {1, 3}


def test_an_update_replaces_all_documents_of_its_articles(few, document, batch, found):
    few.write(batch(document(2, 9, "War again"), reached=2))
    assert set(found("war")) == {1, 3, 6, 9}
    assert few.state().reached == 2
    assert few.state().documents == 6


def test_the_mark_of_the_journal_is_kept_as_it_was_given(few):
    assert few.rebuild([], 7, "a mark").mark == "a mark"
    few.write(Batch(frozenset(), (), 8, "the next"))
    assert (few.state().reached, few.state().mark) == (8, "the next")


def test_an_article_without_documents_is_gone(few, found):
    few.write(Batch(frozenset([1, 3]), (), 2))
    assert set(found("war")) == {4}


def test_deleted_documents_do_not_lend_their_title(few, document, batch, found):
    few.write(batch(document(1, 2, "The governor"), reached=2))
    assert found("title:tax") == []


def test_another_process_reads_what_was_committed(few, document, batch, tmp_path):
    reader = WhooshEngine(tmp_path / "engine")
    before = reader.search(EngineRequest(Word("war"))).documents
    few.write(batch(document(4, 10, "A fourth war"), reached=2))
    assert reader.search(EngineRequest(Word("war"))).documents == before + 1


def test_many_small_batches_are_merged_and_all_is_found(few, document, batch, ask, monkeypatch):
    monkeypatch.setattr(writer, "MOST_SMALL_SEGMENTS", 3)
    for number in range(10, 30):
        few.write(batch(document(number, number, "another war"), reached=number))
    assert ask("war").documents == 24
    assert ask('"another war"').documents == 20
    assert few.state().documents == 27
    assert len(few._opened.segments) < 10


def test_a_second_writer_is_told(few, tmp_path):
    other = WhooshEngine(tmp_path / "engine", wait_for_writer=0)
    with few.folder.writing(0), pytest.raises(IndexBusy):
        other.write(Batch(frozenset(), (), 2))


def test_a_write_that_fails_leaves_the_state_before(few, document, batch, found):
    with pytest.raises(IndexUnavailable):
        few.write(batch(document(4, 10, "fine war"), document(4, 11, "war", part="no such part"), reached=2))
    assert few.state().reached == 1
    assert set(found("war")) == {1, 3, 4, 6}


def test_a_rebuild_that_fails_leaves_the_old_index(few, document, batch, found):
    with pytest.raises(ValueError):
        few.rebuild([batch(document(4, 11, "war", part="no such part"))], 2)
    assert few.state().reached == 1
    assert len(list((few.folder.path / "builds").iterdir())) == 1


def test_a_rebuild_replaces_everything_and_clears_the_old_away(few, document, batch, found):
    few.rebuild([batch(document(9, 9, "peace"))], 7)
    assert found("war") == []
    assert found("peace") == [9]
    assert few.state().reached == 7
    assert len(list((few.folder.path / "builds").iterdir())) == 1


def test_searches_go_on_while_the_index_is_rebuilt(few, document, batch, found):
    def batches():
        yield batch(document(9, 9, "peace"))
        assert found("war")

    few.rebuild(batches(), 7)
    assert found("war") == []


def test_without_a_folder_the_index_is_unavailable(engine):
    with pytest.raises(IndexUnavailable):
        engine.search(EngineRequest(Word("war")))
    with pytest.raises(IndexUnavailable):
        engine.state()
    with pytest.raises(IndexUnavailable):
        engine.write(Batch(frozenset(), (), 1))


def test_an_index_deleted_under_a_reader_is_unavailable(few, ask):
    assert ask("war").documents
    shutil.rmtree(few.folder.path)
    with pytest.raises(IndexUnavailable):
        ask("war")


def damaged_files() -> list[str]:
    return ["current", "*.toc", "state-*.json", "*.trm", "*.pst", "*.facts.col"]


@pytest.mark.parametrize("pattern", damaged_files())
@pytest.mark.parametrize("damage", ["cut", "zeroed", "gone"])
def test_a_damaged_file_makes_the_index_unavailable_and_a_rebuild_heals_it(few, document, batch, pattern, damage):
    path = next(few.folder.path.rglob(pattern))
    content = path.read_bytes()
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(content[: len(content) // 3] if damage == "cut" else bytes(len(content)))
    fresh = WhooshEngine(few.folder.path)
    with pytest.raises(IndexUnavailable):
        fresh.search(EngineRequest(Word("war")))
    fresh.rebuild([batch(document(9, 9, "war"))], 7)
    assert fresh.search(EngineRequest(Word("war"))).documents == 1


def test_an_index_of_another_version_is_unavailable(few, monkeypatch):
    monkeypatch.setattr("search.engines.whoosh_engine.commit.VERSION", "another")
    with pytest.raises(IndexUnavailable, match="version"):
        WhooshEngine(few.folder.path).search(EngineRequest(Word("war")))


def test_an_empty_index_answers(fill, ask, engine):
    fill()
    assert ask("war OR -peace OR gov* OR title:a OR in:quotes").documents == 0
    assert ask('"a b"').pages == 1
    assert list(engine.indexed()) == []


def test_what_is_held_is_told_by_article(few):
    held = {indexed.article: indexed for indexed in few.indexed()}
    assert held[1].ids == {"p1", "p2", "p3", "q3"}
    assert held[1].revisions == {1}
    assert list(held) == [1, 2, 3]


def test_a_bare_word_counts_all_its_forms_and_no_other(fill, document, ask):
    fill(document(1, 1, "warning warned warn"), document(2, 2, "warn warn warn"), document(3, 3, "war warns"))
    answer = ask("warn", sort="oldest")
    assert [group.value for group in answer.groups] == [1, 2, 3]
    assert answer.groups[0].hits[0].score == pytest.approx(answer.groups[1].hits[0].score)
