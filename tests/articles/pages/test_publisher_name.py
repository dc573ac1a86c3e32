"""An editor chooses by which of its spellings the archive calls a publisher."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from articles import journal
from articles.identity.publishers import alias_named
from articles.models import PublisherNaming
from articles.models.correction import AppendOnlyError
from tests.articles.pages.signing_in import hidden

pytestmark = pytest.mark.django_db

HERE = "/publishers/quay-post/name/"


@pytest.fixture
def post(archive):
    """The Quay Post in three spellings."""
    for name in ("Quay Post", "QUAY POST", "quay-post"):
        archive.article(publisher=name)
    return alias_named("Quay Post").publisher


@pytest.fixture
def signed_in(client, editor):
    client.force_login(editor)
    return client


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def send(client, **values):
    return client.post(
        HERE, {"name": "QUAY POST", "seen": "Quay Post", "reason": "as it writes itself"} | values, follow=True
    )


def test_it_goes_by_the_spelling_chosen_and_keeps_its_address(signed_in, post):
    page = send(signed_in)
    assert page.redirect_chain[-1][0] == "/publishers/quay-post/"
    for words in ("The archive calls it QUAY POST now.", ">QUAY POST</h1>", "Also written Quay Post, quay-post"):
        assert words in text(page)
    naming = PublisherNaming.objects.get()
    assert (naming.before, naming.after, naming.reason) == ("Quay Post", "QUAY POST", "as it writes itself")
    assert (naming.publisher, naming.editor.get_username()) == (post, "edith")


def test_no_article_changes_by_it(signed_in, post):
    before = journal.latest()
    send(signed_in)
    assert journal.latest() == before


def test_what_an_editor_chose_stands_whatever_is_imported(signed_in, post):
    send(signed_in)
    assert alias_named("Quay-Post").publisher.name == "QUAY POST"


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"name": "Quay Post"}, "That is what it is called already."),
        ({"name": "The Harbour Post"}, "Choose one of its spellings."),
        ({"name": "<b>"}, "Choose one of its spellings."),
        ({"name": "quaypost.com"}, "Choose one of its spellings."),
        ({"seen": "Quay-Post"}, "It is called “Quay Post” meanwhile."),
        ({"name": ""}, "the form was not understood"),
        ({"name": "\x00"}, "the form was not understood"),
        ({"name": "x" * 301}, "the form was not understood"),
        ({"reason": "x" * 1001}, "the form was not understood"),
    ],
)
def test_what_is_senseless_gets_a_sentence(signed_in, post, values, sentence):
    alias_named("quaypost.com")
    assert f"Nothing was saved: {sentence}" in text(send(signed_in, **values))
    assert not PublisherNaming.objects.exists()


def test_it_is_for_editors_alone(client, reader, post):
    assert hidden(client.post(HERE, {}))["next"] == "/sign-in/unsaved/"
    client.force_login(reader)
    assert client.post(HERE, {}).status_code == 403
    assert "Call it this" not in text(client.get("/publishers/quay-post/"))


def test_wrong_methods_addresses_and_forms_from_elsewhere(signed_in, editor, post):
    assert signed_in.get(HERE).status_code == 405
    assert signed_in.post("/publishers/nobody/name/", {}).status_code == 404
    assert "Call it this" in text(signed_in.get("/publishers/quay-post/"))
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor)
    assert strict.post(HERE, {"name": "QUAY POST", "seen": "Quay Post"}).status_code == 403


def test_a_choice_is_never_changed(signed_in, post):
    send(signed_in)
    naming = PublisherNaming.objects.get()
    for change in (naming.save, naming.delete):
        with pytest.raises(AppendOnlyError):
            change()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE articles_publishernaming SET reason = 'another'")
