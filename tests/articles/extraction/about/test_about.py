"""Of whom and what quotations speak: each way it is known, and what is not spoken of."""

import pytest

from articles.extraction import extract
from articles.extraction.findings import (
    EvidenceStep,
    FoundSubject,
    Passage,
    QuotationKind,
    SubjectWay,
)

CAST = "Karl Novak, the mayor of Lindau, met senator Anna Orlova and the writer Maria Keller on Monday. "


SAID = (QuotationKind.DIRECT, QuotationKind.MIXED)


def subjects(*texts: str, number: int = 0) -> dict[str, str]:
    """Return the subjects of one quotation of an article, by name or code, each with the way it is known."""
    said = [one for one in extract([Passage(text) for text in texts]).quotations if one.kind in SAID]
    return {subject.person or subject.country or "": subject.way.value for subject in said[number].about}


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("“Karl Novak built the bridge,” Anna Orlova said.", {"Karl Novak": "named"}),
        ("“Novak and Peru agree with Chile,” Anna Orlova said.", {"Karl Novak": "named", "PE": "named", "CL": "named"}),
        ("“The Peruvians will not pay for it,” Anna Orlova said.", {"PE": "named"}),
        ("“The bridge will be built,” Anna Orlova said.", {}),
        ("“I, Anna Orlova, will build it,” Anna Orlova said.", {"Anna Orlova": "named"}),
    ],
)
def test_who_is_named_within_the_words(text, about):
    assert subjects(CAST + text) == about


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Anna Orlova called Karl Novak a “genius of our time”.", {"Karl Novak": "beside"}),
        ("Anna Orlova called Novak’s plan “a very bad joke”.", {"Karl Novak": "beside"}),
        ("Orlova accused Novak of “lying to the people”.", {"Karl Novak": "beside"}),
        ("Orlova described Peru as “a friend of the valley”.", {"PE": "beside"}),
        ("Of Novak she said: “There is no better mayor.”", {"Karl Novak": "beside"}),
        ("Asked about Novak, Orlova said: “There is no better mayor.”", {"Karl Novak": "beside"}),
        ("“There is no better mayor,” Orlova said of Novak.", {"Karl Novak": "beside"}),
        ("“There is no better friend,” she said about Peru.", {"PE": "beside"}),
        ("“There is no better mayor,” said Orlova of Mayor Novak.", {"Karl Novak": "beside"}),
        ("On Peru, she said: “There is no better friend.”", {"PE": "beside"}),
        ("Orlova said that Novak was “a danger to the valley”.", {"Karl Novak": "beside"}),
        ("Orlova said Peru was “a danger to the valley”.", {"PE": "beside"}),
        ("Orlova told Keller that Novak was “a danger to the valley”.", {"Karl Novak": "beside"}),
        ("Peru’s plan is “a danger to the valley”, Orlova said.", {"PE": "beside"}),
        ("Orlova said she was “appalled and ashamed” by Novak’s plan.", {"Karl Novak": "beside"}),
    ],
)
def test_who_is_named_beside_the_words(text, about):
    assert subjects(CAST + text) == about


@pytest.mark.parametrize(
    "text",
    [
        "Orlova told Novak: “The bridge will be built.”",
        "Orlova asked Novak: “When will the bridge be built?”",
        "Orlova asked Novak if the bridge was “a very bad joke”.",
        "Orlova told Novak the bridge was “a very bad joke”.",
        "Orlova said in Lima that the bridge was “a very bad joke”.",
        "Orlova said in Peru the bridge was “a very bad joke”.",
        "“The bridge will be built,” said Orlova of the Peru Institute.",
        "“The bridge will be built,” said the author of the study, Karl Novak.",
        "Orlova said on the Keller show: “The bridge will be built.”",
        "According to a book written by Karl Novak, the bridge is “a very bad joke”.",
        "“The bridge will be built,” Orlova said, as Novak listened.",
        "Orlova, who met Novak, said: “The bridge will be built.”",
        "Novak said the bridge was “a very bad joke”.",
    ],
)
def test_who_is_not_spoken_of(text):
    assert subjects(CAST + text) == {}


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Novak opened the bridge. “He is a great mayor,” Orlova said.", {"Karl Novak": "pronoun"}),
        ("Orlova called Novak a friend. “He never lies,” she said.", {"Karl Novak": "pronoun"}),
        ("Orlova praised Novak and “his long fight for the bridge”.", {"Karl Novak": "beside"}),
        ("Novak praised Maria Keller. “I read her books twice,” he said.", {"Maria Keller": "pronoun"}),
        ("Keller listened. Novak spoke. “The mayor knows his valley,” Orlova said.", {"Karl Novak": "pronoun"}),
        ("Keller was there. “She writes well,” Orlova said.", {"Maria Keller": "pronoun"}),
    ],
)
def test_whom_a_pronoun_within_the_words_means(text, about):
    assert subjects(CAST + text) == about


@pytest.mark.parametrize(
    "text",
    [
        "“He or she will be elected,” Orlova said.",
        "“If somebody asks me, he gets an answer,” Orlova said.",
        "“A man came to me and he wept,” Orlova said.",
        "“My son says he wants to swim,” Orlova said.",
        "“We did it ourselves,” Orlova said.",
    ],
)
def test_a_pronoun_that_means_nobody_of_the_article(text):
    assert subjects(CAST + text) == {}


def test_a_pronoun_never_means_the_speaker():
    assert subjects("Karl Novak opened the bridge. “He will come again,” Novak said.") == {}


def test_a_pronoun_does_not_mean_who_is_told():
    text = "Peter Holm lost the vote. Anna Orlova told Karl Novak: “He will come again.”"
    assert subjects(text) == {"Peter Holm": "pronoun"}


def test_a_pronoun_means_the_same_in_words_that_go_on():
    text = CAST + "“Novak is tired,” Orlova said. “He wants to rest.”"
    assert [subjects(text, number=n) for n in (0, 1)] == [{"Karl Novak": "named"}, {"Karl Novak": "pronoun"}]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Peruvian President Rosa Quispe said: “Our country will not pay.”", {"PE": "home"}),
        ("Rosa Quispe, the foreign minister of Peru, said: “My country will not pay.”", {"PE": "home"}),
        ("Rosa Quispe, ambassador of Peru, said: “My country will not pay.”", {"PE": "home"}),
        ("Rosa Quispe, the Chilean ambassador to Peru, said: “Our country will not pay.”", {}),
        ("Rosa Quispe, a Peruvian painter, said: “Our country will not pay.”", {}),
        ("Peru said: “Our nation will not pay for the war.”", {"PE": "home"}),
        ("Peruvian President Rosa Quispe said: “This country will not pay.”", {}),
    ],
)
def test_our_country_is_the_speakers_where_they_speak_for_one(text, about):
    assert subjects(text) == about


def test_each_is_told_once_by_its_surest_sign():
    (quotation,) = extract([Passage("Anna Orlova said of Karl Novak: “Karl Novak lies, he always has.”")]).quotations
    assert [(one.person, one.way) for one in quotation.about] == [("Karl Novak", SubjectWay.NAMED)]


def test_the_evidence_says_why_and_where():
    passages = [Passage("Karl Novak opened the bridge."), Passage("“He is a great mayor,” Anna Orlova said.")]
    (quotation,) = extract(passages).quotations
    (link,) = quotation.about[0].evidence
    assert link.step == EvidenceStep.ABOUT
    assert link.sentence == "“He” within the words is Karl Novak, named one sentence before."
    assert link.span is not None
    assert link.span.of(passages) == "Karl Novak"


def test_words_over_two_paragraphs_speak_of_whom_both_name():
    texts = ("Anna Orlova said: “Karl Novak lies.", "“Peru will not pay for it.”")
    assert subjects(*texts) == {"Karl Novak": "named", "PE": "named"}


def test_a_term_speaks_of_nobody():
    (term,) = extract([Passage("They sold the “Peru” for little money.")]).quotations
    assert (term.kind, term.about) == (QuotationKind.TERM, ())


@pytest.mark.parametrize("who", [{}, {"person": "Karl Novak", "country": "PE"}])
def test_a_subject_is_a_person_or_a_country(who):
    with pytest.raises(ValueError, match="one at a time"):
        FoundSubject(SubjectWay.NAMED, **who)
