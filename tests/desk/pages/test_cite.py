"""The pages that say how to cite, and their files."""

import json
from urllib.parse import quote

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from django.core.management import call_command
from django.urls import reverse

from articles.importing.importer import import_article
from articles.models import Quotation, WithdrawalKind
from articles.sources import SourceArticle, SourceParagraph
from articles.withdrawal.withdraw import Ground, withdraw


@pytest.fixture
def cite(client):
    """Ask a page: `cite("cite-article", pk=5)`; gives its text."""

    def asked(name: str, query: str = "", status: int = 200, **arguments) -> str:
        answer = client.get(reverse(name, kwargs=arguments) + query)
        assert answer.status_code == status
        return answer.content.decode()

    return asked


def place(harbour) -> dict[str, object]:
    """Return what the address of the paragraph is made of."""
    return {"pk": harbour.article.pk, "number": 2, "digits": harbour.paragraph.fingerprint[:6]}


def test_an_article_is_cited_in_every_form_and_its_title_is_text(cite, harbour):
    page = cite("cite-article", pk=harbour.article.pk)
    for form in ("Chicago", "APA", "MLA", "Plain", "Markdown", "BibTeX", "RIS", "CSL-JSON"):
        assert f">{form}</h" in page
    assert "New &lt;i&gt;harbour&lt;/i&gt; opens" in page
    assert "New <i>harbour" not in page
    assert f"http://testserver/articles/{harbour.article.pk}/" in page


def test_a_paragraph_is_cited_by_its_lasting_address(cite, harbour):
    page = cite("cite-paragraph", **place(harbour))
    assert f"http://testserver{harbour.paragraph.get_absolute_url()}" in page
    assert "(Lind, 2021, para. 2)" in page
    assert "(Lind, par. 2)" in page


def test_the_paragraph_of_other_words_leads_to_what_became_of_it(client, harbour):
    answer = client.get(reverse("cite-paragraph", kwargs=place(harbour) | {"digits": "000000"}))
    assert answer.url == f"/articles/{harbour.article.pk}/p2-000000/"
    assert client.get(answer.url).status_code == 404


def test_a_quotation_is_cited_with_who_said_it_and_its_own_address(cite, harbour):
    page = cite("cite-quotation", pk=harbour.quotation.pk)
    assert f"http://testserver/quotations/{harbour.quotation.pk}/" in page
    assert "(Amara Okafor, as cited in Lind, 2021, para. 2)" in page
    assert "(Amara Okafor, qtd. in Lind, par. 2)" in page
    assert "Amara Okafor, quoted in Mara Lind, “" in page


def test_of_an_unsure_quotation_nobody_is_said_to_have_said_it(cite, harbour):
    Quotation.objects.update(confidence=0)
    page = cite("cite-quotation", pk=harbour.quotation.pk)
    assert "(Lind, 2021, para. 2)" in page
    assert "Okafor, as cited" not in page


def test_a_rejected_quotation_leads_to_what_became_of_it(client, harbour):
    Quotation.objects.update(standing="rejected")
    answer = client.get(reverse("cite-quotation", args=[harbour.quotation.pk]))
    assert answer.url == f"/quotations/{harbour.quotation.pk}/"


def test_what_is_unknown_is_named(cite, db):
    source = SourceArticle("a place", "b.txt", (SourceParagraph("It rained all day in the harbour."),))
    page = cite("cite-article", pk=import_article(source).article.pk)
    assert "the title, the author, the publisher, the date." in page
    assert "n.d." in page


def test_a_search_is_cited_in_words_with_how_much_it_found(cite, harbour):
    call_command("sync_index")
    page = cite("cite-search", "?q=harbour&page=7&date_from=2021")
    assert "Search of paragraphs for ‘harbour’ in any form, published 2021 or later: 2 paragraphs" in page
    assert "http://testserver/search/?q=harbour&amp;date_from=2021" in page
    assert "page=7" not in page.partition("<main")[2].partition("For reference managers")[0]


def test_a_search_without_an_index_is_cited_without_a_number(cite, harbour):
    assert "number of results unknown" in cite("cite-search", "?q=harbour")


@pytest.mark.parametrize("query", ["", "?q=", "?q=%22", "?person=999999", "?page=" + "9" * 40])
def test_where_nothing_is_searched_a_sentence_says_so(cite, db, query):
    assert "Nothing is searched" in cite("cite-search", query, status=400)


def test_hostile_words_of_a_search_stay_text(cite, harbour):
    call_command("sync_index")
    page = cite("cite-search", f"?q={quote('<script>alert(1)</script> harbour')}")
    assert "<script>alert" not in page


def test_files_are_read_by_others(cite, harbour):
    where = {"pk": harbour.quotation.pk}
    (entry,) = parse_string(cite("cite-quotation-file", ending="bib", **where)).entries
    assert entry.fields_dict["url"].value == f"http://testserver/quotations/{harbour.quotation.pk}/"
    (record,) = rispy.loads(cite("cite-quotation-file", ending="ris", **where))
    assert record["title"] == "New <i>harbour</i> opens"
    (item,) = json.loads(cite("cite-quotation-file", ending="json", **where))
    assert item["author"] == [{"family": "Lind", "given": "Mara"}]


def test_the_file_of_a_search_is_that_of_a_page_of_the_web(cite, harbour):
    call_command("sync_index")
    assert cite("cite-search-file", "?q=harbour", ending="bib").startswith("@misc{search-")
    assert cite("cite-search-file", "?q=harbour", ending="ris").startswith("TY  - ELEC\r\n")


def test_a_file_has_a_name_and_no_place_in_search_engines(client, harbour):
    answer = client.get(f"/cite/articles/{harbour.article.pk}.ris")
    assert answer.headers["Content-Disposition"] == f'attachment; filename="article-{harbour.article.pk}.ris"'
    assert answer.headers["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize("path", ["/cite/articles/{}/", "/cite/articles/{}.bib", "/cite/articles/{}/p2-000000/"])
def test_a_withdrawn_article_is_gone(client, harbour, path):
    withdraw(harbour.article.pk, Ground(WithdrawalKind.ERROR, "It did not rain."))
    assert client.get(path.format(harbour.article.pk)).status_code == 410


@pytest.mark.parametrize(
    "path", ["/cite/articles/9999/", "/cite/quotations/9999/", "/cite/articles/9999/p1-abcdef.bib"]
)
def test_what_never_was_is_not_found(client, db, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(("name", "most"), [("cite-article", 1), ("cite-paragraph", 2), ("cite-quotation", 5)])
def test_few_queries_however_long_the_article(cite, harbour, django_assert_max_num_queries, name, most):
    keys = {"cite-article": {"pk": harbour.article.pk}, "cite-quotation": {"pk": harbour.quotation.pk}}
    with django_assert_max_num_queries(most):
        cite(name, **keys.get(name, place(harbour)))


def test_every_button_copies_something_that_is_there(cite, harbour):
    page = cite("cite-article", pk=harbour.article.pk)
    keys = [part.partition('"')[0] for part in page.split('data-copies="')[1:]]
    assert len(keys) == 11
    assert [key for key in keys if f'id="{key}"' not in page] == []
