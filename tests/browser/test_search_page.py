"""The page of results changed in place: form, address, results and focus stay together, there and back."""

import re

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect

from articles.importing.importer import import_article
from articles.sources import SourceArticle, SourceParagraph

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def archive(seeds):
    """The seeds, and thirty articles about ferries to page through."""
    call_command("import_articles", str(seeds))
    for number in range(30):
        texts = SourceParagraph(f"The ferry to Morocco left quay {number}."), SourceParagraph("A storm came.")
        import_article(SourceArticle("a place", "a.txt", texts, source_id=f"ferry:{number}", title=f"Quay {number}"))
    call_command("sync_index")


def count(page: Page):
    return page.locator("#results-count")


def url_with(words: str) -> re.Pattern[str]:
    return re.compile(re.escape(words) + "$")


@pytest.mark.usefixtures("archive")
def test_a_choice_changes_form_results_and_address_and_back_undoes_all(page):
    page.goto("/search/?q=war")
    box = page.get_by_label("Words to search for")
    box.fill("ferry")
    box.press("Enter")
    expect(page).to_have_url(url_with("/search/?q=ferry"))
    expect(count(page)).to_contain_text("30 paragraphs in 30 articles")
    page.locator("#choose-countries-MA").click()
    expect(page).to_have_url(url_with("?q=ferry&country=MA"))
    expect(page.locator("#search-form input[name=country]")).to_have_value("MA")
    page.go_back()
    expect(page.locator(".chip")).to_have_count(0)
    expect(box).to_have_value("ferry")
    expect(count(page)).to_contain_text("30 paragraphs")
    page.go_back()
    expect(box).to_have_value("war")
    expect(count(page)).not_to_contain_text("30 paragraphs")
    page.go_forward()
    expect(box).to_have_value("ferry")
    expect(count(page)).to_contain_text("30 paragraphs")


@pytest.mark.usefixtures("archive")
def test_focus_stays_on_a_value_and_what_was_folded_out_stays_so(page):
    page.goto("/search/?q=ferry")
    page.locator("#search-more > summary").click()
    page.locator("#leave-out-countries-MA").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".chip")).to_contain_text("not Morocco")
    expect(page.locator("#leave-out-countries-MA")).to_be_focused()
    expect(page.locator("#search-more")).to_have_attribute("open", "")
    expect(page.locator("#search-said")).to_have_text("0 paragraphs in 0 articles")


@pytest.mark.usefixtures("archive")
def test_another_page_begins_at_its_count(page):
    page.goto("/search/?q=ferry")
    page.get_by_role("link", name="Next").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(url_with("page=2"))
    expect(count(page)).to_be_focused()
    expect(page.locator("#search-said")).to_contain_text("page 2 of 3")
    page.get_by_role("link", name="Last").click()
    expect(page.locator("[aria-current=page]").last).to_have_text("Page 3")


@pytest.mark.usefixtures("archive")
def test_values_are_searched_in_their_place(page):
    page.goto("/search/?q=the")
    field = page.get_by_label("Find a country")
    field.press_sequentially("moro")
    expect(page.locator("#values-countries .facet-name")).to_have_text(["Morocco"])
    expect(page).to_have_url(url_with("/search/?q=the"))
    expect(field).to_be_focused()
    page.locator("#values-countries .facet-value").click()
    expect(page).to_have_url(url_with("country=MA"))


@pytest.mark.usefixtures("archive")
def test_values_are_searched_without_javascript(plain):
    plain.goto("/search/?q=the")
    plain.get_by_label("Find a country").fill("moro")
    plain.get_by_label("Find a country").press("Enter")
    expect(plain).to_have_url(re.compile(r"/search/values/countries/\?name=moro&q=the"))
    plain.get_by_role("link", name=re.compile("^Morocco")).click()
    expect(plain.locator(".chip").first).to_contain_text("Morocco")


@pytest.mark.usefixtures("archive")
def test_a_phone_has_the_filters_in_a_drawer(phone):
    phone.goto("/search/?q=ferry")
    value = phone.locator("#choose-countries-MA")
    expect(value).to_be_hidden()
    phone.locator("#filters > summary").tap()
    value.tap()
    expect(phone.locator(".chip").first).to_contain_text("Morocco")
    expect(value).to_be_visible()


@pytest.mark.usefixtures("archive")
def test_a_tab_changes_what_is_searched_in_place_and_keeps_the_focus(page):
    page.goto("/search/?q=ferry")
    tab = page.get_by_role("button", name="Articles 30")
    tab.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(url_with("unit=articles"))
    expect(count(page)).to_contain_text("30 articles")
    expect(tab).to_be_focused()
    expect(tab).to_have_attribute("aria-current", "true")
    expect(page.locator("#search-form input[name=unit]")).to_have_value("articles")
    page.go_back()
    expect(count(page)).to_contain_text("30 paragraphs in 30 articles")


@pytest.mark.usefixtures("archive")
def test_words_not_yet_searched_go_along_to_another_tab_and_back_comes_back(page):
    page.goto("/search/?q=war&unit=quotations")
    box = page.get_by_label("Words to search for")
    box.fill("ferry")
    page.get_by_role("button", name=re.compile("^Articles")).click()
    expect(page).to_have_url(url_with("/search/?q=ferry&unit=articles"))
    expect(box).to_have_value("ferry")
    expect(count(page)).to_contain_text("30 articles")
    box.fill("storm")
    page.get_by_role("button", name=re.compile("^Paragraphs")).click()
    expect(page).to_have_url(url_with("/search/?q=storm"))
    expect(count(page)).to_contain_text("30 paragraphs in 30 articles")
    page.go_back()
    expect(page).to_have_url(url_with("/search/?q=ferry&unit=articles"))
    expect(box).to_have_value("ferry")
    expect(count(page)).to_contain_text("30 articles")
    page.go_back()
    expect(page).to_have_url(url_with("/search/?q=war&unit=quotations"))
    expect(box).to_have_value("war")
    expect(page.locator("#tab-quotations")).to_have_attribute("aria-current", "true")


@pytest.mark.usefixtures("archive")
def test_enter_and_a_choice_stay_in_the_tab_that_was_pressed_last(page):
    page.goto("/search/?q=war")
    page.get_by_role("button", name=re.compile("^Articles")).click()
    expect(page).to_have_url(url_with("/search/?q=war&unit=articles"))
    box = page.get_by_label("Words to search for")
    box.fill("ferry")
    box.press("Enter")
    expect(page).to_have_url(url_with("/search/?q=ferry&unit=articles"))
    page.get_by_label("Order").select_option("newest")
    expect(page).to_have_url(url_with("/search/?q=ferry&unit=articles&sort=newest"))


@pytest.mark.usefixtures("archive")
def test_typed_words_go_along_to_another_tab_without_javascript(plain):
    plain.goto("/search/?q=war&unit=quotations")
    plain.get_by_label("Words to search for").fill("ferry")
    plain.get_by_role("button", name=re.compile("^Articles")).click()
    expect(plain.get_by_label("Words to search for")).to_have_value("ferry")
    expect(count(plain)).to_contain_text("30 articles")
    expect(plain.locator("#tab-articles")).to_have_attribute("aria-current", "true")
