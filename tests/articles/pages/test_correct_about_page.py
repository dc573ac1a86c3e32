"""Correcting of whom and what a quotation speaks."""

from typing import Any

import pytest

from articles.editing.corrections import Edit, correct_quotation
from articles.editing.quotation_parts import SUBJECTS
from articles.models import Correction

pytestmark = pytest.mark.django_db

TOM = ("person", "Tom Reed")


@pytest.fixture
def quotation(archive):
    """A quotation about Mara Quill and Peru."""
    return archive.full().quotations.get()


@pytest.fixture
def here(client, editor, quotation):
    """The address of its form, for an editor who is signed in."""
    client.force_login(editor)
    return f"/quotations/{quotation.pk}/correct-about/"


def sent(quotation, *subjects, **more):
    """What the form sends for these subjects, (kind, name) each; Tom Reed was chosen as somebody new."""
    name = f"about-{quotation.pk}"
    rows: dict[str, Any] = {f"{name}-TOTAL_FORMS": len(subjects), f"{name}-INITIAL_FORMS": 0}
    for n, (kind, words) in enumerate(subjects):
        rows |= {f"{name}-{n}-kind": kind, f"{name}-{n}-name": words}
        rows |= {f"{name}-{n}-who": "new", f"{name}-{n}-asked": words} if (kind, words) == TOM else {}
    return rows | {"reason": "I read it", "seen": quotation.article.revision} | more


def test_an_editor_gets_the_form_with_whom_it_is_said_to_be_about(client, here):
    page = client.get(here).content.decode()
    for words in ('value="Mara Quill"', 'value="Peru"', "We never sink,", "Correct the list of subjects"):
        assert words in page
    assert 'value="organisation"' not in page


def test_in_place_it_is_the_form_alone(client, here):
    page = client.get(here, headers={"HX-Request": "true"}).content.decode()
    assert "<form" in page
    assert "<html" not in page


@pytest.mark.parametrize(
    ("subjects", "more", "stands"),
    [
        ([TOM], {}, [TOM]),
        ([("country", "Peru"), ("person", ""), TOM], {}, [("country", "Peru"), TOM]),
        ([], {"nobody": "on"}, []),
    ],
)
def test_what_is_sent_stands(client, here, quotation, subjects, more, stands):
    answer = client.post(here, sent(quotation, *subjects, **more))
    assert answer.status_code == 302
    assert answer.url == f"/quotations/{quotation.pk}/"
    assert [(value["kind"], value["name"]) for value in SUBJECTS.value(quotation)] == stands
    assert Correction.objects.get().reason == "I read it"


def test_who_was_added_is_found_by_name(client, here, quotation, search_quotations):
    client.post(here, sent(quotation, TOM))
    assert search_quotations("/quotations/?about=tom+reed&speaker=quill").quotations == [quotation]
    assert "Tom Reed" in client.get("/people/").content.decode()


@pytest.mark.parametrize(
    ("subjects", "more", "sentence"),
    [
        ([], {}, "Name whom or what it is about, or mark that it speaks of nobody."),
        ([TOM], {"nobody": "on"}, "Either it is about somebody or about nobody"),
        ([("country", "Atlantis")], {}, "“Atlantis” is not a country"),
        ([("person", "...")], {}, "Give the name."),
        ([("organisation", "Harbour Board")], {}, "organisation is not one of the available choices."),
        ([("person", "Mara Quill"), ("country", "Peru")], {}, "That is what it says already."),
        ([TOM], {"reason": ""}, "Write in a few words why."),
    ],
)
def test_what_is_wrong_gets_a_sentence_and_the_input_is_kept(client, here, quotation, subjects, more, sentence):
    answer = client.post(here, sent(quotation, *subjects, **more))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert sentence in page
    assert all(words in page for _, words in subjects)
    assert Correction.objects.count() == 0


def test_a_term_is_about_nobody(client, editor, archive):
    client.force_login(editor)
    term = archive.quotation(archive.article(), "We never sink,", kind="term")
    page = client.post(f"/quotations/{term.pk}/correct-about/", sent(term, TOM)).content.decode()
    assert "they are about nobody" in page


def test_in_a_conflict_both_versions_are_shown(client, here, quotation, django_user_model):
    other = django_user_model.objects.create_user("otto")
    correct_quotation(quotation.pk, SUBJECTS, Edit([{"kind": "country", "name": "Chile"}], "Otto knows", other, 1))
    answer = client.post(here, sent(quotation, TOM))
    assert answer.status_code == 409
    for words in ("Chile", "otto", "Otto knows", 'value="Tom Reed"', "I read it"):
        assert words in answer.content.decode()
    assert Correction.objects.count() == 1


def test_an_editors_article_page_tells_of_the_correction(client, here, quotation):
    client.post(here, sent(quotation, TOM))
    page = " ".join(client.get(quotation.article.get_absolute_url()).content.decode().split())
    assert "<strong>list of subjects</strong> of “We never sink,”" in page


def test_a_stranger_is_asked_to_sign_in(client, quotation):
    address = f"/quotations/{quotation.pk}/correct-about/"
    assert client.get(address).url == f"/sign-in/?next={address}"


def test_a_reader_is_refused(client, quotation, reader):
    client.force_login(reader)
    assert client.post(f"/quotations/{quotation.pk}/correct-about/", sent(quotation, TOM)).status_code == 403


def test_no_such_quotation_and_the_wrong_method(client, here):
    assert client.get("/quotations/999999/correct-about/").status_code == 404
    assert client.put(here).status_code == 405
