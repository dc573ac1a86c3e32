"""The page of a concordance: it says what it shows, and takes any address."""

import pytest

from articles.importing.importer import import_article
from articles.models import Paragraph, Quotation
from articles.sources import SourceArticle, SourceParagraph
from search.indexing.sync import sync

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ferry(add_article):
    """An article with a word in it."""
    add_article("Boats", "The <b>old</b> ferry sank.", "Another ferry.")
    sync()


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_it_shows_the_words_between_what_is_beside_them(client):
    page = text(client.get("/search/concordance/?q=ferry&lines=left"))
    assert "<strong>2</strong> places where the words stand, in 2 paragraphs" in page
    assert "The &lt;b&gt;old&lt;/b&gt; " in page
    assert '<option value="left" selected>' in page
    assert 'href="/search/?q=ferry"' in page


def test_a_line_of_a_quotation_leads_to_its_page(client):
    source = SourceArticle("a place", "late.txt", (SourceParagraph("“The ferry is late,” said Mara Quill."),))
    import_article(source)
    sync()
    quotation = Quotation.objects.get()
    assert f'<a href="/quotations/{quotation.pk}/"' in text(client.get("/search/concordance/?q=ferry&unit=quotations"))


def test_a_line_of_a_paragraph_leads_to_it(client):
    paragraph = Paragraph.objects.get(number=2)
    page = text(client.get("/search/concordance/?q=another"))
    assert f'<td role="cell" class="kwic-hit"><a href="{paragraph.get_absolute_url()}"' in page


def test_the_page_of_results_leads_to_it(client):
    assert 'href="/search/concordance/?q=ferry"' in text(client.get("/search/?q=ferry"))


def test_filters_go_along(client):
    page = text(client.get("/search/concordance/?q=ferry&date_from=2021&lines=right"))
    assert '<input type="hidden" name="date_from" value="2021">' in page
    assert "The words stand nowhere" in page


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("", "There is nothing to search for"),
        ("q=-ferry", "give some words"),
        ("q=ferry&lines=%3Cup%3E", "Lines can’t be sorted by “&lt;up&gt;”"),
        ("q=%22ferry", "2</strong> places"),
        ("q=ferry&page=-1", "2</strong> places"),
        ("q=ferry&page=9999999999999999999999", "2</strong> places"),
        ("q=ferry%00&lines=left%00", "2</strong> places"),
        ("q=ferry&date_from=soon", "soon"),
    ],
)
def test_what_cannot_be_read_is_said(client, query, says):
    answer = client.get(f"/search/concordance/?{query}")
    assert answer.status_code == 200
    assert says in text(answer)


def test_without_an_index_it_says_so(client, settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "nowhere"
    answer = client.get("/search/concordance/?q=ferry")
    assert answer.status_code == 503
    assert "search" in text(answer)
