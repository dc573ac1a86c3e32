"""The managers that leave out withheld people make each of their queries afresh."""

import pytest

from articles.models import Mention, Person, WithheldPerson

pytestmark = pytest.mark.django_db


def test_what_one_query_asks_for_is_in_no_other(article):
    okafor = Person.objects.get(identity="amara okafor")
    named = Mention.objects.filter(person=okafor).order_by("-pk")
    assert list(Mention.objects.order_by("pk")) == list(Mention.every.order_by("pk"))
    assert set(named) < set(Mention.objects.all())
    WithheldPerson.objects.create(person=okafor, kind=WithheldPerson.Kind.HIDDEN)
    assert not named.all()
    assert set(Mention.objects.all()) == set(Mention.every.exclude(person=okafor))
