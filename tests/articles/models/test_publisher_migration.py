"""Publishers and sections of an archive in which they were texts: spellings become one, and what was decided stays."""

import pytest
from django.contrib.auth import get_user_model

from tests.articles.models.migrating import migrated

BEFORE = [("articles", "0007_standard_names")]
SPELLINGS = {"THE QUAY POST": 3, "The Quay Post": 2, "the quay  post": 1, "Quay Post": 1, "Новости": 1}
SECTIONS = {
    "THE QUAY POST": "politics",
    "The Quay Post": "us-news/Politics",
    "the quay  post": "Politics",
    "Quay Post": "world_news",
    "Новости": "",
}

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
                publisher=publisher, content_hash="0", imported={"publisher": name}, section=SECTIONS[name]
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


def test_publishers_of_nearly_equal_names_are_proposed(latest):
    filled(migrated(BEFORE))
    candidate = migrated(latest)("articles", "PublisherCandidate").objects.get()
    assert {candidate.first.name, candidate.second.name} == {"The Quay Post", "Quay Post"}
    assert (candidate.kind, candidate.state) == ("article", "open")


def test_texts_of_sections_become_sections_and_stay_as_imported(latest):
    filled(migrated(BEFORE))
    model = migrated(latest)
    found = model("articles", "Section").objects.order_by("name")
    assert {one.name: one.articles.count() for one in found} == {"Politics": 6, "World news": 1}
    imported = model("articles", "Article").objects.values_list("imported__publisher", "imported__section")
    assert dict(imported) == {name: section or None for name, section in SECTIONS.items()}
    assert migrated(BEFORE)("articles", "Article").objects.filter(section="us-news/Politics").count() == 2


def test_it_goes_back_and_comes_again(latest):
    filled(migrated(BEFORE))
    migrated(latest)
    assert migrated(BEFORE)("articles", "Article").objects.filter(publisher__name="The Quay Post").count() == 6
    assert migrated(latest)("articles", "PublisherAlias").objects.filter(publisher__name="The Quay Post").count() == 3
