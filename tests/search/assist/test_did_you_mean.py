"""Did you mean …?: another spelling where it finds more, in the query's own form."""

import pytest

from search.assist.did_you_mean import DidYouMean, did_you_mean
from search.deadline import Deadline
from search.indexing.sync import sync
from search.results.request import SearchRequest
from search.results.search import search

pytestmark = pytest.mark.django_db

WORDS = {"kept": 1, "silent": 1, "muller": 1, "words": 1, "tax": 2, "gone": 9}
ALIKE = {
    "slient": ("silent",),
    "miller": ("muller",),
    "kelt": ("kept",),
    "wards": ("words",),
    "tix": ("gone", "tax"),
    "silent": ("gone",),
}


@pytest.fixture(autouse=True)
def synced(archive, words_given):
    sync()
    words_given(WORDS, ALIKE)


@pytest.fixture
def meant(helped):
    def offered(words: str, **request) -> DidYouMean | None:
        return helped(did_you_mean(search(SearchRequest(words, **request)), Deadline(60)))

    return offered


MEANT = [
    ("slient", "silent"),
    ("miller slient", "Müller silent"),
    ('"miller kelt" tax', '"Müller kept" tax'),
    ("title:wards", "title:(words)"),
    ("in:titles wards", "in:titles words"),
    ("slient OR zebra", "silent OR zebra"),
    ("slient -war", "silent -war"),
    ("publisher:daily slient", 'publisher:"daily" silent'),
    ("tix", "tax"),
    ("silent", None),
    ("zebra", None),
    ("slient zebra", None),
    ("-slient", None),
    ("person:miller", None),
    ("", None),
]


@pytest.mark.parametrize(("words", "other"), MEANT)
def test_what_was_perhaps_meant(meant, words, other):
    found = meant(words)
    assert (found.request.q if found else None) == other


@pytest.mark.parametrize("words", [words for words, other in MEANT if other])
def test_it_finds_what_it_says(meant, words):
    found = meant(words)
    assert search(found.request).documents == found.count > search(SearchRequest(words)).documents


def test_a_word_that_is_there_is_left_alone_where_filters_find_nothing(meant):
    assert meant("silent", date_to="1999") is None


def test_it_says_how_much_it_finds_with_all_other_choices(meant):
    found = meant("tix", date_from="2020", page=3)
    assert found.count == search(found.request).documents == 2
    assert found.request.to_query() == "q=tax&date_from=2020"


def test_the_words_that_differ_are_set_off(client, meant):
    found = meant('"miller kelt" tax')
    assert found.parts == (('"', False), ("Müller", True), (" ", False), ("kept", True), ('" tax', False))
    page = client.get("/search/", {"q": "slient <b>"}).content.decode()
    assert "<b>" not in page
    assert "<em>silent</em>" in client.get("/search/", {"q": "slient"}).content.decode()
