"""Two words that lost the blank between them are two where both halves are known; places stay those of the text."""

import pytest

from articles.extraction import extract
from articles.extraction.findings import Passage
from articles.extraction.text.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("she saidTuesday.", ["she", "said", "Tuesday"]),
        ("onThursday", ["on", "Thursday"]),
        ("Lund, andMaryland", ["Lund", "and", "Maryland"]),
        ("askedNovak’s aide", ["asked", "Novak", "aide"]),
        ("Anna BergerThe ferry", ["Anna", "Berger", "The", "ferry"]),
        ("NovakNovak: quays", ["Novak", "Novak", "quays"]),
    ],
)
def test_words_that_lost_their_blank_are_two(text, words):
    found = tokenise(text)
    assert [word.text for word in found.words] == words
    assert [text[start:end] for start, end in zip(found.starts, found.ends, strict=True)] == words


@pytest.mark.parametrize(
    "word",
    [
        "YouTube",
        "McDonald",
        "MacArthur",
        "iPhone",
        "eBay",
        "DeSantis",
        "deGrasse",
        "inBloom",
        "antiNovak",
        "unAmerican",
        "LinkedIn",
        "WordPress",
        "FedEx",
        "openNASA",
        "PaineWebber",
        "@BergerThe",
        "#andNovak",
        "LeeOn",
        "fromSoftware",
        "overDrive",
        "insideClimate",
        "viaSat",
        "underArmour",
        "neverNovak",
    ],
)
def test_a_word_with_a_capital_inside_stays_one(word):
    assert [found.text for found in tokenise(word).words] == [word.strip("@#")]


def test_a_name_glued_to_a_sentence_is_found_by_itself():
    text = "Mara Berger runs the quay, says Anna BergerThe ferries rest. Anna Berger left."
    names = {
        person.name: [text[span.start : span.end] for span in person.mentions]
        for person in extract([Passage(text)]).people
    }
    assert names["Anna Berger"] == ["Anna Berger", "Anna Berger"]
