"""The list of open conflicts, those on an article's page, and the one click that settles each."""

from unittest.mock import Mock

import pytest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from articles.editing.corrections import Edit, correct_value
from articles.editing.paragraphs import correct_paragraph
from articles.importing.importer import import_article
from articles.models import Article, SourceConflict
from articles.withdrawal.withdraw import withdraw
from tests.articles.conftest import TEXT
from tests.articles.withdrawal.conftest import GROUND

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def conflict(source, editor):
    """Make an article whose source contradicts the correction of a value: `conflict("title", n=1)`."""

    def build(field="title", n=1, publisher="The Harbour Times", theirs="New harbour opened") -> SourceConflict:
        article = import_article(source(source_id=f"test:{n}", publisher=publisher)).article
        correct_value(article.pk, field, Edit("Mine", "as printed", editor, article.revision))
        import_article(source(source_id=f"test:{n}", publisher=publisher, **{field: theirs}))
        return article.conflicts.get(state="open", field=field)

    return build


def sent(conflict, side, at="list", seen=None) -> dict[str, str]:
    return {"side": side, "at": at, "seen": conflict.values_digest if seen is None else seen}


def listed(client, **query) -> str:
    return client.get(reverse("conflicts"), query).content.decode()


def test_the_list_shows_both_values_and_where_they_come_from(signed_in, conflict):
    conflict()
    page = listed(signed_in)
    assert "1 open conflict" in page
    assert '<p class="version-words" dir="auto">Mine</p>' in page
    assert "[added: </span>New harbour opened" in page
    assert "as printed" in page
    assert "from a place" in page


def test_it_is_narrowed_by_publisher(signed_in, conflict):
    one, other = conflict(n=1), conflict(n=2, publisher="The Sea Post")
    page = listed(signed_in, publisher=other.article.publisher_id)
    assert reverse("decide-conflict", args=[other.pk]) in page
    assert reverse("decide-conflict", args=[one.pk]) not in page
    assert "no such publisher" in listed(signed_in, publisher="nobody")


def test_the_menu_says_how_many_are_open_to_editors_alone(signed_in, client, reader, conflict):
    conflict()
    assert 'Conflicts with sources <span class="count">1<' in signed_in.get("/people/").content.decode()
    client.force_login(reader)
    assert "Conflicts" not in client.get("/people/").content.decode()


def test_pages_cost_the_same_however_many_there_are(signed_in, conflict, queries_of):
    first = conflict()
    few = queries_of(reverse("conflicts")), queries_of(first.article.get_absolute_url())
    conflict("byline")
    conflict(n=2)
    conflict(n=3)
    assert (queries_of(reverse("conflicts")), queries_of(first.article.get_absolute_url())) == few


@pytest.mark.parametrize(
    ("side", "state", "title", "said"),
    [
        ("keep", "kept", "Mine", "The correction stays."),
        ("take", "taken", "New harbour opened", "What the source says is shown now."),
    ],
)
@pytest.mark.parametrize("at", ["list", "article"])
def test_one_click_settles_a_conflict(signed_in, conflict, side, state, title, said, at):
    one = conflict()
    address = reverse("decide-conflict", args=[one.pk])
    assert address in signed_in.get(one.article.get_absolute_url()).content.decode()
    answer = signed_in.post(address, sent(one, side, at), follow=True)
    assert answer.redirect_chain[0][0].partition("#")[0] == (
        "/corrections/conflicts/" if at == "list" else f"/articles/{one.article_id}/"
    )
    assert said in answer.content.decode()
    one.refresh_from_db()
    assert (one.state, Article.objects.get().title) == (state, title)


def test_of_a_paragraph_that_the_source_has_no_more_it_is_asked_whether_it_goes(signed_in, article, editor, source):
    correct_paragraph(article.pk, 2, "paragraph kind", Edit("note", "as printed", editor, 1))
    import_article(source(texts=[TEXT[0], TEXT[2]]))
    page = listed(signed_in)
    assert "Take the paragraph out" in page
    assert '<p class="version-words" dir="auto">note</p>' in page
    signed_in.post(
        reverse("decide-conflict", args=[SourceConflict.objects.get().pk]), sent(SourceConflict.objects.get(), "take")
    )
    assert not article.paragraphs.filter(number=2).exists()


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"side": "both"}, "the form was not understood"),
        ({}, "the form was not understood"),
        ({"side": "take"}, "one of the two values has changed since"),
        ({"side": "keep", "seen": "\x00" * 999}, "one of the two values has changed since"),
    ],
)
def test_a_form_that_saw_something_else_decides_nothing(signed_in, conflict, form, said):
    one = conflict()
    answer = signed_in.post(reverse("decide-conflict", args=[one.pk]), form, follow=True)
    assert said in answer.content.decode()
    assert SourceConflict.objects.get().state == "open"


def test_the_second_editor_hears_who_decided_what(signed_in, conflict):
    one = conflict()
    address = reverse("decide-conflict", args=[one.pk])
    signed_in.post(address, sent(one, "keep"))
    answer = signed_in.post(address, sent(one, "take"), follow=True)
    assert "it is decided already (edith: the correction was kept)" in answer.content.decode()
    assert signed_in.post("/corrections/conflicts/999/", sent(one, "take")).status_code == 404


@pytest.mark.parametrize("side", ["keep", "take"])
def test_of_an_article_withdrawn_since_it_was_found_nothing_is_decided(signed_in, conflict, monkeypatch, side):
    one = conflict()

    def withdrawn_after(*args, **kwargs):
        row = get_object_or_404(*args, **kwargs)
        withdraw(one.article_id, GROUND)
        return row

    monkeypatch.setattr("articles.pages.conflicts.get_object_or_404", withdrawn_after)
    answer = signed_in.post(reverse("decide-conflict", args=[one.pk]), sent(one, side), follow=True)
    assert "Nothing was decided: the archive shows neither value any more." in answer.content.decode()


def test_a_value_that_cannot_be_taken_any_more_is_one_that_has_changed(signed_in, conflict, monkeypatch):
    one = conflict()
    monkeypatch.setattr(
        "articles.editing.conflicts.correct_value", Mock(side_effect=ValueError("it says that already"))
    )
    answer = signed_in.post(reverse("decide-conflict", args=[one.pk]), sent(one, "take"), follow=True)
    assert "one of the two values has changed since" in answer.content.decode()
    one.refresh_from_db()
    assert one.state == "open"
