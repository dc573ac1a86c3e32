"""Keyword in context: every place is a line, sorted by what stands beside it."""

import pytest

from search.indexing.sync import sync
from search.results import concordance as module
from search.results.concordance import CONTEXT, ORDERS, PER_PAGE, concordance
from search.results.prepared_query import prepare
from search.results.request import SearchRequest
from search.results.scan import EmptyRequest

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ferries(add_article, quote):
    """Two articles with five places of a word, one of them quoted."""
    first = add_article("Boats", "The old ferry sank. A new ferry came.", "Every ferry stops here.", year=2021)
    quote(first.paragraphs.get(number=2), "Mara Quill", "Every ferry stops here.")
    add_article("Ships", "No ferry ran; the Ferry Board met.", year=2020)
    sync()


def lines(order, **asked):
    found = concordance(prepare(SearchRequest(**{"q": "ferry", **asked})), order)
    return [(line.before.split()[-1:], line.words, line.after.split()[:1]) for line in found.lines]


def test_lines_by_what_follows():
    assert [after for *_, after in lines("right")] == [["Board"], ["came."], ["ran;"], ["sank."], ["stops"]]


def test_lines_by_what_goes_before_the_nearest_word_first():
    assert [before for before, *_ in lines("left")] == [["Every"], ["new"], ["No"], ["old"], ["the"]]


def test_lines_by_the_words_themselves():
    found = [words.casefold() for _, words, _ in lines("match", q="ferry OR board")]
    assert found == sorted(found)
    assert len(found) == 6


def test_lines_in_the_order_of_the_list():
    oldest_first = lines("list", sort="oldest")
    assert [after for *_, after in oldest_first][:2] == [["ran;"], ["Board"]]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("unit", ["paragraphs", "articles", "quotations"])
def test_each_order_has_the_same_lines(order, unit):
    assert sorted(lines(order, unit=unit)) == sorted(lines("list", unit=unit))
    assert len(lines(order, unit=unit)) == (1 if unit == "quotations" else 5)


def test_of_quotations_the_lines_are_what_was_said():
    found = concordance(prepare(SearchRequest("ferry", unit="quotations")), "right")
    assert [(line.quotation.text, line.before, line.after) for line in found.lines] == [
        ("Every ferry stops here.", "Every ", " stops here.")
    ]


def test_a_line_is_its_text_around_the_words(add_article):
    long = " ".join(f"before{n}" for n in range(40)) + " zeppelin " + " ".join(f"after{n}" for n in range(40))
    add_article("Airship", long)
    sync()
    (line,) = concordance(prepare(SearchRequest("zeppelin")), "right").lines
    assert line.before.startswith("… before")
    assert line.before.endswith("before39 ")
    assert line.after.startswith(" after0")
    assert line.after.endswith(" …")
    assert max(len(line.before), len(line.after)) <= CONTEXT + 2
    assert line.before.removeprefix("… ") + line.words + line.after.removesuffix(" …") in long


def test_pages_have_all_lines_once(add_article):
    add_article("Many", " ".join(f"ferry {n:03}." for n in range(PER_PAGE)))
    sync()
    pages = [concordance(prepare(SearchRequest("ferry", page=page)), "right") for page in (1, 2, 3, 99)]
    assert [page.page for page in pages] == [1, 2, 2, 2]
    assert [len(page.lines) for page in pages] == [PER_PAGE, 5, 5, 5]
    everything = [(line.before, line.after) for page in pages[:2] for line in page.lines]
    assert len(set(everything)) == PER_PAGE + 5


def test_what_is_not_read_is_counted(monkeypatch):
    monkeypatch.setattr(module, "MOST_DOCUMENTS", 2)
    found = concordance(prepare(SearchRequest("ferry")), "right")
    assert (found.documents, found.read, found.left_out) == (3, 2, 1)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (SearchRequest(), "nothing to search for"),
        (SearchRequest(date_from="2020"), "give some words"),
        (SearchRequest("-ferry"), "give some words"),
    ],
)
def test_without_words_there_is_nothing_to_show(asked, sentence):
    with pytest.raises(EmptyRequest, match=sentence):
        concordance(prepare(asked), "right")


def test_more_lines_cost_no_more_queries(add_article, django_assert_num_queries):
    asked = prepare(SearchRequest("ferry"))
    with django_assert_num_queries(3):
        concordance(asked, "right")
    for number in range(20):
        add_article(f"More {number}", "A ferry again.", publisher=f"Paper {number}")
    sync()
    with django_assert_num_queries(3):
        assert len(concordance(asked, "right").lines) == 25
