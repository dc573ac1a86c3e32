"""Correcting who said a quotation."""

import re
from typing import Any

import pytest
from django.test import Client

from articles.editing.corrections import Edit, correct_quotation
from articles.editing.quotation_parts import SPEAKERS
from articles.models import Correction, Person
from tests.articles.pages.signing_in import sign_in_from
from tests.locks import locked_error

pytestmark = pytest.mark.django_db

TOM = ("person", "Tom Reed")


@pytest.fixture
def quotation(archive):
    """A quotation of Mara Quill."""
    return archive.full().quotations.get()


@pytest.fixture
def here(client, editor, quotation):
    """The address of its form, for an editor who is signed in."""
    client.force_login(editor)
    return f"/quotations/{quotation.pk}/correct-speaker/"


def sent(quotation, *speakers, **more):
    """What the form sends for these speakers, (kind, name) each; Tom Reed was chosen as somebody new."""
    name = f"speakers-{quotation.pk}"
    rows: dict[str, Any] = {f"{name}-TOTAL_FORMS": len(speakers), f"{name}-INITIAL_FORMS": 0}
    for n, (kind, words) in enumerate(speakers):
        rows |= {f"{name}-{n}-kind": kind, f"{name}-{n}-name": words}
        rows |= {f"{name}-{n}-who": "new", f"{name}-{n}-asked": words} if (kind, words) == TOM else {}
    return rows | {"reason": "I was there", "seen": quotation.article.revision} | more


def test_an_editor_gets_the_form_with_who_is_said_to_have_said_it(client, here):
    page = client.get(here).content.decode()
    assert 'value="Mara Quill"' in page
    assert "We never sink," in page


def test_in_place_it_is_the_form_alone(client, here):
    page = client.get(here, headers={"HX-Request": "true"}).content.decode()
    assert "<form" in page
    assert "<html" not in page


@pytest.mark.parametrize(
    ("speakers", "stands"),
    [
        ([TOM], [TOM]),
        ([("country", "Peru")], [("country", "Peru")]),
        ([("organisation", "Harbour Board")], [("organisation", "Harbour Board")]),
        ([("unnamed", "a sailor")], [("unnamed", "a sailor")]),
        ([("person", "Mara Quill"), ("person", ""), TOM], [("person", "Mara Quill"), TOM]),
    ],
)
def test_what_is_sent_stands(client, here, quotation, speakers, stands):
    answer = client.post(here, sent(quotation, *speakers))
    assert answer.status_code == 302
    assert answer.url == f"/quotations/{quotation.pk}/"
    assert [(value["kind"], value["name"]) for value in SPEAKERS.value(quotation)] == stands
    assert Correction.objects.get().reason == "I was there"


def test_nobody_is_said_on_purpose(client, here, quotation):
    client.post(here, sent(quotation, nobody="on"))
    assert SPEAKERS.value(quotation) == []
    assert Correction.objects.get().after == []


def test_a_person_who_is_new_can_be_found_by_name(client, here, quotation, search_quotations):
    client.post(here, sent(quotation, TOM))
    person = Person.objects.get(name="Tom Reed")
    assert search_quotations("/quotations/?speaker=tom+reed").quotations == [quotation]
    assert person.aliases.get().folded == "tom reed"


@pytest.mark.parametrize(
    ("speakers", "more", "sentence"),
    [
        ([], {}, "Name the speaker, or mark that nobody said it."),
        ([("person", " ")], {}, "Name the speaker, or mark that nobody said it."),
        ([TOM], {"nobody": "on"}, "Either somebody said it or nobody did"),
        ([("country", "Atlantis")], {}, "“Atlantis” is not a country"),
        ([("person", "...")], {}, "Give the speaker’s name."),
        ([("ghost", "Tom Reed")], {}, "ghost is not one of the available choices."),
        ([("person", "Mara Quill")], {}, "That is what it says already."),
        ([TOM], {"reason": ""}, "Write in a few words why."),
        ([TOM], {"seen": "x"}, "which version it was made from"),
    ],
)
def test_what_is_wrong_gets_a_sentence_and_the_input_is_kept(client, here, quotation, speakers, more, sentence):
    answer = client.post(here, sent(quotation, *speakers, **more))
    page = answer.content.decode().replace("&#x27;", "’")
    assert answer.status_code == 200
    assert sentence in page
    assert all(words in page for _, words in speakers)
    assert Correction.objects.count() == 0


@pytest.mark.parametrize(
    ("speakers", "more", "focused"),
    [
        ([], {}, 'class="notice notice-wrong"'),
        ([TOM], {"nobody": "on"}, 'name="nobody"'),
        ([TOM, ("ghost", "Tom")], {}, '-1-kind"'),
        ([("ghost", "Tom")], {"reason": ""}, '-0-kind"'),
    ],
)
def test_the_focus_goes_to_the_first_mistake(client, here, quotation, speakers, more, focused):
    page = client.post(here, sent(quotation, *speakers, **more)).content.decode()
    [tag] = re.findall(r"<[^<>]* autofocus[^<>]*>", page)
    assert focused in tag


def test_rows_that_were_tampered_with_are_refused(client, here, quotation):
    answer = client.post(here, {"reason": "x", "seen": 1})
    assert answer.status_code == 200
    assert "The form came without its rows: go back and open it anew." in answer.content.decode()


def test_a_term_has_no_speaker(client, editor, archive):
    client.force_login(editor)
    term = archive.quotation(archive.article(), "We never sink,", kind="term")
    page = client.post(f"/quotations/{term.pk}/correct-speaker/", sent(term, TOM)).content.decode()
    assert "they have no speaker" in page


@pytest.fixture
def overtaken(here, quotation, django_user_model):
    """Somebody else corrected the speaker while the form was open."""
    other = django_user_model.objects.create_user("otto")
    after = [{"kind": "organisation", "name": "Harbour Board"}]
    correct_quotation(quotation.pk, SPEAKERS, Edit(after, "Otto knows", other, quotation.article.revision))
    return quotation


def test_in_a_conflict_both_versions_are_shown_and_nothing_is_saved(client, here, overtaken):
    answer = client.post(here, sent(overtaken, TOM))
    page = answer.content.decode()
    assert answer.status_code == 409
    for words in ("Harbour Board", "otto", "Otto knows", 'value="Tom Reed"', "I was there"):
        assert words in page
    assert Correction.objects.count() == 1


def test_sent_again_it_overrules_what_was_shown(client, here, overtaken):
    seen = client.post(here, sent(overtaken, TOM)).context["form"]["seen"].value()
    assert client.post(here, sent(overtaken, TOM, seen=seen)).status_code == 302
    assert SPEAKERS.value(overtaken) == [{"kind": "person", "name": "Tom Reed"}]


def test_a_conflict_names_who_corrected_this_quotation_and_not_another(client, archive, here, overtaken, editor):
    article = overtaken.article
    article.refresh_from_db()
    other = archive.quotation(article, "captain")
    after = [{"kind": "unnamed", "name": "a sailor"}]
    correct_quotation(other.pk, SPEAKERS, Edit(after, "of another", editor, article.revision))
    overtaken.article.revision = 1
    page = client.post(here, sent(overtaken, TOM)).content.decode()
    assert "Otto knows" in page
    assert "of another" not in page


def test_a_stranger_is_asked_to_sign_in(client, quotation):
    address = f"/quotations/{quotation.pk}/correct-speaker/"
    assert client.get(address).url == f"/sign-in/?next={address}"


def test_a_reader_is_refused(client, quotation, reader):
    client.force_login(reader)
    assert client.post(f"/quotations/{quotation.pk}/correct-speaker/", sent(quotation, TOM)).status_code == 403


def test_no_such_quotation(client, here):
    assert client.get("/quotations/999999/correct-speaker/").status_code == 404
    assert client.get("/quotations/99999999999999999999999/correct-speaker/").status_code == 404


def test_the_wrong_method(client, here):
    assert client.put(here).status_code == 405


def test_a_form_from_elsewhere_is_refused(editor, quotation):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    assert client.post(f"/quotations/{quotation.pk}/correct-speaker/", sent(quotation, TOM)).status_code == 403


def test_who_was_signed_out_meanwhile_gets_their_words_back(client, editor, quotation):
    address = f"/quotations/{quotation.pk}/correct-speaker/"
    assert sign_in_from(client, client.post(address, sent(quotation, TOM))).url == address
    page = client.get(address).content.decode()
    assert 'value="Tom Reed"' in page
    assert "I was there" in page


def test_while_the_archive_is_busy_nothing_is_lost(client, here, quotation, monkeypatch):
    def locked(*_):
        raise locked_error()

    monkeypatch.setattr("articles.pages.editing.quotation.correct_quotation", locked)
    answer = client.post(here, sent(quotation, TOM))
    page = answer.content.decode()
    assert answer.status_code == 503
    for words in ("The archive is busy: nothing was saved.", 'value="Tom Reed"', "I was there"):
        assert words in page
