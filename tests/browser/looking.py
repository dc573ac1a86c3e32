"""What axe finds wrong with a page as it stands, in the light and in the dark, and whether it is too wide."""

from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": RULES, "resultTypes": ["violations"]}  # to write down what is in order takes as long as to look
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


FLOATING = (".masthead-menu", ".opened-all")  # folds that lie over the page when they are open: seen by themselves


def violations(page: Page, within: str | None = None) -> list[str]:
    """Name the rules that a page, or what lies within an element of it, breaks, each with the element that does."""
    found = Axe().run(page, context=within, options=OPTIONS).response["violations"]
    return [f"{one['id']}: {node['html'][:150]}" for one in found for node in one["nodes"]]


def what_is_wrong(page: Page) -> list[str]:
    """Unfold all of the page that a tab shows, and name what is wrong with it."""
    floating = ", ".join(FLOATING)
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")  # or a bar half covers what is below
    page.evaluate(f"document.querySelectorAll('details:not({floating})').forEach(one => one.open = true)")
    page.evaluate("document.querySelectorAll('[popovertarget]').forEach(one => one.checkVisibility() && one.click())")
    wrong = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # or a colour is seen on its way
        wrong += [f"{scheme}: {violation}" for violation in [*violations(page), *_floating_violations(page)]]
    width, wide = page.evaluate("[innerWidth, document.documentElement.scrollWidth]")
    return [*wrong, f"{wide} px wide in a window of {width}"] if wide > width else wrong


def _floating_violations(page: Page) -> list[str]:
    """Unfold what lies over the page, where it is shown, one after the other, and look at it alone."""
    found = []
    for fold in FLOATING:
        if page.locator(fold).is_visible():
            page.locator(fold).evaluate("one => one.open = true")
            found += violations(page, fold)
            page.locator(fold).evaluate("one => one.open = false")
    return found
