"""The classes that templates, template tags and scripts write into pages.

A class whose end is only known when the page is made is a pattern: `said-{{ size }}` is `said-*`. One whose ends are
branches of an {% if %} is all of them.
"""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from tests.conftest import ROOT

COMMENT = re.compile(r"\{#.*?#\}|\{% comment %\}.*?\{% endcomment %\}", re.DOTALL)
VALUE = re.compile(r"\{\{.*?\}\}")
TAG = re.compile(r"\{%.*?%\}")
BRANCHES = re.compile(r"([\w-]+-)\{% if [^%]*%\}([\w-]+(?:\{% el(?:if [^%]*|se )%\}[\w-]+)+)\{% endif %\}")
FIELD = re.compile(r"\{[^{}]*\}")  # of a Python format
ATTRIBUTE = re.compile(r"""\bclass=(["'])(.*?)\1""", re.DOTALL)
SCRIPTED = re.compile(r"""(?:\bclassName\s*[:=]+\s*|\bclassList\.\w+\()["'`]([^"'`]*)["'`]""")
CODE = ("articles", "search", "desk", "newsroom")


def written_classes() -> dict[str, str]:
    """Return every class or pattern that is written, and a file that writes it."""
    found: dict[str, str] = {}
    for path in _files():
        for name in names_in(path.read_text(encoding="utf-8"), path.suffix):
            found.setdefault(name, path.relative_to(ROOT).as_posix())
    return found


def _files() -> Iterator[Path]:
    yield from sorted((ROOT / "templates").rglob("*.html"))
    yield from sorted((ROOT / "static" / "js").rglob("*.js"))
    for folder in CODE:
        yield from sorted((ROOT / folder).rglob("*.py"))


def names_in(text: str, suffix: str = ".html") -> Iterator[str]:
    """Yield the classes that a template (.html), a script (.js) or Python (.py) writes."""
    values = SCRIPTED.findall(text) if suffix == ".js" else []
    plain = _plain_template(text) if suffix == ".html" else FIELD.sub("*", text)
    values += [value for _, value in ATTRIBUTE.findall(plain)]
    yield from (name for value in values for name in value.split() if name.strip("*"))


def _plain_template(text: str) -> str:
    """Return a template without its tags, and with `*` where it writes a value."""
    return TAG.sub(" ", VALUE.sub("*", BRANCHES.sub(_all_ends, COMMENT.sub("", text))))


def _all_ends(match: re.Match[str]) -> str:
    return " ".join(match[1] + end for end in TAG.split(match[2]))


def is_written(name: str, written: dict[str, str]) -> bool:
    return name in written or any("*" in pattern and fnmatchcase(name, pattern) for pattern in written)
