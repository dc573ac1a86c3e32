"""A result, opened: its article with marks, the way on through the list, and a sentence for whatever is wrong."""

import re
import shutil
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from search.deadline import SearchTooLong
from search.indexing.sync import sync
from search.pages.addresses import opened_address
from search.results.request import SearchRequest
from tests.search.fake_engines import Failing

pytestmark = pytest.mark.django_db


@pytest.fixture
def listed(archive, add_article):
    """The archive and five articles of war, indexed."""
    rows = [
        add_article(f"War, part {number}", "There is no end of the war in sight.", year=1990 + number)
        for number in range(5)
    ]
    sync()
    return rows


@pytest.fixture
def look(client, listed):
    def page(article, **parameters) -> str:
        answer = client.get(reverse("opened", args=[article.pk]), parameters)
        assert answer.status_code == 200
        return answer.content.decode()

    return page


def bar(page: str) -> str:
    return page.split('class="opened-bar"')[1].split("</section>")[0]


def link(page: str, name: str) -> str:
    return unescape(re.search(rf'id="{name}"[^>]*href="([^"]*)"|href="([^"]*)"[^>]*>{name}<', page).expand(r"\1\2"))


def test_every_match_is_marked_and_has_an_address(look, archive):
    page = look(archive[0], q="war OR tax", at=1)
    assert re.findall(r'<mark class="hit" title="" id="(m\d+)">([^<]*)<', page) == [
        ("m1", "tax"),
        ("m2", "war"),
        ("m3", "tax"),
    ]
    assert "3 matches" in bar(page)
    assert [f'href="#m{number}"' in bar(page) for number in (1, 2, 3, 4)] == [True, True, True, False]


def test_a_match_across_other_marks_has_its_id_once(look, archive):
    page = look(archive[0], q='"with china kirby"')
    assert page.count('id="m1"') == 1
    assert len(re.findall(r'<mark class="hit"', page)) > 1


def test_it_is_the_page_of_the_article_and_says_so(look, archive):
    page = look(archive[0], q="war")
    assert f'<link rel="canonical" href="http://testserver/articles/{archive[0].pk}/">' in page
    assert "<title>Talks on tax" in page
    assert 'id="p1"' in page
    assert link(page, "Without your search") == archive[0].get_absolute_url()


def test_the_neighbours_are_those_of_the_list(look, client, listed):
    page = look(listed[1], q="war", sort="oldest", at=2)
    assert "2 of 7" in bar(page).replace('<span class="opened-word">Result </span>', "")
    assert link(page, "previous-result") == f"/search/opened/{listed[0].pk}/?q=war&sort=oldest&at=1#title"
    following = link(page, "next-result")
    assert following == f"/search/opened/{listed[2].pk}/?q=war&sort=oldest&at=3#title"
    assert "War, part 2" in client.get(following).content.decode()
    assert link(page, "Back to the list") == "/search/?q=war&sort=oldest#result-2"


def test_the_way_from_the_list_and_back(client, listed):
    found = client.get("/search/", {"q": "war", "sort": "oldest"}).content.decode()
    address = unescape(re.search(r'id="result-3".*?href="([^"]*)"', found, re.S)[1])
    assert address == f"/search/opened/{listed[2].pk}/?q=war&sort=oldest&at=3#title"
    back, _, entry = link(client.get(address).content.decode(), "Back to the list").partition("#")
    assert f'id="{entry}"' in client.get(back).content.decode()


def test_more_matches_than_the_list_shows_lead_here(client, add_article):
    article = add_article("Long", *["war"] * 6)
    sync()
    page = client.get("/search/", {"q": "war"}).content.decode()
    more = unescape(re.search(r'href="([^"]*)">3 more in this article', page)[1])
    assert more == f"/search/opened/{article.pk}/?q=war&at=1#p1"
    assert "6 matches" in client.get(more).content.decode()


def test_of_quotations_only_the_quoted_words_are_marked(look, archive):
    page = look(archive[0], q="china OR kirby", unit="quotations", at=1)
    assert re.findall(r'<mark class="hit"[^>]*>([^<]*)<', page) == ["China"]
    assert "1 of 1" in bar(page).replace('<span class="opened-word">Result </span>', "")


def test_filters_alone_have_neighbours_and_nothing_to_mark(look, archive):
    page = look(archive[1], kind="title", sort="newest", at=2)
    assert "No words to mark" in bar(page)
    assert link(page, "previous-result").startswith(f"/search/opened/{archive[0].pk}/?kind=title")


def test_an_article_without_a_match_says_so(look, archive):
    assert "No match in this article" in bar(look(archive[0], q="zeppelin"))


def test_one_that_is_no_longer_in_the_list_says_so_and_is_shown(look, archive):
    page = look(archive[0], q="zeppelin OR part", at=12)
    assert "no longer near position 12 of the results" in page
    assert link(page, "Back to the list") == "/search/?q=zeppelin+OR+part&page=2#result-12"
    assert "Talks on tax" in page
    assert "next-result" not in page


def test_without_an_index_the_article_is_shown_with_marks(look, archive, settings, caplog):
    shutil.rmtree(settings.SEARCH_INDEX_DIR)
    page = look(archive[0], q="war", at=1)
    assert "2 matches" in bar(look(archive[0], q="tax"))
    assert "are not known at the moment" in page
    assert 'class="hit"' in page
    assert "next-result" not in page
    assert "no index" in caplog.text


def test_a_search_that_takes_too_long_leaves_the_article(look, archive, use_engine):
    use_engine(Failing(SearchTooLong("too long")))
    page = look(archive[0], q="war", at=1)
    assert "was stopped because it takes longer" in page
    assert 'class="hit"' in page


@pytest.mark.parametrize("at", ["0", "-1", "one", "1.5", "٣", "9" * 30, "<script>", "\x00x", "1 OR 1=1"])
def test_a_position_that_is_none_gets_a_sentence(look, archive, at):
    page = look(archive[0], q="war", at=at)
    assert "is not a position in a list of results" in page
    assert "<script>al" not in page
    assert 'class="hit"' in page


def test_a_position_beyond_the_list_gets_a_sentence(look, archive):
    assert "no longer near position 999,999,999,999 of the results" in look(archive[0], q="words", at="999999999999")


HOSTILE = ["(" * 900, '"' * 999, "* ~ ^", "<script>alert(1)</script>", "a" * 5000, "\x00", "a* " * 400, "-" * 99]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_answered(look, archive, words):
    page = look(archive[0], q=words, at=1, page="x", country="Narnia", date_from="soon")
    assert "Talks on tax" in page
    assert "<script>alert" not in page
    assert page.count("it was left out") >= 3


def test_a_list_by_speaker_has_no_positions_for_articles(look, archive):
    page = look(archive[0], q="war", by="speakers", page="2", at="1")
    assert "next-result" not in page
    assert link(page, "Back to the list") == "/search/?q=war&by=speakers&page=2"


def test_an_article_that_is_not_there_is_not_found(client, listed):
    assert client.get("/search/opened/999999/", {"q": "war"}).status_code == 404


def test_it_cannot_be_posted_to(client, archive):
    assert client.post(reverse("opened", args=[archive[0].pk])).status_code == 405


def queries(client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_it_takes_two_queries_more_than_the_article_however_long_that_is(client, listed, add_article, mention):
    long = add_article("War again", *["China is at war"] * 30, year=2022)
    for paragraph in long.paragraphs.filter(kind="body"):
        mention(paragraph, "China", code="CN")
    sync()
    for article, at in ((listed[1], 2), (long, 8)):
        plain = queries(client, article.get_absolute_url())
        assert queries(client, opened_address(article.pk, SearchRequest(q="war", sort="oldest"), at)) == plain + 2
    assert plain <= 8
