"""From a file to a page and back: import → search → filter → article → correct → found under the new title."""

import re

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect

from tests.articles.conftest import TEXT, editor  # noqa: F401 (a fixture)
from tests.browser.hands import sign_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def archive(tmp_path, seeds):
    """The seeds and one article of the test's own, imported and indexed by the commands a user runs."""
    (tmp_path / "harbour.txt").write_text("New harbour opens\n\n" + "\n\n".join(TEXT))
    call_command("import_articles", str(tmp_path / "harbour.txt"), str(seeds))
    call_command("sync_index")


def search_for(page: Page, words: str) -> None:
    page.goto("/search/")
    box = page.locator("#search-q")
    box.fill(words)
    box.press("Enter")


@pytest.mark.usefixtures("archive", "editor")
@pytest.mark.parametrize("tab", ["page", "plain"], ids=["with JavaScript", "without"])
def test_from_a_file_to_a_page_and_back(tab, request):
    page: Page = request.getfixturevalue(tab)
    search_for(page, "harbour OR reporters")
    main = page.get_by_role("main")
    expect(main.get_by_role("link", name="New harbour opens")).to_be_visible()
    main.locator("#facet-people").get_by_role("link", name=re.compile("Amara Okafor")).first.click()
    expect(page).to_have_url(re.compile("person="))
    expect(main.get_by_text("told reporters")).to_be_visible()

    main.get_by_role("link", name="New harbour opens").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("New harbour opens")
    expect(page.locator("#p2")).to_contain_text("Nobody will wait for a boat again")

    sign_in(page)
    page.goto("/articles/")
    page.get_by_role("main").get_by_role("link", name="New harbour opens").click()
    page.get_by_role("link", name="Correct the title").click()
    page.locator("main").get_by_role("textbox", name="title").fill("Lisbon harbour reopens")
    page.get_by_label("Why").fill("The printed page says so.")
    page.get_by_role("button", name="Save the correction").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Lisbon harbour reopens")

    call_command("sync_index")
    search_for(page, '"harbour reopens"')
    expect(page.get_by_role("main").get_by_role("link", name="Lisbon harbour reopens")).to_be_visible()
    search_for(page, "title:opens")
    expect(page.get_by_role("main").get_by_role("link", name="Lisbon harbour reopens")).to_have_count(0)
