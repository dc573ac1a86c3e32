"""Names with a slip of the hand, and names with what nobody sees."""

import pytest

from articles.names.slips import slips_between
from articles.names.visible import visible


@pytest.mark.parametrize(
    ("typed", "known", "slips"),
    [
        ("Emanuel Macrn", "Emmanuel Macron", 2),
        ("macrn", "Emmanuel Macron", 1),
        ("Macron Emmanuel", "Emmanuel Macron", 0),
        ("Tom Ried", "Tom Reed", 1),
        ("Muler", "Robert Müller", 1),
        ("Ann Leo", "Ann Lee", None),
        ("Emanul Macrn", "Emmanuel Macron", None),
        ("Tom Tom", "Tom Reed", None),
        ("", "Tom Reed", None),
        ("Mara Quill Reed", "Mara Quill", None),
    ],
)
def test_slips_are_counted_word_by_word(typed, known, slips):
    assert slips_between(typed, known) == slips


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("Mara\u200b Qu\u00adill", "Mara Quill"),
        ("\u202elliuQ araM\u202c", "lliuQ araM"),
        ("\u2066\ufeff\u200d", ""),
        ("  Mara \n Quill ", "Mara Quill"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("Ma\u200cra", "Mara"),
        ("Łukasz Ødegård", "Łukasz Ødegård"),
    ],
)
def test_nothing_unseen_is_left_in_a_name(typed, seen):
    assert visible(typed) == seen
