"""What a first visit downloads: style sheets and fonts within their limits, each font with its licence beside it."""

import gzip
import re

import pytest
import tinycss2

from tests.conftest import ROOT
from tests.look.linked_sheets import linked, pages
from tests.look.style_sheets import CSS, rules, sheets

FONTS = ROOT / "static" / "fonts"
MOST_CSS = 26_000  # bytes, compressed
MOST_FONTS = 240_000  # bytes
PRELOADED = re.compile(r"""<link rel="preload" href="\{% static 'fonts/([^']+)' %\}" as="font" [^>]*crossorigin>""")
FILE = re.compile(r"""url\("\.\./\.\./fonts/([^"]+)"\)""")


def faces() -> list[dict[str, str]]:
    """The faces that come from a file, each with what it declares."""
    every = rules([CSS / "foundation" / "fonts.css"])
    found = [{one.lower_name: tinycss2.serialize(one.value).strip() for one in rule.declarations} for rule in every]
    return [face for face in found if FILE.search(face["src"])]


def file_of(face: dict[str, str]) -> str:
    return FILE.search(face["src"])[1]


def has_small_a(face: dict[str, str]) -> bool:
    ranges = (one.strip().upper().removeprefix("U+").split("-") for one in face["unicode-range"].split(","))
    return any(int(first, 16) <= ord("a") <= int(last[0] if last else first, 16) for first, *last in ranges)


def first_visit() -> set[str]:
    """The files that any English page needs: upright letters of Latin, and what is preloaded."""
    upright = {file_of(face) for face in faces() if face["font-style"] == "normal" and has_small_a(face)}
    return upright | set(PRELOADED.findall((ROOT / "templates" / "_styles.html").read_text(encoding="utf-8")))


def test_all_style_sheets_together_are_small():
    assert 0 < len(gzip.compress(b"".join(path.read_bytes() for path in sheets()), mtime=0)) <= MOST_CSS


@pytest.mark.parametrize("page", pages())
def test_the_sheets_of_a_page_are_small_one_by_one_too(page):
    sent = [gzip.compress((CSS / link).read_bytes(), mtime=0) for link in linked(page)]
    assert 0 < sum(map(len, sent)) <= MOST_CSS


def test_the_fonts_of_a_first_visit_are_small():
    assert len(first_visit()) == 2
    assert sum((FONTS / name).stat().st_size for name in first_visit()) <= MOST_FONTS


def test_every_font_is_used_and_every_face_has_its_file():
    assert sorted(map(file_of, faces())) == sorted(path.name for path in FONTS.glob("*.woff2"))


def test_faces_swap_and_have_fallbacks_of_their_measures():
    assert {face["font-display"] for face in faces()} == {"swap"}
    every = rules([CSS / "foundation" / "fonts.css"])
    measured = [{one.lower_name for one in rule.declarations} for rule in every if "local(" in str(rule.declarations)]
    assert all({"size-adjust", "ascent-override", "descent-override"} <= names for names in measured)


def test_every_font_has_its_licence_beside_it():
    beside = FONTS.glob("OFL-*.txt")
    licences = {path.stem.removeprefix("OFL-").lower(): path.read_text(encoding="utf-8") for path in beside}
    assert all("SIL OPEN FONT LICENSE Version 1.1" in text for text in licences.values())
    for path in FONTS.glob("*.woff2"):
        assert [family for family in licences if path.stem.replace("-", "").startswith(family)], path.name
