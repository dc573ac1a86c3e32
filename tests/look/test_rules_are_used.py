"""No rule without a page that uses it, and no class without a rule."""

import re
from fnmatch import fnmatchcase

import pytest

from tests.conftest import ROOT
from tests.look.linked_sheets import bare, linked, pages
from tests.look.style_sheets import classes, name_of, rules, rules_of, sheets
from tests.look.written_classes import is_written, names_in, written_classes

WRITTEN_BY_LIBRARIES = {
    "errorlist": "Django’s list of what is wrong with a field",
    "htmx-request": "htmx, on what waits for an answer",
}
READ_BY_OTHERS = {"Z3988"}  # the class of COinS, by which Zotero knows them; it has no look
WRITTEN_BY_CODE = {  # classes that are words of the code, and where
    "country": "articles/templatetags/marks.py",
    "evidence-asked": "articles/pages/passages.py",
    "evidence-candidate": "articles/pages/passages.py",
    "evidence-cue": "articles/pages/passages.py",
    "first": "articles/templatetags/marks.py",
    "hit": "search/templatetags/hits.py",
    "indirect": "articles/models/quotation.py",
    "person": "articles/templatetags/marks.py",
    "quotation": "articles/templatetags/marks.py",
}


def test_every_class_that_is_styled_is_written_somewhere():
    written = written_classes() | WRITTEN_BY_LIBRARIES | WRITTEN_BY_CODE
    unused = {name: rule.where for rule in rules(sheets()) for name in classes(rule) if not is_written(name, written)}
    assert unused == {}


def test_every_class_that_is_written_has_a_rule():
    styled = {name for rule in rules(sheets()) for name in classes(rule)}
    written = {name: path for name, path in written_classes().items() if name not in READ_BY_OTHERS}
    bare = {name: path for name, path in written.items() if not any(fnmatchcase(one, name) for one in styled)}
    assert bare == {}


@pytest.mark.parametrize(("name", "path"), WRITTEN_BY_CODE.items())
def test_what_code_is_said_to_write_stands_in_it(name, path):
    assert re.search(rf"""["' ]{name}\b""", (ROOT / path).read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", pages())
def test_a_page_links_the_sheets_whose_classes_it_has_and_each_once(page):
    assert bare(page) == set()
    assert len(set(linked(page))) == len(linked(page))


def test_every_sheet_is_linked_and_every_link_leads_to_one():
    assert sorted({link for page in pages() for link in linked(page)}) == [name_of(path) for path in sheets()]


SIZED = """<p class="said said-{{ size|default:"m" }}{% if x == "y" %} said-stack{% endif %}">"""
SCRIPT = """make({ className: "combobox open" }); one.classList.toggle("bar-drawn", yes); two.className = "x";"""


@pytest.mark.parametrize(
    ("text", "suffix", "names"),
    [
        ('<p class="a b-c">', ".html", ["a", "b-c"]),
        (SIZED, ".html", ["said", "said-*", "said-stack"]),
        ('<b class="a-{% if x %}b{% elif y %}d{% else %}e-f{% endif %} g">', ".html", ["a-b", "a-d", "a-e-f", "g"]),
        ('{# <p class="a"> #}<p class="{{ all }}">{% comment %}<p class="b">{% endcomment %}', ".html", []),
        ("ROW = '<tr class=\"row{state} cell-{n}\">'", ".py", ["row*", "cell-*"]),
        (SCRIPT, ".js", ["combobox", "open", "bar-drawn", "x"]),
    ],
)
def test_classes_are_found_where_they_are_written(text, suffix, names):
    assert list(names_in(text, suffix)) == names


def test_a_pattern_stands_for_what_it_begins():
    assert is_written("said-xl", {"said-*": ""})
    assert not is_written("said", {"said-*": ""})


def test_classes_are_found_where_they_are_selected():
    sheet = "@layer x { a:has(> .b):is(.c, :not(.d-e)) { &.f { top: 0.5em } } } .g::after { content: '.h' }"
    assert [classes(rule) for rule in rules_of(sheet)] == [{"b", "c", "d-e"}, {"f"}, {"g"}]
