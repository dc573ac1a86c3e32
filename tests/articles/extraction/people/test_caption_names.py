"""Names in full that only a caption has."""

import pytest

from articles.extraction import extract
from articles.extraction.findings import Passage
from articles.paragraph_kinds import PassageKind

SAID = "“The harbour is closed to all,” Mr. Keller said."


@pytest.mark.parametrize(
    ("caption", "name"),
    [
        ("Sen. Jane Keller. | Photo", "Jane Keller"),
        ("Sen. Jane R. Keller. | Photo", "Jane Keller"),
        ("Jane Keller and Karl Keller. | Photo", "Keller"),
        ("The Harbour Keller. | Photo", "Keller"),
    ],
)
def test_a_surname_is_the_one_person_of_the_captions(caption, name):
    found = extract([Passage(caption, PassageKind.CREDIT), Passage(SAID)])
    assert [person.name for person in found.people] == [name]
    assert [mention.passage for mention in found.people[0].mentions] == [1]
    assert found.quotations[0].speakers[0].name == name


def test_a_leader_known_by_the_surname_is_nobody_of_a_caption():
    found = extract(
        [Passage("Ivanka Trump. | Photo", PassageKind.CREDIT), Passage("“It is closed to all,” Trump said.")]
    )
    assert [person.name for person in found.people] == ["Donald Trump"]
