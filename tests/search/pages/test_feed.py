"""The feed of a search: sound Atom, the newest first, ids that stay."""

import re
from xml.etree import ElementTree

import pytest
from django.db import connection

from search.indexing.sync import sync
from search.pages import feed as module

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def listed(archive, add_article):
    for number in range(5):
        add_article(f"War {number}", "The <b>war</b> & peace.", year=1990 + number)
    sync()


def read(client, query: str) -> ElementTree.Element:
    answer = client.get(f"/search/feed.atom?{query}")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    return ElementTree.fromstring(answer.content)  # noqa: S314 -- our own answer


def entries(root: ElementTree.Element, name: str) -> list[str | None]:
    return [entry.findtext(f"{ATOM}{name}") for entry in root.iter(f"{ATOM}entry")]


@pytest.mark.parametrize("query", ["q=war", "q=war&unit=quotations", "kind=title", "q=war&sort=oldest&page=2"])
def test_it_has_what_the_page_counts(client, listed, query):
    page = re.sub("<[^>]*>", "", client.get(f"/search/?{query}").content.decode())
    counted = int(re.search(r"([\d,]+)\s+(?:paragraph|quotation)s?\s+in", page)[1])
    root = read(client, query)
    assert len(entries(root, "id")) == len(set(entries(root, "id"))) == counted
    assert root.findtext(f"{ATOM}subtitle").startswith(f"{counted} ")


def test_the_newest_come_first_whatever_the_order_of_the_list(client, listed):
    moments = entries(read(client, "q=war&sort=oldest"), "updated")
    assert moments == sorted(moments, key=str, reverse=True)
    assert moments[0].startswith("2021-06-01")


def test_two_quotations_of_a_paragraph_are_two_entries(client, archive, quote):
    quote(archive[0].paragraphs.get(number=1), "Kirby", "war with China")
    sync()
    assert len(set(entries(read(client, "q=war&unit=quotations"), "id"))) == 2


def test_an_entry_is_called_by_the_address_of_its_paragraph(client, listed, archive):
    address = f"http://testserver/articles/{archive[0].pk}/#p2"
    assert entries(read(client, "q=silent"), "id") == [address]


def test_a_quotation_is_called_by_its_own_address_and_leads_to_its_paragraph(client, listed, archive):
    address = f"http://testserver{archive[0].paragraphs.get(number=1).get_absolute_url()}"
    root = read(client, "q=war&unit=quotations")
    assert entries(root, "id") == [f"http://testserver/quotations/{archive[0].quotations.get().pk}/"]
    assert entries(root, "title") == ["Talks on tax"]
    assert entries(root, "summary") == ["Kirby: “No war with China”"]
    assert root.find(f"{ATOM}entry/{ATOM}link").get("href") == address


def test_it_knows_its_own_address_and_that_of_its_list(client, listed):
    links = {link.get("rel"): link.get("href") for link in read(client, "q=war&sort=oldest&page=2").iter(f"{ATOM}link")}
    assert links["self"] == "http://testserver/search/feed.atom?q=war"
    root = read(client, "q=war")
    assert root.find(f"{ATOM}link[@rel='alternate']").get("href") == "http://testserver/search/?q=war&sort=newest"


def test_it_says_where_it_ends(client, listed, monkeypatch):
    monkeypatch.setattr(module, "MAX_ENTRIES", 3)
    root = read(client, "q=war")
    assert len(entries(root, "id")) == 3
    assert "The newest 3 are here." in (root.findtext(f"{ATOM}subtitle") or "")


def test_what_xml_has_no_place_for_is_left_out_and_the_rest_stays_text(client, add_article):
    null = "" if connection.vendor == "postgresql" else "\x00"  # PostgreSQL keeps none
    add_article(f"War\x0b <b>{null}", "war\x01 ]]> & \ufffe")
    sync()
    root = read(client, "q=war%01")
    assert set(entries(root, "title")) == {"War <b>"}
    assert "war ]]&gt; &amp; " in entries(root, "summary")


def test_a_summary_is_html_in_which_the_article_says_no_tag(client, listed):
    root = read(client, "q=war&kind=body")
    assert root.find(f"{ATOM}entry/{ATOM}summary").get("type") == "html"
    assert "The &lt;b&gt;war&lt;/b&gt; &amp; peace." in entries(root, "summary")


def test_a_whole_article_is_called_by_its_own_address(client, listed, archive):
    assert entries(read(client, "q=silent+tax&unit=articles"), "id") == [
        f"http://testserver{archive[0].get_absolute_url()}"
    ]


def test_an_undated_article_has_a_moment_too(client, archive):
    archive[0].__class__.objects.filter(pk=archive[0].pk).update(published="", published_from=None)
    sync()
    assert all(entries(read(client, "q=tax"), "updated"))


def test_the_page_names_its_feed_and_its_files(client, listed):
    page = client.get("/search/?q=war&page=2").content.decode()
    assert (
        '<link rel="alternate" type="application/atom+xml" title="This search" href="/search/feed.atom?q=war">' in page
    )
    for address in ("/search/export.csv?q=war", "/search/export.jsonl?q=war"):
        assert f'href="{address}"' in page
    assert "Take all 13 along" in page
    assert "export.csv" not in client.get("/search/?q=zeppelin").content.decode()
