"""The chart over time: a click, a drag and the arrows choose a time; without scripts its bars are links."""

import re

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect

from tests.browser.looking import violations

pytestmark = pytest.mark.django_db(transaction=True)

MONTHS = ("2016-01", "2016-02", "2016-02", "2016-04", "2016-06")
ADDRESS = "/search/?q=ferries"


@pytest.fixture(autouse=True)
def archive(tmp_path):
    """An article about ferries in each of these months, and one without a date."""
    for number, month in enumerate((*MONTHS, "")):
        head = (
            f"---\ntitle: Number {number}\nid: ferry-{number}\n" + (f"published: {month}\n" if month else "") + "---\n"
        )
        (tmp_path / f"{number}.txt").write_text(f"{head}\nThe ferries of harbour number {number} will sail again.\n")
    call_command("import_articles", str(tmp_path))
    call_command("sync_index")


def bar(page: Page, name: str):
    return page.locator(".timeline-bars:visible").get_by_role("link", name=re.compile(f"^{name}"))


def middle(page: Page, name: str) -> tuple[float, float]:
    box = bar(page, name).bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page: Page, first: str, last: str) -> None:
    page.mouse.move(*middle(page, first))
    page.mouse.down()
    page.mouse.move(*middle(page, last), steps=5)


def count(page: Page):
    return page.locator("#results-count")


@pytest.mark.parametrize("tab", ["page", "plain"], ids=["with JavaScript", "without"])
def test_a_click_finds_what_the_bar_counts_and_the_time_can_be_taken_away(tab, request):
    page: Page = request.getfixturevalue(tab)
    page.goto(ADDRESS)
    expect(count(page)).to_contain_text("6 paragraphs")
    assert bar(page, "February 2016").get_attribute("aria-label") == "February 2016: 2"
    bar(page, "February 2016").click()
    expect(page).to_have_url(re.compile("date_from=2016-02&date_to=2016-02"))
    expect(count(page)).to_contain_text("2 paragraphs")
    expect(bar(page, "February 2016")).to_have_attribute("aria-current", "true")
    expect(bar(page, "January 2016")).not_to_have_attribute("aria-current", "true")
    page.get_by_role("link", name="any time").click()
    expect(count(page)).to_contain_text("6 paragraphs")


def test_dragging_over_bars_chooses_their_time_and_back_undoes_it(page):
    page.goto(ADDRESS)
    drag(page, "April 2016", "January 2016")
    expect(page.locator("[data-timeline-status]")).to_have_text("January 2016 – April 2016: 4")
    page.mouse.up()
    expect(page).to_have_url(re.compile("date_from=2016-01&date_to=2016-04"))
    expect(count(page)).to_contain_text("4 paragraphs")
    page.go_back()
    expect(count(page)).to_contain_text("6 paragraphs")


def test_escape_takes_a_drag_back(page):
    page.goto(ADDRESS)
    drag(page, "January 2016", "April 2016")
    page.keyboard.press("Escape")
    expect(page.locator("[data-timeline-status]")).to_be_empty()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.mouse.up()
    page.evaluate("0")  # by now a script that goes on would have asked
    assert asked == []
    assert page.url.endswith(ADDRESS)


def test_the_arrows_move_and_with_shift_choose(page):
    page.goto(ADDRESS)
    bar(page, "January 2016").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    expect(page.locator("[data-timeline-status]")).to_have_text("February 2016 – April 2016: 3")
    page.keyboard.press("Escape")
    expect(page.locator("[data-timeline-status]")).to_be_empty()
    page.keyboard.press("Home")
    page.keyboard.press("Shift+End")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("date_from=2016-01&date_to=2016-06"))
    expect(count(page)).to_contain_text("5 paragraphs")


def test_a_bar_in_focus_is_a_link(page):
    page.goto(ADDRESS)
    bar(page, "January 2016").focus()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("date_from=2016-06&date_to=2016-06"))


def test_the_table_behind_has_the_same(plain):
    plain.goto(ADDRESS)
    plain.get_by_text("as a table").click()
    rows = plain.locator(".timeline-table tbody tr").all_inner_texts()
    assert [row.split("\t") for row in rows] == [
        ["January 2016", "1"],
        ["February 2016", "2"],
        ["April 2016", "1"],
        ["June 2016", "1"],
    ]
    plain.get_by_role("link", name="April 2016").last.click()
    expect(count(plain)).to_contain_text("1 paragraph")


def test_a_finger_drags(phone):
    phone.goto(ADDRESS)
    svg = phone.locator(".timeline-bars:visible")
    svg.scroll_into_view_if_needed()
    (x, y), (to, _) = middle(phone, "January 2016"), middle(phone, "February 2016")
    touch = phone.context.new_cdp_session(phone)
    for kind, points in (
        ("touchStart", [{"x": x, "y": y}]),
        *(("touchMove", [{"x": x + (to - x) * part / 5, "y": y}]) for part in range(1, 6)),
        ("touchEnd", []),
    ):
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    expect(phone).to_have_url(re.compile("date_from=2016-01&date_to=2016-02"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_chart_with_a_time_chosen_breaks_no_rule(page, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(ADDRESS + "&date_from=2016-02")
    page.get_by_text("as a table").click()
    assert violations(page) == []


@pytest.mark.parametrize(
    ("address", "form", "counted"),
    [(ADDRESS, "#search-form", "#results-count"), ("/articles/", ".filters-form", "#listing")],
    ids=["a search", "a list"],
)
def test_a_page_that_was_opened_under_former_names_goes_on_under_todays(page, address, form, counted):
    page.goto(address)
    page.evaluate(
        """(form) => {
            for (const one of document.querySelectorAll(form + ", " + form + " details")) one.open = true;
            document.querySelector(form).closest("details")?.setAttribute("open", "");
            document.querySelector(form + " [name=date_to]").name = "before";
        }""",
        form,
    )
    page.locator(f"{form} [name=before]").fill("2016-03")
    page.locator(f"{form} button[type=submit]").first.click()
    expect(page).to_have_url(re.compile("date_to=2016-02"))
    expect(page.locator(counted)).to_contain_text(re.compile("3 (paragraphs|articles)"))
