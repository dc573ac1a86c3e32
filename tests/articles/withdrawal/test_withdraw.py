"""An article is withdrawn, stays out, and comes back as it was."""

from dataclasses import replace

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import CharField, JSONField, TextField
from django.test.utils import CaptureQueriesContext

from articles.identity.merge import merge
from articles.importing.importer import import_article
from articles.importing.recognition import StaysOutError, known_contents
from articles.models import (
    Article,
    Change,
    Correction,
    Mention,
    Paragraph,
    Person,
    Quotation,
    Role,
    Speaker,
    Withdrawal,
)
from articles.withdrawal.barring import is_barred
from articles.withdrawal.kept_rows import DELETED, EMPTIED, EMPTY
from articles.withdrawal.nowhere_else import forget_people
from articles.withdrawal.withdraw import ChangedMeanwhileError, restore, withdraw
from tests.articles.withdrawal.conftest import GROUND, tables

pytestmark = pytest.mark.django_db


def test_a_withdrawn_article_is_in_no_table_and_keeps_its_numbers(corrected):
    quotation, corrections = corrected.quotations.get().pk, corrected.corrections.count()
    withdraw(corrected.pk, GROUND)
    assert not Article.objects.exists()
    assert not Quotation.objects.exists()
    for model in (Paragraph, Mention, Role, Speaker):
        assert not model.objects.exists()
    emptied = Article.every.get(pk=corrected.pk)
    assert (emptied.title, emptied.publisher, emptied.imported) == ("", None, {})
    assert Quotation.every.get(pk=quotation).text == ""
    assert Correction.every.filter(article=emptied).count() == corrections
    assert not Correction.objects.exists()
    assert Change.objects.latest("number").kind == "withdrawn"


def test_restored_it_is_as_it_was_row_for_row(corrected, chief):
    before = tables()
    withdraw(corrected.pk, replace(GROUND, by=chief))
    assert tables() != before
    restore(corrected.pk, "She changed her mind.", chief)
    assert tables() == before
    kept = Withdrawal.objects.get()
    assert (kept.by, kept.restored_by, kept.content, kept.people) == (chief, chief, None, [])
    assert Change.objects.latest("number").kind == "restored"
    withdraw(corrected.pk, GROUND)  # again
    with pytest.raises(Article.DoesNotExist):
        withdraw(corrected.pk, GROUND)


def test_what_changed_since_the_form_was_made_is_in_the_way(article):
    with pytest.raises(ChangedMeanwhileError):
        withdraw(article.pk, replace(GROUND, seen=article.revision - 1))
    withdraw(article.pk, replace(GROUND, seen=article.revision))
    with pytest.raises(ChangedMeanwhileError):
        restore(article.pk, "Why not", seen=article.revision)


def test_somebody_merged_meanwhile_comes_back_as_whom_pages_show(article):
    minister = Person.objects.get(name="Amara Okafor")
    Role.objects.get_or_create(person=minister, article=article, defaults={"words": "ferry minister"})
    withdraw(article.pk, GROUND)
    merge(Person.objects.create(name="A. Okafor", identity="a. okafor"), minister)
    restore(article.pk, "Why not")
    named = Mention.objects.filter(extracted_as=minister).values_list("person__name", flat=True)
    assert set(named) == {"A. Okafor"}
    assert Role.objects.get().extracted_as == minister


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"title": "Another title", "texts": ["Another text."]},
        {"source_id": "test:2"},
        {"source_id": None, "file_name": "b.txt"},
    ],
    ids=["the same", "another version", "another id", "no id, another file"],
)
def test_it_stays_out_whatever_name_it_comes_under(corrected, source, changes):
    withdraw(corrected.pk, GROUND)
    before = tables(), Change.objects.count()
    again = source(**changes)
    assert not known_contents([(again.source_id, again.content_hash())])
    with pytest.raises(StaysOutError):
        import_article(again)
    assert (tables(), Change.objects.count()) == before


def test_a_few_words_that_many_articles_say_bar_none_but_those_of_that_title(source):
    short = source(title="Ferries leave early", texts=["This video is no longer available."], publisher="The Sea Post")
    withdraw(import_article(short).article.pk, GROUND)
    assert import_article(replace(short, source_id="test:2", title="Rain in Porto")).outcome == "imported"
    with pytest.raises(StaysOutError):
        import_article(replace(short, source_id="test:3", publisher="The Harbour Times"))


def test_boilerplate_counts_as_the_text_that_its_source_calls_it(source):
    lines = ["Advertisement", "Read more", "Sign up for the Harbour Letter", "The boats are late again."]
    article = import_article(source(texts=lines, source_id=None)).article
    withdraw(article.pk, GROUND)
    with pytest.raises(StaysOutError):
        import_article(source(texts=lines, source_id=None, file_name="b.txt", publisher="The Harbour Times"))


def test_enough_words_bar_an_article_of_any_title(source):
    long = source(texts=["The ferries to Morocco will leave an hour early all summer. " * 6])
    withdraw(import_article(long).article.pk, GROUND)
    with pytest.raises(StaysOutError):
        import_article(replace(long, source_id="test:2", title="Another"))


def test_what_it_does_not_say_comes_in(article, source):
    withdraw(article.pk, GROUND)
    assert import_article(source(source_id="test:2", texts=["Trains to Porto run again."])).article.pk != article.pk


def test_each_is_asked_for_by_its_own_words_and_by_what_is_barred_then(article, source, chief):
    other = replace(source(texts=("A whale came up the river.",)), source_id="elsewhere")
    hash_ = source().content_hash()
    assert not is_barred(source(), hash_)
    withdraw(article.pk, replace(GROUND, by=chief))
    assert is_barred(source(), hash_)
    assert not is_barred(other, other.content_hash())
    assert is_barred(source(), hash_)
    restore(article.pk, "She changed her mind.", chief)
    assert not is_barred(source(), hash_)


def test_restored_it_is_welcome_in_a_new_version(article, source):
    withdraw(article.pk, GROUND)
    restore(article.pk, "Why not")
    assert import_article(source(title="New ferries")).outcome == "updated"


def test_what_hangs_on_an_article_is_kept_or_has_a_reason_to_stay():
    stays = {
        "Correction": "lasts, and shows nothing while the article is withdrawn",
        "ArticleVersion": "is shown on pages of the article alone",
        "PersonInArticle": "is an editor's word, in numbers, that holds when it comes back",
        "Withdrawal": "is the log of it",
        "SketchHash": "goes, and is computed again",
        "NearDuplicatePair": "goes, and is computed again",
        "StoryMember": "goes, and is computed again",
    }
    on_it = {Article, Paragraph, Quotation, Mention}
    hanging = {
        model
        for model in apps.get_models()
        if any(field.is_relation and field.related_model in on_it for field in model._meta.concrete_fields)
    }
    handled = {model for model, _ in (*DELETED, *EMPTIED)}
    assert {model.__name__ for model in hanging - handled} == set(stays)


def test_every_column_that_may_hold_words_is_emptied():
    stays = {"source_id", "content_hash", "file_name", "extractor_version", "kind"}
    wordy = {
        field.attname
        for model in EMPTY
        for field in model._meta.concrete_fields
        if isinstance(field, (CharField, TextField, JSONField)) and field.attname not in EMPTY[model]
    }
    assert wordy == stays


def test_withdrawn_articles_are_read_once_however_many_people_go():
    keys = {Person.objects.create(name=name, identity=name).pk for name in ("one", "two", "three")}
    with CaptureQueriesContext(connection) as queries:
        assert forget_people(keys).people == keys
    assert sum('FROM "articles_withdrawal"' in one["sql"] for one in queries) == 1
