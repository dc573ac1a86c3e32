"""Articles in languages without rules: marked words are quotations of nobody known, countries are named, no more."""

import pytest

from articles.extraction import extract
from articles.extraction.findings import Passage, QuotationKind
from articles.paragraph_kinds import PassageKind
from tests.articles.extraction.languages.articles_of_languages import COUNTRIES, REPORTS


@pytest.fixture(scope="module", params=REPORTS)
def report(request):
    """A report of each language: its passages, its marked words and what is found."""
    text, marked = REPORTS[request.param]
    passages = [Passage(text)]
    return passages, marked, extract(passages)


def test_marked_words_are_a_quotation_without_a_speaker(report):
    passages, marked, found = report
    (quotation,) = found.quotations
    assert [span.of(passages) for span in quotation.spans] == [marked]
    assert (quotation.kind, quotation.speakers, quotation.about) == (QuotationKind.DIRECT, (), ())
    assert quotation.confidence < 0.5


def test_countries_are_found_by_their_names_in_the_language(report):
    assert [country.code for country in report[2].countries] == COUNTRIES


def test_nobody_is_invented(report):
    assert report[2].people == ()


def test_headings_of_a_german_article_are_nobody():
    texts = [
        "Die Wahlen",
        "Im Fall der Akten",
        REPORTS["de"][0],
        "Wie es weitergeht",
        "Die Partei will am Freitag beraten",
    ]
    assert extract([Passage(text) for text in texts]).people == ()


def test_words_and_countries_of_a_passage_in_another_language_leave_the_english_ones_as_they_are():
    before, after = (
        "“We are done with it,” said Anna Berger, the mayor of the town.",
        "She will go to Peru in the spring.",
    )
    passages = [Passage(before), Passage(REPORTS["de"][0]), Passage(after)]
    found = extract(passages)
    assert [one.name for one in found.people] == ["Anna Berger"]
    assert [(one.spans[0].passage, bool(one.speakers)) for one in found.quotations] == [(0, True), (1, False)]
    assert [(one.mention.passage, one.code) for one in found.countries] == [(1, "DE"), (1, "FR"), (2, "PE")]


def test_a_german_sentence_around_an_english_quotation_invents_nobody():
    marked = "We will not stop until the work is done, and that is a promise that we have made to all of you."
    around = f"Die Bürgermeisterin Karin Vogt sagte im Rathaus: „{marked}“ Danach ging sie nach Hause."
    passages = [Passage(REPORTS["de"][0]), Passage(around)]
    found = extract(passages)
    assert found.people == ()
    assert [one.spans[0].of(passages) for one in found.quotations] == ["Wir hören nicht vorher auf", marked]


def test_an_english_sentence_around_a_german_quotation_keeps_its_speaker():
    marked = "“Wir werden nicht aufhören, bevor die Arbeit getan ist, und das ist ein Versprechen,”"
    before = "The work on the harbour of the town will not be done by autumn, the mayor, Karin Vogt, said on Monday."
    found = extract([Passage(before), Passage(f"{marked} said Karin Vogt.")])
    assert [one.speakers[0].name for one in found.quotations if one.spans[0].passage == 1] == ["Karin Vogt"]


@pytest.mark.parametrize(
    "marked", ["die „Neue Presse“ sagt", "der „Held“ war da", "das „Haus am See“ war leer", "„Ja“ und „Nein“ zu sagen"]
)
def test_a_few_marked_words_are_a_term(marked):
    text = f"Es ist nicht so, dass {marked} und dass es für alle immer so bleiben wird."
    kinds = {one.kind for one in extract([Passage(text)]).quotations}
    assert kinds <= {QuotationKind.TERM, QuotationKind.DIRECT}
    assert kinds


def test_a_subhead_in_marks_is_the_papers_own():
    passages = [Passage(REPORTS["fr"][0]), Passage("« Un pas en avant »", PassageKind.SUBHEAD)]
    assert {one.spans[0].passage for one in extract(passages).quotations} == {0}
