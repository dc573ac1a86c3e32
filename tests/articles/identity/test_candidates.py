"""Variant names across the archive: merged where corroborated, else merge candidates, and each pair judged once."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.editing.identity_decisions import MergeVerdict, decide
from articles.findings.reextraction import outdate_all, outdated, reextract_all
from articles.importing.importer import import_article
from articles.models import Article, BlockingKey, Change, Mention, MergeCandidate, MergeDecision, Person, Role

pytestmark = pytest.mark.django_db

MAYOR = "{}, the mayor of Lisbon, opened a pier."
DRIVER = "{}, a ferry driver, left on Monday."
BARE = "“It floats,” said {}."
IN_EGYPT = "“It floats,” said {} in Egypt."


@pytest.fixture
def tell(source):
    """Import an article a text, with one name in each."""
    numbers = iter(range(1, 1000))

    def build(*named: tuple[str, str]) -> Article:
        n = next(numbers)
        texts = [text.format(name) for text, name in named]
        return import_article(source(texts, source_id=f"test:{n}", title=f"Pier {n}")).article

    return build


def shown() -> set[str]:
    """The people who are named in the archive."""
    return set(Mention.objects.filter(person__isnull=False).values_list("person__name", flat=True))


def candidates() -> list[tuple[str, str, str]]:
    return list(MergeCandidate.objects.order_by("pk").values_list("first__name", "second__name", "state"))


def test_a_hyphen_makes_nobody_else(tell):
    tell((MAYOR, "Amara Rose Okafor"))
    tell((DRIVER, "Amara-Rose Okafor"))
    assert shown() == {"Amara Rose Okafor"}


@pytest.mark.parametrize("spelling", ["Amara Okafor", "AMARA OKAFOR", "Amára Okafor", "Amara  Okafor"])
def test_the_same_full_name_is_one_person_however_it_is_written(tell, spelling):
    tell((MAYOR, "Amara Okafor"))
    tell((DRIVER, spelling))
    assert shown() == {"Amara Okafor"}
    assert not MergeCandidate.objects.exists()


def test_initials_are_the_same_with_blanks_and_without(tell):
    tell((MAYOR, "J. K. Okafor"))
    tell((DRIVER, "J.K. Okafor"))
    assert Mention.objects.values("person").distinct().exclude(person=None).count() == 1


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ((MAYOR, "Mohammed Attar"), (MAYOR, "Muhammad Attar"), True),
        ((IN_EGYPT, "Mohammed Attar"), (IN_EGYPT, "Muhammad Attar"), True),
        ((MAYOR, "William Marlow"), (MAYOR, "Bill Marlow"), True),
        ((MAYOR, "George W. Marlow"), (MAYOR, "George Marlow"), True),
        ((BARE, "Mohammed Attar"), (BARE, "Muhammad Attar"), False),
        ((MAYOR, "Mohammed Attar"), (DRIVER, "Muhammad Attar"), False),
        ((IN_EGYPT, "William Marlow"), (IN_EGYPT, "Bill Marlow"), False),
        ((BARE, "George W. Marlow"), (BARE, "George Marlow"), False),
        ((MAYOR, "Martin Marlow Jr."), (MAYOR, "Martin Marlow"), False),
    ],
)
def test_a_variant_is_merged_where_corroborated_and_else_a_candidate(tell, first, second, joined):
    tell(first)
    tell(second)
    assert len(candidates()) == 1
    assert candidates()[0][2] == ("same" if joined else "open")
    assert len(shown()) == (1 if joined else 2)
    assert Role.objects.filter(person__merged_into__isnull=False).count() == 0


@pytest.mark.parametrize(
    ("one", "other"), [("Kim Jong-un", "Kim Jong-il"), ("Hassan Attar", "Hussein Attar"), ("Ana Vale", "Ben Vale")]
)
def test_two_people_are_neither_merged_nor_candidates(tell, one, other):
    tell((MAYOR, one))
    tell((MAYOR, other))
    assert len(shown()) == 2
    assert candidates() == []


def test_what_the_archive_joined_says_why_and_by_whom(tell):
    tell((MAYOR, "Mohammed Attar"))
    tell((MAYOR, "Muhammad Attar"))
    decision = MergeDecision.objects.get()
    assert (decision.editor, decision.kept.name) == (None, "Mohammed Attar")
    assert decision.reason == MergeCandidate.objects.get().corroboration == "both “mayor of Lisbon”"


def test_who_may_be_either_of_two_is_a_candidate_with_both(tell):
    tell((MAYOR, "George W. Marlow"))
    tell((MAYOR, "George H. Marlow"))
    tell((MAYOR, "George Marlow"))
    assert len(shown()) == 3
    assert [state for *_, state in candidates()] == ["open", "open"]


def test_a_person_with_a_spelling_that_speaks_against_it_is_not_joined_again(tell):
    tell((MAYOR, "George W. Marlow"))
    tell((MAYOR, "George Marlow"))
    tell((MAYOR, "George H. Marlow"))
    assert shown() == {"George W. Marlow", "George H. Marlow"}
    assert [state for *_, state in candidates()] == ["same", "open"]


def test_whom_one_article_tells_apart_are_not_joined(tell):
    tell((MAYOR, "Mohammed Attar"), (MAYOR, "Muhammad Attar"))
    assert shown() == {"Mohammed Attar", "Muhammad Attar"}
    assert candidates() == [("Mohammed Attar", "Muhammad Attar", "open")]


def test_nor_are_two_of_one_article_joined_to_the_same_third(tell):
    tell((MAYOR, "Mohammed Attar"))
    tell((MAYOR, "Muhammad Attar"), (MAYOR, "Mohamed Attar"))
    assert len(shown()) == 3
    assert [state for *_, state in candidates()] == ["open", "open", "open"]


def test_a_pair_is_judged_once(tell):
    tell((BARE, "Mohammed Attar"))
    tell((BARE, "Muhammad Attar"))
    tell((MAYOR, "Muhammad Attar"))
    tell((MAYOR, "Mohammed Attar"))
    assert candidates() == [("Mohammed Attar", "Muhammad Attar", "open")]


def test_what_an_editor_told_apart_stays_apart(tell, editor):
    tell((MAYOR, "Mohammed Attar"))
    tell((MAYOR, "Muhammad Attar"))
    decide(MergeCandidate.objects.get().pk, MergeVerdict("different", editor, "same"))
    BlockingKey.objects.all().delete()  # as if they had never been compared
    outdate_all()
    list(reextract_all(outdated(), 1))
    assert shown() == {"Mohammed Attar", "Muhammad Attar"}
    assert [state for *_, state in candidates()] == ["different"]


def test_an_archive_from_before_is_compared_when_it_is_extracted_again(tell):
    tell((BARE, "Mohammed Attar"))
    tell((BARE, "Muhammad Attar"))
    MergeCandidate.objects.all().delete()
    BlockingKey.objects.all().delete()
    outdate_all()
    list(reextract_all(outdated(), 1))
    assert [state for *_, state in candidates()] == ["open"]


def test_a_merge_reaches_the_journal_of_the_other_articles(tell):
    tell((MAYOR, "Mohammed Attar"))
    old = tell((DRIVER, "Ada Vale"))
    ada = Person.objects.get(name="Ada Vale")  # whom an archive from before calls otherwise, and never compared
    Person.objects.filter(pk=ada.pk).update(name="Muhammad Attar", identity="muhammad attar")
    Role.objects.filter(person=ada).update(words="mayor of Lisbon")
    BlockingKey.objects.filter(person=ada).delete()
    before = Change.objects.count()
    new = tell((BARE, "Muhammad Attar"))
    touched = Change.objects.order_by("number").values_list("article_id", "kind")[before:]
    assert sorted(touched) == [(old.pk, "merged"), (new.pk, "imported")]
    assert shown() == {"Mohammed Attar"}


def test_more_people_of_the_surname_cost_no_more_queries(tell):
    def queries(name: str) -> int:
        with CaptureQueriesContext(connection) as run:
            tell((BARE, name))
        return len(run)

    first = queries("Adam Marlow")
    for name in ("Alan Marlow", "Albert Marlow", "Alice Marlow", "Amos Marlow"):
        assert queries(name) == first
