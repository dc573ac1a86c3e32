"""Two editors at one article at the same moment: each is answered, and nothing is half-done."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace

import pytest
from django.db import connection

from articles.editing.corrections import ConflictError, Edit, correct_value
from articles.importing.importer import import_article
from articles.importing.recognition import StaysOutError
from articles.models import Article, Correction, Tombstone, Withdrawal
from articles.withdrawal.erase import erase
from articles.withdrawal.withdraw import ChangedMeanwhileError, restore, withdraw
from tests.articles.withdrawal.conftest import GROUND

pytestmark = pytest.mark.django_db(transaction=True)
REFUSED = (
    Article.DoesNotExist,
    ChangedMeanwhileError,
    ConflictError,
    StaysOutError,
    Withdrawal.DoesNotExist,
)


def at_once(*works):
    """Do these at the same time; return of each what it returned, or as what it was refused."""

    def done(work):
        with closing(connection):
            try:
                return work()
            except REFUSED as refusal:
                return type(refusal)

    with ThreadPoolExecutor(len(works)) as threads:
        return list(threads.map(done, works))


def test_one_of_two_withdraws_it(article):
    outcomes = at_once(*[lambda: withdraw(article.pk, replace(GROUND, seen=article.revision))] * 2)
    assert sum(isinstance(one, Withdrawal) for one in outcomes) == 1
    assert Withdrawal.objects.count() == 1


def test_a_correction_and_an_import_beside_it_are_whole_or_refused(article, editor, source):
    edit = Edit("A harbour for Lisbon", "It was wrong.", editor, article.revision)
    at_once(
        lambda: withdraw(article.pk, GROUND),
        lambda: correct_value(article.pk, "byline", edit),
        lambda: import_article(source(title="New ferries")),
    )
    assert not Article.objects.exists()
    restore(article.pk, "Why not")
    byline = Article.objects.get().byline
    assert byline == ("A harbour for Lisbon" if Correction.objects.exists() else "")


def test_restoring_and_erasing_at_once_ends_as_one_of_both(article):
    withdraw(article.pk, GROUND)
    restored, erased = at_once(lambda: restore(article.pk, "Why not"), lambda: erase(article.pk, GROUND))
    assert isinstance(erased, Tombstone)
    assert isinstance(restored, Article) or restored is Withdrawal.DoesNotExist
    assert not Article.every.exists()
