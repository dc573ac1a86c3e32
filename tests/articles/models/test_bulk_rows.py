"""Rows go into the tables and come back by few statements, whole and in order."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.db import connection

from articles.models import Article, Change, Person, Quotation
from articles.models.bulk_rows import A_BATCH, insert_for_keys, insert_rows, select_rows, update_rows

pytestmark = pytest.mark.django_db
NOON = datetime(2022, 3, 5, 12, tzinfo=UTC)
QUOTATION = ("article_id", "ordinal", "kind", "text", "confidence")


def people(count):
    return [(f"identity {n}", f"Person {n}") for n in range(count)]


@pytest.mark.parametrize(("count", "statements"), [(0, 0), (1, 1), (2, 1), (3, 2), (7, 4)])
def test_keys_come_in_the_order_of_the_rows(count, statements, monkeypatch, django_assert_num_queries):
    two_rows = 2 * (len(Person._meta.concrete_fields) - 1) + 1  # parameters, all columns but the key
    monkeypatch.setattr(connection.features, "max_query_params", two_rows)
    with django_assert_num_queries(statements):
        keys = insert_for_keys(Person, ("identity", "name"), people(count))
    stored = Person.objects.in_bulk(keys)
    assert [(stored[key].identity, stored[key].name) for key in keys] == people(count)


def test_the_databases_own_limit_of_parameters_is_kept():
    rows = people(6_000)
    keys = insert_for_keys(Person, ("identity", "name"), rows)
    names = dict(Person.objects.values_list("pk", "name"))
    assert [names[key] for key in keys] == [name for _, name in rows]


@pytest.mark.parametrize("count", [0, 1, A_BATCH, A_BATCH + 1, 2 * A_BATCH + 1])
def test_rows_are_selected_by_more_values_than_a_statement_takes(count, django_assert_num_queries):
    insert_rows(Person, ("identity", "name"), people(count + 1))
    with django_assert_num_queries(-(-count // A_BATCH)):
        rows = select_rows(Person, ("identity", "name"), "identity", [identity for identity, _ in people(count)])
    assert sorted(rows) == sorted(people(count))


def test_left_out_columns_have_their_defaults_each_row_its_own():
    key = Article.objects.create(content_hash="a").pk
    insert_rows(Quotation, QUOTATION, [(key, n, "direct", "It floats", 1.0) for n in range(2)])
    one, other = Quotation.objects.order_by("ordinal")
    one.found.append("a person")
    one.save()
    other.refresh_from_db()
    assert (other.found, other.evidence, other.corrected, other.standing) == ([], [], False, "stands")
    insert_rows(Quotation, QUOTATION, [(key, 2, "direct", "It sinks", 1.0)])
    assert Quotation.objects.get(ordinal=2).found == []


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        (("title", "p“1”"), ["title", "p“1”"]),
        (["title", None], ["title", None]),
        ((), []),
        ([], []),
        ([{"name": "Li Na", "keys": (1, 2)}], [{"name": "Li Na", "keys": [1, 2]}]),
    ],
)
def test_json_is_stored_as_what_it_says_whether_a_tuple_or_a_list(given, stored):
    key = Article.objects.create(content_hash="a").pk
    insert_rows(Change, ("article_id", "revision", "kind", "fields", "at"), [(key, 1, "updated", given, NOON)])
    assert Change.objects.get().fields == stored


@pytest.mark.parametrize("instant", [NOON, NOON.astimezone(timezone(timedelta(hours=5, minutes=30))), None])
def test_an_instant_is_the_same_one_in_any_zone_or_none(instant):
    key = Article.objects.create(content_hash="a", published="2022", published_from=datetime(2022, 1, 1, tzinfo=UTC)).pk
    update_rows(
        Article, ("published", "published_from", "source_id"), [("2022" if instant else "", instant, None, key)]
    )
    article = Article.objects.get()
    assert (article.published_from, article.source_id) == (instant, None)
