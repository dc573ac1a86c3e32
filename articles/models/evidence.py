"""The JSON form in which a quotation keeps its chain of evidence, and back.

A link is {"step", "sentence"}, and where it stands on words of the article {"paragraph": its key, "start", "end"} too.
Quotations found by extractors up to 2026.11.1 keep plain sentences instead.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from articles.extraction.findings import Evidence, EvidenceStep

from .paragraph import StoredParagraph


@dataclass(frozen=True, slots=True)
class EvidenceLink:
    """One link of a stored chain: the words it stands on are `start:end` of a paragraph, where it has any."""

    step: EvidenceStep
    sentence: str
    paragraph: int | None = None
    start: int = 0
    end: int = 0


def evidence_json(chain: Sequence[Evidence], paragraphs: Sequence[StoredParagraph]) -> list[dict[str, Any]]:
    """Return the JSON form of a chain whose spans count these paragraphs."""
    return [_json(link, paragraphs) for link in chain]


def evidence_links(stored: Sequence[dict[str, Any] | str]) -> list[EvidenceLink]:
    """Return the links of a quotation's stored evidence, whichever version of the extractor wrote it."""
    return [_link(one) for one in stored]


def _json(link: Evidence, paragraphs: Sequence[StoredParagraph]) -> dict[str, Any]:
    if not link.span:
        return {"step": link.step.value, "sentence": link.sentence}
    return {
        "step": link.step.value,
        "sentence": link.sentence,
        "paragraph": paragraphs[link.span.passage].pk,
        "start": link.span.start,
        "end": link.span.end,
    }


def _link(one: dict[str, Any] | str) -> EvidenceLink:
    if isinstance(one, str):
        return EvidenceLink(EvidenceStep.REASON, one)
    steps = set(EvidenceStep)
    step = EvidenceStep(one["step"]) if one.get("step") in steps else EvidenceStep.REASON
    return EvidenceLink(step, one.get("sentence", ""), one.get("paragraph"), one.get("start", 0), one.get("end", 0))
