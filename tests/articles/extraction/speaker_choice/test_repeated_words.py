"""Quotations that hold the words of another one."""

import pytest

from articles.extraction.findings import FoundQuotation, FoundSpeaker, Passage, QuotationKind, Span, SpeakerKind
from articles.extraction.speaker_choice.repeated_words import RepeatedWords
from articles.extraction.text.analysis import analyse

FULL = "We shall never come back to the quay as long as the gate is shut"


def _full_quotations(words: str, *others: str) -> list[int]:
    """Return the numbers of those of others that hold all words of a quotation."""
    article = analyse([Passage(text) for text in (words, *others)])
    speaker = FoundSpeaker(SpeakerKind.PERSON, "Ida Holm", Span(0, 0, 1), "Ida Holm")
    quotation, *said = (
        FoundQuotation((Span(number, 0, len(text)),), QuotationKind.DIRECT, (speaker,))
        for number, text in enumerate((words, *others))
    )
    return [said.index(one) for one in RepeatedWords([quotation, *said], article).full_quotations(quotation)]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("never come", [0, 2]),
        ("Never come back!", [0, 2]),
        ("never come back to the quay as long as the gate", [0, 2]),
        ("never came back", []),
        ("come never", []),
        ("never", []),
        ("ever come back", []),
        ("the tide is out", []),  # not longer by enough
        ("…", []),
    ],
)
def test_all_words_stand_in_a_row_in_a_longer_quotation(words, numbers):
    assert _full_quotations(words, FULL, "The tide is out today", f"{FULL}, I said") == numbers


def test_it_is_looked_for_in_so_many_at_most_that_time_stays_linear():
    assert len(_full_quotations(FULL, *[FULL] * 300)) < 300
