"""The contrast that tokens.css says beside its colours is the one that they have, and enough to read and to see."""

import pytest

from tests.look.contrast import Said, colours, commented_tokens, contrast, read_comment, said

SILENT = {"--paper", "--sheet", "--sunk", "--rule", "--rule-ink", "--shade"}  # grounds and ornaments
SEEN = {"--field", "--words-line"}  # borders and bars: never text
LEAST = {"text": 4.5, "seen": 3.0}  # WCAG 2.2, 1.4.3 and 1.4.11, level AA


@pytest.mark.parametrize("one", said(), ids=lambda one: f"{one.scheme} {one.colour} on {one.ground}")
def test_a_figure_is_the_contrast_there_is_and_enough(one):
    scheme = colours()[one.scheme]
    measured = contrast(scheme[one.colour], scheme[one.ground])
    assert round(measured, 1) == one.figure
    assert measured >= LEAST["seen" if one.colour in SEEN else "text"]


def test_every_colour_says_its_contrast_in_both_schemes():
    silent = {
        (scheme, name) for scheme, name, _, comment in commented_tokens() if not [*read_comment(scheme, name, comment)]
    }
    assert {(scheme, name) for scheme, name in silent if name not in SILENT} == set()
    light, dark = ({name for scheme, name, *_ in commented_tokens() if scheme == which} for which in ("light", "dark"))
    assert light == dark


@pytest.mark.parametrize(("one", "other", "ratio"), [("#000", "#fff", 21), ("#fff", "#fff", 1), ("#777", "#fff", 4.48)])
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


def test_comments_are_read():
    assert [*read_comment("light", "--a", "6.9 / 7.2, borders")] == [
        Said("light", "--a", "--paper", 6.9),
        Said("light", "--a", "--sheet", 7.2),
    ]
    assert [*read_comment("dark", "--b", "ink on it 13.3: grey")] == [Said("dark", "--ink", "--b", 13.3)]
    assert [*read_comment("dark", "--c", "an ornament of 1.2")] == []
