"""An archive in which dates of decades to come were believed: they are doubted since, and an editor's are not."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth import get_user_model

from tests.articles.models.migrating import migrated

BEFORE = [("articles", "0018_look_ups_by_index")]

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.slow(reason="the database is migrated back and forth"),
]


def filled(model):
    """An archive of before: one date can be, one is undated, one lies ahead, one lies ahead as an editor has it."""
    articles = {}
    for title, day in {
        "was": datetime(2019, 6, 7, tzinfo=UTC),
        "none": None,
        "ahead": ahead(),
        "sure": ahead(),
    }.items():
        published = day.date().isoformat() if day else ""
        articles[title] = model("articles", "Article").objects.create(
            title=title, content_hash=title, published=published, published_from=day, imported={"published": published}
        )
    editor = get_user_model().objects.create_user("edith")
    model("articles", "Correction").objects.create(
        article=articles["sure"], field="published", before="", after="?", reason="r", editor_id=editor.pk, revision=1
    )


def ahead():
    return (datetime.now(UTC) + timedelta(days=900)).replace(hour=0, minute=0, second=0, microsecond=0)


def test_dates_that_lie_ahead_are_doubted_and_the_journal_says_so(latest):
    filled(migrated(BEFORE))
    model = migrated(latest)
    articles = {one.title: one for one in model("articles", "Article").objects.all()}
    doubted = articles.pop("ahead")
    assert (doubted.published, doubted.published_from, doubted.revision) == (ahead().date().isoformat(), None, 1)
    assert doubted.published_doubt == doubted.imported["published_doubt"]
    assert doubted.published_doubt.startswith("it lies ahead of the import, which was on ")
    assert {one.published_doubt for one in articles.values()} == {""}
    change = model("articles", "Change").objects.get()
    assert (change.article_id, change.revision, change.fields) == (doubted.pk, 1, ["published"])


def test_going_back_gives_them_their_instants_again(latest):
    filled(migrated(BEFORE))
    migrated(latest)
    article = migrated(BEFORE)("articles", "Article").objects.get(title="ahead")
    assert article.published_from == ahead()
