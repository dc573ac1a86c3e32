"""Captions without their picture: they end with the credit of a photograph, or begin with whose it is."""

import re
from collections.abc import Sequence
from functools import cache

from .lexicon import alternatives_in, patterns_in
from .signs import Sign

LONGEST = 700  # code points
_CREDIT = 160  # code points at the end that a credit stands in
_FIRST = 2  # paragraphs that a caption with the title may be among
_SHORTEST_TITLE = 15  # code points
_UNENDED = (
    re.compile(  # “Ferries wait in Lisbon. Minister opens harbour”: no text begins with what ends like no sentence
        r"(?=(?:.* [a-z]{4,}){2})[A-Z][^.!?\"“]{20,250}[a-z]\. [A-Z‘'“](?:[^\s.!?:]+ ){2,8}[^\s.!?:;,…—–)\]”’\"'-]*[\w]"
    )
)
_PATTERNS = patterns_in("captions.tsv")
_SIGNATURE = re.compile(rf"/|{_PATTERNS['signature']}")  # one is in each


def sign_of_caption(text: str) -> Sign | None:
    """Return CAPTION or CREDIT for a paragraph that is one by the credit in it; None for others."""
    if len(text) > LONGEST:
        return None
    if len(text) <= _CREDIT and _whole().fullmatch(text):
        return Sign.CREDIT
    if text[:2].isupper() and _beginning().match(text):
        return Sign.CAPTION
    end = text[-_CREDIT:]
    has_credit = _SIGNATURE.search(end) and _ending().search(text, max(0, len(text) - _CREDIT))
    return Sign.CAPTION if has_credit else None


def mark_glued_title(texts: Sequence[str], signs: list[Sign | None], title: str) -> None:
    """Mark a caption before the text that a title is glued to, the article's or another, in the signs so far."""
    headline = title.strip().casefold()
    for n, text in enumerate(texts[:_FIRST]):
        if (
            not signs[n]
            and len(text) <= LONGEST
            and (_ends_with(text, headline) or (n == 0 and _UNENDED.fullmatch(text)))
        ):
            signs[n] = Sign.CAPTION


def _ends_with(text: str, headline: str) -> bool:
    if min(len(headline), len(text) - len(headline)) < _SHORTEST_TITLE:
        return False
    return text.casefold().endswith(" " + headline)


_NAME = r"[^\W\d_a-zß-öø-ÿ][\w.’'-]*"  # with a capital


@cache
def _whole() -> re.Pattern[str]:
    """Match “(Pixabay)”, “Mara Lind/AP Photo”, “(Photo: Mara Lind)”, “AP”."""
    agency, photo = alternatives_in("agencies.txt"), _PATTERNS["picture"]
    parts = (
        rf"(?:{agency})(?: {photo}){{0,2}}(?:\s*[/,|-]\s*(?:{agency}|{_NAME}(?: {_NAME})?)(?: {photo}){{0,2}}){{0,3}}"
    )
    named = rf"{_NAME}(?: {_NAME}){{0,3}}\s*[/|]\s*{parts}"
    return re.compile(rf"[(\[|© ]*(?:{_PATTERNS['head']}\s*[^()\[\]]{{2,60}}|{parts}|{named})[)\]. ]*")


@cache
def _ending() -> re.Pattern[str]:
    """Match the credit that a caption ends with, as far as no sentence of an article ends like it."""
    agency, photo = alternatives_in("agencies.txt"), _PATTERNS["picture"]
    by_name = rf"{_NAME}(?: {_NAME}){{0,3}}\s*/\s*(?:{agency})\b"  # Mara Lind/Getty Images
    of_photo = rf"(?:{agency}) {photo}"
    signed = rf"(?:{agency})\s*/\s*{_NAME}(?: {_NAME}){{0,3}}"  # REUTERS/Mara Lind
    labelled = rf"\b{_PATTERNS['label']}\s*[^.:;]{{2,60}}"
    start = r"(?:^|(?<=[\s(\[|/©]))"
    tail = rf"(?:\s*[/,-]?\s*(?:{agency}|{photo}|{_NAME})){{0,5}}\s*[)\]]?\.?\s*$"
    return re.compile(rf"{start}(?:{by_name}|{of_photo}|{signed}|{labelled}){tail}")


@cache
def _beginning() -> re.Pattern[str]:
    """Match what stands before a caption: an agency in capitals, then a line that ends like no sentence."""
    return re.compile(rf"{_PATTERNS['agency']}\s+(?=[A-Z][a-z]).{{10,250}}[^.!?”\"]$")
