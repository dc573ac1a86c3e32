"""Which marks a reader wants: the page obeys its boxes, a cookie remembers them, and whatever it says is harmless."""

import re

import pytest
from django.contrib.sessions.models import Session

from articles.pages.mark_switches import COOKIE

pytestmark = pytest.mark.django_db
ALL = {"quotations": "on", "reported": "on", "people": "on", "countries": "on"}


@pytest.fixture
def address(archive):
    return archive.full().get_absolute_url()


def checked(client, address):
    page = client.get(address).content.decode()
    return re.findall(r'<input type="checkbox" id="marks-(\w+)" name="\1" checked>', page)


def test_all_marks_show_at_first_and_no_cookie_is_set(client, address):
    assert checked(client, address) == list(ALL)
    assert not client.get(address).cookies


def test_what_is_switched_off_stays_off(client, address):
    answer = client.post("/marks/", {"quotations": "on", "next": f"{address}?q=a"})
    assert (answer.status_code, answer.url) == (302, f"{address}?q=a")
    assert checked(client, address) == ["quotations"]
    client.post("/marks/", ALL | {"next": address})
    assert checked(client, address) == list(ALL)


def test_htmx_stays_on_the_page(client):
    answer = client.post("/marks/", {}, headers={"HX-Request": "true"})
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.cookies[COOKIE].value == "quotations.reported.people.countries"


def test_the_cookie_is_the_pages_alone_and_no_session(client):
    cookie = client.post("/marks/", {}).cookies[COOKIE]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert not Session.objects.exists()


@pytest.mark.parametrize(
    "elsewhere",
    ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere", "javascript:alert(1)", "x", "", "\x00/"],
)
def test_the_way_back_never_leaves_the_site(client, elsewhere):
    assert client.post("/marks/", {"next": elsewhere}).url == "/"


@pytest.mark.parametrize("address", ["/articles/1/\r\nSet-Cookie: a=b", "/" + "x" * 5000, "/<script>"])
def test_a_strange_way_back_is_only_an_address(client, address):
    answer = client.post("/marks/", {"next": address})
    assert answer.status_code == 302
    assert "\n" not in answer.url
    assert "a" not in answer.cookies


@pytest.mark.parametrize(
    "value", ["", "x" * 4000, "<script>", "people.people.", "a.b.people", "....", "\x7f", "é", "%00"]
)
def test_a_cookie_of_any_kind_is_harmless(client, address, value):
    client.cookies[COOKIE] = value
    boxes = checked(client, address)
    assert boxes == [name for name in ALL if name not in value.split(".")]
    assert "<script>" not in client.get(address).content.decode().split("<main")[1].split("</main")[0]


@pytest.mark.parametrize("method", ["get", "put", "delete"])
def test_it_is_for_sending_only(client, method):
    assert getattr(client, method)("/marks/").status_code == 405
