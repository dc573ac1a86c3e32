"""Updates and deletions, what the index is, one writer, rebuilds beside the index that answers."""

import shutil
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from search.engines.port import Batch, EngineRequest, IndexBusy, IndexUnavailable
from search.language.ast import Word
from search.language.parser import parse


@pytest.fixture
def few(fill, document):
    return fill(
        document(1, 1, "Tax and war", kind="title"),
        document(1, 2, "The governor", people=(7,)),
        document(1, 3, "No war", unit="quotations", speakers=(7,), has_quotation=True),
        document(2, 4, "A war of words", revision=3),
        document(3, 6, "An undated war", year=None),
    )


def test_an_update_replaces_all_documents_of_its_articles(few, document, batch, found):
    few.write(batch(document(2, 9, "War again"), reached=2))
    assert set(found("war")) == {1, 6, 9}
    assert (few.state().reached, few.state().documents) == (2, 5)


def test_the_mark_of_the_journal_is_kept_as_it_was_given(few):
    assert few.rebuild([], 7, "a mark").journal_fingerprint == "a mark"
    few.write(Batch(frozenset(), (), 8, "the next “one”"))
    assert (few.state().reached, few.state().journal_fingerprint) == (8, "the next “one”")


def test_an_article_without_documents_is_gone(few, ask, found):
    few.write(Batch(frozenset([1, 3]), (), 2))
    assert set(found("war")) == {4}
    assert ask("war", unit="articles").documents == 1
    assert ask("war", unit="quotations").documents == 0
    assert [held.article for held in few.iter_articles()] == [2]


def test_deleted_documents_do_not_lend_their_title(few, document, batch, found):
    few.write(batch(document(1, 2, "The governor"), reached=2))
    assert found("title:tax") == []


def test_another_process_reads_what_was_committed(few, again, document, batch):
    reader = again()
    before = reader.search(EngineRequest(Word("war"))).documents
    few.write(batch(document(4, 10, "A fourth war"), reached=2))
    assert reader.search(EngineRequest(Word("war"))).documents == before + 1


def test_many_small_batches_are_all_found(few, document, batch, ask):
    for number in range(10, 40):
        few.write(batch(document(number, number, "another war"), reached=number))
    assert ask("war").documents == 33
    assert ask('"another war"').documents == 30
    assert few.state().documents == 35


@pytest.mark.parametrize("times", [7, 8, 9])
def test_an_article_corrected_many_times_and_then_removed_leaves_no_damage(few, document, batch, found, again, times):
    for number in range(10, 10 + times):
        few.write(batch(document(5, number, "A word of peace"), reached=number))
    few.write(Batch(frozenset([5]), (), 30))
    again().check()
    assert set(found("war")) == {1, 4, 6}
    assert (found("peace"), few.state().documents) == ([], 5)


def test_what_is_written_again_and_again_takes_no_more_room(few, document, batch, tmp_path):
    def room() -> tuple[int, int]:
        sizes = [path.stat().st_size for path in tmp_path.rglob("*") if path.is_file()]
        return sum(sizes), len(sizes)

    for number in range(40):
        few.write(batch(document(2, 4, "A war of words " * 50), reached=number))
    first, files = room()
    for number in range(40):
        few.write(batch(document(2, 4, "A war of words " * 50), reached=number))
    assert room()[0] < 2 * first
    assert room()[1] < 2 * files


def test_a_second_writer_is_told(few, again, document, batch):
    def batches():
        with pytest.raises(IndexBusy):
            again().write(Batch(frozenset(), (), 2))
        with pytest.raises(IndexBusy):
            again().rebuild([], 2)
        yield batch(document(9, 9, "peace"))

    few.rebuild(batches(), 7)
    assert again().state().reached == 7


def test_a_writer_that_failed_lets_the_next_one_write(few, again, document, batch, found):
    with pytest.raises((IndexUnavailable, ValueError)):
        few.write(batch(document(4, 10, "fine war"), document(4, 11, "war", kind="no such part"), reached=2))
    assert few.state().reached == 1
    assert set(found("war")) == {1, 4, 6}
    again().write(batch(document(4, 10, "fine war"), reached=2))
    assert set(found("war")) == {1, 4, 6, 10}


def test_a_rebuild_that_fails_leaves_the_old_index(few, document, batch, found):
    with pytest.raises((IndexUnavailable, ValueError)):
        few.rebuild([batch(document(4, 11, "war", kind="no such part"))], 2)
    assert few.state().reached == 1
    assert set(found("war")) == {1, 4, 6}
    few.rebuild([batch(document(4, 11, "war"))], 2)
    assert set(found("war")) == {11}


def test_a_rebuild_replaces_everything_and_clears_the_old_away(few, document, batch, found, tmp_path):
    few.rebuild([batch(document(9, 9, "peace"))], 7)
    assert found("war") == []
    assert found("peace") == [9]
    assert few.state().reached == 7
    (builds,) = tmp_path.rglob("builds")
    assert len(list(builds.iterdir())) == 1


def test_searches_go_on_while_the_index_is_rebuilt(few, document, batch, found):
    def batches():
        yield batch(document(9, 9, "peace"))
        assert found("war")

    few.rebuild(batches(), 7)
    assert found("war") == []


def test_an_interrupted_rebuild_leaves_nothing_behind(few, document, batch, found, tmp_path):
    def batches():
        yield batch(document(9, 9, "peace"))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        few.rebuild(batches(), 7)
    (builds,) = tmp_path.rglob("builds")
    assert len(list(builds.iterdir())) == 1
    assert found("war")


def test_at_a_glance_it_says_what_it_is(few, document, batch):
    assert few.state(verify=False) == few.state()
    few.write(batch(document(5, 50, "one", revision=2), reached=9))
    assert few.state(verify=False) == few.state()


ASKED = [
    lambda engine: engine.search(EngineRequest(Word("war"))),
    lambda engine: engine.state(),
    lambda engine: engine.state(verify=False),
    lambda engine: engine.check(),
    lambda engine: list(engine.iter_articles()),
    lambda engine: engine.completions("wa", 5),
    lambda engine: engine.similar(["wra"], 5),
    lambda engine: engine.write(Batch(frozenset(), (), 1)),
]


@pytest.mark.parametrize("ask_it", ASKED)
def test_without_an_index_everything_is_unavailable(engine, ask_it):
    with pytest.raises(IndexUnavailable):
        ask_it(engine)


@pytest.mark.parametrize("ask_it", ASKED)
def test_an_index_deleted_under_a_reader_is_unavailable(few, ask_it, tmp_path):
    assert few.search(EngineRequest(Word("war"))).documents
    shutil.rmtree(tmp_path / "engine")
    with pytest.raises(IndexUnavailable):
        ask_it(few)


def test_what_is_held_is_told_by_article(few, document, batch):
    few.write(batch(document(5, 50, "one", revision=2), document(5, 51, "other", revision=2), reached=2))
    held = {indexed.article: indexed for indexed in few.iter_articles()}
    assert held[1].document_ids == {"p1", "p2", "q3"}
    assert (held[1].revisions, held[2].revisions, held[5].revisions) == ({1}, {3}, {2})
    assert list(held) == [1, 2, 3, 5]


def test_a_batch_for_many_articles_is_one_step(few, document):
    articles = range(10, 500)
    held = [document(number, number, "war", revision=2) for number in articles]
    few.write(Batch(frozenset(articles), held, 2))
    few.write(Batch(frozenset(articles), [replace(one, text="peace") for one in held], 3))
    assert few.search(EngineRequest(Word("peace"))).documents == len(articles)
    assert few.search(EngineRequest(Word("war"))).documents == 3


WRITES = 12
QUERIES = ("war", '"another war"', "wa*", "war -peace", "title:war OR war")


def test_threads_search_while_another_writes(fill, document, batch, again):
    fill(document(1, 1, "another war"))
    reader = again()

    def search(number: int) -> int:
        return reader.search(EngineRequest(parse(QUERIES[number % len(QUERIES)]).query)).documents

    with ThreadPoolExecutor(8) as threads:
        answers = [threads.submit(search, number) for number in range(60)]
        for number in range(2, WRITES + 2):
            again().write(batch(document(number, number, "another war"), reached=number))
            answers += [threads.submit(search, place) for place in range(10)]
    assert {answer.result() for answer in answers} <= set(range(1, WRITES + 2))
    assert search(0) == WRITES + 1


@pytest.mark.slow(reason="threads search for a while")
def test_threads_search_while_another_rebuilds(fill, document, batch, again):
    fill(document(1, 1, "another war"))
    reader, writer = again(), again()
    over = threading.Event()

    def search(number: int) -> set[int]:
        outcome = set()
        while not over.is_set():
            outcome.add(reader.search(EngineRequest(parse(QUERIES[number % len(QUERIES)]).query)).documents)
            outcome.add(reader.state().documents)
            reader.check()
        return outcome

    with ThreadPoolExecutor(3) as threads:
        answers = [threads.submit(search, number) for number in range(3)]
        for number in range(2, WRITES):
            writer.rebuild([batch(document(number, number, "another war"))], number)
            writer.write(batch(document(number, number, "another war"), reached=number))
        over.set()
    assert set().union(*(answer.result() for answer in answers)) == {1}


@pytest.mark.parametrize("withdrawn_before", [False, True])
def test_of_an_erased_article_no_file_has_a_word(few, document, batch, found, again, tmp_path, withdrawn_before):
    few.write(batch(document(7, 20, "A war over plimsolls"), document(9, 21, "One more war"), reached=2))
    few.write(batch(document(8, 22, "A quiet war"), reached=3))
    assert is_in_a_file(b"plimsolls", tmp_path)
    if withdrawn_before:
        few.write(Batch(frozenset([7]), (), 4))
        assert is_in_a_file(b"plimsolls", tmp_path)
    few.write(Batch(frozenset([7]), (), 5, purge=True))
    assert not is_in_a_file(b"plimsolls", tmp_path)
    assert set(found("war")) == {1, 4, 6, 21, 22}
    assert (few.state().reached, again().completions("plim", 5)) == (5, ())
    few.check()


def is_in_a_file(word, folder):
    return any(word in path.read_bytes() for path in folder.rglob("*") if path.is_file())
