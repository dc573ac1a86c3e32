"""What every page shares: the head, the navigation, signing in and out, pages for errors."""

import pytest
from django.template.loader import render_to_string
from django.urls import reverse

from accounts.doorway import may
from articles.pages.menu import PAGES

pytestmark = pytest.mark.django_db


def test_the_search_box_asks_the_search_page(client):
    page = client.get("/").content.decode()
    assert 'action="/search/" role="search"' in page
    assert 'name="q"' in page


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/", "Articles"),
        ("/search/?unit=quotations", "Quotations"),
        ("/search/", "Search"),
        ("/people/", "People"),
        ("/countries/", "Countries"),
    ],
)
def test_the_navigation_shows_where_one_is(client, address, name):
    page = client.get(address).content.decode()
    assert f'aria-current="page">{name}</a>' in page
    assert page.count('aria-current="page"') == 2  # in the row of wide windows and in the menu of narrow ones


def test_somebody_signs_in_and_comes_back(client, reader):
    answer = client.post("/sign-in/?next=/people/", {"username": "rita", "password": "a long enough password"})
    assert answer.status_code == 302
    answer = client.post(
        "/sign-in/", {"username": "rita", "password": "a long enough password", "next": "/people/"}, follow=True
    )
    assert answer.redirect_chain == [("/people/", 302)]
    assert "Sign out" in answer.content.decode()


def test_signing_in_never_leads_elsewhere(client, reader):
    answer = client.post(
        "/sign-in/", {"username": "rita", "password": "a long enough password", "next": "https://evil.example/"}
    )
    assert answer.url == "/articles/"


def test_a_wrong_password_gets_a_sentence(client, reader):
    answer = client.post("/sign-in/", {"username": "rita", "password": "wrong"})
    assert "This name and this password do not belong together" in answer.content.decode()


def test_signing_out_takes_a_post(client, reader):
    client.force_login(reader)
    assert client.get("/sign-out/").status_code == 405
    assert client.post("/sign-out/").url == "/articles/"
    assert "Sign in" in client.get("/").content.decode()


def test_what_is_not_there_looks_like_the_archive(client):
    answer = client.get("/nowhere/")
    assert answer.status_code == 404
    assert "There is no such page" in answer.content.decode()
    assert "Newsroom" in answer.content.decode()


def test_a_failure_needs_neither_request_nor_user_to_be_told():
    assert "Something went wrong" in render_to_string("500.html")


@pytest.mark.parametrize("kind", ["article", "correction", "change", "person", "publisher", "country"])
def test_administrators_read_and_change_nothing(admin_site, client, admin_user, kind, archive):
    archive.full()
    client.force_login(admin_user)
    assert client.get(f"/admin/articles/{kind}/").status_code == 200
    assert client.get(f"/admin/articles/{kind}/add/").status_code == 403


def test_the_desk_is_for_those_who_work_there(client, reader, editor):
    client.force_login(reader)
    assert 'class="desk"' not in client.get("/people/").content.decode()
    client.force_login(editor)
    page = client.get("/people/").content.decode()
    assert page.count('class="desk"') == 2  # in the row of wide windows and in the menu of narrow ones
    for entry in PAGES:
        assert (f'href="{reverse(entry.address)}"' in page) == may(editor, entry.permission)


def test_the_menu_of_the_desk_counts_what_waits_once(client, editor, queries_of):
    client.force_login(editor)
    counted = [page for page in PAGES if page.waiting and may(editor, page.permission)]
    queries = queries_of("/people/")
    client.logout()
    assert queries - queries_of("/people/") <= len(counted) + 6  # besides, who is signed in and what they may
