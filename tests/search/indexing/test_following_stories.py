"""The index follows stories: whoever belongs to another one than before is indexed again, and nobody else."""

import pytest

from articles.importing.importer import import_article
from articles.models import WithdrawalKind
from articles.sources import SourceArticle, SourceParagraph
from articles.withdrawal.withdraw import Ground, withdraw
from search.indexing.documents import documents_of
from search.indexing.sync import sync
from search.indexing.verify import verify

pytestmark = pytest.mark.django_db


def add(name: str, first: int) -> int:
    """Import a stretch of an endless text; those that begin near each other are copies."""
    text = " ".join(f"ferry{n}" for n in range(first, first + 100))
    return import_article(SourceArticle("p", f"{name}.txt", (SourceParagraph(text),), source_id=name)).article.pk


@pytest.fixture
def articles() -> tuple[int, int, int, int]:
    """Two stories, the second of two articles, with an index in step; and what will join them is not there yet."""
    keys = add("a", 0), add("other", 900), add("c", 28), add("d", 30)
    sync()
    return keys


def stories(*articles: int) -> list[int]:
    return [document.story for document in documents_of(articles)]


def test_those_whom_a_new_article_joins_are_indexed_again_and_no_others(articles):
    a, other, c, d = articles
    assert stories(a, other, c, d) == [a, other, c, c]
    b = add("b", 14)
    assert stories(a, b, c, d) == [a, a, a, a]
    report = sync()
    assert (report.did, report.articles) == ("followed", 3)  # b, c and d
    assert verify().agrees


def test_what_a_withdrawn_article_leaves_behind_is_indexed_again(articles):
    a, _, c, d = articles
    withdraw(c, Ground(WithdrawalKind.LEGAL, "A court says so."))
    assert stories(a, d) == [a, d]
    report = sync()
    assert (report.did, report.articles) == ("followed", 2)  # c, which is gone, and d
    assert verify().agrees
