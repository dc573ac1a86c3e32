"""Annotated articles: who said what, and which marked words are no speech.

A line is {"id", "text", "quotes": [{"spans": [[start, end], …], "type", "speaker_text", "speaker_name",
"speaker_kind", "doubt"?}], "annotated"?}, offsets half-open code points of the text. "annotated" is "marked" where only
words between marks were annotated, "unmarked" where only those without. What counts as the same words and the same
speaker is as the annotators' guide and its scorer have it.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_EDGE = " \t\r\n\"“”‘’'`,«»„‚.…"
_POSSESSIVE = re.compile(r"['’]s\b")
_WORD = re.compile(r"[^\W_]+")
_ANNOTATED = {None: frozenset((True, False)), "marked": frozenset((True,)), "unmarked": frozenset((False,))}
_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "for",
        "and",
        "mr",
        "mrs",
        "ms",
        "dr",
        "sen",
        "rep",
        "gov",
        "president",
        "his",
        "her",
        "its",
        "their",
    ]
)


@dataclass(frozen=True)
class GoldQuotation:
    """One stretch of words that annotators gave to somebody; `start` and `end` are a half-open range of code points."""

    start: int
    end: int
    marked: bool  # direct or mixed, not indirect
    doubtful: bool
    kind: str  # of the speaker: person, organisation, country, document, unnamed, none
    name: str
    words: str

    def is_by(self, name: str | None, words: str) -> bool:
        """Return whether a name or words are those of this one's speaker; both empty mean that none is named."""
        ours = [_words(name), _words(words)]
        if not self.name and not self.words:
            return not any(ours)
        wanted = _words(self.name)
        if self.kind == "person" and wanted:
            return any(wanted[-1] in own for own in ours)
        return any({*wanted, *_words(self.words)} & set(own) for own in ours)


@dataclass(frozen=True)
class GoldArticle:
    """An article with its quotations, one for each span."""

    key: str
    text: str
    quotations: tuple[GoldQuotation, ...]
    annotated: frozenset[bool] = frozenset((True, False))  # words between marks (True), words without (False)


def read_gold(path: Path) -> Iterator[GoldArticle]:
    """Yield the articles of a file of JSON lines. Raises OSError, or ValueError with the line that is no article."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            article = json.loads(line)
            text, quotations = str(article["text"]), article["quotes"]
            annotated = _ANNOTATED[article.get("annotated")]
            yield GoldArticle(str(article["id"]), text, tuple(_quotations(text, quotations)), annotated)
        except (ValueError, KeyError, TypeError) as problem:
            raise ValueError(f"{path.name}, line {number} is no article with “id”, “text” and “quotes”") from problem


def _quotations(text: str, quotes: Sequence[dict[str, object]]) -> Iterator[GoldQuotation]:
    for quote in quotes:
        for start, end in quote["spans"]:  # type: ignore[attr-defined]
            yield GoldQuotation(
                *trimmed(text, start, end),
                marked=quote["type"] != "indirect",
                doubtful=bool(quote.get("doubt")),
                kind=str(quote.get("speaker_kind") or "none"),
                name=str(quote.get("speaker_name") or ""),
                words=str(quote.get("speaker_text") or ""),
            )


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a half-open range of a text without the marks, points and blanks at its edges."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Return what two half-open ranges share of what they cover together (Jaccard), between 0 and 1."""
    both = min(one[1], other[1]) - max(one[0], other[0])
    return both / (one[1] - one[0] + other[1] - other[0] - both) if both > 0 else 0.0


def _words(text: str | None) -> list[str]:
    return [word for word in _WORD.findall(_POSSESSIVE.sub("", (text or "").lower())) if word not in _SMALL]
