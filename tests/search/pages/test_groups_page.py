"""The page of results by speaker, publisher, country or month, of whole articles, and with copies folded."""

import re
from html import unescape

import pytest

from articles.importing.importer import import_article
from articles.models import Person
from articles.sources import SourceArticle, SourceParagraph
from search.indexing.sync import sync

pytestmark = pytest.mark.django_db


@pytest.fixture
def look(client, archive, add_article):
    add_article("Late war", "The war went on.", "Nobody knew which war.", "War, war.", "War.", year=2021)
    sync()

    def page(**parameters) -> str:
        answer = client.get("/search/", parameters)
        assert answer.status_code == 200
        return answer.content.decode()

    return page


def groups(page: str) -> list[tuple[str, str, str]]:
    """The groups of a page: what each is called, how many it has, and its share."""
    found = re.findall(
        r'<section class="result group".*?<a [^>]*>([^<]*)</a>.*?<strong>(\d+)</strong> of 8 paragraphs, ([\d.]+%)<',
        page,
        re.S,
    )
    return [(unescape(name), count, share) for name, count, share in found]


GROUPED = [
    ("speakers", [("Kirby", "1", "12.5%")], "1 speaker"),
    ("publishers", [("The Daily", "6", "75.0%"), ("The Weekly", "2", "25.0%")], "2 publishers"),
    ("countries", [("China", "1", "12.5%")], "1 country"),
    ("months", [("June 2021", "6", "75.0%"), ("June 2019", "2", "25.0%")], "2 months"),
]


@pytest.mark.parametrize(("by", "expected", "totals"), GROUPED)
def test_groups_tell_how_many_each_has(look, by, expected, totals):
    page = look(q="war", by=by)
    assert groups(page) == expected
    count = re.search(r'<p id="results-count".*?</p>', page, re.S)[0]
    assert f"8</strong> paragraphs in 3 articles · {totals}" in " ".join(
        re.sub("</?(?!/?strong)[^>]*>", "", count).split()
    )


def test_a_group_leads_to_itself_alone(look):
    kirby = Person.objects.get(name="Kirby").pk
    assert f'<a href="?q=war&amp;speaker={kirby}">Kirby</a>' in look(q="war", by="speakers")
    page = look(q="war", by="publishers")
    assert "3 more<span" in page
    assert "Late <mark" in page


def test_its_bar_has_the_width_of_its_share(look):
    assert re.findall(r'<rect class="bar-ink" width="([\d.]*)"', look(q="war", by="publishers")) == ["75.0", "25.0"]


def test_whole_articles_are_found_by_words_of_different_paragraphs(look):
    assert "Nothing was found" in look(q="müller war")
    page = look(q="müller war", unit="articles")
    assert "Talks on tax" in page
    assert "more in this article" not in page
    assert "<strong>1</strong> article" in page


def test_nothing_has_no_groups(look):
    page = look(q="zeppelin", by="speakers")
    assert "Nothing was found" in page


LINES = [f"The pilot boat of quay {n} brought the mail ashore before the tide turned at hour {n}." for n in range(12)]


@pytest.fixture
def copies(db):
    for number, house in enumerate(("The Daily", "The Quay", "The <Pier>")):
        paragraphs = tuple(SourceParagraph(line) for line in LINES)
        import_article(
            SourceArticle("a place", "a.txt", paragraphs, source_id=f"c:{number}", title="Mail", publisher=house)
        )
    sync()


def test_copies_of_a_story_are_one_result_that_names_the_others(client, copies):
    page = client.get("/search/?q=pilot").content.decode()
    assert page.count('<article id="result-') == 1
    also = re.search(r'<span class="copies">(.*?)</span>', page, re.S)[1]
    assert "and in 2 copies:" in also
    assert len(re.findall(r'<a href="/search/opened/\d+/[^"]*" title="Mail">', also)) == 2
    assert "<Pier>" not in page


def test_copies_can_be_kept_apart(client, copies):
    page = client.get("/search/?q=pilot&copies=apart").content.decode()
    assert page.count('<article id="result-') == 3
    assert "and in" not in page
    assert 'name="copies" value="apart" checked' in page
