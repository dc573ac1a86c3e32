"""The search field as a combobox, by keyboard, mouse and touch; a plain field without scripts."""

import re

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, Route, expect

from tests.browser.looking import violations

pytestmark = pytest.mark.django_db(transaction=True)

TEXTS = (
    "“The ferries stay,” the mayor, Amara Okafor, told reporters in Lisbon.",
    "The ferryman disagreed with the mayor about the ferryboat and the other ferries.",
    "Every ferryboat stays.",
)


@pytest.fixture(autouse=True)
def archive(tmp_path):
    """One article about ferries, imported and indexed."""
    (tmp_path / "ferries.txt").write_text("Ferries stay\n\n" + "\n\n".join(TEXTS))
    call_command("import_articles", str(tmp_path / "ferries.txt"))
    call_command("sync_index")


PAUSE = 200  # milliseconds; after a shorter one without a key the script asks
HOUR = 3600


def typed(page: Page, words: str, address: str = "/search/", field: str = "#search-q") -> None:
    """Open a page, type words as a quick hand does, and wait for what is suggested."""
    page.clock.install()
    page.goto(address)
    type_at_once(page, words, field)
    expect(page.get_by_role("option").first).to_be_visible()
    page.clock.resume()


def type_at_once(page: Page, words: str, field: str = "#search-q") -> None:
    """Type words while the page's clock stands still, however slow the machine is, then have a pause pass."""
    page.clock.pause_at(page.evaluate("Date.now()") / 1000 + HOUR)
    page.locator(field).press_sequentially(words)
    page.clock.run_for(PAUSE)


def active(page: Page) -> str:
    """The name in the option that is told to be the active one."""
    return page.evaluate(
        "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))"
        "?.querySelector('.suggested-name').textContent ?? ''"
    )


def test_a_person_is_found_by_their_surname_and_chosen_with_the_keyboard(page):
    typed(page, "ferries oka")
    box = page.get_by_role("combobox", name="Words to search for")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".combobox [role=status]")).to_have_text(re.compile("^2 suggestions,"))
    assert active(page) == ""
    page.keyboard.press("ArrowDown")
    assert active(page) == "Amara Okafor"
    expect(page.locator("[role=option][aria-selected=true]")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=ferries&person=\d+$"))
    expect(page.get_by_role("region", name="Amara Okafor")).to_be_visible()


def test_the_arrows_go_round_by_way_of_the_field(page):
    typed(page, "ferry")
    for name in ("ferryboat", "ferryman", "", "ferryboat"):
        page.keyboard.press("ArrowDown")
        assert active(page) == name
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert active(page) == "ferryman"


def test_a_chosen_word_ends_the_word_and_typing_goes_on(page):
    typed(page, "old ferryb")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    box = page.locator("#search-q")
    expect(box).to_have_value("old ferryboat")
    expect(box).to_have_attribute("aria-expanded", "false")
    page.keyboard.type(" now")
    expect(box).to_have_value("old ferryboat now")
    assert page.url.endswith("/search/")


def test_escape_closes_and_loses_nothing_and_down_opens_again(page):
    typed(page, "ferry")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.locator("#search-q")).to_have_value("ferry")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option").first).to_be_visible()


def test_enter_without_a_choice_searches_for_the_words_as_they_are(page):
    typed(page, "ferri")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"[?&]q=ferri"))
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.locator("#search-q")).to_be_focused()
    page.keyboard.type("es")
    expect(page.get_by_role("combobox", name="Words to search for")).to_have_value("ferries")


def test_tab_and_leaving_close_the_list_and_choose_nothing(page):
    typed(page, "ferry")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.locator("#search-q")).to_have_value("ferry")


def test_an_empty_field_asks_nothing_and_a_quick_hand_asks_once(page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/search/sugg" in request.url else None)
    typed(page, "okafor")
    assert len(asked) == 1
    page.locator("#search-q").fill("")
    type_at_once(page, "   ")
    expect(page.get_by_role("listbox")).to_be_hidden()
    assert len(asked) == 1


def test_a_late_answer_is_dropped(page):
    late: list[Route] = []
    for_fer = re.compile(r"/search/suggestions/\?.*q=fer(&|$)")
    page.route(for_fer, lambda route: late.append(route))
    page.clock.install()
    page.goto("/search/")
    with page.expect_request(for_fer):
        type_at_once(page, "fer")
    page.locator("#search-q").fill("")
    type_at_once(page, "oka")
    names = page.locator(".suggested-name")
    expect(names).to_have_text(["Amara Okafor", "okafor"])
    (held,) = late
    held.continue_()
    page.wait_for_load_state("networkidle")
    expect(names).to_have_text(["Amara Okafor", "okafor"])


def test_the_mouse_chooses_in_the_masthead_too(page):
    typed(page, "oka", "/articles/", "#masthead-q")
    page.get_by_role("option", name="Amara Okafor").click()
    expect(page).to_have_url(re.compile(r"/search/\?person=\d+$"))


def test_a_finger_chooses(phone):
    typed(phone, "oka")
    phone.get_by_role("option", name="Amara Okafor").tap()
    expect(phone).to_have_url(re.compile(r"person=\d+$"))


def test_after_results_changed_in_place_the_field_still_helps(page):
    page.goto("/search/?q=ferries")
    page.get_by_label("Order").select_option("oldest")
    expect(page).to_have_url(re.compile("sort=oldest"))
    page.locator("#search-q").focus()
    page.keyboard.press("End")
    page.keyboard.type(" oka")
    expect(page.get_by_role("option", name="Amara Okafor")).to_be_visible()
    assert page.get_by_role("listbox").count() == 1


def test_without_scripts_it_is_a_plain_field(plain):
    plain.goto("/search/")
    box = plain.get_by_role("searchbox", name="Words to search for")
    box.fill("ferries")
    box.press("Enter")
    expect(plain).to_have_url(re.compile("q=ferries"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_list_breaks_no_rule(page, scheme):
    page.emulate_media(color_scheme=scheme)
    for address, field in (("/search/", "#search-q"), ("/articles/", "#masthead-q")):
        typed(page, "fer", address, field)
        page.keyboard.press("ArrowDown")
        assert violations(page) == []
