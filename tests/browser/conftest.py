"""A real Chromium, driven by Playwright; where there is none the tests are skipped, except in CI, where they fail."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.patience import PATIENCE

DESKTOP = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "has_touch": True}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
WAITS = PATIENCE * 1000  # milliseconds
expect.set_options(timeout=WAITS)


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
        running = playwright.chromium.launch(executable_path=chromium, args=FLAGS, timeout=WAITS)
        yield running
        running.close()


@contextmanager
def new_tab(browser: Browser, server: str, **device: Any) -> Iterator[Page]:
    """Open a tab of a device of its own, which knows no cookies of others; an error of a script fails the test."""
    context = browser.new_context(base_url=server, **device)
    context.set_default_timeout(WAITS)
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    yield context.new_page()
    context.close()
    assert not errors


@pytest.fixture
def server(live_server) -> str:
    """The address of the test's own server."""
    return live_server.url


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    """A desktop-sized tab; whatever the page's console calls an error fails the test."""
    with new_tab(browser, server, **DESKTOP) as tab:
        errors: list[str] = []
        tab.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        yield tab
        assert not errors


@pytest.fixture
def phone(browser: Browser, server: str) -> Iterator[Page]:
    """A phone-sized tab."""
    with new_tab(browser, server, **PHONE) as tab:
        yield tab


@pytest.fixture
def plain(browser: Browser, server: str) -> Iterator[Page]:
    """A tab without JavaScript."""
    with new_tab(browser, server, **DESKTOP, java_script_enabled=False) as tab:
        yield tab
