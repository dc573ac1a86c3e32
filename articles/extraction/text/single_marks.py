"""Pairs of single quotation marks, ‘…’ and '…', told from apostrophes."""

import re

from ..lexicons import PATTERNS
from ..word_classes import PLURAL_ENDS
from .mark_pairs import MarkPair, pair_of

_SINGLE = re.compile(r"[‘’‚'](?:(?<![^\W_].)|(?![^\W_]))")  # between two letters it neither opens nor closes
_SHORTENED = re.compile(rf"(?:{PATTERNS['shortened']}|\d0s|\d\d)\b", re.I)


def single_pairs(text: str) -> list[MarkPair]:
    """Return the pairs of single marks in one text in order."""
    pairs: list[MarkPair] = []
    opened: re.Match[str] | None = None
    doubtful: re.Match[str] | None = None  # "officials’ view": a closing mark or an apostrophe
    for match in _SINGLE.finditer(text):
        if _opens_single(text, match):
            if opened is not None and doubtful is not None:
                pairs.append(pair_of(text, opened, doubtful.start(), doubtful.end()))
            opened, doubtful = match, None
        elif opened is not None and _closes_single(text, match, opened.group()):
            if text[match.start() - 1].lower() in PLURAL_ENDS and doubtful is None:
                doubtful = match
            else:
                closing = doubtful if doubtful is not None and _sentence_ends(text, doubtful, match) else match
                pairs.append(pair_of(text, opened, closing.start(), closing.end()))
                opened = doubtful = None
    if opened is not None and doubtful is not None:
        pairs.append(pair_of(text, opened, doubtful.start(), doubtful.end()))
    return pairs


def _opens_single(text: str, match: re.Match[str]) -> bool:
    if match.group() not in ("‘", "‚", "'"):
        return False
    before, after = (
        text[match.start() - 1 : match.start()] if match.start() else " ",
        text[match.end() : match.end() + 1],
    )
    if not after or after.isspace() or _SHORTENED.match(text, match.end()):
        return False
    return not before.isalnum() and before not in ".,!?;”’'"


def _closes_single(text: str, match: re.Match[str], opening: str) -> bool:
    if match.group() != ("'" if opening == "'" else "’"):
        return False
    before, after = text[match.start() - 1], text[match.end() : match.end() + 1]
    return not before.isspace() and not after.isalnum()


def _sentence_ends(text: str, doubtful: re.Match[str], match: re.Match[str]) -> bool:
    return any(
        mark in text[doubtful.end() : min(match.start(), doubtful.end() + 300)] for mark in (". ", "? ", "! ", "\n")
    )
