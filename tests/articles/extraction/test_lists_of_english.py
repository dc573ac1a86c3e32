"""The lists of English explain themselves: who adds a language writes the same kinds in words of that language."""

import re

import pytest

from articles.extraction import lexicons
from articles.extraction.lexicons import DATA, ENGLISH, kinds_in
from tests.conftest import ROOT

OF_KINDS = (
    "clauses", "cues", "grammar", "marked", "organisations", "patterns", "person_signs", "pronouns", "roles",
    "set_phrases", "subjects", "surroundings", "verbs", "word_classes",
)  # fmt: skip


def lines(name):
    return (DATA / ENGLISH / f"{name}.tsv").read_text(encoding="utf-8").splitlines()


def kinds(name):
    return {line.split("\t")[0] for line in lines(name) if line and not line.startswith("#")}


@pytest.mark.parametrize("name", OF_KINDS)
def test_every_kind_is_explained(name):
    explained = set(re.findall(r"\w+", " ".join(line for line in lines(name) if line.startswith("#"))))
    assert kinds(name) - explained == set()


def test_every_kind_is_asked_for():
    modules = (ROOT / "articles" / "extraction").rglob("*.py")
    asked = {word for module in modules for word in re.findall(r"[\"'](\w+)[\"']", module.read_text(encoding="utf-8"))}
    idle = {name: kinds(name) - asked for name in OF_KINDS}
    assert {name: few for name, few in idle.items() if few} == {}


def test_every_list_says_in_its_first_line_what_it_is():
    lists = [file for file in DATA.rglob("*.t*") if file.is_file()]
    assert lists
    assert [file.name for file in lists if not file.read_text(encoding="utf-8").startswith("# ")] == []


@pytest.mark.parametrize("divider", [None, "|"])
def test_a_kind_of_which_a_language_has_nothing_is_empty(tmp_path, monkeypatch, divider):
    (tmp_path / "some.tsv").write_text("# Some words.\nnegation\t\nand\tund\n", encoding="utf-8")
    monkeypatch.setattr(lexicons, "DATA", tmp_path)
    assert kinds_in.__wrapped__("some.tsv", divider) == {"negation": frozenset(), "and": {"und"}}
