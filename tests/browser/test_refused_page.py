"""The page that says to wait: sound on every device, and reached with JavaScript and without."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.looking import what_is_wrong

pytestmark = pytest.mark.django_db(transaction=True)
TITLE = "Please wait a moment"


@pytest.fixture(autouse=True)
def few(limits, rate):
    rate(search="1/minute", suggestions="1/minute", sign_in="1/minute")
    return limits


@pytest.mark.parametrize("device", ["phone", "plain"])
def test_it_is_sound_and_leads_back_when_the_time_is_over(device, request, few):
    tab = request.getfixturevalue(device)
    tab.goto("/search/?q=harbour")
    answer = tab.goto("/search/?q=harbour")
    assert answer.status == 429
    expect(tab.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(tab.get_by_role("main")).to_contain_text("Please try again in 60 seconds.")
    assert device == "plain" or what_is_wrong(tab) == []  # axe is a script
    few.counters.clock.now += 60
    tab.reload()
    expect(tab.get_by_role("heading", level=1)).not_to_have_text(TITLE)


def test_a_click_that_would_change_the_page_in_place_leads_to_it(phone):
    phone.goto("/search/?q=harbour")
    phone.locator("#search-q").fill("ferry")
    phone.locator("#search-q").press("Enter")
    expect(phone.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(phone).to_have_url(re.compile("q=ferry"))


@pytest.mark.parametrize("device", ["phone", "plain"])
def test_a_guesser_is_told_to_wait(device, request):
    tab = request.getfixturevalue(device)
    for _ in range(2):
        tab.goto("/sign-in/")
        tab.get_by_label("Name or e-mail address").fill("edith")
        tab.get_by_label("Password").fill("no idea")
        tab.get_by_role("button", name="Sign in").click()
    expect(tab.get_by_role("main")).to_contain_text("too many wrong passwords")
