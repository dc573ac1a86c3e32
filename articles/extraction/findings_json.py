"""Findings as plain JSON, in the format that the scorers read: offsets in one text whose paragraphs blank lines divide.

In: {"id": …, "text": …}, and where they are known "language" and "authors" (a list of names, or a byline). Out: {"id",
"quotes": [{"start", "end", "speaker_start", "speaker_end", "speaker_text", "speaker_name", "cue_text", "type",
"confidence", "candidates": [{"name", "confidence"}]}], "persons": [[start, end, name]], "countries": [[start, end,
code]]}. The candidates are people beside the speaker who may have said it as well.
"""

import re
from typing import Any

from articles.boilerplate import kinds_with_boilerplate
from articles.paragraph_kinds import PassageKind

from . import extract
from .decisions import Decisions
from .findings import Findings, FoundQuotation, Passage, QuotationKind, Span
from .recognisers import Recogniser

_PARAGRAPH = re.compile(r"[^\n]+")


def findings_of(
    article: dict[str, Any],
    contents: bool = False,
    recogniser: Recogniser | None = None,
    decisions: Decisions | None = None,
) -> dict[str, Any]:
    """Return what is found in an article of the keys "id" and "text", with "language" and "authors" where known.

    Its "quotes" are the words between marks; with `contents` all that is reported to have been said: direct quotations,
    the whole clause around the marked words of mixed ones, indirect ones. Of contents that lie in one another only the
    outermost is given.
    """
    passages, offsets = passages_of(str(article["text"]))
    found = extract(passages, recogniser, decisions, str(article.get("language") or ""), _authors(article))
    return as_json(article["id"], found, offsets, contents)


def _authors(article: dict[str, Any]) -> tuple[str, ...]:
    authors = article.get("authors") or ()
    return (authors,) if isinstance(authors, str) else tuple(authors)


def as_json(key: object, found: Findings, offsets: list[int], contents: bool = False) -> dict[str, Any]:
    """Return findings of an article of this key, whose paragraphs begin at these code points of its text."""
    return {
        "id": key,
        "quotes": _contents(found, offsets) if contents else _quotes(found, offsets),
        "persons": sorted([*_place(span, offsets), person.name] for person in found.people for span in person.mentions),
        "countries": [[*_place(country.mention, offsets), country.code] for country in found.countries],
    }


def passages_of(text: str) -> tuple[list[Passage], list[int]]:
    """Return the paragraphs of a text, and at which code point of it each begins."""
    lines = [match for match in _PARAGRAPH.finditer(text) if not match.group().isspace()]
    return _with_kinds([line.group() for line in lines]), [line.start() for line in lines]


def _with_kinds(texts: list[str]) -> list[Passage]:
    """Return the lines of a text as passages; the first may be its title, so it is never boilerplate."""
    kinds = kinds_with_boilerplate([(text, PassageKind.BODY) for text in texts[1:]], "".join(texts[:1]))
    return list(map(Passage, texts, [PassageKind.BODY, *kinds]))


def _quotes(found: Findings, offsets: list[int]) -> list[dict[str, Any]]:
    return [
        _quote(quotation, span, offsets)
        for quotation in found.quotations
        if quotation.kind in (QuotationKind.DIRECT, QuotationKind.MIXED)
        for span in quotation.spans
    ]


def _contents(found: Findings, offsets: list[int]) -> list[dict[str, Any]]:
    said = [quotation for quotation in found.quotations if quotation.kind != QuotationKind.TERM]
    whole: dict[Span, FoundQuotation] = {}
    for quotation in said:
        for span in quotation.clause or quotation.spans:
            whole.setdefault(span, quotation)
    printed = []
    reached = Span(0, 0, 1)
    for span in sorted(whole, key=lambda span: (span.passage, span.start, -span.end)):
        if span.passage == reached.passage and span.end <= reached.end and not _beside_marks(whole, span, reached):
            continue
        printed.append(_quote(whole[span], span, offsets))
        reached = max(reached, span, key=lambda one: (one.passage, one.end))
    return printed


def _beside_marks(whole: dict[Span, FoundQuotation], span: Span, around: Span) -> bool:
    """Say whether words without marks are a finding of their own beside the marked words of the clause around them."""
    return whole[span].kind == QuotationKind.INDIRECT and whole.get(around, whole[span]).kind == QuotationKind.MIXED


def _quote(quotation: FoundQuotation, span: Span, offsets: list[int]) -> dict[str, Any]:
    speaker = quotation.speakers[0] if quotation.speakers else None
    start, end = _place(span, offsets)
    at = _place(speaker.span, offsets) if speaker and speaker.span else [None, None]
    return {
        "start": start,
        "end": end,
        "speaker_start": at[0],
        "speaker_end": at[1],
        "speaker_text": " and ".join(one.words for one in quotation.speakers) or None,
        "speaker_name": (speaker.name if speaker else None),
        "cue_text": quotation.cue_words,
        "type": str(quotation.kind),
        "confidence": quotation.confidence,
        "candidates": [{"name": one.name, "confidence": one.confidence} for one in quotation.candidates],
    }


def _place(span: Span, offsets: list[int]) -> list[int]:
    return [offsets[span.passage] + span.start, offsets[span.passage] + span.end]
