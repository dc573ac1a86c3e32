"""Names in full that only the caption before a credit has; whose picture it is is nobody of the article."""

import pytest

from articles.extraction import extract
from articles.extraction.findings import Passage
from articles.paragraph_kinds import PassageKind

SAID = "“The harbour is closed to all,” Ms. Keller said."


@pytest.mark.parametrize(
    ("caption", "name"),
    [
        ("Sen. Jane Keller. | Photo", "Jane Keller"),
        ("Sen. Jane R. Keller. | Photo", "Jane Keller"),
        ("Jane Keller and Karl Keller. | Photo", "Keller"),
        ("The Harbour Keller. | Photo", "Keller"),
        ("Jane Keller speaks on the quay. | Karl Keller/Reuters", "Jane Keller"),
        ("Jane Keller forces the gate. | Photo", "Jane Keller"),
        ("Karl Keller. | Photo", "Keller"),  # a man is not Ms. Keller
        ("Jane Keller-Lund. | Photo", "Keller"),
        ("Photo: Jane Keller", "Keller"),
        ("Photograph by Jane Keller/Reuters", "Keller"),
        ("The quay. | Photo by Jane Keller", "Keller"),
        ("The quay on Monday, with all ships. Jane Keller/Reuters", "Keller"),
        ("The quay on Monday, with all ships. Jane Keller for Reuters", "Keller"),
        ("Reuters/Jane Keller", "Keller"),
        ("Jane Keller", "Keller"),
    ],
)
def test_a_surname_is_the_one_person_of_the_captions(caption, name):
    found = extract([Passage(caption, PassageKind.CREDIT), Passage(SAID)])
    assert [person.name for person in found.people] == [name]
    assert [mention.passage for mention in found.people[0].mentions] == [1]
    assert found.quotations[0].speakers[0].name == name


@pytest.mark.parametrize("kind", [PassageKind.BOILERPLATE, PassageKind.NOTE])
def test_a_link_to_another_article_names_nobody_of_this_one(kind):
    found = extract([Passage(SAID), Passage("Read more: Jane Keller wins gold in Oslo", kind)])
    assert [person.name for person in found.people] == ["Keller"]


def test_an_honorific_of_the_other_gender_refuses_a_given_name():
    said = SAID.replace("Ms.", "Mr.")
    found = extract([Passage("Sen. Jane Keller. | Photo", PassageKind.CREDIT), Passage(said)])
    assert [person.name for person in found.people] == ["Keller"]


def test_a_leader_known_by_the_surname_is_nobody_of_a_caption():
    found = extract(
        [Passage("Ivanka Trump. | Photo", PassageKind.CREDIT), Passage("“It is closed to all,” Trump said.")]
    )
    assert [person.name for person in found.people] == ["Donald Trump"]
