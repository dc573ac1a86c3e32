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
        ("Then CNR Ida Holm spoke.", "CNR Ida Holm", ["Ida Holm"]),
        ("Then Ida Holm CNR spoke.", "Ida Holm CNR", ["Ida Holm"]),
        ("Then JD Holm spoke.", "JD Holm", ["JD Holm"]),
        ("Then Ohio Gov. Ida Holm spoke.", "Ohio Gov. Ida Holm", ["Ida Holm"]),
        ("Then Oilworks CEO Ida Holm spoke.", "Oilworks CEO Ida Holm", ["Ida Holm"]),
        ("Then-speaker Ida Holm spoke.", "Then-speaker Ida Holm", ["Ida Holm"]),
        ("The Oslo-born Holm spoke.", "Oslo-born Holm", ["Holm"]),
        ("Then Ida Earl Holm spoke.", "Ida Earl Holm", ["Ida Earl Holm"]),
        ("Then Hurricane Ida passed, and Ida was gone.", "Ida", []),
        ("Then BoatNet spoke.", "BoatNet", []),
        ("Then VanHolm and McHolm spoke.", "VanHolm", ["VanHolm"]),
        ("Then Holm Holm spoke.", "Holm Holm", ["Holm"]),
        ("The USS Karl Lund sank.", "USS Karl Lund", []),
        ("Then CNR spoke.", "CNR", []),
        ("Then LEE spoke.", "LEE", ["LEE"]),
        ("Then HolmCNR spoke.", "HolmCNR", []),
        ("Then @holm spoke.", "holm", []),
        ("In Lansing, Mich., it rained.", "Mich", []),
        ("There he stood.", "There", []),
        ("Less is known.", "Less", []),
        ("Hasty was he, and hasty he left.", "Hasty", []),
        ("Then Hasty spoke, and hasty he left.", "Hasty", ["Hasty"]),
        ("Then Renault grew.", "Renault", []),
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


def test_a_firm_or_office_in_a_full_name_is_somebody():
    assert tidy("Louis Renault spoke. Renault left.", "Louis Renault", "Renault") == ["Louis Renault", "Renault"]
    assert tidy("Tom Speaker spoke. Then Speaker left.", "Tom Speaker", "Speaker") == ["Tom Speaker", "Speaker"]
