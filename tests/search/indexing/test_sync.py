"""The index follows the journal, and comes back when it is gone."""

import shutil

import pytest

from articles import journal
from articles.models import Change
from search.engines import get_engine
from search.engines.port import EngineRequest
from search.indexing import sync, verify
from search.indexing.rebuild import rebuild
from search.language.ast import Word

pytestmark = pytest.mark.django_db


def count(word: str) -> int:
    return get_engine().search(EngineRequest(Word(word))).documents


def test_the_first_sync_builds_the_index(archive):
    report = sync.sync()
    assert (report.did, report.articles, report.reached) == ("rebuilt", 2, journal.latest())
    assert count("war") == 3
    assert "2 articles" in str(report)


def test_a_sync_with_nothing_to_do_does_nothing(archive):
    sync.sync()
    assert sync.sync().did == "nothing"
    assert "in step" in str(sync.sync())


def test_a_change_is_followed(archive, changed):
    sync.sync()
    paragraph = archive[0].paragraphs.get(kind="title")
    paragraph.text = "Talks on peace"
    paragraph.save()
    changed(archive[0])
    report = sync.sync()
    assert (report.did, report.articles) == ("followed", 1)
    assert (count("peace"), count("tax")) == (1, 1)


def test_a_deleted_article_is_gone_after_its_journal_row(archive, changed):
    sync.sync()
    changed(archive[1])
    archive[1].delete()
    sync.sync()
    assert count("war") == 1


def test_many_changes_of_few_articles_come_in_one_batch_each(archive, changed, monkeypatch):
    sync.sync()
    monkeypatch.setattr(sync, "ARTICLES_PER_BATCH", 1)
    for article in (*archive, *archive):
        changed(article)
    report = sync.sync()
    assert report.reached == journal.latest()
    assert count("war") == 3


def test_a_change_within_a_long_journal_is_not_passed_over(archive, changed, monkeypatch):
    sync.sync()
    monkeypatch.setattr(sync, "CHANGES_PER_QUERY", 2)
    for _ in range(5):
        changed(archive[0])
    assert sync.sync().reached == journal.latest()


def test_a_deleted_index_comes_back(archive, settings):
    sync.sync()
    shutil.rmtree(settings.SEARCH_INDEX_DIR)
    assert sync.sync().did == "rebuilt"
    assert count("war") == 3


def test_a_damaged_index_comes_back(archive, changed, settings):
    sync.sync()
    changed(archive[0])
    for path in settings.SEARCH_INDEX_DIR.rglob("*.trm"):
        path.write_bytes(b"")
    assert sync.sync().did == "rebuilt"
    assert count("war") == 3


@pytest.mark.parametrize("pattern", ["*.trm", "*.pst", "*.facts.col"])
def test_a_flipped_bit_is_found_and_repaired(archive, settings, pattern):
    sync.sync()
    (path,) = settings.SEARCH_INDEX_DIR.rglob(pattern)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    assert verify.verify().unavailable
    assert sync.sync(thorough=True).did == "rebuilt"
    assert verify.verify().agrees
    assert count("war") == 3


def test_a_thorough_look_leaves_a_sound_index_alone(archive, changed):
    sync.sync()
    changed(archive[0])
    assert sync.sync(thorough=True).did == "followed"
    assert sync.sync(thorough=True).did == "nothing"


def test_an_index_of_another_database_is_rebuilt(archive):
    sync.sync()
    Change.objects.all().delete()
    report = sync.sync()
    assert (report.did, report.reached) == ("rebuilt", 0)
    assert "another database" in str(report)


def test_an_index_of_another_database_with_as_long_a_journal_is_rebuilt(archive, add_article):
    sync.sync()
    length = journal.latest()
    Change.objects.all().delete()
    for number in range(2):
        add_article(f"Peace {number}")
    for number, change in enumerate(Change.objects.all(), 1):
        Change.objects.filter(pk=change.pk).update(number=length - 2 + number)
    report = sync.sync()
    assert (report.did, report.reached) == ("rebuilt", length)
    assert "another database" in str(report)
    assert count("peace") == 2
    assert sync.sync().did == "nothing"


def test_an_index_from_before_the_first_change_follows(db, add_article):
    sync.sync()
    add_article("Peace")
    assert sync.sync().did == "followed"


def test_a_backup_put_back_and_changed_since_is_another_database(archive, changed):
    changed(archive[0])
    sync.sync()
    Change.objects.order_by("number").last().delete()
    changed(archive[1])
    Change.objects.filter(number=journal.latest()).update(number=get_engine().state().reached)
    assert sync.sync().did == "rebuilt"


def test_the_archive_is_counted_only_where_many_changed(archive, django_assert_num_queries):
    sync.sync()
    with django_assert_num_queries(3):
        assert sync.sync().did == "nothing"


def test_when_most_has_changed_the_index_is_rebuilt(archive, changed, monkeypatch):
    sync.sync()
    monkeypatch.setattr(sync, "ALWAYS_FOLLOWED", 1)
    for article in archive:
        changed(article)
    assert sync.sync().did == "rebuilt"


def test_what_changes_during_a_rebuild_is_followed_afterwards(archive, changed):
    def change(articles: int) -> None:
        archive[0].paragraphs.filter(kind="title").update(text="Talks on peace")
        changed(archive[0])

    rebuild(progress=change)
    assert sync.sync().did == "followed"
    assert count("peace") == 1
