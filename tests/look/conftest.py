"""What the checks of the look read."""

import re

import pytest

from tests.conftest import ROOT

LINK = re.compile(r"""<link rel="stylesheet" href="\{% static 'css/([^']+)' %\}">""")


@pytest.fixture(scope="session")
def links() -> list[str]:
    """The style sheets that templates link: all pages those of _styles.html, one by one."""
    templates = sorted((ROOT / "templates").rglob("*.html"))
    return [link for path in templates for link in LINK.findall(path.read_text(encoding="utf-8"))]
