"""The chain of evidence comes back as it was evidence_json, whichever version of the extractor wrote it."""

import pytest

from articles.extraction.findings import Evidence, EvidenceStep, Span
from articles.models.evidence import EvidenceLink, evidence_json, evidence_links


def test_a_chain_is_kept_with_the_paragraphs_it_stands_on(article):
    paragraphs = list(article.paragraphs.order_by("position"))
    chain = [Evidence(EvidenceStep.CUE, "“told” reports the words.", Span(2, 47, 51))]
    assert evidence_links(evidence_json(chain, paragraphs)) == [
        EvidenceLink(EvidenceStep.CUE, "“told” reports the words.", paragraphs[2].pk, 47, 51)
    ]


def test_an_imported_quotation_says_how_its_speaker_is_known(article):
    steps = [link.step for link in evidence_links(article.quotations.get().evidence)]
    assert steps == [EvidenceStep.CUE, EvidenceStep.SPEAKER_WORDS, EvidenceStep.SURNAME]


@pytest.mark.parametrize(
    ("old", "sentence"),
    [
        ("The speaker of the sentence before goes on.", "The speaker of the sentence before goes on."),
        ({"step": "telepathy", "sentence": "It was felt."}, "It was felt."),
        ({}, ""),
    ],
)
def test_what_another_version_wrote_is_read_as_some_reason(old, sentence):
    assert evidence_links([old]) == [EvidenceLink(EvidenceStep.REASON, sentence)]
