"""A paragraph's text and kind are corrected on top of what was imported."""

import pytest

from articles.editing.corrections import ConflictError, Edit, NothingToCorrectError
from articles.editing.paragraphs import correct_paragraph
from articles.importing.importer import import_article
from articles.models import Article, Change, Correction, Paragraph
from tests.articles.conftest import TEXT

pytestmark = pytest.mark.django_db


@pytest.fixture
def edit(article, editor):
    def build(after, **values) -> Edit:
        values = {"reason": "as printed", "seen": Article.objects.get(pk=article.pk).revision, **values}
        return Edit(after, editor=editor, **values)

    return build


def paragraph(number=2) -> Paragraph:
    return Paragraph.objects.get(number=number)


def test_a_corrected_text_is_shown_and_extracted_from_and_the_imported_one_lies_beneath(article, edit):
    corrected = TEXT[1].replace("a boat", "the ferry")
    correct_paragraph(article.pk, 2, "text", edit(corrected))
    assert (paragraph().text, paragraph().imported_text) == (corrected, TEXT[1])
    assert article.quotations.get(standing="stands").text == "Nobody will wait for the ferry again,"
    correction = Correction.objects.get()
    assert (correction.field, correction.paragraph, correction.before, correction.after) == (
        "text",
        2,
        TEXT[1],
        corrected,
    )
    assert "text of paragraph 2" in Change.objects.last().fields


def test_a_corrected_kind_is_shown_and_the_imported_one_lies_beneath(article, edit):
    correct_paragraph(article.pk, 3, "paragraph kind", edit("note"))
    assert (paragraph(3).kind, paragraph(3).imported_kind, paragraph(3).imported_text) == ("note", "body", "")


def test_a_released_text_shows_what_was_imported(article, edit):
    correct_paragraph(article.pk, 2, "text", edit("“Nobody waits,” Okafor said."))
    correct_paragraph(article.pk, 2, "text", edit("“Nobody will wait,” Okafor said."))
    correct_paragraph(article.pk, 2, "text", edit("", releases=True))
    assert (paragraph().text, paragraph().imported_text) == (TEXT[1], "")
    assert Correction.objects.last().after == TEXT[1]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("text", " \u200b ", "a paragraph has words"),
        ("text", "a" * 100_001, "100,000 characters at the most"),
        ("paragraph kind", "title", "“title” is no kind of paragraph"),
        ("paragraph kind", "nonsense", "“nonsense” is no kind of paragraph"),
        ("title", "A", "not a value of a paragraph"),
    ],
)
def test_what_can_not_be_is_refused_with_a_sentence(article, edit, field, value, said):
    with pytest.raises(ValueError, match=said):
        correct_paragraph(article.pk, 2, field, edit(value))
    assert not Correction.objects.exists()


def test_the_second_editor_of_a_paragraph_sees_both_versions_and_of_another_does_not(article, edit):
    correct_paragraph(article.pk, 2, "text", edit("“One,” Okafor said.", seen=1))
    correct_paragraph(article.pk, 3, "text", edit("Another paragraph.", seen=1))
    with pytest.raises(ConflictError) as conflict:
        correct_paragraph(article.pk, 2, "text", edit("“Two,” Okafor said.", seen=1))
    assert conflict.value.current == "“One,” Okafor said."


def test_a_source_that_changed_the_paragraph_meanwhile_is_a_conflict_too(article, edit, source):
    import_article(source(texts=[TEXT[0], TEXT[1].replace("again", "ever again"), TEXT[2]]))
    with pytest.raises(ConflictError):
        correct_paragraph(article.pk, 2, "text", edit("“One,” Okafor said.", seen=1))


def test_what_stands_is_no_correction_and_a_paragraph_that_is_none_is_not_there(article, edit):
    with pytest.raises(NothingToCorrectError):
        correct_paragraph(article.pk, 2, "text", edit(TEXT[1]))
    with pytest.raises(ValueError, match="no such paragraph any more"):
        correct_paragraph(article.pk, 9, "text", edit("Words."))
