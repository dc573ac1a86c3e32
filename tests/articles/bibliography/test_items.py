"""Rows as CSL items: what is known of them, and nothing that is not."""

from datetime import date

import pytest

from articles.bibliography import article_item, paragraph_item, quotation_item
from articles.bibliography.authors import csl_authors
from articles.models import Quotation
from tests.articles.bibliography.references import unsaved

ADDRESS = "https://news.example/articles/5/"


def test_an_article_with_everything():
    assert article_item(unsaved(), ADDRESS, date(2022, 1, 2)) == {
        "id": "article-5",
        "type": "article-newspaper",
        "title": "New harbour opens",
        "author": [
            {"family": "Lind", "given": "Mara"},
            {"family": "Holm", "given": "Jo", "non-dropping-particle": "van der", "suffix": "Jr"},
        ],
        "container-title": "Harbour Post",
        "section": "Shipping",
        "issued": {"date-parts": [[2021, 3, 7]]},
        "accessed": {"date-parts": [[2022, 1, 2]]},
        "language": "en",
        "URL": ADDRESS,
        "archive": "Newsroom",
        "note": "Original: https://post.example/harbour?a=1&b=%7e",
    }


def test_what_an_article_does_not_tell_is_left_out():
    bare = unsaved(
        title="", byline="", publisher=None, section=None, published="", published_from=None, language="", url=""
    )
    assert article_item(bare, ADDRESS) == {
        "id": "article-5",
        "type": "article-newspaper",
        "title": "[The ferry minister opened a harbour.]",
        "URL": ADDRESS,
        "archive": "Newsroom",
    }


def test_a_doubted_date_is_none():
    assert "issued" not in article_item(unsaved(published_from=None, published_doubt="It lies ahead."), ADDRESS)


@pytest.mark.parametrize(
    ("published", "parts"), [("2016", [2016]), ("2016-09", [2016, 9]), ("2016-09-20", [2016, 9, 20])]
)
def test_a_date_is_as_precise_as_its_article(published, parts):
    assert article_item(unsaved(published=published), ADDRESS)["issued"] == {"date-parts": [parts]}


def test_an_address_that_is_none_of_the_web_is_no_original():
    assert "note" not in article_item(unsaved(url="javascript:alert(1)"), ADDRESS)


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Reuters", [{"literal": "Reuters"}]),
        ("By Staff", [{"literal": "Staff"}]),
        ("Mara Lind, as told to Jo Holm", [{"literal": "Mara Lind, as told to Jo Holm"}]),
        ("Voltaire", [{"literal": "Voltaire"}]),
        (" \n ", []),
    ],
)
def test_names_that_are_not_taken_apart(byline, names):
    assert csl_authors(byline) == names


def test_a_quotation_has_its_words_and_who_said_them(article):
    quotation = Quotation.objects.get(article=article)
    paragraph = quotation.spans.get().paragraph
    item = quotation_item(article, paragraph, quotation, "https://news.example/quotations/1/")
    assert item["id"] == f"quotation-{quotation.pk}"
    assert item["note"] == "“Nobody will wait for a boat again,” – Amara Okafor\nParagraph 2"
    assert item["title"] == "New harbour opens"


def test_words_that_are_only_reported_stand_without_marks(article):
    quotation = Quotation.objects.get(article=article)
    quotation.kind = Quotation.Kind.INDIRECT
    assert quotation_item(article, None, quotation, ADDRESS)["note"].startswith("Nobody will wait")


def test_a_paragraph_has_its_place(article):
    title, first = article.paragraphs.order_by("position")[:2]
    assert paragraph_item(article, title, ADDRESS)["note"] == "Title"
    item = paragraph_item(article, first, ADDRESS)
    assert (item["id"], item["note"]) == (f"article-{article.pk}-p1", "Paragraph 1")
