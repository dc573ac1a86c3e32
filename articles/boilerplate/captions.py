"""Captions without their picture: they end with the credit of a photograph, or begin with whose it is."""

import re
from functools import cache

from .lexicon import alternatives_in
from .signs import Sign

LONGEST = 700  # code points
_SIGNATURES = ("/", "Photo", "photo", "Getty", "Images", "GETTY", "REUTERS", "(", "[", "©")  # a credit has one of them


def sign_of_caption(text: str) -> Sign | None:
    """Return CAPTION or CREDIT for a paragraph that is one by the credit in it; None for others."""
    if len(text) > LONGEST or not any(signature in text for signature in _SIGNATURES):
        return None
    if _whole().fullmatch(text):
        return Sign.CREDIT
    return Sign.CAPTION if _ending().search(text) or _beginning().match(text) else None


_NAME = r"[^\W\d_a-zß-öø-ÿ][\w.’'-]*"  # with a capital
_PHOTO = r"(?:Photos?|PHOTO|Images?|File|pool|Pool|via [A-Z]\w+(?: [A-Z]\w+)?)"


@cache
def _whole() -> re.Pattern[str]:
    """Match “(Pixabay)”, “Mara Lind/AP Photo”, “(Photo: Mara Lind)”, “AP”."""
    agency, photo = alternatives_in("agencies.txt"), _PHOTO
    parts = rf"(?:{agency})(?: {photo})*(?:\s*[/,|-]\s*(?:{agency}|{_NAME}(?: {_NAME})?)(?: {photo})*)*"
    named = rf"{_NAME}(?: {_NAME}){{0,3}}\s*[/|]\s*{parts}"
    return re.compile(rf"[(\[|© ]*(?:(?:[Pp]hoto|[Ii]mage)s?\s*(?::|by|/)\s*[^()\[\]]{{2,60}}|{parts}|{named})[)\]. ]*")


@cache
def _ending() -> re.Pattern[str]:
    """Match the credit that a caption ends with, as far as no sentence of an article ends like it."""
    agency, photo = alternatives_in("agencies.txt"), _PHOTO
    by_name = rf"{_NAME}(?: {_NAME}){{0,3}}\s*/\s*(?:{agency})\b"  # Mara Lind/Getty Images
    of_photo = rf"(?:{agency}) {photo}"
    signed = rf"(?:{agency})\s*/\s*{_NAME}(?: {_NAME}){{0,3}}"  # REUTERS/Mara Lind
    labelled = r"\b(?:Photograph(?:er|y|s)?|Photos?|Image|PHOTO|Credit)s?(?::| by| via|/| courtesy)\s*[^.:;]{2,60}"
    start = r"(?:^|(?<=[\s(\[|/©]))"
    tail = rf"(?:\s*[/,-]?\s*(?:{agency}|{photo}|{_NAME}/{_NAME}|{_NAME}))*\s*[)\]]?\.?\s*$"
    return re.compile(rf"{start}(?:{by_name}|{of_photo}|{signed}|{labelled}){tail}")


@cache
def _beginning() -> re.Pattern[str]:
    """Match what stands before a caption: an agency in capitals, then a line that ends like no sentence."""
    return re.compile(r"(?:GETTY|REUTERS|AFP|EPA|ALAMY|SHUTTERSTOCK|REX|PA)\s+(?=[A-Z][a-z]).{10,250}[^.!?”\"]$")
