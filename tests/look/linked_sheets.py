"""The style sheets that a page links, and the classes that it writes without one for them."""

import re

from tests.conftest import ROOT
from tests.look.style_sheets import CSS, classes, name_of, rules, sheets
from tests.look.written_classes import names_in

TEMPLATES = ROOT / "templates"
LINK = re.compile(r"""<link rel="stylesheet" href="\{% static 'css/([^']+)' %\}">""")
TEMPLATE = re.compile(r'"([\w/]+\.html)"')
PARENT = re.compile(r'{% extends "([^"]+)" %}')


def pages() -> list[str]:
    """Return the templates that are pages."""
    every = sorted(TEMPLATES.rglob("*.html"))
    return [path.relative_to(TEMPLATES).as_posix() for path in every if PARENT.search(path.read_text("utf-8"))]


def linked(template: str) -> list[str]:
    """Return the sheets that a template and those which it extends link, as names under static/css."""
    text = (TEMPLATES / template).read_text("utf-8")
    parent = PARENT.search(text)
    above = linked(parent[1]) if parent else LINK.findall((TEMPLATES / "_styles.html").read_text("utf-8"))
    return above + LINK.findall(text)


def bare(page: str) -> set[str]:
    """Return the classes that a page, or what it includes, writes, and that only sheets which it does not link know."""
    known = {name for path in sheets() if name_of(path) in linked(page) for name in _of(path)}
    elsewhere = {name for path in (CSS / "pages").glob("*.css") for name in _of(path)}
    return (_written(page, set()) & elsewhere) - known


def _of(path) -> set[str]:
    return {name for rule in rules([path]) for name in classes(rule)}


def _written(template: str, seen: set[str]) -> set[str]:
    """Return the classes that a template and what it includes write whole; those that a value ends are left out."""
    seen.add(template)
    text = (TEMPLATES / template).read_text("utf-8")
    names = {name for name in names_in(text) if "*" not in name}
    for included in TEMPLATE.findall(text):
        if included not in seen and (TEMPLATES / included).exists():
            names |= _written(included, seen)
    return names
