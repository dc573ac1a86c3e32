"""Words and their places: what nobody sees divides no word, and blanks of any width are one blank."""

import pytest

from articles.extraction import extract
from articles.extraction.findings import Passage
from articles.extraction.text.tokens import tokenise

SAID = "“It floats,” said Jane Keller. Keller warned that China would pay."


@pytest.mark.parametrize(
    ("text", "words", "places"),
    [
        ("Kel\u00adler", ["Keller"], [(0, 7)]),
        ("Kel\u200b\u200bler\u200b went", ["Keller", "went"], [(0, 8), (10, 14)]),
        ("\ufeffKeller", ["Keller"], [(1, 7)]),
        ("Jose\u0301 went", ["Jose\u0301", "went"], [(0, 5), (6, 10)]),
    ],
)
def test_what_nobody_sees_is_no_letter_and_divides_no_word(text, words, places):
    found = tokenise(text)
    assert [word.text for word in found.words] == words
    assert list(zip(found.starts, found.ends, strict=True)) == places


@pytest.mark.parametrize("blank", ["  ", "\t", "\u00a0", "\u2009", "\u202f", "\u3000"])
def test_any_blank_is_a_blank(blank):
    text = SAID.replace(" ", blank)
    found = extract([Passage(text)])
    assert [len(person.mentions) for person in found.people] == [2]
    assert [country.code for country in found.countries] == ["CN"]
    assert [quotation.speakers[0].span.of([Passage(text)]) for quotation in found.quotations] == [
        f"Jane{blank}Keller",
        "Keller",
    ]


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u200d", "\u2060"])
def test_unseen_letters_hide_no_country_and_no_person(unseen):
    text = SAID.replace("China", f"Chi{unseen}na").replace("Keller", f"Kel{unseen}ler")
    found = extract([Passage(text)])
    assert [len(person.mentions) for person in found.people] == [2]
    assert [country.mention.of([Passage(text)]) for country in found.countries] == [f"Chi{unseen}na"]


def test_a_line_break_stays_in_the_gap():
    assert tokenise("one \n\u200b two,\u00a0\u00a0three").gaps == ["", " \n ", ", "]
