"""Everything that a request finds: as many rows as are counted, in the order of the list, some at a time."""

import shutil
from dataclasses import replace
from typing import Any

import pytest

from articles.importing.importer import import_article
from articles.models import Article
from articles.sources import SourceArticle, SourceParagraph
from search.deadline import SearchTooLong
from search.engines.port import BadCursor, IndexUnavailable
from search.indexing.sync import sync
from search.results import scan as module
from search.results.ask_engine import SearchUnavailable
from search.results.prepared_query import prepare
from search.results.request import SearchRequest
from search.results.scan import EmptyRequest, scan
from search.results.search import search
from tests.search.fake_engines import BreakingOff, Counting, Failing

pytestmark = pytest.mark.django_db

REQUESTS = [
    SearchRequest(q="war"),
    SearchRequest(q="war", sort="oldest"),
    SearchRequest(q="war OR peace", sort="newest"),
    SearchRequest(q="war", unit="quotations"),
    SearchRequest(q="in:quotes war"),
    SearchRequest(chosen=(("kinds", ("title",)),)),
    SearchRequest(q="war", page=3),
    SearchRequest(q="war peace", unit="articles"),
    SearchRequest(q="-peace", unit="articles"),
    SearchRequest(q="-war"),
    SearchRequest(q="zeppelin"),
]


@pytest.fixture
def listed(archive, add_article):
    for number in range(12):
        add_article(f"War {number}", *["The war goes on."] * (number % 4), "At last, peace.", year=1980 + number)
    sync()


def keys(request: SearchRequest) -> list[tuple[Any, ...]]:
    return [
        (row.article.pk, row.paragraph and row.paragraph.pk, row.quotation and row.quotation.pk)
        for row in scan(prepare(request), 1000).rows
    ]


def shown(request: SearchRequest) -> list[int]:
    """The articles of all pages of the list."""
    pages = [search(request.on_page(page)) for page in range(1, search(request).pages + 1)]
    return [found.article.pk for page in pages for found in page.articles]


@pytest.mark.parametrize("request_", [*REQUESTS, SearchRequest(q="war", group_by="publishers")])
def test_there_are_as_many_rows_as_the_page_counts(listed, request_):
    found = scan(prepare(request_), 1000)
    results = search(request_)
    assert (found.documents, found.articles, found.unit) == (results.documents, results.article_count, results.unit)
    assert len(set(keys(request_))) == len(keys(request_)) == results.documents


@pytest.mark.parametrize("request_", REQUESTS)
def test_they_are_in_the_order_of_the_list(listed, request_):
    articles = [row.article.pk for row in scan(prepare(request_), 1000).rows]
    assert list(dict.fromkeys(articles)) == shown(replace(request_, page=1))


def test_small_steps_find_the_same(listed, monkeypatch):
    whole = keys(SearchRequest(q="war"))
    monkeypatch.setattr(module, "ROWS_PER_QUERY", 2)
    assert keys(SearchRequest(q="war")) == whole


@pytest.mark.parametrize("request_", REQUESTS)
def test_it_goes_on_behind_any_batch(listed, monkeypatch, request_):
    monkeypatch.setattr(module, "ROWS_PER_QUERY", 2)
    whole = list(scan(prepare(request_)).batches)
    for number, batch in enumerate(whole, 1):
        rest = scan(prepare(request_), after=batch.cursor)
        assert list(rest.batches) == whole[number:]
        assert rest.documents == sum(len(one.rows) for one in whole)


def test_the_engine_is_asked_once(listed, use_engine, monkeypatch):
    monkeypatch.setattr(module, "ROWS_PER_QUERY", 2)
    use_engine(counting := Counting())
    assert len(list(scan(prepare(SearchRequest(q="war"))).rows)) > 2
    assert counting.calls == ["scan"]


def test_a_cursor_of_another_search_is_refused(listed):
    cursor = next(scan(prepare(SearchRequest(q="war"))).batches).cursor
    with pytest.raises(BadCursor):
        scan(prepare(SearchRequest(q="peace")), after=cursor)


def test_no_more_are_read_than_are_asked_for(listed):
    found = scan(prepare(SearchRequest(q="war")), 3)
    assert len(list(found.rows)) == 3 < found.documents


def test_queries_grow_with_the_steps_and_not_with_the_rows(listed, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        for row in scan(prepare(SearchRequest(q="war")), 1000).rows:
            assert row.address
            assert row.speakers is not None
            assert str(row.article)
            assert str(row.article.publisher)
            assert row.subjects is not None


def test_a_quotation_has_its_speakers_and_a_paragraph_those_it_quotes(listed):
    (said,) = scan(prepare(SearchRequest(q="war", unit="quotations")), 9).rows
    assert (said.text, said.speakers, said.paragraph.number) == ("No war with China", ["Kirby"], 1)
    assert said.address == f"/articles/{said.article.pk}/p1-{said.paragraph.fingerprint[:6]}/"
    (paragraph,) = scan(prepare(SearchRequest(q="china")), 9).rows
    assert (paragraph.text, paragraph.speakers) == ("“No war with China,” Kirby said.", ["Kirby"])
    (term,) = scan(prepare(SearchRequest(q='"so called"')), 9).rows
    assert term.speakers == []


def test_what_was_deleted_since_is_passed_over(listed, archive):
    before = len(keys(SearchRequest(q="war")))
    archive[0].delete()
    assert len(keys(SearchRequest(q="war"))) == before - 1


@pytest.mark.parametrize(("words", "sentence"), [("", "nothing to search for"), ("()", "nothing to search")])
def test_an_empty_request_is_an_error(listed, words, sentence):
    with pytest.raises(EmptyRequest, match=sentence):
        scan(prepare(SearchRequest(q=words)), 9)


def test_an_index_that_is_away_is_told_before_anything_is_read(listed, settings):
    shutil.rmtree(settings.SEARCH_INDEX_DIR)
    with pytest.raises(SearchUnavailable):
        scan(prepare(SearchRequest(q="war")), 9)


def test_a_search_that_takes_too_long_is_told_before_anything_is_read(listed, use_engine):
    use_engine(Failing(SearchTooLong("too long")))
    with pytest.raises(SearchUnavailable):
        scan(prepare(SearchRequest(q="war")))


def test_an_index_lost_on_the_way_is_told_there(listed, monkeypatch, use_engine):
    monkeypatch.setattr(module, "ROWS_PER_QUERY", 2)
    use_engine(BreakingOff(IndexUnavailable("gone"), slices=1))
    rows = scan(prepare(SearchRequest(q="war"))).rows
    assert next(rows) is not None
    with pytest.raises(SearchUnavailable):
        list(rows)


@pytest.fixture
def copied(archive):
    """A story and its copy in another paper, each with a match of its own words too."""
    texts = "\n\n".join(f"Sentence {word} of a long report about the war at sea." for word in "abcdefghij")
    for name in ("one", "two"):
        paragraphs = tuple(SourceParagraph(text) for text in texts.split("\n\n"))
        import_article(SourceArticle("a place", "a.txt", paragraphs, source_id=name, title="War at sea"))
    sync()


@pytest.mark.parametrize("unit", ["", "articles"])
def test_copies_that_the_list_folds_are_rows_of_their_own(copied, unit):
    request = SearchRequest(q="war", unit=unit)
    folded = search(request)
    assert [found.copy_count for found in folded.articles].count(1) == 1
    assert len(keys(request)) == folded.documents
    assert {row[0] for row in keys(request)} == set(Article.objects.values_list("pk", flat=True))
