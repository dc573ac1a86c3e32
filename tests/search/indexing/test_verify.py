"""Index and database are proven to agree, and repaired where they don't."""

import shutil

import pytest

from articles.models import Article, Change, Paragraph
from search.engines import get_engine
from search.engines.port import Batch
from search.indexing.sync import sync
from search.indexing.verify import repair, verify

pytestmark = pytest.mark.django_db


@pytest.fixture
def synced(archive):
    sync()
    return archive


def differences() -> list[str]:
    return [f"{difference.article} {difference.sentence}" for difference in verify().differences]


def test_after_a_sync_they_agree(synced):
    assert verify().agrees
    assert str(verify()) == "Index and database agree on all 2 articles."


def without_articles(first: Article) -> None:
    state = get_engine().state()
    get_engine().write(Batch(frozenset([first.pk]), (), state.reached, state.journal_fingerprint))


def without_a_paragraph(first: Article) -> None:
    first.paragraphs.filter(number=2).delete()


def without_a_quotation(first: Article) -> None:
    first.quotations.all().delete()


def with_another_revision(first: Article) -> None:
    Article.objects.filter(pk=first.pk).update(revision=5)


def without_the_article(first: Article) -> None:
    first.delete()


WRONGS = [
    (without_articles, "is not in the index"),
    (without_a_paragraph, "lacks 0 documents in the index and has 1 too many"),
    (without_a_quotation, "lacks 0 documents in the index and has 1 too many"),
    (with_another_revision, "is indexed as of revision 1, not 5"),
    (without_the_article, "is in the index but not in the archive"),
]


@pytest.mark.parametrize(("wrong", "sentence"), WRONGS, ids=[wrong.__name__ for wrong, _ in WRONGS])
def test_what_differs_is_told_and_repaired(synced, wrong, sentence):
    pk = synced[0].pk
    wrong(synced[0])
    assert differences() == [f"{pk} {sentence}"]
    repair(verify())
    assert verify().agrees


def test_what_the_journal_will_bring_is_no_difference(synced, changed):
    changed(synced[0])
    assert verify().agrees


def test_a_missing_index_can_not_be_compared_but_repaired(synced, settings):
    shutil.rmtree(settings.SEARCH_INDEX_DIR)
    result = verify()
    assert not result.agrees
    assert "no search index" in str(result)
    repair(result)
    assert verify().agrees


def test_an_index_of_another_database_is_told_and_repaired(synced):
    Change.objects.update(revision=7)
    result = verify()
    assert not result.agrees
    assert "another database" in str(result)
    repair(result)
    assert verify().agrees


def test_an_article_without_text_is_no_difference(synced, changed):
    Paragraph.objects.filter(article=synced[1]).delete()
    changed(synced[1])
    sync()
    assert verify().agrees
