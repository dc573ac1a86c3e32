"""The JSON form in which a quotation keeps its chain of evidence, and back.

A link is {"step", "sentence"}, and where it stands on words of the article {"paragraph": its key, "start", "end"} too.
Quotations found by extractors up to 2026.11.1 keep plain sentences instead.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from articles.extraction.findings import Evidence, EvidenceStep

from .paragraph import Paragraph


@dataclass(frozen=True, slots=True)
class Link:
    """One link of the chain as it is kept: the words it stands on are `start:end` of a paragraph, where it has any."""

    step: EvidenceStep
    sentence: str
    paragraph: int | None = None
    start: int = 0
    end: int = 0


def kept(chain: Sequence[Evidence], paragraphs: Sequence[Paragraph]) -> list[dict[str, Any]]:
    """Return the JSON form of what the extractor found in these paragraphs."""
    return [_kept(link, paragraphs) for link in chain]


def links(evidence: Sequence[dict[str, Any] | str]) -> list[Link]:
    """Return the links of a quotation's evidence, whichever version of the extractor wrote it."""
    return [_link(one) for one in evidence]


def _kept(link: Evidence, paragraphs: Sequence[Paragraph]) -> dict[str, Any]:
    told: dict[str, Any] = {"step": link.step.value, "sentence": link.sentence}
    if link.span:
        told |= {"paragraph": paragraphs[link.span.passage].pk, "start": link.span.start, "end": link.span.end}
    return told


def _link(one: dict[str, Any] | str) -> Link:
    if isinstance(one, str):
        return Link(EvidenceStep.REASON, one)
    steps = set(EvidenceStep)
    step = EvidenceStep(one["step"]) if one.get("step") in steps else EvidenceStep.REASON
    return Link(step, one.get("sentence", ""), one.get("paragraph"), one.get("start", 0), one.get("end", 0))
