"""The two seed articles against what a careful editor records from them.

Passages are cut here from the raw file, so that the extractor is judged apart from the importer.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from articles.extraction import extract
from articles.extraction.findings import Findings, FoundQuotation, Passage, QuotationKind, SpeakerKind
from articles.paragraph_kinds import PassageKind

ROOT = Path(__file__).resolve().parents[3]
GOLD = ROOT.parent / "shared" / "gold" / "seeds.json"
ENOUGH_QUOTATIONS = 24  # all that both articles have

pytestmark = pytest.mark.skipif(
    not GOLD.exists(), reason="the gold of the seeds (../shared/gold/seeds.json) is not here"
)

CREDIT = re.compile(r"\s*\[File: ([^\]]*)\]\s*$")


def gold() -> dict[str, Any]:
    return json.loads(GOLD.read_text(encoding="utf-8")) if GOLD.exists() else {}


def passages_of(text: str, expected: dict[str, Any]) -> tuple[list[Passage], list[int]]:
    """Return the passages of a seed file with the offset of each in the file, by the kinds of the gold."""
    kinds = {expected["title"]: PassageKind.TITLE, expected["standfirst"]: PassageKind.STANDFIRST}
    kinds |= dict.fromkeys(expected.get("subheads", ()), PassageKind.SUBHEAD)
    kinds |= dict.fromkeys(expected.get("captions", ()), PassageKind.CAPTION)
    kinds |= dict.fromkeys(expected.get("image_descriptions", ()), PassageKind.IMAGE_DESCRIPTION)
    passages, offsets = [], []
    for line in re.finditer(r"[^\n]+", text):
        words = CREDIT.sub("", line.group())
        kind = PassageKind.NOTE if words.startswith("Source:") else kinds.get(words, PassageKind.BODY)
        passages.append(Passage(words, kind))
        offsets.append(line.start())
        if credit := CREDIT.search(line.group()):
            passages.append(Passage(credit.group(1), PassageKind.CREDIT))
            offsets.append(line.start() + credit.start(1))
    return passages, offsets


def found_in(name: str) -> tuple[Findings, list[int]]:
    text = (ROOT / "seeds" / name).read_text(encoding="utf-8")
    passages, offsets = passages_of(text, gold()[name])
    return extract(passages), offsets


def between_marks(findings: Findings) -> list[FoundQuotation]:
    """Return the quotations that the gold lists: those between marks."""
    return [quotation for quotation in findings.quotations if quotation.kind != QuotationKind.INDIRECT]


def speaker_of(quotation) -> object:
    """Return a quotation's speakers in the words of the gold."""
    names = [one.country if one.kind == SpeakerKind.COUNTRY else (one.name or one.words) for one in quotation.speakers]
    names = [name.removeprefix("the ") for name in names]
    if quotation.kind == QuotationKind.TERM:
        return None
    return names[0] if len(names) == 1 else names


def expected_speaker(quote: dict[str, Any]) -> object:
    codes = {"China": "CN", "United States": "US"}
    return codes[quote["speaker"]] if quote["speaker_kind"] == "country" else quote["speaker"]


def quotations_right(name: str) -> list[tuple[str, bool, object]]:
    findings, offsets = found_in(name)
    found = {
        (offsets[span.passage] + span.start, offsets[span.passage] + span.end): speaker_of(quotation)
        for quotation in between_marks(findings)
        for span in quotation.spans
    }
    missing = object()
    rows = []
    for quote in gold()[name]["quotes"]:
        speaker = found.get((quote["start"], quote["end"]), missing)
        rows.append((quote["text"][:40], speaker == expected_speaker(quote), speaker))
    return rows


def test_quotations_have_the_right_span_and_speaker():
    rows = [row for name in gold() for row in quotations_right(name)]
    right = sum(correct for _, correct, _ in rows)
    assert right >= ENOUGH_QUOTATIONS, [row for row in rows if not row[1]]


@pytest.mark.parametrize("name", sorted(gold()))
def test_no_speech_is_found_beside_the_gold(name):
    findings, offsets = found_in(name)
    spans = {(quote["start"], quote["end"]) for quote in gold()[name]["quotes"]}
    found = {
        (offsets[span.passage] + span.start, offsets[span.passage] + span.end)
        for quotation in between_marks(findings)
        for span in quotation.spans
    }
    assert found == spans


@pytest.mark.parametrize("name", sorted(gold()))
def test_all_people_and_none_besides(name):
    findings, _ = found_in(name)
    assert sorted(person.name for person in findings.people) == sorted(gold()[name]["people"])


@pytest.mark.parametrize("name", sorted(gold()))
def test_all_countries_and_none_besides(name):
    findings, _ = found_in(name)
    assert sorted({country.code for country in findings.countries}) == gold()[name]["countries"]


@pytest.mark.parametrize("name", sorted(gold()))
def test_roles_are_as_the_article_gives_them(name):
    findings, _ = found_in(name)
    expected = gold()[name]["people"]
    different = {person.name: person.role for person in findings.people if person.role != expected[person.name]}
    assert set(different) <= {"Zhao Lijian"}, different  # the gold joins his role from two places
