"""Editors put a person right on one page; what is withheld has none."""

import pytest
from django.contrib.auth import get_user_model

from accounts.groups import give_role
from accounts.roles import CHIEF_EDITOR
from articles.models import Correction, Mention, MergeCandidate, Person, WithheldPerson
from tests.articles.pages.signing_in import sign_in_from

pytestmark = pytest.mark.django_db


@pytest.fixture
def mara(archive) -> Person:
    """Mara Quill, whom two articles name."""
    archive.full(0)
    archive.full(1)
    return archive.person("Mara Quill")


@pytest.fixture
def signed_in(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def chief(client, db):
    user = get_user_model().objects.create_user("clara")
    give_role(user, CHIEF_EDITOR)
    client.force_login(user)
    return client


def send(client, person, what, value="", **more):
    sent = {"value": value, "reason": "she told me", "seen": Person.objects.get(pk=person.pk).revision} | more
    return client.post(f"/people/{person.pk}/edit/{what}/", sent)


def text(answer) -> str:
    return " ".join(answer.content.decode().replace("&#x27;", "’").split())


def test_the_page_says_where_spellings_come_from(signed_in, mara):
    assert send(signed_in, mara, "add-spelling", "Captain Q").status_code == 302
    page = text(signed_in.get(f"/people/{mara.pk}/edit/"))
    assert 'Mara Quill</span> <span class="note">twice in articles, first in' in page
    assert 'Captain Q</span> <span class="note">added by edith' in page


@pytest.mark.parametrize(
    ("what", "value", "more", "shown"),
    [
        ("name", "Mara Reed", {}, '<h1 class="subject-name" dir="auto">Mara Reed</h1>'),
        ("add-role", "harbour queen", {"since": "May 2024"}, "since May 2024"),
        ("add-spelling", "Captain Q", {}, "<li>Captain Q</li>"),
    ],
)
def test_what_is_sent_stands_on_the_persons_page(signed_in, mara, what, value, more, shown):
    answer = send(signed_in, mara, what, value, **more)
    assert answer.url == f"/people/{mara.pk}/"
    assert shown in text(signed_in.get(answer.url))


def test_roles_and_spellings_are_taken_away(signed_in, mara):
    send(signed_in, mara, "add-spelling", "Captain Q")
    assert send(signed_in, mara, "take-spelling", "Captain Q").status_code == 302
    assert send(signed_in, mara, "take-role", "captain").status_code == 302
    page = text(signed_in.get(f"/people/{mara.pk}/"))
    assert "Captain" not in page.split("Said by")[0]
    assert "No article says." in page


def test_a_form_that_the_page_shows_no_more_is_refused_with_a_sentence(chief, mara):
    send(chief, mara, "person", "not a person")
    page = text(send(chief, mara, "hidden", "hidden"))
    assert page.count("This is withheld already, as not a person: take that back first") == 1
    assert page.index("This is withheld already") < page.index('class="form-page"')


def test_not_a_person_and_back(signed_in, mara, search_quotations):
    send(signed_in, mara, "person", "not a person")
    answer = signed_in.get(f"/people/{mara.pk}/")
    assert answer.status_code == 404
    assert "is not shown as a person" in text(answer)
    assert "Mara Quill" not in text(signed_in.get("/people/"))
    assert "name-person" not in search_quotations().page
    assert "This is a person after all" in text(signed_in.get(f"/people/{mara.pk}/edit/"))
    send(signed_in, mara, "person", "a person")
    assert signed_in.get(f"/people/{mara.pk}/").status_code == 200


def test_a_hidden_name_is_found_nowhere_and_by_no_editor_but_a_chief(chief, mara, editor):
    article = Mention.objects.filter(person=mara).first().paragraph.article
    assert send(chief, mara, "hidden", "hidden").status_code == 302
    assert "Show the name again" in text(chief.get(f"/people/{mara.pk}/edit/"))
    chief.force_login(editor)
    assert send(chief, mara, "hidden", "shown").status_code == 403
    assert chief.get(f"/people/{mara.pk}/edit/").status_code == 404
    chief.logout()
    for address in (
        "/people/",
        "/people/?name=quill",
        f"/people/{mara.pk}/",
        "/people/suggest/?q=quill",
        f"/search/?unit=quotations&speaker={mara.pk}",
        "/search/?unit=quotations&q=speaker:quill",
        f"/articles/?person={mara.pk}",
        "/countries/PE/",
        "/api/",
    ):
        assert "Mara Quill<" not in text(chief.get(address)), address
    page = text(chief.get(article.get_absolute_url()))
    assert "captain Mara Quill told" in page
    assert f"/people/{mara.pk}/" not in page


@pytest.mark.parametrize("page", ["edit", "edit/name", "join", "split", "history"])
def test_no_page_of_a_hidden_name_is_there_for_who_may_not_hide_names(signed_in, mara, page):
    WithheldPerson.objects.create(person=mara, kind=WithheldPerson.Kind.HIDDEN)
    merged = Person.objects.create(name="M. Q.", identity="m q", merged_into=mara)
    for person in (mara, merged):
        address = f"/people/{person.pk}/{page}/"
        sent = {"value": "Mara Reed", "reason": "why not", "seen": 0, "split": "1", "other-name": "Mara Quill"}
        for answer in (signed_in.get(address), signed_in.post(address, sent)):
            assert answer.status_code == (
                405 if answer.request["REQUEST_METHOD"] == "POST" and page == "history" else 404
            )
            assert "Mara" not in text(answer)
    assert not Correction.objects.exists()


def test_a_chief_editor_has_the_pages_of_a_hidden_name(chief, mara):
    WithheldPerson.objects.create(person=mara, kind=WithheldPerson.Kind.HIDDEN)
    assert {chief.get(f"/people/{mara.pk}/{page}/").status_code for page in ("edit", "join", "split", "history")} == {
        200
    }


def test_no_decision_shows_a_hidden_name_as_another(signed_in, mara):
    WithheldPerson.objects.create(person=mara, kind=WithheldPerson.Kind.HIDDEN)
    other = Person.objects.create(name="M. Quill", identity="m quill")
    pair = MergeCandidate.objects.create(first=mara, second=other)
    sent = {"state": "same", "keep": other.pk, "seen": "open", "reason": "one"}
    answer = signed_in.post(f"/people/merge-candidates/{pair.pk}/", sent)
    assert answer.status_code < 500
    mara.refresh_from_db()
    assert mara.merged_into is None
    assert not Mention.objects.filter(person=other).exists()


@pytest.mark.parametrize("address", ["/articles/?person={}"])
def test_a_number_does_not_give_a_hidden_name_away(client, mara, address):
    merged = Person.objects.create(name="Mara Quills", identity="mara quills", merged_into=mara)
    assert f"Mara Quill ({merged.pk})" in text(client.get(address.format(merged.pk)))
    WithheldPerson.objects.create(person=mara, kind=WithheldPerson.Kind.HIDDEN)
    for person in (mara, merged):
        assert "Mara Quills" not in text(client.get(address.format(person.pk)))
        assert f"({person.pk})" not in text(client.get(address.format(person.pk)))


@pytest.mark.parametrize(
    ("what", "value", "more", "sentence"),
    [
        ("name", "", {}, "This field is required."),
        ("name", "…", {}, "Give a name that has letters or digits."),
        ("name", "Mara Reed", {"reason": ""}, "Write in a few words why."),
        ("name", "Mara Reed", {"seen": "x"}, "which version it was made from"),
        ("add-role", "pilot", {"since": "soon"}, "soon"),
        ("take-role", "pilot", {}, "Choose one of those that there are."),
        ("take-spelling", "", {}, "Choose one."),
        ("person", "x", {}, "Say whether it is “a person” or “not a person”."),
    ],
)
def test_what_is_wrong_gets_a_sentence_and_the_input_is_kept(signed_in, mara, what, value, more, sentence):
    answer = send(signed_in, mara, what, value, **more)
    assert sentence in text(answer)
    assert more.get("reason", "she told me") in text(answer)
    assert not Correction.objects.exists()


def test_in_a_conflict_nothing_is_lost_and_the_form_overrules(signed_in, mara):
    send(signed_in, mara, "name", "Mara Reed")
    answer = send(signed_in, mara, "name", "Mara Vale", seen=0)
    assert answer.status_code == 409
    assert "edith (“she told me”) has changed this meanwhile, to “Mara Reed”." in text(answer)
    assert 'value="Mara Vale"' in text(answer)
    assert send(signed_in, mara, "name", "Mara Vale").status_code == 302


def test_who_was_signed_out_meanwhile_gets_their_words_back(client, editor, mara):
    address = f"/people/{mara.pk}/edit/name/"
    assert sign_in_from(client, send(client, mara, "name", "Mara Reed")).url == address
    page = text(client.get(address))
    assert 'value="Mara Reed"' in page
    assert "she told me" in page


def test_there_is_nothing_else_to_correct(signed_in, mara):
    assert signed_in.get(f"/people/{mara.pk}/edit/shoes/").status_code == 404
    assert signed_in.post(f"/people/{mara.pk}/edit/").url == f"/people/{mara.pk}/edit/"


@pytest.mark.parametrize(
    ("what", "value", "shown"),
    [
        ("name", "Mara Reed", "Mara Quill</h1>"),
        ("add-role", "harbour queen", "captain"),
        ("add-spelling", "Captain Q", "Mara Quill</h1>"),
        ("take-role", "captain", "captain"),
        ("person", "not a person", "Mara Quill</h1>"),
    ],
)
def test_whatever_is_corrected_is_taken_back_from_the_history(signed_in, mara, what, value, shown):
    send(signed_in, mara, what, value)
    correction = Correction.objects.get()
    assert f"/corrections/{correction.pk}/revert/" in text(signed_in.get(f"/people/{mara.pk}/history/"))
    address = f"/corrections/{correction.pk}/revert/"
    assert f'of <a href="/people/{mara.pk}/"' in text(signed_in.get(address))
    answer = signed_in.post(address, {"reason": "a mistake of mine", "seen": 1})
    assert answer.url == f"/people/{mara.pk}/history/"
    page = text(signed_in.get(f"/people/{mara.pk}/"))
    assert shown in page
    assert value not in page.split("<main")[1] or what in ("take-role", "name")  # a name of before is a spelling
    assert Correction.objects.last().reverts == correction


def test_a_hidden_name_is_shown_again_by_a_chief_editor_alone(chief, mara, editor):
    send(chief, mara, "hidden", "hidden")
    address = f"/corrections/{Correction.objects.get().pk}/revert/"
    chief.force_login(editor)
    assert chief.post(address, {"reason": "why not", "seen": 1}).status_code == 403
