"""Everything that is found, some of it at a time: in the order of the pages, from one state, and on from any place."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import replace

import pytest

from search.deadline import SearchTooLong
from search.engines.port import BadCursor, EngineRequest, Filters
from search.language.ast import Having, Or, Word

WAR = EngineRequest(Word("war"))
SORTS = ["relevance", "newest", "oldest"]


@pytest.fixture
def filled(fill, document):
    """Five articles with one to five matches each, one of them without a date, two of one moment."""
    years = {1: 2001, 2: 2003, 3: None, 4: 2003, 5: 2000}
    return fill(*(
        document(article, 10 * article + number, "war " * (number + 1) + "peace", year=years[article])
        for article in years
        for number in range(article)
    ))  # fmt: skip


def articles(hits):
    return [hit.article for hit in hits]


def scanned(engine, request=WAR, **how):
    return [hit for one in engine.scan(request, **how).slices for hit in one.hits]


@pytest.mark.parametrize(
    ("sort", "order"),
    [("newest", [4, 2, 1, 5, 3]), ("oldest", [5, 1, 4, 2, 3]), ("relevance", [5, 4, 3, 2, 1])],
)
def test_articles_come_in_the_order_of_the_pages_each_with_all_it_has(filled, sort, order):
    request = replace(WAR, sort=sort)
    assert list(dict.fromkeys(articles(scanned(filled, request)))) == order
    assert articles(scanned(filled, request)) == [article for article in order for _ in range(article)]


def test_it_counts_as_a_search_does(filled):
    found = filled.scan(WAR)
    assert (found.documents, found.articles, found.outdated) == (15, 5, False)


def test_slices_are_as_long_as_asked_for(filled):
    assert [len(one.hits) for one in filled.scan(WAR, slice_size=4).slices] == [4, 4, 4, 3]


def test_nothing_found_has_no_slices(filled):
    assert scanned(filled, EngineRequest(Word("zeppelin"))) == []


@pytest.mark.parametrize("unit", ["paragraphs", "articles"])
@pytest.mark.parametrize("sort", SORTS)
def test_it_goes_on_behind_any_place(filled, again, sort, unit):
    request = replace(WAR, sort=sort, unit=unit)
    whole = scanned(filled, request)
    for number, one in enumerate(filled.scan(request, slice_size=1).slices, 1):
        assert scanned(again(), request, after=one.cursor) == whole[number:]


def test_pages_copies_and_groups_of_the_request_do_not_count(filled):
    other = replace(WAR, page=3, group_by="publishers", collapse=True, groups_per_page=0, hits_per_group=1)
    assert scanned(filled, other) == scanned(filled)


def test_all_slices_are_of_the_state_at_the_call(filled, document, batch):
    expected = scanned(filled)
    slices = filled.scan(WAR, slice_size=2).slices
    first = next(slices).hits
    filled.write(batch(document(1, 10, "peace"), document(9, 90, "war")))
    assert [*first, *(hit for one in slices for hit in one.hits)] == expected


@pytest.mark.parametrize("sort", ["newest", "oldest"])
def test_it_goes_on_where_the_index_has_changed(filled, document, batch, sort):
    request = replace(WAR, sort=sort)
    cursor = next(filled.scan(request, slice_size=6).slices).cursor
    rest = scanned(filled, request, after=cursor)
    filled.write(batch(document(6, 60, "war", year=2002), document(7, 70, "war", year=1990), reached=2))
    assert [hit for hit in articles(scanned(filled, request, after=cursor)) if hit < 6] == articles(rest)


def test_it_goes_on_where_the_place_itself_is_gone(filled, document, batch):
    request = replace(WAR, sort="newest")
    cursor = next(filled.scan(request, slice_size=6).slices).cursor  # the last of article 2
    filled.write(batch(document(2, 20, "peace", year=2003), reached=2))
    assert articles(scanned(filled, request, after=cursor)) == [1, 5, 5, 5, 5, 5, 3, 3, 3]


def cursor_of(filled, request=WAR):
    return next(filled.scan(request, slice_size=2).slices).cursor


@pytest.mark.parametrize(
    "other",
    [
        EngineRequest(Word("peace")),
        replace(WAR, sort="newest"),
        replace(WAR, unit="articles"),
        replace(WAR, filters=Filters({"kinds": frozenset(["body"])})),
    ],
)
def test_a_cursor_of_another_search_is_none(filled, other):
    with pytest.raises(BadCursor, match="another search"):
        filled.scan(other, after=cursor_of(filled))


def test_a_cursor_is_the_same_whatever_the_order_of_values(filled):
    one = EngineRequest(Or((Word("war"), Having("country", frozenset(["DE", "FR", "XK"]), "x"))))
    other = EngineRequest(Or((Word("war"), Having("country", frozenset(["XK", "FR", "DE"]), "x"))))
    assert cursor_of(filled, one) == cursor_of(filled, other)


def forged(*keys):
    return urlsafe_b64encode(json.dumps(keys).encode()).decode()


FORGED = [
    "x",
    "é",
    "=====",
    "%00",
    forged(),
    forged("digest", 1, 2, 3, 4, 5, 6),
    urlsafe_b64encode(b"[" * 100_000).decode(),
    urlsafe_b64encode(b"\xff\xfe").decode(),
    urlsafe_b64encode(b"7").decode(),
]


@pytest.mark.parametrize("cursor", FORGED)
def test_what_is_no_cursor_is_said_so(filled, cursor):
    with pytest.raises(BadCursor):
        filled.scan(WAR, after=cursor)


@pytest.mark.parametrize("key", [float("nan"), float("inf"), 10**30, True, None, "7", [1], {}])
def test_keys_that_are_no_numbers_of_the_index_are_refused(filled, key):
    digest, *keys = json.loads(urlsafe_b64decode(cursor_of(filled)))
    for place in range(len(keys)):
        with pytest.raises(BadCursor):
            filled.scan(WAR, after=forged(digest, *keys[:place], key, *keys[place + 1 :]))


def test_any_numbers_are_a_place(filled):
    digest, *keys = json.loads(urlsafe_b64decode(cursor_of(filled)))
    assert scanned(filled, after=forged(digest, *[-(2**62)] * len(keys))) == scanned(filled)
    assert scanned(filled, after=forged(digest, *[2**62] * len(keys))) == []


def test_it_takes_no_more_time_than_a_search(filled):
    with pytest.raises(SearchTooLong):
        filled.scan(replace(WAR, timeout=-1))
