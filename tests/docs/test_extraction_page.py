"""The page of the extractor names every package and every lexicon of it, and only files that are there."""

import re

from tests.conftest import ROOT

EXTRACTION = ROOT / "articles" / "extraction"
PATH = re.compile(r"`((?:[a-z_]+/)*[a-zA-Z_]+\.(?:py|tsv|txt|md|toml))`")


def page() -> str:
    return (ROOT / "docs" / "extraction.md").read_text(encoding="utf-8")


def test_every_package_is_described():
    packages = {file.parent.name for file in EXTRACTION.glob("*/__init__.py")}
    assert {package for package in packages if f"`{package}/`" not in page()} == set()


def lexicons():
    found = [file for file in (EXTRACTION / "data").rglob("*") if file.is_file()]
    assert found
    return found


def test_every_lexicon_is_listed():
    assert {file.name for file in lexicons() if f"`{file.name}`" not in page()} == set()


def test_every_file_named_is_there():
    named = set(PATH.findall(page()))
    inside = [EXTRACTION, ROOT / "tests" / "articles" / "extraction"]
    there = {name for name in named if (ROOT / name).exists() or any(any(one.glob(f"**/{name}")) for one in inside)}
    assert named
    assert named - there == set()
