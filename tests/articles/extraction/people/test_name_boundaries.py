"""Spans of names cut to the name alone, or left out."""

import pytest

from articles.extraction.findings import Passage
from articles.extraction.people.name_boundaries import correct_boundaries
from articles.extraction.recognisers import NameSpan
from articles.extraction.text.analysis import analyse


def tidy(text: str, *names: str, confidence: float = 0.7) -> list[str]:
    article = analyse([Passage(text)])
    (paragraph,) = article.paragraphs
    spans = []
    for name in names:
        start = paragraph.text.index(name)
        inside = [n for n, begin in enumerate(paragraph.starts) if start <= begin < start + len(name)]
        spans.append(NameSpan(0, inside[0], inside[-1] + 1, confidence))
    return [
        paragraph.text[paragraph.starts[s.first] : paragraph.ends[s.last - 1]]
        for s in correct_boundaries(article, spans)
    ]


@pytest.mark.parametrize(
    ("text", "name", "kept"),
    [
        ("Then Mr. Holm left.", "Mr. Holm", ["Holm"]),
        ("Then Dr. Ida Holm left.", "Dr. Ida Holm", ["Ida Holm"]),
        ("Senator Ida Holm, R-Ohio, left.", "R-Ohio", []),
        ("Later II came.", "II", []),
        ("“Order,” said Madam Deputy Speaker.", "Speaker", []),
        ("Then Mr. Bishop left.", "Bishop", ["Bishop"]),
        ("Then Auntie spoke.", "Auntie", []),
        ("Then Auntie Brandvold spoke.", "Auntie Brandvold", ["Brandvold"]),
        ("Then Ida Holm MLA spoke.", "Ida Holm MLA", ["Ida Holm"]),
        ("Then Rt Hon Sir Karl Lund KC MP spoke.", "Rt Hon Sir Karl Lund KC MP", ["Karl Lund"]),
        ("The MLA spoke.", "MLA", []),
        ("LOS ANGELES (NW) - It rained.", "LOS ANGELES", []),
        ("He flew from Karl Lund Airport.", "Karl Lund", []),
        ("Analysts at Goldman Sachs agreed.", "Goldman Sachs", []),
        ("Then Sierra Leone agreed.", "Sierra Leone", []),
        ("Then Mr. Leone agreed.", "Mr. Leone", ["Leone"]),
    ],
)
def test_what_is_kept_of_a_place(text, name, kept):
    assert tidy(text, name) == kept


def test_who_is_surely_a_person_may_stand_before_a_thing():
    assert tidy("Read Karl Lund Book Two.", "Karl Lund", confidence=0.99) == ["Karl Lund"]


def test_a_word_too_many_is_cut_where_the_article_has_the_name_without_it():
    assert (
        tidy("Hold Maria Keller. Then Maria Keller left.", "Hold Maria Keller", "Maria Keller") == ["Maria Keller"] * 2
    )


def test_a_surname_that_also_stands_alone_is_no_stranger():
    article = analyse([Passage("Jean Karl Orlac spoke. Jean Karl left. Orlac stayed.")])
    spans = [NameSpan(0, 0, 3, 0.7), NameSpan(0, 4, 6, 0.7), NameSpan(0, 7, 8, 0.7)]
    assert correct_boundaries(article, spans) == spans
