"""What pages read: entries in the order asked for, people by a reader's words, quotations beside a country."""

import pytest

from articles.importer import import_article
from articles.models import Article, Country, Person, Quotation
from articles.queries import (
    article_entries,
    beside_country,
    people_called,
    people_entries,
    quotation_entries,
    suggested_people,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def others(source):
    """Two more articles."""
    return [import_article(source(source_id=f"test:{n}", title=f"Other {n}")).article for n in (2, 3)]


def test_entries_come_in_the_order_asked_for(article, others):
    keys = [others[1].pk, article.pk, others[0].pk]
    assert [row.pk for row in article_entries(keys)] == keys


def test_entries_that_are_gone_are_passed_over(article):
    assert [row.pk for row in article_entries([article.pk + 99, article.pk])] == [article.pk]
    assert quotation_entries([99]) == []
    assert people_entries([99]) == []


def test_an_entry_of_an_article_says_how_it_opens_and_what_it_names(article):
    (row,) = article_entries([article.pk])
    assert row.opening.startswith("The ferry minister")
    assert {"code": "PT", "name": "Portugal"} in row.named_countries
    assert [named["name"] for named in row.named_people] == ["Amara Okafor"]


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
    with django_assert_num_queries(3):
        quotation_entries(quotations)


@pytest.mark.parametrize("words", ["Amara Okafor", "AMARA OKAFOR", "Okafor", "amara", "Ámara  Okafor"])
def test_a_readers_words_lead_to_a_person(article, words):
    assert people_called(words, 10) == [Person.objects.get(name="Amara Okafor").pk]


@pytest.mark.parametrize("words", ["", "...", "Oka", "Amara Okafor Smith"])
def test_words_that_are_nobodys_name_lead_to_nobody(article, words):
    assert people_called(words, 10) == []


def test_a_whole_name_goes_before_a_part_of_one(db):
    for name in ("Lee", "Ann Lee"):
        Person.objects.create(name=name, identity=name).aliases.create(name=name, folded=name.casefold())
    assert people_called("lee", 10) == [Person.objects.get(name="Lee").pk]


def test_one_more_than_the_limit_tells_that_there_are_more(db):
    for n in range(4):
        Person.objects.create(name=f"{n} Lee", identity=str(n)).aliases.create(name="Lee", folded="lee")
    assert len(people_called("lee", 2)) == 3


def test_suggestions_take_the_beginning_of_a_name_or_surname(article):
    assert [person.name for person in suggested_people("oka")] == ["Amara Okafor"]
    assert suggested_people("kafor") == []


def test_quotations_stand_beside_the_countries_of_their_paragraph(article):
    portugal = Country.objects.get(code="PT")
    beside = beside_country(portugal.code).filter(spans__paragraph__mentions__country=portugal)
    assert beside.count() == beside_country("PT").count()
    assert not beside_country("ZZ").exists()
