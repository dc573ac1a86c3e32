"""The normal form of names: what counts in a name and what does not."""

import pytest

from articles.names.normalise import normalise, unaccented


@pytest.mark.parametrize(
    ("name", "normal"),
    [
        ("Amara OKAFOR", "amara okafor"),
        ("Dvořák", "dvorak"),
        ("J.K.  Vale", "jk vale"),
        ("Kim Jong‑un", "kim jong un"),
        ("Jean–Luc", "jean luc"),
        ("O’Brien", "obrien"),
        ("Weiß", "weiss"),
        ("İnönü", "inonu"),
        ("Müller", "muller"),
        ("李娜", "李娜"),
        ("…", ""),
    ],
)
def test_a_name_in_its_normal_form(name, normal):
    assert normalise(name) == normal
    assert normalise(normal) == normal


def test_accents_are_taken_off_and_the_case_stays():
    assert unaccented("Yaoundé") == "Yaounde"
    assert unaccented("Jürgen Dvořák") == "Jurgen Dvorak"
