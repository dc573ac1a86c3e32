"""Leaders known by the surname alone."""

import pytest

from articles.extraction import extract
from articles.extraction.findings import Passage


def people(text: str) -> list[str]:
    return [person.name for person in extract([Passage(text)]).people]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Macron met farmers. “It rained,” Mr. Macron said.", "Emmanuel Macron"),
        ("Chancellor Merkel said it rained.", "Angela Merkel"),
        ("Prime Minister Johnson said it rained.", "Boris Johnson"),
    ],
)
def test_a_leader_gets_the_full_name(text, name):
    assert people(text) == [name]


def test_a_common_surname_needs_the_title():
    assert people("Mr. Johnson, a farmer, said it rained. Mr. Johnson left.") == ["Johnson"]


def test_a_namesake_named_in_full_is_not_the_leader():
    assert people("Karl Merkel, a baker, said it rained. Merkel left.") == ["Karl Merkel"]


def test_the_evidence_says_so():
    (person,) = extract([Passage("President Macron met farmers.")]).people
    assert person.full
    assert "list of leaders" in person.evidence[0]
