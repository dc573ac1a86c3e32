"""The journal's door: numbers rise, nothing is passed over."""

import pytest

from articles import journal
from articles.importing.importer import import_article
from articles.models import Change

pytestmark = pytest.mark.django_db


def test_an_empty_journal_is_at_zero():
    assert (journal.latest(), journal.since(0)) == (0, [])


def test_changes_come_oldest_first_after_a_number(source):
    for n in range(3):
        import_article(source(source_id=f"test:{n}"))
    first, second, third = journal.since(0)
    assert first.number < second.number < third.number == journal.latest()
    assert journal.since(first.number) == [second, third]
    assert journal.since(first.number, limit=1) == [second]


def test_a_form_can_tell_whether_its_value_changed(article, source):
    import_article(source(byline="Li Na"))
    article.refresh_from_db()
    assert journal.touching(article, "byline", after_revision=1)
    assert not journal.touching(article, "byline", after_revision=2)
    assert not journal.touching(article, "title", after_revision=1)


def test_a_change_says_what_it_was(article):
    change = Change.objects.get()
    assert (change.article_id, change.kind, change.fields) == (article.pk, "imported", ["title"])
