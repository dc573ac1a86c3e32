"""The page of results: works for anything in its address, counts what a value alone finds, costs the same each time."""

import re
import shutil
from html import unescape
from urllib.parse import urlencode

import pytest
from django.core.management import call_command
from django.test import override_settings

from articles.importing.importer import import_article
from articles.sources import SourceArticle, SourceParagraph
from search.pages.examples import EXAMPLES
from tests.search.pages.sent_fields import sent_fields

pytestmark = pytest.mark.django_db


def add(name: str, *texts: str, title: str = "") -> None:
    paragraphs = tuple(SourceParagraph(text) for text in texts)
    import_article(SourceArticle("a place", "a.txt", paragraphs, source_id=name, title=title))


@pytest.fixture(scope="module")
def indexed(rows_of_a_module, seeds, tmp_path_factory):
    """Fill the archive, once for all tests here, and return the folder of its index."""
    folder = tmp_path_factory.mktemp("archive") / "index"
    add("test:1", "The ferry left for Morocco.", "“The ferry was late,” said Amara Okafor.", title="A ferry leaves")
    add("test:2", "Nobody in Lisbon saw a <b>ferry</b> & a ship.")
    call_command("import_articles", str(seeds))
    with override_settings(SEARCH_INDEX_DIR=folder):
        call_command("sync_index")
    return folder


@pytest.fixture
def archive(db, indexed, settings):
    shutil.copytree(indexed, settings.SEARCH_INDEX_DIR)


@pytest.fixture
def look(client, archive):
    def page(**parameters) -> str:
        answer = client.get("/search/", parameters)
        assert answer.status_code == 200
        return answer.content.decode()

    return page


def count_of(page: str) -> str:
    """How much a page says was found."""
    (count,) = re.findall(r'<p id="results-count".*?</p>', page, re.S)
    return " ".join(unescape(re.sub(r"<[^>]*>", "", count)).split())


def test_paragraphs_are_grouped_by_article_with_marks(look):
    page = look(q="ferry")
    assert "4 paragraphs in 2 articles" in count_of(page)
    assert 'The <mark class="hit" title="">ferry</mark> left for Morocco.' in page


def test_marks_are_set_after_escaping(look):
    page = look(q="ferry ship")
    assert 'a &lt;b&gt;<mark class="hit" title="">ferry</mark>&lt;/b&gt; &amp; a' in page


def test_a_result_leads_to_its_paragraph(look, client):
    (address,) = set(re.findall(r'href="(/search/opened/\d+/[^"]*#p\d+)"', look(q='"left for"')))
    path, anchor = unescape(address).split("#")
    assert f'id="{anchor}"' in client.get(path).content.decode()


def test_an_untitled_article_is_called_by_its_first_words_and_says_so(look):
    page = look(q="Lisbon")
    assert "Nobody in Lisbon saw a" in page
    assert "Untitled" in page


@pytest.mark.parametrize("name", ["Morocco", "Amara Okafor", "with a quotation"])
def test_a_facet_counts_what_its_click_gives(look, client, name):
    page = look(q="ferry")
    links = re.findall(r'href="(/[^"]*)"[^>]*>\s*<span class="facet-name">([^<]*)<.*?facet-count">(\d+)<', page, re.S)
    address, count = next((unescape(a), int(n)) for a, called, n in links if called == name)
    after = client.get(address).content.decode()
    assert count_of(after).startswith(f"{count} paragraph")
    assert "Filters in use" in after


def test_only_the_words_quoted_are_searched(look):
    said = "1 quotation in 1 article of them 1 in their speakers’ own words"
    assert count_of(look(q="ferry", unit="quotations")) == count_of(look(q="ferry in:quotes")) == said


TAB = re.compile(
    r'<button type="submit"[^>]* id="(tab-\w+)"[^>]*>(\w+)(?: <span class="count">([\d,]*)</span>)?</button>'
)


def tabs(page: str) -> dict[str, tuple[str, str]]:
    """The tabs of a page by their names: the address that each sends the form to, and how much it says there is."""
    return {name: (f"?{urlencode(sent_fields(page, button))}", count) for button, name, count in TAB.findall(page)}


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "ferry"},
        {"q": "ferry", "unit": "quotations", "copies": "apart", "by": "countries"},
        {"q": "late in:quotes"},
        {"q": "ferry ship", "unit": "articles", "date_from": "2000"},
        {"q": "zeppelin"},
        {"quotations": "with", "page": "2"},
    ],
    ids=str,
)
def test_each_unit_is_a_tab_that_finds_what_it_counts(look, client, asked):
    counted = tabs(look(**asked))
    assert list(counted) == ["Paragraphs", "Quotations", "Articles"]
    for name, (address, count) in counted.items():
        found = client.get(f"/search/{address}").context["found"]
        assert (found.unit, f"{found.documents:,}") == (name.lower(), count)


@pytest.fixture
def led_to(client):
    """Press a tab of a page: `led_to("Articles", page)` is the address that is shown with what it leads to."""

    def pressed(name: str, page: str) -> str:
        return client.get(f"/search/{tabs(page)[name][0]}", headers={"HX-Request": "true"})["HX-Push-Url"]

    return pressed


def test_the_tab_in_sight_is_what_is_searched_and_leads_back(look, led_to):
    page = look(q="ferry", unit="quotations", quotations="with")
    assert re.findall(r'id="tab-(\w+)" aria-current="true"', page) == ["quotations"]
    assert led_to("Paragraphs", page) == "/search/?q=ferry&quotations=with"


ASKED_IN_QUOTES = {
    "Paragraphs": "/search/?q=late+in%3Aquotes&unit=paragraphs",
    "Quotations": "/search/?q=late+in%3Aquotes&unit=quotations",
    "Articles": "/search/?q=late+in%3Aquotes&unit=articles",
}


@pytest.mark.parametrize("unit", ["", "paragraphs", "quotations", "articles"])
def test_words_asked_for_in_quotations_stay_so_in_every_tab(look, led_to, unit):
    page = look(q="late in:quotes", unit=unit)
    assert {name: led_to(name, page) for name in tabs(page)} == ASKED_IN_QUOTES


def test_without_an_answer_tabs_have_no_number(look, settings, tmp_path):
    assert {count for _, count in tabs(look()).values()} == {""}
    settings.SEARCH_INDEX_DIR = tmp_path / "none"
    assert {count for _, count in tabs(look(q="ferry")).values()} == {""}


@pytest.mark.parametrize(("name", "says"), [("date-from", "it is included"), ("date-to", "it is included")])
def test_the_dates_say_whether_they_are_included(look, name, says):
    page = look()
    (described,) = re.findall(rf'<input id="search-{name}"[^>]*aria-describedby="([^"]*)"', page)
    assert says in page.split(f'id="{described}"')[1].split("</p>")[0]


def test_a_quotation_that_is_found_is_shown_with_its_speaker(look):
    page = look(q="late", unit="quotations")
    assert re.search(r"<blockquote [^>]*>“The ferry was <mark[^>]*>late</mark>,”</blockquote>", page)
    assert re.search(r'class="name name-person"[^>]*>Amara Okafor<', page)


def test_nothing_asked_shows_what_can_be_typed(look):
    page = look()
    assert "What you can type" in page
    assert "paragraphs in" not in page


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.words)
def test_every_example_is_understood(look, example):
    page = look(q=example.words)
    assert 'class="notice' not in page or "The archive knows no" in page
    assert "Searched" in page


def test_no_results_say_so_and_keep_the_words(look):
    page = look(q="zeppelin")
    assert "Nothing was found" in page
    assert 'value="zeppelin"' in page


def test_what_could_not_be_read_is_said_and_the_rest_is_searched(look):
    page = look(q='ferry "')
    assert 'class="notice"' in page
    assert "paragraphs" in page


HOSTILE = [
    {"q": "\x00"},
    {"q": "(" * 5000},
    {"q": '"' * 999},
    {"q": "a* " * 500},
    {"q": "-" * 400},
    {"q": "ferry " * 300},
    {"q": "x" * 10_000},
    {"q": "<script>alert(1)</script>"},
    {"q": "speaker: country: year:"},
    {"q": "year:99999 after:0000 before:-1"},
    {"q": "*e* [a TO b] ferry~9 ferry^4 {!q}"},
    {"q": "ferry", "page": "9" * 30},
    {"q": "ferry", "page": "-1"},
    {"q": "ferry", "page": "x"},
    {"q": "ferry", "person": "1; DROP TABLE"},
    {"q": "ferry", "person": "9" * 40},
    {"q": "ferry", "country": "ÄÖ"},
    {"q": "ferry", "sort": "../etc"},
    {"q": "ferry", "quotations": "perhaps"},
    {"q": "ferry", "date_from": "soon", "date_to": "'"},
    {"person": ["1"] * 900},
]


@pytest.mark.parametrize("parameters", HOSTILE)
def test_anything_in_the_address_gets_a_page(look, parameters):
    page = look(**parameters)
    assert "<script>alert" not in page
    assert "</html>" in page


def test_a_page_beyond_the_last_shows_the_last(look):
    assert "left for Morocco" in look(q="ferry", page="500")


def test_a_title_that_matches_is_marked_where_it_stands_and_not_told_twice(look):
    page = look(q="leaves")
    assert 'A ferry <mark class="hit" title="">leaves</mark></a>' in page
    assert page.count("A ferry") == 1


def test_without_an_index_the_page_says_so(client, db):
    page = client.get("/search/", {"q": "ferry"})
    assert page.status_code == 200
    assert "search index is being prepared" in page.content.decode()


def test_other_methods_are_refused(client, db):
    assert client.post("/search/").status_code == 405


def test_the_cost_does_not_grow_with_what_is_found(look, client, django_assert_max_num_queries):
    for n in range(30):
        add(f"more:{n}", f"A ferry to Morocco, number {n}.", f"“Aye,” said Olga Nilsen, mate of ferry {n}.")
    call_command("sync_index")
    with django_assert_max_num_queries(10):
        client.get("/search/", {"q": "ferry"})
