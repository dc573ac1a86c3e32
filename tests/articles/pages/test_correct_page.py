"""Correcting a value of an article on its page."""

import re
import sqlite3
from contextlib import closing

import pytest
from django.contrib.sessions.models import Session
from django.db import OperationalError, connection
from django.test import Client

from articles.editing.corrections import Edit, correct_value
from articles.models import Article, Correction
from tests.articles.pages.signing_in import hidden, sign_in_from

pytestmark = pytest.mark.django_db

FOCUSED = re.compile(r"<[^<>]* autofocus[^<>]*>")
FIELDS = ["title", "standfirst", "byline", "published", "publisher", "section", "language", "url"]


@pytest.fixture
def here(client, editor, article):
    """The address of an article's field, for an editor who is signed in."""
    client.force_login(editor)
    return lambda field="title": f"/articles/{article.pk}/correct/{field}/"


def sent(article, value, **more):
    return {"value": value, "reason": "it was wrong", "seen": article.revision} | more


@pytest.mark.parametrize("field", FIELDS)
def test_an_editor_gets_the_form(client, here, field):
    page = client.get(here(field)).content.decode()
    assert f'id="correct-{field}-value"' in page
    assert "Why" in page


def test_in_place_it_is_the_form_alone(client, here):
    page = client.get(here(), headers={"HX-Request": "true"}).content.decode()
    assert "<form" in page
    assert "<html" not in page


@pytest.mark.parametrize(
    ("field", "value", "stands"),
    [
        ("title", "  A better\n title ", "A better title"),
        ("standfirst", "In short.", "In short."),
        ("byline", "A. Pen", "A. Pen"),
        ("publisher", "Quay News", "Quay News"),
        ("section", "us-news/politics", "Politics"),
        ("published", "18 March 2022", "2022-03-18"),
        ("published", "March 2022", "2022-03"),
        ("title", "", ""),
        ("title", "A \u202ereversed\u202c ti\u200btle", "A reversed title"),
        ("language", "PT_br", "pt-BR"),
        ("url", "https://example.org/a?b=1", "https://example.org/a?b=1"),
    ],
)
def test_what_is_sent_stands(client, here, article, field, value, stands):
    answer = client.post(here(field), sent(article, value))
    assert answer.status_code == 302
    assert answer.url == f"/articles/{article.pk}/#{field}"
    correction = Correction.objects.get()
    assert (correction.field, correction.after, correction.reason) == (field, stands, "it was wrong")


def test_the_article_says_that_it_is_corrected(client, here, article):
    page = client.post(here(), sent(article, "A better title"), follow=True).content.decode()
    assert "The title is corrected." in page
    assert "A better title" in page


@pytest.mark.parametrize(
    ("field", "change", "sentence"),
    [
        ("published", {"value": "yesterday"}, "“yesterday” is not a date."),
        ("published", {"value": "03/04/2020"}, "can be read as two dates"),
        ("title", {"value": "\u200b\u202e"}, "There is nothing to be seen in these words"),
        ("standfirst", {"value": "\ufeff"}, "There is nothing to be seen in these words"),
        ("language", {"value": "Klingonese"}, "is not the tag of a language"),
        ("url", {"value": "javascript:alert(1)"}, "is not the address of a page"),
        ("url", {"value": "https://" + "x" * 2100}, "at most 2048 characters"),
        ("title", {"reason": " "}, "Write in a few words why."),
        ("title", {"value": "New harbour opens"}, "That is what it says already."),
        ("title", {"value": "x" * 1001}, "at most 1000 characters"),
        ("title", {"value": "a\x00b"}, "Null characters are not allowed."),
        ("title", {"seen": ""}, "which version it was made from"),
        ("title", {"seen": "abc"}, "which version it was made from"),
        ("title", {"seen": "9" * 30}, "which version it was made from"),
    ],
)
def test_what_is_wrong_gets_a_sentence_and_the_input_is_kept(client, here, article, field, change, sentence):
    answer = client.post(here(field), sent(article, **({"value": "My own words"} | change)))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert sentence in page
    assert "it was wrong" in page or "reason" in change
    assert Correction.objects.count() == 0


@pytest.fixture
def overtaken(here, article, django_user_model):
    """Somebody else corrected the title while the form was open."""
    other = django_user_model.objects.create_user("otto")
    correct_value(article.pk, "title", Edit("Otto’s title", "Otto knows", other, article.revision))
    return article


def test_in_a_conflict_both_versions_are_shown_and_nothing_is_saved(client, here, overtaken):
    answer = client.post(here(), sent(overtaken, "My title"))
    page = answer.content.decode()
    assert answer.status_code == 409
    for words in ("Otto’s title", "otto", "Otto knows", "My title", "it was wrong", "Keep what stands now"):
        assert words in page
    assert Article.objects.get().title == "Otto’s title"


def test_sent_again_it_overrules_what_was_shown(client, here, overtaken):
    form = client.post(here(), sent(overtaken, "My title")).context["form"]
    client.post(here(), {name: form[name].value() for name in ("value", "reason", "seen")})
    assert Article.objects.get().title == "My title"
    assert [c.before for c in Correction.objects.all()] == ["New harbour opens", "Otto’s title"]


def test_a_conflict_with_the_source_says_so(client, here, article, source):
    from articles.importing.importer import import_article

    import_article(source(title="Source’s new title"))
    page = client.post(here(), sent(article, "My title")).content.decode()
    assert "as the source says it, imported again" in page
    assert "Source’s new title" in page


def test_what_somebody_corrected_beside_it_does_not_stand_in_the_way(client, here, overtaken):
    assert client.post(here("byline"), sent(overtaken, "A. Pen")).status_code == 302


def test_a_stranger_is_asked_to_sign_in(client, article):
    answer = client.get(f"/articles/{article.pk}/correct/title/")
    assert answer.url == f"/sign-in/?next=/articles/{article.pk}/correct/title/"
    page = client.post(f"/articles/{article.pk}/correct/title/")
    assert hidden(page).keys() == {"csrfmiddlewaretoken", "next"}
    assert hidden(page)["next"] == f"/articles/{article.pk}/correct/title/"


def test_in_place_a_stranger_is_led_to_the_page_that_asks_to_sign_in(client, article):
    address = f"/articles/{article.pk}/correct/title/"
    answer = client.get(address, headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"] == address
    assert answer.content == b""


def test_a_reader_is_refused(client, article, reader):
    client.force_login(reader)
    answer = client.post(f"/articles/{article.pk}/correct/title/", sent(article, "Mine"))
    assert answer.status_code == 403
    assert "It takes an editor to correct what was imported or found" in answer.content.decode()
    assert Correction.objects.count() == 0


@pytest.mark.parametrize("field", ["content_hash", "revision", "speaker", "nonsense"])
def test_no_such_field(client, here, field):
    assert client.get(here(field)).status_code == 404
    assert client.post(here(field)).status_code == 404


def test_no_such_article(client, here):
    assert client.get("/articles/999999/correct/title/").status_code == 404
    assert client.get("/articles/999999999999999999999999/correct/title/").status_code == 404


def test_the_wrong_method(client, here):
    assert client.put(here()).status_code == 405
    assert client.delete(here()).status_code == 405


def test_a_form_from_elsewhere_is_refused(editor, article):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    assert client.post(f"/articles/{article.pk}/correct/title/", sent(article, "Mine")).status_code == 403


def test_who_was_signed_out_meanwhile_gets_their_words_back(client, editor, article):
    address = f"/articles/{article.pk}/correct/title/"
    page = client.post(address, sent(article, "Long thought about"))
    assert sign_in_from(client, page).url == address
    assert "Long thought about" in client.get(address).content.decode()
    assert "Long thought about" not in client.get(address).content.decode()
    assert not Correction.objects.exists()


def test_the_words_kept_are_given_to_no_other_address(client, editor, article):
    sign_in_from(client, client.post(f"/articles/{article.pk}/correct/title/", sent(article, "Long thought about")))
    assert "Long thought about" not in client.get(f"/articles/{article.pk}/correct/standfirst/").content.decode()


@pytest.mark.parametrize("address", ["/articles/999/correct/title/", "/articles/{}/correct/revision/"])
def test_nothing_is_kept_for_what_does_not_exist(client, article, address):
    assert client.post(address.format(article.pk), sent(article, "Mine")).status_code == 404
    assert not Session.objects.exists()


def test_a_strangers_words_are_carried_without_their_token_and_not_beyond_a_length(client, editor, article):
    address = f"/articles/{article.pk}/correct/title/"
    page = client.post(address, sent(article, "x" * 10_000, csrfmiddlewaretoken="t"))
    assert "unsaved" not in hidden(page)
    sign_in_from(client, client.post(address, sent(article, "Mine", csrfmiddlewaretoken="t")))
    assert client.session["unsaved"][1] == {"value": ["Mine"], "reason": ["it was wrong"], "seen": ["1"]}


def test_the_words_are_there_after_a_wrong_password_too(client, editor, article):
    address = f"/articles/{article.pk}/correct/title/"
    page = client.post(address, sent(article, "Long “thought” about"))
    page = sign_in_from(client, page, password="wrong")
    assert not Session.objects.exists()
    assert sign_in_from(client, page).url == address
    assert "Long “thought” about" in client.get(address).content.decode()


@pytest.mark.parametrize("made_up", ["", "x", "x" * 100_000, "WyIvIiwge31d:1:x", "\x00"])
def test_words_that_this_archive_did_not_sign_are_not_kept(client, editor, article, made_up):
    address = f"/articles/{article.pk}/correct/title/"
    answer = sign_in_from(client, client.post(address, sent(article, "Mine")), unsaved=made_up)
    assert answer.url == address
    assert "unsaved" not in client.session


@pytest.fixture
def impatient():
    """A connection that waits a millisecond for its turn to write, instead of seconds."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 1")
    yield
    connection.close()  # the next one waits as the settings say


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite alone has one writer at a time")
def test_while_the_archive_is_busy_nothing_is_lost(client, here, article, impatient):
    with closing(sqlite3.connect(connection.settings_dict["NAME"])) as other:
        other.execute("BEGIN IMMEDIATE")
        answer = client.post(here(), sent(article, "A better title"))
    page = answer.content.decode()
    assert answer.status_code == 503
    for words in ("The archive is busy: nothing was saved.", "A better title", "it was wrong"):
        assert words in page
    assert client.post(here(), sent(article, "A better title")).status_code == 302


def test_what_is_no_lock_is_not_called_one(client, here, article, monkeypatch):
    def full(*_):
        raise OperationalError("database or disk is full")

    monkeypatch.setattr("articles.pages.correct.correct_value", full)
    with pytest.raises(OperationalError, match="disk is full"):
        client.post(here(), sent(article, "A better title"))


@pytest.mark.parametrize(
    ("change", "focused"),
    [
        ({"value": "yesterday"}, 'id="correct-published-value"'),
        ({"value": "yesterday", "reason": ""}, 'id="correct-published-value"'),
        ({"reason": ""}, 'id="correct-published-reason"'),
        ({"seen": ""}, 'class="notice notice-wrong"'),
    ],
)
def test_the_focus_goes_to_the_first_mistake(client, here, article, change, focused):
    page = client.post(here("published"), sent(article, **({"value": "2020"} | change))).content.decode()
    [tag] = FOCUSED.findall(page)
    assert focused in tag


def test_a_form_without_a_mistake_opens_at_its_first_field(client, here):
    [tag] = FOCUSED.findall(client.get(here()).content.decode())
    assert 'id="correct-title-value"' in tag


def test_in_a_conflict_both_versions_are_read_before_the_form(client, here, overtaken):
    assert not FOCUSED.findall(client.post(here(), sent(overtaken, "My title")).content.decode())


def test_help_and_error_are_tied_to_their_field(client, here, article):
    page = client.post(here("published"), sent(article, "yesterday")).content.decode()
    [tag] = FOCUSED.findall(page)
    assert 'aria-invalid="true"' in tag
    described = re.search(r'aria-describedby="([^"]+)"', tag)[1].split()
    assert [re.search(rf'<(\w+)[^>]* id="{one}">', page)[1] for one in described] == ["p", "ul"]


def test_a_conflict_shows_which_words_differ(client, here, overtaken):
    page = client.post(here(), sent(overtaken, "My long title")).content.decode()
    assert "[left out: </span>Otto’s<" in page
    assert "[added: </span>My long<" in page
