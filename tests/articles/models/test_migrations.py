"""An archive that an earlier version filled: a migration keeps its rows, and what the database itself holds."""

import pytest
from django.db import DatabaseError, connection, transaction

from tests.articles.models.migrating import migrated

BEFORE = [("articles", "0006_alias_by_last_word")]

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.slow(reason="the database is migrated back and forth"),
]


def refused(statement: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except DatabaseError:
        return True
    return False


def filled(model):
    """An archive of before: two people who were merged, found as two; two copies of one text."""
    article, copy = (model("articles", "Article").objects.create(title="Pier", content_hash=n) for n in "01")
    paragraph = model("articles", "Paragraph").objects.create(
        article=article, number=1, position=1, kind="body", text="Ada Vale said so.", fingerprint="0"
    )
    ada, adda = (model("articles", "Person").objects.create(name=name, identity=name) for name in ("Ada", "Adda"))
    adda.merged_into = ada
    adda.save()
    said = {"person": ada, "found_as": adda}
    quotation = model("articles", "Quotation").objects.create(
        article=article, ordinal=0, kind="indirect", text="so", confidence=0.9
    )
    model("articles", "Mention").objects.create(paragraph=paragraph, start=0, end=8, confidence=0.9, **said)
    model("articles", "Speaker").objects.create(quotation=quotation, ordinal=0, kind="person", name="Ada", **said)
    model("articles", "Subject").objects.create(quotation=quotation, ordinal=0, way="named", confidence=0.9, **said)
    model("articles", "Role").objects.create(article=article, words="pilot", **said)
    model("articles", "Alias").objects.create(name="Adda", folded="adda", **said)
    model("articles", "NameKey").objects.create(person=ada, key="vl a")
    model("articles", "CopyKey").objects.create(article=article, key=2**62)
    model("articles", "CopyPair").objects.create(first=article, second=copy)
    offer = model("articles", "PersonOffer").objects.create(first=ada, second=adda, kind="slip", sign="both pilots")
    model("articles", "PersonDecision").objects.create(offer=offer, state="same", kept=ada, reason="both pilots")


def test_what_an_earlier_version_stored_is_there_under_its_new_name(latest):
    filled(migrated(BEFORE))
    model = migrated(latest)
    for table in ("Mention", "Speaker", "Subject", "Role", "Alias"):
        row = model("articles", table).objects.get()
        assert (row.person.name, row.extracted_as.name) == ("Ada", "Adda"), table
    assert model("articles", "BlockingKey").objects.get().key == "vl a"
    assert model("articles", "Quotation").objects.get().found_candidates is None
    assert model("articles", "SketchHash").objects.get().hash == 2**62
    assert model("articles", "NearDuplicatePair").objects.get().first.title == "Pier"
    decision = model("articles", "MergeDecision").objects.get()
    assert (decision.kept.name, decision.candidate.corroboration) == ("Ada", "both pilots")


def test_the_triggers_are_there_after_it_and_after_going_back(latest):
    filled(migrated(BEFORE))
    for targets, decisions in ((latest, "mergedecision"), (BEFORE, "persondecision"), (latest, "mergedecision")):
        migrated(targets)
        assert refused(f"UPDATE articles_{decisions} SET reason = 'another'")  # noqa: S608 -- names of our own
        assert refused('UPDATE articles_mention SET "end" = 100')
        assert refused("UPDATE articles_paragraph SET text = 'x'")
        assert not refused("UPDATE articles_paragraph SET text = 'Ada Vale said more.'")


def test_the_indexes_are_there_after_it(latest):
    filled(migrated(BEFORE))
    migrated(latest)
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, "articles_mention")
    assert found["mention_extracted_as_another"]["columns"] == ["extracted_as_id"]
    assert "mention_found_as_another" not in found
