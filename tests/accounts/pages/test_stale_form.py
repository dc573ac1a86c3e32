"""A form without its token: nothing is saved, no word is lost, and no other site is helped."""

import pytest
from django.test import Client

from accounts.groups import give_role
from accounts.roles import EDITOR
from tests.accounts.pages.conftest import PASSWORD
from tests.articles.pages.signing_in import HIDDEN

HERE = "/publishers/the-paper/name/"
WORDS = {"name": "The Paper", "reason": "it <says> so"}
OURS, ELSEWHERE = "http://testserver", "https://evil.example"


@pytest.fixture
def strict(rita):
    """A browser in which an editor is signed in, whose forms need their token."""
    give_role(rita, EDITOR)
    client = Client(enforce_csrf_checks=True)
    client.force_login(rita)
    return client


def send(client, origin=OURS, fields=WORDS, address=HERE):
    return client.post(address, fields, headers={"Origin": origin} if origin else {})


def shown(answer) -> str:
    assert answer.status_code == 403
    return answer.content.decode()


def test_an_editor_sees_all_that_was_sent_and_can_send_it_again(strict):
    page = shown(send(strict, address=f"{HERE}?a=1"))
    assert "Nothing was saved" in page
    assert "it &lt;says&gt; so</dd>" in page
    form = page.partition(f'action="{HERE}?a=1"')[2].partition("</form>")[0]
    fields = dict(HIDDEN.findall(form))
    assert fields.keys() == WORDS.keys() | {"csrfmiddlewaretoken"}
    assert strict.post(HERE, fields, headers={"Origin": OURS}).status_code == 404  # taken: there is no such publisher


def test_what_another_site_sends_is_neither_shown_nor_made_valid(strict):
    for origin in (ELSEWHERE, "null", "http://testserver.evil.example", "https://testserver"):
        page = shown(send(strict, origin))
        assert "was not sent from a page of the archive" in page
        assert "The Paper" not in page
        assert HERE not in page


@pytest.mark.parametrize("signed_in", [True, False])
def test_where_it_is_not_known_who_sent_it_the_words_can_be_copied_and_no_more(strict, signed_in):
    client = strict if signed_in else Client(enforce_csrf_checks=True)
    page = shown(send(client, None))
    assert "it &lt;says&gt; so</dd>" in page
    assert HERE not in page


def test_a_stranger_gets_no_form_to_send(db):
    page = shown(send(Client(enforce_csrf_checks=True)))
    assert "it &lt;says&gt; so</dd>" in page
    assert HERE not in page


@pytest.mark.parametrize(
    "fields", [{"username": "rita", "password": PASSWORD}, {"oldpassword": PASSWORD, "x": "y"}, {}]
)
def test_passwords_are_never_shown(strict, fields):
    page = shown(send(strict, fields=fields))
    assert PASSWORD not in page
    assert "open the page anew" in page


def test_the_sign_in_without_cookies_says_why(db):
    page = shown(Client(enforce_csrf_checks=True).post("/sign-in/", {"username": "rita", "password": PASSWORD}))
    assert "your browser keeps no cookies" in page


def test_a_form_that_cannot_be_read_gets_the_page_too(strict):
    body = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nunended'
    answer = strict.generic("POST", HERE, body, "multipart/form-data; boundary=x", headers={"Origin": OURS})
    assert answer.status_code in (400, 403)
