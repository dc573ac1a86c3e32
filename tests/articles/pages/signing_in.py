"""Signing in from the page that a form led to, as a browser does: with all that its form holds."""

import re
from html import unescape
from typing import Any

HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')
WHO = {"username": "edith", "password": "a long enough password"}


def hidden(page: Any) -> dict[str, str]:
    """Return the hidden fields of a page's form for signing in."""
    form = page.content.decode().partition('action="/sign-in/"')[2].partition("</form>")[0]
    return {name: unescape(value) for name, value in HIDDEN.findall(form)}


def sign_in_from(client: Any, page: Any, **changed: str) -> Any:
    """Sign in as the editor from such a page, and return the answer."""
    return client.post("/sign-in/", WHO | hidden(page) | changed)
