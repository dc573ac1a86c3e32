"""What became of a quotation that stands no more, and the findings that editors are to look at."""

import pytest

from articles.editing.corrections import Edit, correct_quotation
from articles.editing.paragraphs import correct_paragraph
from articles.editing.quotation_parts import SPEAKERS
from articles.editing.quotations.standing import CHECK, STANDING
from articles.extraction.findings import Findings
from articles.findings.extracted import ExtractedText, passages_of
from articles.findings.reextraction import reextract
from articles.importing.importer import import_article
from articles.models import Article, Correction, Quotation
from articles.queries.to_look_at import to_look_at
from tests.articles.conftest import TEXT

pytestmark = pytest.mark.django_db

WORDS = "Nobody will wait for a boat again,"
TO_LOOK_AT = "/corrections/to-look-at/"


@pytest.fixture
def quotation(article):
    return article.quotations.get()


@pytest.fixture
def edit(article, editor):
    def build(after) -> Edit:
        return Edit(after, "a headline beside it", editor, Article.objects.get(pk=article.pk).revision)

    return build


def rejected(quotation, edit, source):
    correct_quotation(quotation.pk, STANDING, edit("rejected"))


def reimported(quotation, edit, source):
    import_article(source(texts=[TEXT[0], TEXT[2]]))


def no_longer_read(quotation, edit, source):
    passages = tuple(passages_of(quotation.article))
    reextract(quotation.article_id, ExtractedText.of(passages, Findings("another"), b"0" * 16))


@pytest.mark.parametrize(
    ("go", "said"),
    [
        (rejected, "nobody is reported to have said it."),
        (reimported, "The text has it no more since"),
        (no_longer_read, "the archive reads them as nobody’s quotation any more"),
    ],
)
def test_its_page_says_what_became_of_it(client, search_quotations, quotation, edit, source, go, said):
    where = quotation.spans.get().paragraph.get_absolute_url()
    go(quotation, edit, source)
    answer = client.get(f"/quotations/{quotation.pk}/")
    page = answer.content.decode()
    assert (answer.status_code, answer.headers["X-Robots-Tag"]) == (200, "noindex")
    assert said in page
    assert WORDS in page
    assert f'href="{where}"' in page
    assert "a headline beside it" not in page
    assert WORDS in client.get(where, follow=True).content.decode()
    assert f"/quotations/{quotation.pk}/" not in search_quotations().page


def test_editors_read_why_and_by_whom(client, quotation, edit, source, editor):
    rejected(quotation, edit, source)
    client.force_login(editor)
    page = client.get(f"/quotations/{quotation.pk}/").content.decode()
    assert "a headline beside it" in page
    assert "edith" in page


def test_a_term_leads_to_its_article(client, quotation):
    Quotation.objects.filter(pk=quotation.pk).update(kind="term")
    answer = client.get(f"/quotations/{quotation.pk}/")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/articles/{quotation.article_id}/")


def test_what_an_editor_said_of_words_that_are_gone_is_listed_once(client, quotation, edit, source, editor):
    client.force_login(editor)
    correct_quotation(quotation.pk, SPEAKERS, edit([]))
    correct_quotation(quotation.pk, CHECK, edit("checked"))
    assert WORDS not in client.get(TO_LOOK_AT).content.decode()
    reimported(quotation, edit, source)
    page = client.get(TO_LOOK_AT).content.decode()
    assert page.count(f'href="/quotations/{quotation.pk}/"') == 1
    assert "Check of a quotation: edith" in page
    assert "paragraph 2" in page
    of_article = client.get(f"/articles/{quotation.article_id}/").content.decode()
    assert f'href="{TO_LOOK_AT}?article={quotation.article_id}"' in of_article
    assert WORDS in client.get(TO_LOOK_AT, {"article": quotation.article_id}).content.decode()
    assert WORDS not in client.get(TO_LOOK_AT, {"article": 999}).content.decode()
    import_article(source())
    assert not to_look_at().exists()


def test_a_name_whose_words_are_gone_is_listed(client, article, source, editor):
    mention = article.paragraphs.get(number=3).mentions.get(country="MA")
    Correction.objects.create(
        article=article, mention=mention, field="mention check", before="", after="checked", reason="so", editor=editor,
        revision=2,
    )  # fmt: skip
    mention.checked = True
    mention.save()
    import_article(source(texts=TEXT[:2]))
    client.force_login(editor)
    page = client.get(TO_LOOK_AT).content.decode()
    assert "Morocco" in page
    assert "A name that stood in" in page


def test_more_findings_cost_no_more_queries(client, source, editor, queries_of):
    client.force_login(editor)

    def lost(n):
        article = import_article(source(source_id=f"test:{n}", title=f"Harbour {n}")).article
        correct_quotation(article.quotations.get().pk, CHECK, Edit("checked", "so", editor, article.revision))
        import_article(source(source_id=f"test:{n}", title=f"Harbour {n}", texts=[TEXT[0]]))

    lost(1)
    few = queries_of(TO_LOOK_AT)
    for n in range(2, 5):
        lost(n)
    assert queries_of(TO_LOOK_AT) == few


@pytest.mark.parametrize("query", ["article=x", "article=-1", "article=" + "9" * 40, "sort=x", "publisher=zzz"])
def test_a_filter_that_is_not_understood_shows_nothing(client, editor, query):
    client.force_login(editor)
    assert client.get(f"{TO_LOOK_AT}?{query}").status_code == 200


def test_words_that_an_editor_took_out_are_shown_to_editors_alone(client, article, quotation, edit, editor):
    correct_paragraph(article.pk, 2, "text", edit("Okafor told reporters what would come."))
    address = f"/quotations/{quotation.pk}/"
    page = client.get(address).content.decode()
    assert "An editor took them out of the text." in page
    assert WORDS not in page
    client.force_login(editor)
    assert WORDS in client.get(address).content.decode()
