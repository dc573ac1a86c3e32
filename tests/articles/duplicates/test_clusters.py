"""Copies are brought into one story, in whichever order they come, change and go."""

from itertools import permutations
from typing import Any

import pytest
from django.db.models import RestrictedError
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from articles.duplicates import clusters
from articles.importing.importer import import_article
from articles.models import Article, Change, NearDuplicatePair, SketchHash, StoryMember, WithdrawalKind
from articles.withdrawal.withdraw import Ground, withdraw
from tests.examples import examples

pytestmark = pytest.mark.django_db
GROUND = Ground(WithdrawalKind.ERROR, "It was never published.")


def words(name: str, first: int, last: int) -> str:
    """A stretch of an endless text of that name."""
    return " ".join(f"{name}{n}" for n in range(first, last))


# Each is a copy of its neighbours; the first and the last are not of each other.
LINKS = tuple(words("ferry", start, start + 100) for start in (0, 14, 28, 42))


@pytest.fixture
def bring(source):
    """Import a text under an id: `bring("a", "text")` gives the article."""

    def brought(name: str, *texts: str) -> Article:
        return import_article(
            source(texts=[text for text in texts if text], source_id=name, file_name=f"{name}.txt")
        ).article

    return brought


def stories() -> set[frozenset[str | None]]:
    """The stories with their articles, by the articles' ids in their source."""
    members = StoryMember.objects.values_list("story", "article__source_id")
    return {frozenset(name for one, name in members if one == story) for story, _ in members}


def named() -> dict[str | None, str | None]:
    """By which article the story of each is named."""
    return dict(StoryMember.objects.values_list("article__source_id", "story__source_id"))


def journal() -> list[tuple[Any, ...]]:
    return list(Change.objects.values_list("kind", "article_id"))


def test_a_copy_joins_the_story_of_the_first(bring):
    bring("a", LINKS[0])
    bring("b", words("train", 0, 100))
    bring("c", "HARBOUR (Wire) — " + LINKS[0])
    assert named() == {"a": "a", "b": "b", "c": "a"}
    assert [kind for kind, _ in journal()] == ["imported"] * 3  # a's story is still its own


def test_paragraphs_split_elsewhere_are_the_same_text(bring):
    bring("a", words("ferry", 0, 50), words("ferry", 50, 100))
    bring("b", words("ferry", 0, 30), words("ferry", 30, 60), words("ferry", 60, 100))
    assert named()["b"] == "a"


def test_notices_are_not_copies(bring):
    bring("a", "The office is closed today.")
    bring("b", "The office is closed today.")
    assert named() == {"a": "a", "b": "b"}
    assert not SketchHash.objects.exists()


@pytest.mark.parametrize("order", list(permutations(range(4))), ids=str)
def test_a_chain_is_one_story_in_any_order(bring, order):
    for n in order:
        bring(str(n), LINKS[n])
    first = str(order[0])
    assert named() == dict.fromkeys("0123", first)


def test_whom_a_new_link_joins_to_an_earlier_story_the_journal_tells(bring):
    a, c = bring("a", LINKS[0]), bring("c", LINKS[2])
    assert named() == {"a": "a", "c": "c"}
    b = bring("b", LINKS[1])
    assert named() == dict.fromkeys("abc", "a")
    assert journal()[2:] == [("story", c.pk), ("imported", b.pk)]
    c.refresh_from_db()
    assert c.revision == 2
    assert a.revision == 1


def test_the_same_again_changes_nothing_not_even_the_journal(bring):
    for _ in range(2):
        for n, text in enumerate(LINKS):
            bring(str(n), text)
    assert [kind for kind, _ in journal()] == ["imported"] * 4
    assert (NearDuplicatePair.objects.count(), StoryMember.objects.count()) == (3, 4)


def test_a_changed_text_leaves_its_story_and_comes_back(bring):
    a, b = bring("a", LINKS[0]), bring("b", LINKS[0])
    bring("a", words("train", 0, 100))
    assert named() == {"a": "a", "b": "b"}
    assert journal()[2:] == [("story", b.pk), ("updated", a.pk)]
    bring("a", LINKS[0])
    assert named() == {"a": "a", "b": "a"}


def test_a_touch_that_leaves_the_story_as_it_is_concerns_nobody_else(bring):
    a, _ = bring("a", LINKS[0]), bring("b", LINKS[0])
    bring("a", LINKS[0] + " And a last word.")
    assert named() == {"a": "a", "b": "a"}
    assert journal()[2:] == [("updated", a.pk)]


def test_a_link_that_changes_parts_the_story(bring):
    keys = {name: bring(name, LINKS[n]).pk for n, name in enumerate("abcd")}
    bring("b", words("train", 0, 100))
    assert stories() == {frozenset("a"), frozenset("b"), frozenset("cd")}
    assert sorted(journal()[4:]) == [("story", keys["c"]), ("story", keys["d"]), ("updated", keys["b"])]


def test_a_withdrawn_article_leaves_its_story_and_the_archive(bring):
    keys = {name: bring(name, LINKS[0]).pk for name in "abc"}
    withdraw(keys["a"], GROUND)
    assert named() == {"b": "b", "c": "b"}
    assert journal()[3:] == [("story", keys["b"]), ("story", keys["c"]), ("withdrawn", keys["a"])]
    assert not Article.objects.filter(pk=keys["a"]).exists()


def test_one_that_names_a_story_of_others_is_not_deleted_past_it(bring):
    a, b = bring("a", LINKS[0]), bring("b", LINKS[0])
    with pytest.raises(RestrictedError):
        a.delete()
    b.delete()
    a.delete()
    assert not StoryMember.objects.exists()


def test_more_copies_than_are_compared_are_one_story(bring, monkeypatch):
    monkeypatch.setattr(clusters, "MOST", 2)
    monkeypatch.setattr(clusters, "A_HASH", 3)
    for n in range(8):
        bring(str(n), LINKS[0])
    assert set(named().values()) == {"0"}
    assert NearDuplicatePair.objects.count() == 1 + 2 * 6
    withdraw(Article.objects.get(source_id="3").pk, GROUND)
    assert set(named().values()) == {"0"}


def test_a_new_article_takes_the_same_queries_in_any_archive(bring, source, django_assert_num_queries):
    def placed(name: str) -> Article:
        article = bring(name, words(name, 0, 100))
        StoryMember.objects.filter(article=article).delete()
        SketchHash.objects.filter(article=article).delete()
        return article

    alone = placed("first")
    with django_assert_num_queries(5):
        clusters.assign(alone)
    for n in range(5):
        bring(str(n), LINKS[0])
    another = placed("second")
    with django_assert_num_queries(5):
        clusters.assign(another)


TEXTS = (*LINKS, words("train", 0, 100), "Too short.", "")
STEPS = st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from([None, *range(len(TEXTS))])), max_size=12)


@examples(0.4, HealthCheck.function_scoped_fixture)
@given(STEPS)
def test_step_by_step_is_as_from_scratch(bring, steps):
    Article.objects.all().delete()
    for name, text in steps:
        there = Article.objects.filter(source_id=name).first()
        if text is not None:
            bring(name, TEXTS[text])
        elif there:
            clusters.remove(there)
            there.delete()  # so that it may come again
    step_by_step, before = named(), Change.objects.count()
    StoryMember.objects.all().delete()
    SketchHash.objects.all().delete()
    NearDuplicatePair.objects.all().delete()
    for article in Article.objects.order_by("pk"):
        clusters.assign(article)
    assert named() == step_by_step
    assert all(story == min(others) for story, others in in_order().items())
    assert Change.objects.count() == before


def in_order() -> dict[int, list[int]]:
    members = list(StoryMember.objects.values_list("story", "article"))
    return {story: [article for one, article in members if one == story] for story, _ in members}
