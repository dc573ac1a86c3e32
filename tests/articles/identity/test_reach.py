"""How far a merge candidate reaches follows what is found."""

import pytest

from articles.editing.identity_decisions import MergeVerdict, decide
from articles.importing.importer import import_article
from articles.models import MergeCandidate

pytestmark = pytest.mark.django_db


def test_it_is_the_places_that_name_the_rarer_of_the_two(source, editor):
    names = ("Mohammed Attar", "Muhammad Attar", "Mohammed Attar", "Muhammad Attar")
    reaches: list[int] = []
    for n, name in enumerate(names):
        import_article(source([f"“It floats,” said {name}."], source_id=f"test:{n}", title=f"Pier {n}"))
        reaches += MergeCandidate.objects.values_list("reach", flat=True)
    assert reaches == [1, 1, 2]
    pair = MergeCandidate.objects.get()
    decide(pair.pk, MergeVerdict("same", editor, "open", pair.first_id))
    decide(pair.pk, MergeVerdict("open", editor, "same"))
    pair.refresh_from_db()
    assert pair.reach == 2
