"""Publishers of an archive in which they were texts: spellings become one, and nothing that was decided changes."""

import pytest
from django.contrib.auth import get_user_model

from tests.articles.models.migrating import migrated

BEFORE = [("articles", "0007_standard_names")]
SPELLINGS = {"THE QUAY POST": 3, "The Quay Post": 2, "the quay  post": 1, "Quay Post": 1, "Новости": 1}

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.slow(reason="the database is migrated back and forth"),
]


def filled(model):
    """An archive of before, in which most articles shout; one value was corrected."""
    for name, times in SPELLINGS.items():
        publisher = model("articles", "Publisher").objects.create(name=name)
        for _ in range(times):
            article = model("articles", "Article").objects.create(
                publisher=publisher, content_hash="0", imported={"publisher": name}
            )
    editor = get_user_model().objects.create_user("edith")
    model("articles", "Correction").objects.create(
        article=article, field="publisher", before="?", after="Новости", reason="r", editor_id=editor.pk, revision=1
    )


def test_spellings_become_one_publisher_and_their_numbers_lead_on(latest):
    filled(migrated(BEFORE))
    model = migrated(latest)
    shown = model("articles", "Publisher").objects.filter(merged_into=None)
    assert sorted(shown.values_list("name", "slug")) == [
        ("Quay Post", "quay-post"),
        ("The Quay Post", "the-quay-post"),
        ("Новости", "новости"),
    ]
    post = shown.get(name="The Quay Post")
    assert model("articles", "Article").objects.filter(publisher=post).count() == 6
    assert {alias.name for alias in post.aliases.all()} == {"THE QUAY POST", "The Quay Post", "the quay  post"}
    assert {one.name for one in post.merged.all()} == {"THE QUAY POST", "the quay  post"}
    assert model("articles", "Correction").objects.get().after == "Новости"
    assert {one.imported["publisher"] for one in model("articles", "Article").objects.all()} == set(SPELLINGS)


def test_it_goes_back_and_comes_again(latest):
    filled(migrated(BEFORE))
    migrated(latest)
    assert migrated(BEFORE)("articles", "Article").objects.filter(publisher__name="The Quay Post").count() == 6
    assert migrated(latest)("articles", "PublisherAlias").objects.filter(publisher__name="The Quay Post").count() == 3
