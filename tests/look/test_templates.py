"""Templates that say what they mean: comments that are none on the page, nothing inline."""

import re

from tests.conftest import ROOT

TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
INLINE = re.compile(r"""<style\b|\sstyle=|\son[a-z]+=["']|<script(?![^>]*\bsrc=)""")


def unclosed(text: str) -> list[str]:
    """Return the lines with a comment that does not end on its line: Django shows such a one to readers."""
    return [line for line in text.splitlines() if "{#" in line and "#}" not in line.rpartition("{#")[2]]


def test_the_check_finds_what_it_looks_for():
    assert unclosed("{# well #}\n{# not\nwell #}") == ["{# not"]
    assert INLINE.search('<p style="x">')
    assert INLINE.search("<script>")
    assert not INLINE.search('<script src="x" defer></script>')


def test_every_comment_ends_on_its_line():
    assert {path.name: unclosed(text) for path in TEMPLATES if unclosed(text := path.read_text(encoding="utf-8"))} == {}


def test_nothing_is_inline():
    assert [path.name for path in TEMPLATES if INLINE.search(path.read_text(encoding="utf-8"))] == []
