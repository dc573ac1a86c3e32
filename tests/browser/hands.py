"""What people do by hand in more than one test: sign in, select words."""

from playwright.sync_api import Locator, Page

PASSWORD = "a long enough password"
SELECT = """(element, words) => {
    const text = element.firstChild;
    const start = text.data.indexOf(words);
    document.getSelection().setBaseAndExtent(text, start, text, start + words.length);
}"""


def sign_in(tab: Page, name: str = "edith") -> None:
    """Sign in on the page for it."""
    tab.goto("/sign-in/")
    tab.get_by_label("Name or e-mail address").fill(name)
    tab.get_by_label("Password").fill(PASSWORD)
    tab.get_by_role("button", name="Sign in").click()


def select(paragraph: Locator, words: str) -> None:
    """Select words of a paragraph in which nothing is marked."""
    paragraph.evaluate(SELECT, words)
