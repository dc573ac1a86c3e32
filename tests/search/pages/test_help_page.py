"""The help page: every example reads without a problem and finds something in the first articles, or says so."""

import re

import pytest
from django.core.management import call_command

from search.language.parser import parse
from search.pages.examples import EXAMPLES
from search.pages.help_content import CHAPTERS
from search.results.request import SearchRequest
from search.results.search import search

pytestmark = pytest.mark.django_db

TAUGHT = [example for chapter in CHAPTERS for example in chapter.examples]
FORMS = ("Word", "Phrase", "Or", "Not", "Prefix", "Fuzzy", "Near", "AtLeast", "Within", "UnresolvedName", "Published")
FIELDS = ("title", "in", "speaker", "about", "person", "country", "publisher", "author", "section")


@pytest.fixture
def archive(seeds):
    call_command("import_articles", str(seeds))
    call_command("sync_index")


@pytest.mark.parametrize("example", [*TAUGHT, *EXAMPLES], ids=lambda example: example.words)
def test_an_example_is_read_without_a_problem(example):
    reading = parse(example.words)
    assert reading.query is not None
    assert reading.problems == ()


def test_an_example_finds_something_unless_it_is_an_illustration(archive):
    found = {
        one.words: search(SearchRequest(q=one.words, unit=one.unit)).documents for one in TAUGHT if not one.illustration
    }
    assert found
    assert all(found.values()), found


def test_every_form_and_field_is_taught():
    trees = " ".join(repr(parse(example.words).query) for example in TAUGHT)
    assert [form for form in FORMS if f"{form}(" not in trees] == []
    words = " ".join(example.words for example in TAUGHT)
    assert [field for field in (*FIELDS, "after", "before", "year") if f"{field}:" not in words] == []


def test_the_page_shows_every_example_as_a_link_that_searches(client, archive):
    page = client.get("/search/help/").content.decode()
    links = re.findall(r'<dt><a href="(/search/\?[^"]*)">', page)
    assert len(links) == len(TAUGHT)
    assert all(client.get(link.replace("&amp;", "&")).status_code == 200 for link in links)


def test_every_chapter_has_an_address_of_its_own(client):
    page = client.get("/search/help/").content.decode()
    anchors = re.findall(r'<a href="#([^"]*)">', page)
    assert [anchor for anchor in anchors if anchor != "main"] == [chapter.anchor for chapter in CHAPTERS]
    assert all(f'id="{anchor}"' in page for anchor in anchors)


def test_the_search_page_leads_to_it(client):
    assert 'href="/search/help/"' in client.get("/search/").content.decode()


def test_other_methods_are_refused(client):
    assert client.post("/search/help/").status_code == 405
