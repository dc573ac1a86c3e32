"""Training articles with other names, and as headlines."""

import pytest

from articles.extraction.training.augmentation import as_headlines, replace_names

TEXT = "Peter Novak met Maria Keller. Novak left. Maria stayed with J. van der Berg. ANNA HOLM WINS."
NAMES = [(0, 11), (16, 28), (30, 35), (42, 47), (60, 75), (77, 86)]


@pytest.fixture(params=range(8))
def other(request):
    text, names = replace_names(TEXT, NAMES, str(request.param))
    return text, [text[start:end] for start, end in names]


def test_what_stands_around_the_names_stays(other):
    text, names = other
    for name in names:
        text = text.replace(name, "X", 1)
    assert text == "X met X. X left. X stayed with X. X WINS."


def test_one_word_becomes_the_same_word_everywhere(other):
    _, (novak, keller, surname, given, *_) = other
    assert surname in novak.split()
    assert given in keller.split()


def test_initials_and_particles_stay(other):
    assert other[1][4].startswith("J. van der ")


def test_the_same_seed_gives_the_same_names():
    assert replace_names(TEXT, NAMES, "1") == replace_names(TEXT, NAMES, "1")


def test_headlines_keep_the_places_of_names():
    text, names = as_headlines("nobody here\nthen Peter Novak spoke\nthen Maria Keller spoke", [(17, 28), (40, 52)])
    assert text == "THEN PETER NOVAK SPOKE\nThen Maria Keller Spoke"
    assert [text[start:end] for start, end in names] == ["PETER NOVAK", "Maria Keller"]
