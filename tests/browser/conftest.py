"""A real Chromium, driven by Playwright; where there is none the tests are skipped, except in CI, where they fail."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole session."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium:
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing: .ci/run installs it, and CI does not go without its browser tests")
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser, live_server) -> Iterator[Page]:
    """A desktop-sized tab at the test's own server; an error in the page's console fails the test."""
    context = browser.new_context(viewport=DESKTOP, base_url=live_server.url)
    tab = context.new_page()
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield tab
    context.close()
    assert not errors


@pytest.fixture
def phone(browser: Browser, live_server) -> Iterator[Page]:
    """A phone-sized tab."""
    context = browser.new_context(viewport=PHONE, base_url=live_server.url, device_scale_factor=2, has_touch=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def plain(browser: Browser, live_server) -> Iterator[Page]:
    """A tab without JavaScript."""
    context = browser.new_context(viewport=DESKTOP, base_url=live_server.url, java_script_enabled=False)
    yield context.new_page()
    context.close()
