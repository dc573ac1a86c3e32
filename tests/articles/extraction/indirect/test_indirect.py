"""Indirect quotations: each shape of a report without marks, what is no report, how marks and reports go together."""

import pytest

from articles.extraction import extract
from articles.extraction.findings import Passage, QuotationKind, SpeakerKind
from articles.findings.extracted import LEAST_INDIRECT
from articles.paragraph_kinds import PassageKind
from tests.articles.extraction.quotations.quotations_found import BY_RULES
from tests.costs import cpu_cost

INTRODUCTION = "Maria Keller, the mayor of Lindau, met farmers on Monday. "


def reported(*texts: str) -> list[tuple[list[str], list[str]]]:
    """Return each indirect quotation of an article as its words and its speakers' names (or words)."""
    passages = [Passage(text) for text in texts]
    return [
        ([span.of(passages) for span in quotation.spans], [one.name or one.words for one in quotation.speakers])
        for quotation in extract(passages).quotations
        if quotation.kind == QuotationKind.INDIRECT
    ]


def one(*texts: str):
    found = extract([Passage(text) for text in texts]).quotations
    (quotation,) = (quotation for quotation in found if quotation.kind == QuotationKind.INDIRECT)
    return quotation


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        # a clause with "that"
        ("Maria Keller said that the bridge was safe.", "that the bridge was safe", "Maria Keller"),
        ("Maria Keller said on Monday that the bridge was safe.", "that the bridge was safe", "Maria Keller"),
        ("Maria Keller said in a statement that the bridge was safe.", "that the bridge was safe", "Maria Keller"),
        ("Maria Keller pointed out that the bridge was old.", "that the bridge was old", "Maria Keller"),
        ("Maria Keller has repeatedly argued that tolls are unfair.", "that tolls are unfair", "Maria Keller"),
        ("Maria Keller, the mayor of Lindau, said that tolls were unfair.", "that tolls were unfair", "Maria Keller"),
        # a clause without
        ("Maria Keller said she would not resign.", "she would not resign", "Maria Keller"),
        ("Maria Keller says the bridge will be closed in May.", "the bridge will be closed in May", "Maria Keller"),
        # someone is told
        ("Maria Keller told reporters that nobody was hurt.", "that nobody was hurt", "Maria Keller"),
        ("Maria Keller told the council on Friday that nobody was hurt.", "that nobody was hurt", "Maria Keller"),
        ("Maria Keller told them she was tired.", "she was tired", "Maria Keller"),
        # after the words
        ("The bridge will be closed in May, Maria Keller said.", "The bridge will be closed in May", "Maria Keller"),
        ("The bridge will be closed in May, said Maria Keller.", "The bridge will be closed in May", "Maria Keller"),
        (
            "The bridge will be closed in May, Maria Keller told reporters on Friday.",
            "The bridge will be closed in May",
            "Maria Keller",
        ),
        # according to
        ("According to Maria Keller, the bridge is safe.", "the bridge is safe", "Maria Keller"),
        ("The bridge is safe for cars, according to Maria Keller.", "The bridge is safe for cars", "Maria Keller"),
        # what somebody means to do, or others should
        ("Maria Keller vowed to rebuild the bridge.", "to rebuild the bridge", "Maria Keller"),
        ("Maria Keller promised to rebuild the bridge.", "to rebuild the bridge", "Maria Keller"),
        ("Maria Keller called for a new inquiry.", "a new inquiry", "Maria Keller"),
        ("Maria Keller urged drivers to stay at home.", "drivers to stay at home", "Maria Keller"),
        ("Maria Keller called on drivers to stay at home.", "drivers to stay at home", "Maria Keller"),
        # acts of speech
        ("Maria Keller criticised the ministry for its silence.", "the ministry for its silence", "Maria Keller"),
        ("Maria Keller accused the ministry of hiding it.", "the ministry of hiding it", "Maria Keller"),
        # a noun
        ("It followed Maria Keller’s claim that the bridge was safe.", "that the bridge was safe", "Maria Keller"),
        # questions
        ("Maria Keller asked whether the bridge was safe.", "whether the bridge was safe", "Maria Keller"),
        ("Maria Keller wondered why nobody had called.", "why nobody had called", "Maria Keller"),
        # negated
        ("Maria Keller did not say when the bridge would open.", "when the bridge would open", "Maria Keller"),
        ("Maria Keller denied that the bridge was unsafe.", "that the bridge was unsafe", "Maria Keller"),
        # speakers of other kinds
        ("The State Department said that talks had failed.", "that talks had failed", "State Department"),
        ("Beijing said that it would respond.", "that it would respond", "China"),
        ("A senior defence official said that talks had failed.", "that talks had failed", "A senior defence official"),
        ("A poll found that voters were tired.", "that voters were tired", "A poll"),
        ("The report said that the bridge was unsafe.", "that the bridge was unsafe", "The report"),
        ("Twelve percent said the bridge was ugly.", "the bridge was ugly", "Twelve percent"),
        ("A bank said $5 million was missing.", "$5 million was missing", "A bank"),
        # whom a pronoun or role means
        (INTRODUCTION + "She said that the bridge was safe.", "that the bridge was safe", "Maria Keller"),
        (INTRODUCTION + "The mayor said that the bridge was safe.", "that the bridge was safe", "Maria Keller"),
    ],
)  # fmt: skip
def test_who_is_reported_to_have_said_what(text, words, speaker):
    assert reported(text) == [([words], [speaker])]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The bridge, Maria Keller said, will be closed in May.", ["The bridge", "will be closed in May"]),
        (
            "The old bridge over the lake, the mayor told reporters on Monday, will be closed.",
            ["The old bridge over the lake", "will be closed"],
        ),
    ],
)
def test_an_attribution_may_interrupt_the_words(text, words):
    assert [spans for spans, _ in reported(text)] == [words]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Maria Keller said the bridge was safe, but added that it was old.",
            [("the bridge was safe", "Maria Keller"), ("that it was old", "Maria Keller")],
        ),
        (
            "Maria Keller said the bridge was safe, adding that it was old.",
            [("the bridge was safe", "Maria Keller"), ("that it was old", "Maria Keller")],
        ),
        (
            "Though Maria Keller said that the bridge was safe, Peter Novak warned that it was old.",
            [("that the bridge was safe", "Maria Keller"), ("that it was old", "Peter Novak")],
        ),
        (
            "Maria Keller, who said that the bridge was safe, left for Vienna.",
            [("that the bridge was safe", "Maria Keller")],
        ),
        (
            "Maria Keller said that Peter Novak had told her that the bridge was safe.",
            [("that Peter Novak had told her that the bridge was safe", "Maria Keller")],
        ),
    ],
)
def test_reports_end_where_another_begins_and_only_the_outermost_counts(text, found):
    assert [(words[0], speakers[0]) for words, speakers in reported(text)] == found


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Peter Novak: No ferry will leave before May", [(["No ferry will leave before May"], ["Peter Novak"])]),
        ("Former mayor Peter Novak: No ferry before May", [(["No ferry before May"], ["Peter Novak"])]),
        ("Peter Novak: “No ferry before May”", []),
        ("Lindau: Ferries", []),
        ("The ferries of Lindau, in short: a guide for all", []),
    ],
)
def test_in_a_heading_a_colon_tells_who_speaks(title, found):
    passages = [Passage("Ferries.", PassageKind.BODY), Passage(title, PassageKind.TITLE)]
    indirect = [quotation for quotation in extract(passages).quotations if quotation.kind == QuotationKind.INDIRECT]
    words = [[span.of(passages) for span in quotation.spans] for quotation in indirect]
    assert [(spans, [quotation.speakers[0].name]) for spans, quotation in zip(words, indirect, strict=True)] == found


def test_two_may_speak_together():
    (found,) = reported("Maria Keller and Peter Novak said that the bridge was safe.")
    assert found == (["that the bridge was safe"], ["Maria Keller", "Peter Novak"])


@pytest.mark.parametrize(
    "text",
    [
        "Asked about the bridge, he said nothing.",
        "That said, the bridge was closed.",
        "The bridge, said to be the oldest in Lindau, was closed.",
        "The bridge is said to be haunted.",
        "The delegates pledged to Maria Keller were few.",
        "Her warning was late.",
        "It goes without saying that bridges age.",
        "The bridge is old. It was later determined that two more were.",
        "Nowhere is it reported that bridges age.",
        "The ministry built it. It is a mistake to say that bridges age.",
        "The state of the bridge is poor.",
        "Her claims about the bridge were long.",
        "The United States won the cup.",
        "A woman accused of theft was freed.",
        "The bridge was criticised by many.",
        "In May, Maria Keller said nothing.",
        "Maria Keller spoke.",
        "Maria Keller wrote a book.",
        "The bridge was closed.",
        "",
    ],
)
def test_what_is_no_report(text):
    assert reported(text) == []


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("Maria Keller said that the bridge was safe.", True),
        ("Maria Keller warned that the bridge was unsafe.", True),
        ("Maria Keller asked whether the bridge was safe.", True),
        # a thought, a plan, a refusal
        ("Maria Keller believes that the bridge is safe.", False),
        ("Maria Keller hopes the bridge will hold.", False),
        ("Maria Keller refused to close the bridge.", False),
        ("Maria Keller agreed to close the bridge.", False),
        # a deed of speech whose words nobody gives
        ("Maria Keller criticised the ministry for its silence.", False),
        ("Maria Keller announced the closure of two bridges.", False),
        ("Maria Keller called for a new inquiry.", False),
        ("Maria Keller was referring to the bridge near the old mill.", False),
    ],
)
def test_only_an_act_of_saying_is_sure_enough_to_be_stored(text, stored):
    found = extract([Passage(INTRODUCTION + text)], decisions=BY_RULES).quotations
    assert any(quotation.confidence >= LEAST_INDIRECT for quotation in found) == stored


def test_the_cue_is_kept_with_its_negation_and_the_reason_is_told():
    found = one("Maria Keller did not say whether the bridge was safe.")
    assert found.cue_words == "did not say"
    assert [link.sentence for link in found.evidence] == [
        "“did not say” reports the words.",
        "“Maria Keller” stands before the words, which stand without marks.",
    ]


def test_an_unnamed_speaker_stays_unnamed():
    assert one("Officials said that talks had failed.").speakers[0].kind == SpeakerKind.UNNAMED


def test_words_between_marks_come_first():
    """Reported words that hold marks of the same speaker are the clause of that quotation, no finding of their own."""
    passages = [Passage("Maria Keller said she was “deeply sorry” for the delay.")]
    (found,) = extract(passages).quotations
    assert (found.kind, found.spans[0].of(passages)) == (QuotationKind.MIXED, "deeply sorry")
    assert [span.of(passages) for span in found.clause] == ["she was “deeply sorry” for the delay"]


def test_words_of_somebody_else_between_marks_stay_theirs():
    text = "Maria Keller said the report that Peter Novak called “a fairy tale” was true."
    kinds = {quotation.kind: quotation.speakers[0].name for quotation in extract([Passage(text)]).quotations}
    assert kinds == {QuotationKind.INDIRECT: "Maria Keller", QuotationKind.MIXED: "Peter Novak"}


@pytest.mark.parametrize(
    "text",
    [
        "“We cannot wait,” Maria Keller said on Monday, adding that the bridge was old.",
        "Maria Keller said the bridge was old and unsafe: “We cannot wait.”",
        "“We cannot wait,” said Maria Keller.",
        "Maria Keller said: “We cannot wait.”",
    ],
)
def test_no_report_covers_words_of_a_direct_quotation(text):
    found = extract([Passage(text)]).quotations
    direct = next(quotation for quotation in found if quotation.kind == QuotationKind.DIRECT)
    for quotation in found:
        if quotation.kind == QuotationKind.INDIRECT:
            spans = quotation.spans
            assert all(s.end <= direct.spans[0].start or s.start >= direct.spans[0].end for s in spans)


def test_findings_stand_in_reading_order():
    text = "Maria Keller said it was late. “We cannot wait,” she said. Peter Novak said it was early."
    found = extract([Passage(text)]).quotations
    assert [quotation.kind for quotation in found] == [
        QuotationKind.INDIRECT,
        QuotationKind.DIRECT,
        QuotationKind.INDIRECT,
    ]


@pytest.mark.slow(reason="long texts are read")
@pytest.mark.parametrize(
    "piece",
    [
        "said ",
        "according to ",
        "he said, ",
        "X said that ",
        "told her in ",
        "and said ",
        "vowed to ",
        ", said Ann Lee, ",
    ],
)
def test_hostile_repetition_takes_linear_time(piece):
    def cost(length: int) -> float:
        return cpu_cost(lambda: extract([Passage(piece * (length // len(piece)))]), times=2)

    assert cost(100_000) < 30 * cost(10_000)
