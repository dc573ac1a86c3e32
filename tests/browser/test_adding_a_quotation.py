"""A missed quotation is added in a real browser: by selecting its words, and without a script by typing them."""

import re

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from playwright.sync_api import Page, expect

from accounts.groups import give_role
from accounts.roles import EDITOR
from articles.models import Article, Quotation
from tests.browser.hands import select

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = (
    "Ferry lost\n\n🚢🚢 The captain found it all very odd. "
    "No ship is late for ever, and no ferry is early.\n\nA second line."
)
WORDS = "No ship is late for ever"


@pytest.fixture
def address(tmp_path) -> str:
    """The address of an article in which nobody is found to be quoted."""
    (tmp_path / "ferry.txt").write_text(TEXT)
    call_command("import_articles", str(tmp_path))
    return Article.objects.get().get_absolute_url()


def sign_in(tab: Page, server: str) -> None:
    user = User.objects.create_user("edith", password="a long enough password")
    give_role(user, EDITOR)
    client = Client()
    client.force_login(user)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    tab.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": server}])


@pytest.mark.parametrize("device", ["page", "phone"])
def test_words_that_are_selected_are_added(device, request, server, address):
    tab: Page = request.getfixturevalue(device)
    sign_in(tab, server)
    tab.goto(address)
    tab.get_by_role("link", name="Edit the text and what was found in it").click()
    select(tab.locator("[data-paragraph='p1']"), WORDS[1:-2])  # a word is never cut
    bar = tab.get_by_role("region", name="The words selected")
    expect(bar).to_contain_text(f"“{WORDS}”")
    bar.get_by_role("link", name="Add a quotation").click()
    expect(tab.get_by_label("Its words")).to_have_value(WORDS)
    tab.get_by_role("button", name="Add the quotation").click()
    expect(tab.get_by_text("The quotation is added.")).to_be_visible()
    expect(tab.locator("mark.quotation")).to_have_text(WORDS)
    [span] = Quotation.objects.get().spans.all()
    assert span.paragraph.text[span.start : span.end] == WORDS


def test_without_javascript_words_are_typed(plain, server, address):
    sign_in(plain, server)
    plain.goto(f"{address}?edit=1")
    plain.get_by_role("link", name=re.compile("^Add a quotation to p1")).click()
    plain.get_by_label("Its words").fill("No ship … for ever")
    plain.get_by_role("button", name="Add the quotation").click()
    expect(plain.get_by_text("The quotation is added.")).to_be_visible()
    assert Quotation.objects.get().text == WORDS
