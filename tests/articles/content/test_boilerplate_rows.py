"""Boilerplate is known on import and when the archive is extracted from again; what editors decided stays."""

import pytest

from articles.content import boilerplate_rows
from articles.editing.corrections import Edit
from articles.editing.paragraphs import correct_paragraph
from articles.findings.reextraction import outdate_all, reextract, reextract_all
from articles.importing.importer import Outcome, import_article
from articles.models import Article, Change, Mention, Quotation
from articles.paragraph_kinds import PassageKind
from articles.sources import SourceParagraph
from tests.articles.conftest import TEXT

pytestmark = pytest.mark.django_db
LINK = "SEE ALSO: Okafor calls the old ferry 'a shame for us all'"
TEXTS = [TEXT[0], LINK, *TEXT[1:]]


@pytest.fixture
def older(monkeypatch, source):
    """An article that came in before the rules knew its link, whose words were found as a quotation."""
    with monkeypatch.context() as before:
        before.setattr(
            boilerplate_rows, "kinds_with_boilerplate", lambda paragraphs, *_: [kind for _, kind in paragraphs]
        )
        article = import_article(source(texts=TEXTS)).article
    outdate_all()
    return article


def kinds(article) -> list[str]:
    rows = article.paragraphs.exclude(number=None).order_by("position")
    return list(rows.values_list("kind", flat=True))


def quoted_in_link(article) -> Quotation:
    return Quotation.every.get(article=article, text__startswith="a shame")


def test_an_article_comes_in_with_its_boilerplate_known(source):
    article = import_article(source(texts=TEXTS)).article
    assert kinds(article) == ["body", "boilerplate", "body", "body"]
    assert [quotation.text for quotation in article.quotations.all()] == ["Nobody will wait for a boat again,"]
    assert import_article(source(texts=TEXTS)).outcome == Outcome.UNCHANGED


def test_extracting_again_knows_the_boilerplate_of_articles_that_are_there(older):
    assert kinds(older) == ["body"] * 4
    lost = quoted_in_link(older)
    [result] = reextract_all(Article.objects.all(), processes=1)
    assert kinds(older) == ["body", "boilerplate", "body", "body"]
    assert result.differences.counts["boilerplate added"] == 1
    lost.refresh_from_db()
    assert lost.standing == Quotation.Standing.GONE
    assert Change.objects.last().fields[0] == "paragraph kind of paragraph 2"


def test_where_the_same_is_found_the_index_hears_of_the_kind(monkeypatch, source):
    with monkeypatch.context() as before:
        before.setattr(
            boilerplate_rows, "kinds_with_boilerplate", lambda paragraphs, *_: [kind for _, kind in paragraphs]
        )
        article = import_article(source(texts=[*TEXT, "Advertisement"])).article
    Article.objects.update(extractor_version="older")
    rows = Change.objects.count()
    list(reextract_all(Article.objects.all(), processes=1))
    assert kinds(article)[-1] == "boilerplate"
    assert Change.objects.count() == rows + 1
    list(reextract_all(Article.objects.all(), processes=1))
    assert Change.objects.count() == rows + 1


def test_a_dry_run_changes_no_kind(older):
    assert reextract(older.pk, dry_run=True).counts["boilerplate added"] == 1
    assert kinds(older) == ["body"] * 4


def test_what_an_editor_called_text_stays_text(source, editor):
    article = import_article(source(texts=TEXTS)).article
    correct_paragraph(article.pk, 2, "paragraph kind", Edit("body", "it is text", editor, article.revision))
    reextract(article.pk)
    assert kinds(article) == ["body"] * 4
    import_article(source(texts=[*TEXTS, "A new end."]))
    assert kinds(article) == ["body"] * 5


@pytest.mark.parametrize("flag", ["checked", "added", "corrected", "span_corrected"])
def test_a_quotation_that_an_editor_holds_keeps_its_paragraph_in_the_text(older, source, flag):
    Quotation.objects.filter(pk=quoted_in_link(older).pk).update(**{flag: True})
    reextract(older.pk)
    assert kinds(older) == ["body"] * 4
    import_article(source(texts=[*TEXTS, "A new end."]))
    assert kinds(older) == ["body"] * 5
    assert quoted_in_link(older).standing == Quotation.Standing.STANDS


def test_a_mention_that_an_editor_holds_keeps_its_paragraph_in_the_text(older):
    Mention.objects.filter(paragraph__number=2, paragraph__article=older).update(checked=True)
    reextract(older.pk)
    assert kinds(older) == ["body"] * 4


def test_a_kind_that_its_source_names_is_left_alone(source):
    caption = SourceParagraph("(Pixabay)", PassageKind.CAPTION)
    article = import_article(source(paragraphs=(SourceParagraph(TEXT[0]), caption))).article
    assert kinds(article) == ["body", "caption"]


def test_nothing_is_asked_of_editors_where_no_kind_changes(source, django_assert_num_queries):
    article = import_article(source(texts=TEXTS)).article
    texts = boilerplate_rows.read_texts([article.pk])
    with django_assert_num_queries(0):
        assert boilerplate_rows.changed_kinds(texts) == {article.pk: {}}
