"""An article in a real browser: its drawer on a phone, its marks switched off, the quotation an address chooses."""

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect

from articles.models import Article, Quotation

pytestmark = pytest.mark.django_db(transaction=True)

TEXT = (
    "Ferry lost\n\n“Nobody will wait for a boat again,” the ferry minister, Amara Okafor, told reporters in Lisbon. "
    "“We were warned,” she said. “Nobody warned me,” said Leo Brandt, a fisherman.\n\n"
    + "A sentence about nothing that anybody would look for. "
    * 40
)


@pytest.fixture
def address(tmp_path) -> str:
    """The address of an article in which somebody is quoted."""
    (tmp_path / "ferry.txt").write_text(TEXT)
    call_command("import_articles", str(tmp_path))
    return Article.objects.get().get_absolute_url()


def ground(page: Page, selector: str) -> str:
    """Return the colour that an element lies on."""
    return page.locator(selector).first.evaluate("one => getComputedStyle(one).backgroundColor")


NONE = "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("tab", ["page", "plain"], ids=["with JavaScript", "without"])
def test_a_switch_takes_its_marks_away_at_once(tab, request, address):
    page: Page = request.getfixturevalue(tab)
    page.goto(address)
    assert ground(page, "mark.quotation.direct") != NONE
    page.get_by_label("Quotations", exact=True).uncheck()
    assert ground(page, "mark.quotation.direct") == NONE
    page.get_by_label("Quotations", exact=True).check()
    assert ground(page, "mark.quotation.direct") != NONE


def test_what_is_switched_off_stays_off_on_the_next_page(page, address):
    page.goto(address)
    with page.expect_response("**/marks/"):
        page.get_by_label("Quotations", exact=True).uncheck()
    page.reload()
    expect(page.get_by_label("Quotations", exact=True)).not_to_be_checked()
    assert ground(page, "mark.quotation.direct") == NONE


def test_without_javascript_a_button_remembers(plain, address):
    plain.goto(address)
    plain.get_by_label("People").uncheck()
    plain.get_by_role("button", name="Remember").click()
    plain.wait_for_url(f"**{address}")
    expect(plain.get_by_label("People")).not_to_be_checked()
    expect(plain.get_by_label("Countries")).to_be_checked()


def test_an_address_chooses_a_quotation_in_the_text_and_beside(page, address):
    quotation = Quotation.objects.said().order_by("pk")[0]
    page.goto(f"{address}#q{quotation.pk}")
    expect(page.locator(f"mark.chosen#q{quotation.pk}")).to_be_visible()
    expect(page.locator(".voice-words.chosen")).to_contain_text(quotation.text)
    expect(page.locator(".voice-words.chosen")).to_be_visible()


def test_on_a_phone_the_drawer_opens_and_gives_way_to_the_text(phone, address):
    phone.goto(address)
    bar = phone.get_by_role("button", name="quotation")
    rail = phone.get_by_role("complementary", name="Found in this article")
    expect(rail).to_be_hidden()
    box = bar.bounding_box()
    assert box
    assert box["y"] + box["height"] == pytest.approx(844, abs=1)
    assert box["height"] >= 44
    bar.click()
    expect(rail).to_be_visible()
    rail.locator(".voice summary").first.click()
    link = rail.locator(".voice-words blockquote a").first
    target = link.get_attribute("href")
    assert target
    link.click()
    expect(rail).to_be_hidden()
    expect(phone.locator(target)).to_be_in_viewport()


def test_the_drawer_closes_by_its_bar_and_by_escape(phone, address):
    phone.goto(address)
    bar = phone.get_by_role("button", name="quotation")
    rail = phone.get_by_role("complementary", name="Found in this article")
    for close in (bar.click, lambda: phone.keyboard.press("Escape")):
        bar.click()
        expect(rail).to_be_visible()
        close()
        expect(rail).to_be_hidden()


def test_at_a_desk_there_is_no_drawer_and_the_rail_stands_beside(page, address):
    page.goto(address)
    expect(page.locator(".drawer-bar")).to_be_hidden()
    text, rail = page.locator(".story-text").bounding_box(), page.locator(".story-rail").bounding_box()
    assert text
    assert rail
    assert text["x"] + text["width"] <= rail["x"]
