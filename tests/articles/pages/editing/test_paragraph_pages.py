"""The pages on which a paragraph is put right."""

import pytest

from articles.editing.corrections import Edit, correct_quotation
from articles.editing.paragraphs import correct_paragraph
from articles.editing.quotations.standing import CHECK
from articles.editing.reverting import revert
from articles.models import Correction, Paragraph
from tests.articles.conftest import TEXT
from tests.articles.pages.signing_in import sign_in_from

pytestmark = pytest.mark.django_db

WHY = "I read the printed page"
WAYS = {"correct-text": "A line of “my own”, and nobody’s.", "correct-kind": "boilerplate"}
OWN = WAYS["correct-text"]


@pytest.fixture
def here(article):
    return lambda way="correct-text", anchor="p2": f"/articles/{article.pk}/{anchor}/{way}/"


def sent(article, value, **more):
    return {"value": value, "reason": WHY, "seen": article.revision} | more


@pytest.mark.parametrize("way", WAYS)
def test_an_editor_gets_the_form_on_a_page_and_in_place(signed_in, here, way):
    page = signed_in.get(here(way)).content.decode()
    form = signed_in.get(here(way), headers={"HX-Request": "true"}).content.decode()
    assert "Why" in page
    assert "<html" in page
    assert "<form" in form
    assert "<html" not in form


def test_another_text_stands_and_what_was_imported_lies_beneath(signed_in, here, article):
    answer = signed_in.post(here(), sent(article, OWN))
    row = article.paragraphs.get(number=2)
    assert answer.url == f"/articles/{article.pk}/?edit=1#p2"
    assert (row.text, row.imported_text) == (OWN, TEXT[1])
    assert Correction.objects.get().paragraph == 2


def test_what_is_no_text_of_the_article_is_folded_and_nothing_is_found_in_it(signed_in, here, article):
    signed_in.post(here("correct-kind"), sent(article, "boilerplate"))
    page = signed_in.get(article.get_absolute_url()).content.decode()
    assert "No text of the article: “" in page
    assert 'class="folded"' in page
    assert not article.quotations.said().exists()
    assert 2 not in Paragraph.objects.searched().values_list("number", flat=True)


@pytest.mark.parametrize(
    ("way", "change", "sentence"),
    [
        ("correct-text", {"value": ""}, "A paragraph has words."),
        ("correct-text", {"value": "\u200b\u202e"}, "A paragraph has words"),
        ("correct-text", {"value": "… —"}, "A paragraph has words"),
        ("correct-text", {"value": "x" * 100_001}, "at most 100000 characters"),
        ("correct-text", {"value": TEXT[1]}, "That is what it says already."),
        ("correct-text", {"value": "a\x00b"}, "Null characters"),
        ("correct-text", {"reason": ""}, "Write in a few words why."),
        ("correct-text", {"seen": "x"}, "which version it was made from"),
        ("correct-kind", {"value": "title"}, "Select a valid choice"),
        ("correct-kind", {"value": "poem"}, "Select a valid choice"),
    ],
)
def test_what_is_wrong_gets_a_sentence_and_nothing_is_saved(signed_in, here, article, way, change, sentence):
    answer = signed_in.post(here(way), sent(article, **{"value": WAYS[way]} | change))
    page = answer.content.decode()
    assert sentence in page
    assert WHY in page or "reason" in change
    assert not Correction.objects.exists()


def test_signs_that_nobody_sees_are_left_out_and_that_is_said(signed_in, here, article):
    page = signed_in.post(here(), sent(article, "One\u202e two\u200b\nthree 👨‍👩‍👧"), follow=True).content.decode()
    assert article.paragraphs.get(number=2).text == "One two\nthree 👨‍👩‍👧"
    assert "Signs that nobody sees" in page


def test_what_an_editor_settled_and_no_longer_fits_is_counted(signed_in, here, article, editor):
    row = article.quotations.get()
    correct_quotation(row.pk, CHECK, Edit("checked", "so it is", editor, 1))
    page = signed_in.post(here(), sent(article, "Nothing is said here.", seen=2), follow=True).content.decode()
    row.refresh_from_db()
    assert row.standing == "gone"
    assert "1 finding that editors touched stands in the text no more" in page


@pytest.mark.parametrize("way", WAYS)
def test_two_editors_see_both_versions(signed_in, here, article, django_user_model, way):
    otto = django_user_model.objects.create_user("otto")
    field = {"correct-text": "text", "correct-kind": "paragraph kind"}[way]
    correct_paragraph(
        article.pk, 2, field, Edit({"text": "Otto’s", "paragraph kind": "note"}[field], "Otto knows", otto, 1)
    )
    answer = signed_in.post(here(way), sent(article, WAYS[way]))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert all(words in page for words in ("Two versions", "Otto knows", WHY))


@pytest.mark.parametrize("way", WAYS)
def test_while_it_is_busy_and_after_signing_in_again_nothing_typed_is_lost(client, editor, here, article, busy, way):
    sign_in_from(client, client.post(here(way), sent(article, WAYS[way])))
    page = client.get(here(way))
    busy("articles.pages.editing.paragraph.correct_paragraph")
    held = client.post(here(way), sent(article, WAYS[way]))
    assert held.status_code == 503
    for answer in (page, held):
        assert (answer.context["form"]["value"].value(), WHY in answer.content.decode()) == (WAYS[way], True)


@pytest.mark.parametrize("way", WAYS)
def test_a_correction_is_taken_back(signed_in, here, article, editor, way):
    before = article.paragraphs.values_list("kind", "text", "imported_text", "imported_kind").get(number=2)
    signed_in.post(here(way), sent(article, WAYS[way]))
    revert(Correction.objects.get(), Edit(None, "a mistake", editor, 2))
    assert article.paragraphs.values_list("kind", "text", "imported_text", "imported_kind").get(number=2) == before


@pytest.mark.parametrize("anchor", ["p99", "title", "standfirst", "q1"])
def test_no_such_paragraph(signed_in, here, anchor):
    assert signed_in.get(here(anchor=anchor)).status_code == 404
