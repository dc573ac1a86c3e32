"""Beside each value an article's page says where it comes from: to editors all of it, to readers one word."""

import pytest

from articles.editing.corrections import Edit, correct_value
from articles.editing.paragraphs import correct_paragraph
from articles.importing.importer import import_article
from articles.models import Article, Quotation

pytestmark = pytest.mark.django_db
WORD = "corrected by an editor"


def shown(client, article) -> str:
    return " ".join(client.get(article.get_absolute_url()).content.decode().split())


def fold(page, label) -> str:
    """What the fold of a value holds."""
    return page.partition(f"where the {label} comes from")[2].partition("</details>")[0]


@pytest.fixture
def edit(article, editor):
    def build(after, **values) -> Edit:
        return Edit(after, "as printed", editor, Article.objects.get(pk=article.pk).revision, **values)

    return build


def test_editors_see_what_the_source_says_from_which_file_and_when(client, editor, article):
    client.force_login(editor)
    page = shown(client, article)
    assert page.count('<details class="origin">') == 8
    assert 'The source says: <span dir="auto">New harbour opens</span>' in fold(page, "title")
    assert "from a place" in fold(page, "title")
    assert f'href="/articles/{article.pk}/versions/1/"' in fold(page, "title")
    assert "The source says nothing of it." in fold(page, "byline")
    assert f"Found by version {article.extractor_version} of the extractor." in page


def test_editors_see_who_corrected_a_value_and_why_until_it_is_released(client, editor, article, edit):
    client.force_login(editor)
    correct_value(article.pk, "byline", edit("Li Na"))
    assert "Corrected by edith" in fold(shown(client, article), "byline")
    assert "as printed" in fold(shown(client, article), "byline")
    correct_value(article.pk, "byline", edit("", releases=True))
    assert "Corrected by" not in fold(shown(client, article), "byline")


def test_of_a_paragraph_it_is_said_where_an_editor_corrected_it(client, editor, article, edit):
    client.force_login(editor)
    correct_paragraph(article.pk, 2, "text", edit("“Nobody waits,” Okafor said."))
    correct_paragraph(article.pk, 2, "paragraph kind", edit("note"))
    page = shown(client, article)
    assert page.count('<details class="origin">') == 10
    assert 'The source says: <span dir="auto">body</span>' in fold(page, "kind of a paragraph")


def test_readers_see_a_word_where_an_editor_corrected_and_neither_why_nor_who(client, article, edit):
    assert WORD not in shown(client, article)
    correct_value(article.pk, "title", edit("Mine"))
    correct_paragraph(article.pk, 2, "text", edit("“Nobody waits,” Okafor said."))
    page = shown(client, article)
    assert page.count(WORD) == 2
    for hidden in ('origin">', "as printed", "edith", "New harbour opens", "Found by version"):
        assert hidden not in page


@pytest.mark.parametrize("signed_in", [True, False])
def test_it_costs_the_same_however_much_was_corrected(client, editor, article, edit, source, queries_of, signed_in):
    correct_value(article.pk, "title", edit("Mine"))
    if signed_in:
        client.force_login(editor)
    few = queries_of(article.get_absolute_url())
    correct_value(article.pk, "byline", edit("Li Na"))
    correct_paragraph(article.pk, 2, "text", edit("“Nobody waits,” Okafor said."))
    import_article(source(title="Theirs", byline="Theirs"))
    assert queries_of(article.get_absolute_url()) == few


def test_a_quotation_says_to_editors_what_it_comes_from(client, editor, article):
    quotation = article.quotations.get()
    found_by = f"version {article.extractor_version} of the extractor"
    assert found_by not in client.get(f"/quotations/{quotation.pk}/").content.decode()
    client.force_login(editor)
    assert found_by in client.get(f"/quotations/{quotation.pk}/").content.decode()
    Quotation.objects.update(added=True, kind_corrected=True, found_kind="mixed")
    page = " ".join(client.get(f"/quotations/{quotation.pk}/").content.decode().split())
    assert "an editor, who added it" in page
    assert "corrected by an editor; found as mixed" in page
