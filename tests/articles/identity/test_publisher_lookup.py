"""Publishers by the names that articles, editors and readers give."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.identity.publishers import alias_named, publisher_called, publishers_by_name, publishers_called
from articles.models import Publisher

pytestmark = pytest.mark.django_db


@pytest.fixture
def post():
    """The Test Post, in three spellings."""
    aliases = [alias_named(name) for name in ("The Test Post", "THE TEST POST", "The Test-Post")]
    return aliases[0].publisher


def queries(work):
    with CaptureQueriesContext(connection) as made:
        work()
    return len(made)


def test_spellings_of_one_publisher_are_one_row(post):
    assert Publisher.objects.get() == post
    assert [alias.name for alias in post.aliases.order_by("pk")] == ["The Test Post", "THE TEST POST", "The Test-Post"]
    assert post.slug == "the-test-post"


@pytest.mark.parametrize(
    ("first", "then", "shown"),
    [
        ("THE QUAY POST", "The Quay Post", "The Quay Post"),
        ("the quay post", "The Quay Post", "The Quay Post"),
        ("the quay post", "THE QUAY POST", "THE QUAY POST"),
        ("The Quay Post", "THE QUAY POST", "The Quay Post"),
        ("The Quay-Post", "The Quay Post", "The Quay-Post"),
        ("QNN", "Qnn", "QNN"),
        ("новости", "Новости", "Новости"),
    ],
)
def test_the_name_is_the_first_spelling_unless_a_later_one_reads_better(first, then, shown):
    assert alias_named(first).publisher == alias_named(then).publisher
    assert Publisher.objects.get().name == shown
    assert Publisher.objects.get().aliases.count() == 2


def test_a_spelling_that_was_there_before_is_one_query(post):
    assert queries(lambda: alias_named("THE TEST POST")) == 1


def test_publishers_whose_addresses_would_be_alike_have_two(post):
    slugs = [alias_named(name).publisher.slug for name in ("Новости", "!!!", "???", "Merge candidates", "2022")]
    assert slugs == ["новости", "publisher", "publisher-2", "merge-candidates-2", "2022-2"]


@pytest.mark.parametrize("text", ["the test post", "THE TEST-POST", "the-test-post", "{pk}", " The Test Post\x00"])
def test_a_publisher_is_called_by_number_spelling_and_slug(post, text):
    assert publisher_called(text.format(pk=post.pk)) == post


@pytest.mark.parametrize("text", ["", "post", "\x00", "9" * 18, "9" * 40, "٣", "x" * 5_000, "'; DROP TABLE", "%"])
def test_what_calls_none_finds_none(post, text):
    assert publisher_called(text) is None


def test_one_that_was_merged_leads_on(post):
    other = alias_named("testpost.com").publisher
    Publisher.objects.filter(pk=other.pk).update(merged_into=post)
    assert publishers_called(["testpost.com", str(other.pk)]) == {"testpost.com": post, str(other.pk): post}
    new = alias_named("TESTPOST.COM")
    assert (new.publisher, new.named_as) == (post, other)


def test_a_name_in_a_search_leads_to_that_publisher_or_to_all_with_its_words(post):
    sunday = alias_named("The Test Post on Sunday").publisher
    found = publishers_by_name(["THE test POST", "post", "sunday post", "nothing"])
    assert found["THE test POST"] == {post.pk: "The Test Post"}
    assert found["post"] == {post.pk: "The Test Post", sunday.pk: "The Test Post on Sunday"}
    assert found["sunday post"] == {sunday.pk: "The Test Post on Sunday"}
    assert found["nothing"] == {}
    assert queries(lambda: publishers_by_name(["post", "nothing", "sunday"])) == 1
