"""What pages read: entries in the order asked for, people by a reader's words, quotations beside a country."""

import pytest

from articles.identity.lookup import people_called
from articles.importing.importer import import_article
from articles.models import Alias, Article, Country, Person, Quotation
from articles.queries import (
    article_entries,
    autocomplete_people,
    countries_with_counts,
    people_entries,
    quotation_entries,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def others(source):
    """Two more articles."""
    return [import_article(source(source_id=f"test:{n}", title=f"Other {n}")).article for n in (2, 3)]


def test_entries_come_in_the_order_asked_for(article, others):
    keys = [others[1].pk, article.pk, others[0].pk]
    assert [row.article.pk for row in article_entries(keys)] == keys


def test_entries_that_are_gone_are_passed_over(article):
    assert [row.article.pk for row in article_entries([article.pk + 99, article.pk])] == [article.pk]
    assert quotation_entries([99]) == []
    assert people_entries([99]) == []


def test_an_entry_of_an_article_says_how_it_opens_and_what_it_names(article):
    (row,) = article_entries([article.pk])
    assert row.article.opening.startswith("The ferry minister")
    assert {"code": "PT", "name": "Portugal"} in row.countries
    assert [named["name"] for named in row.people] == ["Amara Okafor"]


def test_an_entry_of_a_quotation_knows_its_paragraph(article):
    quotation = Quotation.objects.get(text__startswith="Nobody will wait")
    (row,) = quotation_entries([quotation.pk])
    assert row.anchor == "p2"


def test_entries_cost_the_same_however_many(article, others, django_assert_num_queries):
    keys = list(Article.objects.values_list("pk", flat=True))
    quotations = list(Quotation.objects.values_list("pk", flat=True))
    with django_assert_num_queries(3):
        article_entries(keys)
    with django_assert_num_queries(3):
        article_entries(keys[:1])
    with django_assert_num_queries(5):
        quotation_entries(quotations)
    with django_assert_num_queries(5):
        quotation_entries(quotations[:1])


@pytest.mark.parametrize("words", ["Amara Okafor", "AMARA OKAFOR", "Okafor", "amara", "Ámara  Okafor", "Okafor, Amara"])
def test_a_readers_words_lead_to_a_person(article, words):
    assert [person.name for person in people_called(words)] == ["Amara Okafor"]


@pytest.mark.parametrize("words", ["", "...", "Oka", "Amara Okafor Smith", "%", "_", "amara " * 99])
def test_words_that_are_nobodys_name_lead_to_nobody(article, words):
    assert not people_called(words).exists()


@pytest.mark.parametrize(
    ("words", "called"),
    [
        ("lee", ["Ann Lee", "Lee", "Lee Ann Moor"]),
        ("lee ann", ["Ann Lee", "Lee Ann Moor"]),
        ("leek", ["Tom Leek"]),
        ("ann lee moor", ["Lee Ann Moor"]),
    ],
)
def test_all_words_must_be_whole_words_of_one_spelling(db, words, called):
    for name in ("Lee", "Ann Lee", "Lee Ann Moor", "Tom Leek"):
        Person.objects.create(name=name, identity=name).aliases.create(name=name, folded=name.casefold())
    assert [person.name for person in people_called(words)] == called


def test_a_surname_leads_to_however_many_bear_it(db):
    people = Person.objects.bulk_create(Person(name="Lee", identity=f"lee@{n}") for n in range(321))
    Alias.objects.bulk_create(Alias(person=person, name="Lee", folded="lee") for person in people)
    assert people_called("lee").count() == 321


@pytest.fixture
def rewritten(article, source):
    """An article whose next version names other people and countries."""
    import_article(source(texts=["“Boats come back,” Tom Reed said in Peru."]))
    assert Person.objects.filter(name="Amara Okafor").exists()
    return article


def test_whom_no_article_names_any_more_is_not_of_the_archive(rewritten):
    assert [person.name for person in Person.objects.in_use()] == ["Tom Reed"]
    assert autocomplete_people("oka") == []


def test_a_country_that_no_article_names_any_more_is_not_of_the_archive(rewritten):
    assert Country.objects.filter(name="Portugal").exists()
    assert [country.name for country in Country.objects.in_use()] == ["Peru"]
    assert [one.who.name for one in countries_with_counts()] == ["Peru"]


def test_who_is_named_nowhere_and_said_something_is_of_the_archive(article):
    quotation = article.quotations.get(text__startswith="Nobody will wait")
    quotation.speakers.all().delete()
    for ordinal, values in enumerate(
        (
            {"kind": "person", "person": Person.objects.create(name="Tom Reed", identity="tom reed")},
            {"kind": "country", "country": Country.objects.create(code="PE", name="Peru")},
        )
    ):
        quotation.speakers.create(ordinal=ordinal, **values)
    assert Person.objects.in_use().filter(name="Tom Reed").exists()
    assert Country.objects.in_use().filter(code="PE").exists()


def test_suggestions_take_the_beginning_of_a_name_or_surname(article):
    assert [one.who.name for one in autocomplete_people("oka")] == ["Amara Okafor"]
    assert autocomplete_people("kafor") == []
