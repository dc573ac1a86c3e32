"""Names that a recogniser cut are whole again: given names before, surnames behind, places it overlooked."""

import pytest

from articles.extraction.findings import Passage
from articles.extraction.people.cut_names import with_whole_names
from articles.extraction.recognisers import NameSpan
from articles.extraction.text.analysis import analyse


def whole(text: str, *names: str) -> list[str]:
    article = analyse([Passage(text)])
    (paragraph,) = article.paragraphs
    texts = [word.text for word in paragraph.words]
    spans = []
    for name in names:
        first, size = texts.index(name.split()[0]), len(name.split())
        spans.append(NameSpan(0, first, first + size, 0.7))
    return [" ".join(texts[span.first : span.last]) for span in with_whole_names(article, spans)]


@pytest.mark.parametrize(
    ("text", "found", "names"),
    [
        ("Then Sen. Dean Brandvold left.", "Brandvold", ["Dean Brandvold"]),
        ("Then Gov. Earl Karl Brandvold left.", "Karl Brandvold", ["Earl Karl Brandvold"]),
        ("Then Dean Brandvold left.", "Brandvold", ["Brandvold"]),
        ("Then manager Graeme Brandvold left.", "Graeme", ["Graeme Brandvold"]),
        ("Then Graeme Tuesday left.", "Graeme", ["Graeme"]),
        ("Then Graeme's Brandvold left.", "Graeme", ["Graeme"]),
        ("Critics of Anna, Graeme Serving at Court", "Graeme", ["Graeme"]),
        ("The Graeme Brandvold-made film ran.", "Graeme", ["Graeme"]),
        ("Then Graeme Norway left.", "Graeme", ["Graeme"]),
    ],
)
def test_a_name_takes_in_the_words_beside_it_that_are_part_of_it(text, found, names):
    assert whole(text, found) == names


def test_a_surname_found_alone_is_found_behind_its_given_name_too():
    assert whole("Brandvold left. Later Anna Brandvold came back.", "Brandvold") == ["Brandvold", "Anna Brandvold"]


def test_a_surname_that_was_found_in_full_is_looked_for_no_more():
    assert whole("Ida Brandvold left. Later Anna Brandvold came back.", "Ida Brandvold") == ["Ida Brandvold"]


def test_no_word_is_part_of_two_names():
    text = "Brandvold left, and then manager Graeme Brandvold came back."
    assert whole(text, "Brandvold", "Graeme") == ["Brandvold", "Graeme Brandvold"]
