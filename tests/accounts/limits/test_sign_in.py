"""The brake on passwords, on the archive's own form and on /admin/'s: it holds guessers, and locks no editor out."""

import pytest

from tests.articles.conftest import editor  # noqa: F401 (a fixture)

pytestmark = pytest.mark.django_db
RIGHT, WRONG = "a long enough password", "a wrong one"
FORMS = ["/sign-in/", "/admin/login/"]
GUESSER, HOME = "198.51.100.1", "203.0.113.9"


@pytest.fixture(autouse=True)
def few(admin_site, limits, rate, editor):  # noqa: F811
    rate(sign_in="3/5 minutes", sign_in_address="6/10 minutes")
    editor.is_staff = True  # as /admin/ asks
    editor.save()
    return limits


def tried(client, form: str, password: str = WRONG, name: str = "edith", address: str = GUESSER):
    return client.post(form, {"username": name, "password": password}, REMOTE_ADDR=address)


def statuses(client, form: str, times: int, **values: str) -> list[int]:
    return [tried(client, form, **values).status_code for _ in range(times)]


@pytest.mark.parametrize("form", FORMS)
def test_wrong_passwords_are_braked_and_a_right_one_waits_too(client, form, few):
    assert statuses(client, form, 3) == [200, 200, 200]
    refused = tried(client, form, RIGHT)
    assert refused.status_code == 429
    assert "too many wrong passwords" in refused.content.decode()
    assert refused.headers["Retry-After"] == "300"
    few.counters.clock.now += 300
    assert tried(client, form, RIGHT).status_code == 302


def test_both_forms_count_together(client):
    assert statuses(client, FORMS[0], 2) + statuses(client, FORMS[1], 2) == [200, 200, 200, 429]


@pytest.mark.parametrize("form", FORMS)
def test_a_stranger_who_knows_the_name_locks_nobody_out(client, form):
    statuses(client, form, 20)
    assert tried(client, form, RIGHT, address=HOME).status_code == 302


@pytest.mark.parametrize("form", FORMS)
def test_other_names_are_not_free_either(client, form):
    assert [tried(client, form, name=f"name {number}").status_code for number in range(8)] == [200] * 6 + [429] * 2


@pytest.mark.parametrize("name", ["EDITH", " edith ", "ｅｄｉｔｈ"])
def test_a_name_written_otherwise_is_the_same_name(client, name):
    assert statuses(client, FORMS[0], 3) == [200, 200, 200]
    assert tried(client, FORMS[0], name=name).status_code == 429


def test_a_right_password_is_no_wrong_one_and_forgets_those_before(client, client2):
    for _ in range(4):
        assert statuses(client, FORMS[0], 1) == [200]
        assert tried(client2, FORMS[0], RIGHT).status_code == 302
    assert statuses(client, FORMS[0], 3) == [200, 200, 429]  # six of the address, which only time forgets


@pytest.fixture
def client2():
    from django.test import Client

    return Client()


@pytest.mark.parametrize("fields", [{}, {"username": "edith"}, {"password": "x"}, {"username": "", "password": "x"}])
@pytest.mark.parametrize("form", FORMS)
def test_a_form_that_is_not_filled_in_is_no_try(client, form, fields):
    assert {client.post(form, fields).status_code for _ in range(10)} == {200}


def test_looking_at_the_form_is_free(client):
    statuses(client, FORMS[0], 5)
    assert client.get(FORMS[0], REMOTE_ADDR=GUESSER).status_code == 200


HOSTILE = ["\x00", "a" * 100_000, "é" * 300, "<script>", "' OR 1=1 --", "\ud800".encode("utf-8", "surrogatepass")]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_counted_like_any(client, name):
    found = [tried(client, FORMS[0], name=name).status_code for _ in range(4)]
    assert found == [200, 200, 200, 429]


def test_the_file_holds_neither_names_nor_addresses_nor_passwords(client, few):
    statuses(client, FORMS[0], 2, password="hunter2hunter2")
    few.counters.file.close()
    held = few.counters.file.path.read_bytes()
    assert not [word for word in (b"edith", GUESSER.encode(), b"hunter2") if word in held]


@pytest.fixture
def as_editor(client, editor):  # noqa: F811
    client.force_login(editor)
    return client


CHANGES = {"/account/password/": {"password1": "another long password", "password2": "another long password"}}
CHANGES["/account/email/"] = {"email": "edith@paper.example"}


@pytest.mark.parametrize("form", CHANGES)
def test_an_open_session_is_no_way_to_guess_its_password(as_editor, form):
    asked = [as_editor.post(form, CHANGES[form] | {"oldpassword": WRONG}).status_code for _ in range(4)]
    assert asked == [200, 200, 200, 429]
    assert as_editor.post(form, CHANGES[form] | {"oldpassword": RIGHT}).status_code == 429


@pytest.mark.parametrize("form", CHANGES)
def test_a_right_one_there_forgets_those_before(as_editor, form):
    for _ in range(2):
        as_editor.post(form, CHANGES[form] | {"oldpassword": WRONG})
    assert as_editor.post(form, CHANGES[form] | {"oldpassword": RIGHT}).status_code == 302
    assert [as_editor.post(form, CHANGES[form] | {"oldpassword": WRONG}).status_code for _ in range(3)] == [200] * 3


def test_links_by_mail_are_limited_and_the_page_is_not(client, rate, settings):
    settings.SENDS_MAIL = True
    rate(mail="2/hour")
    asked = [client.post("/sign-in/forgotten/", {"email": "a@b.example"}).status_code for _ in range(3)]
    assert asked == [302, 302, 429]
    assert client.get("/sign-in/forgotten/").status_code == 200
