"""An archive of before names had one normal form: who was two people stays two, and is found however they are typed."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from articles.models import Person
from articles.names.normalise import normalise_accents

BEFORE = [("articles", "0010_publishers_are_known_by_identity")]

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.slow(reason="the database is migrated back and forth"),
]


def migrated(targets):
    """Migrate to there, and return the models as they are there."""
    MigrationExecutor(connection).migrate(targets)
    return MigrationExecutor(connection).loader.project_state(targets).apps.get_model


@pytest.fixture
def latest():
    """The newest migration; whatever a test does, the next one finds the database there."""
    targets = [node for node in MigrationExecutor(connection).loader.graph.leaf_nodes() if node[0] == "articles"]
    yield targets
    migrated(targets)


def filled(model):
    """People as the archive stored them before: with the letters of their names, but for accents."""
    people = {}
    for name in ("Łukasz Nowak", "Lukasz Nowak", "Søren Lind", "Robert Müller", "Đorđe Vidić", "Djordje Vidic", "李娜"):
        folded = normalise_accents(name)
        people[name] = model("articles", "Person").objects.create(name=name, identity=folded)
        model("articles", "Alias").objects.create(person=people[name], name=name, folded=folded)
    for name, article in (("Łoś", 7), ("Los", 7), ("Los", 8)):
        folded = normalise_accents(name)
        model("articles", "Person").objects.create(name=name, identity=f"{folded}@{article}")
    merged = model("articles", "Person").objects.create(name="Soren Lind", identity="soren lind")
    model("articles", "Person").objects.filter(pk=merged.pk).update(merged_into=people["Søren Lind"])


def identities(model):
    return sorted(model("articles", "Person").objects.values_list("identity", flat=True))


def test_two_stay_two_and_become_a_merge_candidate(latest):
    filled(migrated(BEFORE))
    model = migrated(latest)
    assert identities(model) == [
        "djordje vidic",
        "dorde vidic",
        "los@7",
        "los@8",
        "los~łos@7",
        "lukasz nowak",
        "lukasz nowak~łukasz nowak",
        "robert muller",
        "soren lind",
        "soren lind~søren lind",
        "李娜",
    ]
    candidates = model("articles", "MergeCandidate").objects.order_by("pk")
    assert {(one.first.name, one.second.name, one.state) for one in candidates} == {
        ("Łukasz Nowak", "Lukasz Nowak", "open"),
        ("Łoś", "Los", "open"),
    }


def test_each_name_leads_to_whom_it_led_to_before(latest):
    filled(migrated(BEFORE))
    migrated(latest)
    for name in ("Łukasz Nowak", "ŁUKASZ NOWAK", "Lukasz Nowak", "Søren Lind", "Soren Lind"):
        known = {person.identity: person for person in Person.objects.filter(identity__in=Person.identities_of(name))}
        first = next(known[one] for one in Person.identities_of(name) if one in known)
        assert normalise_accents(first.name) == normalise_accents(name)


def test_spellings_have_their_keys(latest):
    filled(migrated(BEFORE))
    model = migrated(latest)
    keys = model("articles", "SpellingKey").objects
    assert set(keys.filter(name="Robert Müller").values_list("key", flat=True)) == {
        *("robert", "muller", "mueller", "=robert muller", "=robert mueller"),
    }
    assert model("articles", "Alias").objects.get(name="Søren Lind").folded == "soren lind"


def test_it_goes_back_and_forth(latest):
    filled(migrated(BEFORE))
    before = identities(migrated(BEFORE))
    since = identities(migrated(latest))
    assert identities(migrated(BEFORE)) == before
    assert identities(migrated(latest)) == since
