"""What is known of a quotation stands in its row: about whom, by which cue, how sure, who checked it."""

import pytest

from articles.importing.importer import import_article
from articles.models import Quotation
from articles.sources import SourceArticle, SourceParagraph
from search.files.records import COLUMNS, items, records
from search.indexing.sync import sync
from search.results.prepared_query import prepare
from search.results.request import SearchRequest
from search.results.scan import scan

pytestmark = pytest.mark.django_db
TEXTS = (
    "The ferry minister, Amara Okafor, opened a new harbour in Lisbon on Monday.",
    "“Portugal will not wait for a boat again,” Okafor told reporters.",
)


@pytest.fixture
def quotation():
    paragraphs = tuple(SourceParagraph(text) for text in TEXTS)
    import_article(SourceArticle("a place", "a.txt", paragraphs, source_id="1", title="Harbour", byline="By Mara Lind"))
    sync()
    return Quotation.objects.get()


def rows(**request):
    return list(scan(prepare(SearchRequest(**request))).rows)


def whole(path):
    return f"https://news.example{path}"


def test_a_quotation_has_all_that_its_page_shows(quotation):
    (row,) = records(rows(q="boat", unit="quotations"), "quotations", whole)
    assert tuple(row) != ()
    assert set(row) == set(COLUMNS)
    assert (row["speakers"], row["cue"], row["kind"], row["byline"]) == (
        ["Amara Okafor"],
        "told",
        "direct quotation",
        "By Mara Lind",
    )
    assert row["about_countries"] == row["countries"] == ["Portugal"]
    assert row["about"] == []
    assert row["people"] == ["Amara Okafor"]
    assert (row["certainty"], row["checked"]) == (quotation.certainty.value, "no")
    assert row["confidence"] == round(quotation.confidence, 3)
    assert row["quotation"] == f"https://news.example/quotations/{quotation.pk}/"
    assert row["address"].startswith(f"https://news.example/articles/{quotation.article_id}/p2-")


def test_a_checked_one_says_so(quotation):
    Quotation.objects.update(checked=True)
    (row,) = records(rows(q="boat", unit="quotations"), "quotations", whole)
    assert (row["certainty"], row["checked"]) == ("checked", "yes")


def test_nobodys_name_stands_where_it_is_unsure_who_said_it(quotation):
    Quotation.objects.update(confidence=0.4)
    (row,) = records(rows(q="boat"), "paragraphs", whole)
    assert (row["speakers"], row["candidates"]) == ([], ["Amara Okafor"])
    (item,) = items(rows(q="boat", unit="quotations"), whole)
    assert "unsure who said it" in item["note"]


def test_a_paragraph_has_what_its_quotations_speak_of(quotation):
    (row,) = records(rows(q="boat"), "paragraphs", whole)
    assert (row["kind"], row["part"], row["about_countries"]) == ("paragraph", "body", ["Portugal"])
    assert (row["quotation"], row["cue"], row["confidence"]) == ("", "", "")


def test_paragraphs_are_cited_as_their_article(quotation):
    assert {item["URL"] for item in items(rows(q="harbour"), whole)} == {
        f"https://news.example/articles/{quotation.article_id}/"
    }
