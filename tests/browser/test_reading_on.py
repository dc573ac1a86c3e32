"""Search → open a result → match by match → the next result → back to the list, by keys, by links, on a phone."""

import re

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, Route, expect

from tests.browser.looking import what_is_wrong

pytestmark = pytest.mark.django_db(transaction=True)

LONG = "A sentence about nothing that anybody would look for. " * 12


@pytest.fixture
def listed(tmp_path):
    """Three articles about a ferry; in the long second one of the list it is named far apart."""
    texts = {
        "a.txt": "Ferry lost\n\n2 March 2021\n\nThe ferry was lost.",
        "b.txt": f"Boats of Lisbon\n\n1 March 2021\n\n{LONG}\n\nThe ferry left.\n\n{LONG}\n\nA ferry, a ferry.",
        "c.txt": f"Ferry found\n\n1 May 2020\n\n{LONG}\n\nThe mayor, Amara Okafor, said the ferry was found.",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    call_command("import_articles", str(tmp_path))
    call_command("sync_index")


def open_the_second(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")  # else it glides on to its fragment, and the bar away under a click
    page.goto("/search/?q=ferry&sort=newest")
    page.locator("#result-2 .found-number").first.click()
    expect(page).to_have_url(re.compile(r"/search/opened/\d+/\?q=ferry&sort=newest&at=2#p\d+"))
    page.wait_for_load_state()  # until then no script hears a click, and the page may still move to its fragment


def here(page: Page) -> str:
    """Say which match is the current one, as soon as the script tells."""
    expect(page.locator("#match-count")).to_contain_text(" of ")
    return page.locator("#match-count").inner_text()


@pytest.mark.usefixtures("listed")
def test_the_whole_way_by_keys(page):
    open_the_second(page)
    paragraph = page.url.rpartition("#")[2]
    expect(page.locator(f"#{paragraph}")).to_be_in_viewport()
    expect(page.locator(f"#{paragraph} .hit-here")).to_have_text("ferry")
    first = here(page)
    page.keyboard.press("Alt+ArrowDown")
    assert here(page) != first
    expect(page.locator(".hit-here")).to_be_in_viewport()
    expect(page.get_by_role("status").filter(has_text="Match")).to_contain_text("ferry")
    for _ in range(3):
        page.keyboard.press("Alt+ArrowUp")
    expect(page).to_have_url(re.compile(f"#{page.locator('.hit-here').get_attribute('id')}$"))

    page.keyboard.press("Alt+Shift+ArrowDown")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ferry found")
    expect(page.locator(".opened-place")).to_contain_text("3 of 3")
    expect(page.locator("#next-result")).to_have_count(0)
    page.get_by_role("link", name="Back to the list").click()
    expect(page.locator("#result-3")).to_be_in_viewport()


@pytest.mark.usefixtures("listed")
def test_the_back_button_leads_to_the_list_however_many_matches_were_seen(page):
    open_the_second(page)
    for _ in range(4):
        page.locator("#next-match").click()
    expect(page.locator("#next-match")).to_be_focused()
    page.go_back()
    expect(page).to_have_url(re.compile(r"/search/\?q=ferry&sort=newest$"))
    expect(page.locator("#result-2")).to_be_visible()


@pytest.mark.usefixtures("listed")
def test_keys_leave_fields_alone_and_letters_do_nothing(page):
    open_the_second(page)
    before = here(page)
    page.keyboard.press("n")
    page.keyboard.press("j")
    page.locator("#masthead-q").focus()
    page.keyboard.press("Alt+ArrowDown")
    assert here(page) == before


@pytest.mark.usefixtures("listed")
def test_the_list_of_all_matches_leads_to_each(page):
    open_the_second(page)
    page.locator(".opened-all summary").click()
    page.locator(".opened-all").get_by_role("link", name="match 3").click()
    expect(page.locator("#match-count")).to_have_text("3 of 3 matches")
    expect(page.locator("#m3")).to_be_in_viewport()
    expect(page.locator(".opened-all")).not_to_have_attribute("open", "")
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator("#match-count")).to_have_text("1 of 3 matches")


@pytest.mark.usefixtures("listed")
def test_a_link_that_is_clicked_before_the_script_is_there_is_followed_too(page):
    held: list[Route] = []
    open_the_second(page)
    page.route("**/js/opened.js", lambda route: held.append(route))
    page.reload(wait_until="commit")
    page.locator(".opened-all summary").click()
    page.locator(".opened-all").get_by_role("link", name="match 3").click()
    expect(page).to_have_url(re.compile("#m3$"))
    expect(page.locator("#match-count")).to_have_text("3 matches")
    held[0].continue_()
    expect(page.locator("#match-count")).to_have_text("3 of 3 matches")
    expect(page.locator("#m3")).to_be_in_viewport()
    expect(page.locator(".opened-all")).not_to_have_attribute("open", "")


@pytest.mark.usefixtures("listed")
def test_without_javascript_links_lead_through_matches_and_results(plain):
    open_the_second(plain)
    expect(plain.locator("#match-count")).to_have_text("3 matches")
    expect(plain.locator("#previous-match")).to_be_hidden()
    plain.locator(".opened-all summary").click()
    plain.locator(".opened-all").get_by_role("link", name="match 3").click()
    expect(plain).to_have_url(re.compile("#m3$"))
    expect(plain.locator("#m3")).to_be_in_viewport()
    plain.locator("#previous-result").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Ferry lost")


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize("tab", ["page", "phone"])
def test_the_bar_covers_no_paragraph_and_axe_finds_nothing(tab, request):
    page: Page = request.getfixturevalue(tab)
    open_the_second(page)
    paragraph = page.url.rpartition("#")[2]
    expect(page.locator(f"#{paragraph}")).to_be_in_viewport()
    bar, text = page.locator(".opened-bar").bounding_box(), page.locator(f"#{paragraph}").bounding_box()
    assert bar
    assert text
    assert bar["y"] + bar["height"] <= text["y"]
    assert bar["height"] < 110
    assert what_is_wrong(page) == []
