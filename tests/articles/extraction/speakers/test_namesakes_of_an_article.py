"""Namesakes: who else a surname alone may mean, by how often each of its bearers is named before."""

import pytest

from articles.extraction.people.entities import PersonMention
from articles.extraction.speakers.namesakes import Namesakes

NAMES = ["Ida Holm", "Karl Holm", "Mara Lind", "Holm"]
IDA, KARL, MARA, LONE = range(4)


def _rival(named, surname, person, end=None):
    mentions = [PersonMention(at, 0, 1, number, full=True) for at, number in enumerate(named)]
    found = Namesakes(NAMES, mentions).rival(surname, person, len(named) if end is None else end)
    return None if found is None else (found.paragraph, found.person)


@pytest.mark.parametrize(
    ("named", "rival"),
    [
        ((IDA, KARL), (1, KARL)),
        ((KARL, IDA), (0, KARL)),
        ((KARL, KARL, MARA, IDA, IDA), (1, KARL)),
        ((KARL, IDA, IDA), (0, KARL)),
        ((KARL, IDA, IDA, IDA), None),  # so much rarer that Ida is meant
        ((IDA, IDA), None),
        ((), None),
    ],
)
def test_the_last_other_bearer_is_a_rival_where_named_often_enough(named, rival):
    assert _rival(named, "Holm", IDA) == rival


def test_only_what_is_named_before_counts():
    assert _rival((IDA, KARL), "Holm", IDA, end=1) is None


def test_a_surname_that_one_bears_has_no_rival():
    assert _rival((MARA, IDA, KARL), "Lind", MARA) is None


def test_who_bears_another_surname_has_the_last_bearer_as_a_rival():
    assert _rival((IDA, MARA, KARL, LONE), "Holm", MARA) == (2, KARL)
    assert _rival((IDA, MARA, KARL, LONE), "Holm", LONE) == (2, KARL)
