"""People by the names that somebody gives: every entrance finds the same."""

import pytest

from articles.identity.lookup import (
    people_by_name,
    people_by_whole_name,
    people_called,
    person_named,
    spelled_from,
    spelled_with,
)
from articles.models import Person
from articles.names.normalise import normalise

pytestmark = pytest.mark.django_db

NAMES = {"Ann Lee": ["Ann Lee", "Lee"], "Lee Ann Moor": ["Lee Ann Moor"], "Robert Müller": ["Robert Müller"]}


@pytest.fixture
def people():
    """Three people and their spellings."""
    for name, spellings in NAMES.items():
        person = Person.objects.create(name=name, identity=normalise(name))
        for spelling in spellings:
            person.aliases.create(name=spelling, folded=normalise(spelling))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("lee", ["Ann Lee", "Lee Ann Moor"]),
        ("Lee, Ann", ["Ann Lee", "Lee Ann Moor"]),
        ("moor", ["Lee Ann Moor"]),
        ("Mueller", ["Robert Müller"]),
        ("Muller", ["Robert Müller"]),
        ("mull", []),
        ("%", []),
    ],
)
def test_lists_and_fields_lead_to_the_same_people(people, words, found):
    assert sorted(person.name for person in people_called(words)) == found
    assert sorted(people_by_name([words])[words].values()) == found


def test_whoever_has_most_of_the_fitting_spellings_comes_first(people):
    assert list(people_by_name(["lee"])["lee"].values()) == ["Ann Lee", "Lee Ann Moor"]


def test_many_names_are_one_query(people, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = people_by_name(["moor", "mueller", "nobody", ""])
    assert {name: list(who.values()) for name, who in found.items()} == {
        "moor": ["Lee Ann Moor"],
        "mueller": ["Robert Müller"],
        "nobody": [],
        "": [],
    }


def test_no_name_is_no_query(people, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert people_by_name(["", "…"]) == {"": {}, "…": {}}
        assert not people_called("…")


@pytest.mark.parametrize(
    ("beginning", "found"), [("lee", {"Lee", "Ann Lee", "Lee Ann Moor"}), ("lee ann", {"Lee Ann Moor"}), ("oor", set())]
)
def test_a_beginning_leads_to_names_and_surnames(people, beginning, found):
    assert {alias.name for alias in spelled_from(beginning)} == found


def test_a_name_nobody_has_makes_a_person_who_is_found_by_it(people):
    made = person_named("Tomé Reed", article=1)
    assert list(people_called("reed tome")) == [made]
    assert person_named("TOME REED", article=1) == made


@pytest.mark.parametrize(("words", "found"), [("le mo", {"Lee Ann Moor"}), ("lee", {"Lee", "Ann Lee", "Lee Ann Moor"})])
def test_every_word_may_be_begun(people, words, found):
    assert {alias.name for alias in spelled_with(words)} == found


def test_whole_names(people):
    found = people_by_whole_name(["lee", "Robert Mueller", "robert"])
    names = {name: [Person.objects.get(pk=key).name for key in keys] for name, keys in found.items()}
    assert names == {"lee": ["Ann Lee"], "Robert Mueller": ["Robert Müller"], "robert": []}
