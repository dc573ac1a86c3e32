"""Any text in, findings out: nothing raises, every span lies in its passage and is not empty."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.extraction import extract
from articles.extraction.findings import Findings, Passage, QuotationKind
from articles.extraction.findings_json import findings_of
from articles.paragraph_kinds import PassageKind
from tests.examples import examples

LETTERS = st.characters()  # half surrogate pairs too
FRAGMENTS = st.sampled_from(
    [
        "“",
        "”",
        "‘",
        "’",
        '"',
        "'",
        "«",
        "»",
        "„",
        "``",
        "''",
        " said",
        " said that ",
        " he said, ",
        " promised to ",
        " Anna Berger",
        " Mr. Berger",
        " she ",
        "he",
        ", ",
        ". ",
        "?",
        ":",
        "US",
        "U.S.",
        " China",
        " the ",
        "according to ",
        "\x00",
        "\u200b",
        "\u00a0",
        "🙂",
        "e\u0301",
        "שלום",
        "مرحبا",
        "-",
        "—",
        "\n",
        " and ",
        "A. ",
        "Under the Water Act, ",
        "\ud800",
    ]
)
TEXTS = st.one_of(st.text(LETTERS, max_size=300), st.lists(FRAGMENTS, max_size=60).map("".join))
PASSAGES = st.lists(st.builds(Passage, TEXTS, st.sampled_from(PassageKind)), max_size=6)


def spans_in(findings: Findings):
    for person in findings.people:
        yield from person.mentions
    for country in findings.countries:
        yield country.mention
    for quotation in findings.quotations:
        yield from quotation.spans
        yield from (speaker.span for speaker in quotation.speakers if speaker.span)
        if quotation.cue:
            yield quotation.cue


@examples(3)
@given(PASSAGES)
@example([Passage("Ann Lee said that Mr. Berger’s “We go.” was wrong, he said, and “We go.”")])
def test_reported_words_never_cover_a_direct_quotation(passages):
    found = extract(passages).quotations
    direct = [span for quotation in found if quotation.kind == QuotationKind.DIRECT for span in quotation.spans]
    for quotation in found:
        if quotation.kind == QuotationKind.INDIRECT:
            for span in quotation.spans:
                assert not any(
                    span.passage == other.passage and span.start < other.end and other.start < span.end
                    for other in direct
                )


@examples(3)
@given(PASSAGES)
@example([Passage("")])
@example([Passage("“"), Passage("“"), Passage("”")])
@example([Passage("Ann Lee said “"), Passage("“so.”")])
@example([Passage("“Go,” said Anna \udfff\ud83d Lee.")])
def test_every_span_lies_in_its_passage(passages):
    for span in spans_in(extract(passages)):
        assert span.end <= len(passages[span.passage].text)
        assert span.of(passages).strip()


@examples(1.5)
@given(PASSAGES)
def test_confidence_is_a_share_and_terms_have_no_speaker(passages):
    findings = extract(passages)
    found: tuple[Any, ...] = (*findings.people, *findings.countries, *findings.quotations)
    for finding in found:
        assert 0 <= finding.confidence <= 1
        assert finding.evidence
    for quotation in findings.quotations:
        assert not (quotation.kind == QuotationKind.TERM and quotation.speakers)


@given(PASSAGES)
def test_the_same_article_gives_the_same_findings(passages):
    assert extract(passages) == extract(list(passages))


@given(TEXTS)
def test_plain_json_has_offsets_in_the_whole_text(text):
    found = findings_of({"id": 1, "text": text})
    places = [(quote["start"], quote["end"]) for quote in found["quotes"]]
    places += [(start, end) for start, end, _ in found["persons"] + found["countries"]]
    assert all(0 <= start < end <= len(text) for start, end in places)


@pytest.mark.slow(reason="long texts are read")
@pytest.mark.parametrize(
    "unit",
    [
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "« »",
        "“a” ",
        "‘a’ ",
        "‘as’ ",
        '"a" ',
        "A.",
        "A. ",
        "A-",
        "a'",
        "Anna ",
        "Anna Lee said ",
        "U.S. ",
        ". ",
        "?! ",
        "said ",
        ", ",
        "China ",
        "the ",
        "e\u0301",
        "\u0301",
        " \u200b",
        "“a",
        "“A,” he said. ",
        "of ",
        "and Anna ",
        "(",
        "Mr. ",
        "``",
        "Anna von ",
    ],
)
def test_a_hundred_thousand_letters_of_one_sort_are_read(unit):
    findings = extract([Passage(unit * (100_000 // len(unit)))])
    assert all(span.passage == 0 for span in spans_in(findings))


def test_a_thousand_paragraphs_left_open_are_read():
    findings = extract([Passage("“We go on, said Anna Berger, and on.")] * 1000)
    assert findings.quotations
