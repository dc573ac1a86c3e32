"""Bylines as the names of a CSL item: given name and family name, or a name that is not taken apart."""

import re
from typing import TypedDict

from articles.extraction.authors import authors_of
from articles.extraction.lexicons import PARTICLES

SUFFIXES = ("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV")
LABEL = "by "
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")  # those that are no blanks

CslName = TypedDict(
    "CslName",
    {"family": str, "given": str, "suffix": str, "literal": str, "non-dropping-particle": str},
    total=False,
)


def csl_authors(byline: str) -> list[CslName]:
    """Return the people of a byline; where it names none (an agency, “as told to”), its own words as one name."""
    if names := authors_of(byline):
        return [_taken_apart(name) for name in names]
    words = one_line(byline)
    words = words[len(LABEL) :].strip() if words.lower().startswith(LABEL) else words
    return [{"literal": words}] if words else []


def one_line(text: str) -> str:
    """Return a text on one line, without control characters: any kind of line break or blank is a space."""
    return " ".join(CONTROL.sub("", text).split())


def _taken_apart(name: str) -> CslName:
    """Take the last word for the family name, with the particles before it; a single word is not taken apart."""
    words = one_line(name).split()
    suffix = words.pop() if len(words) > 2 and words[-1] in SUFFIXES else ""
    if len(words) < 2:
        return {"literal": one_line(name)}
    first = len(words) - 1
    while first > 1 and words[first - 1].lower() in PARTICLES:
        first -= 1
    parts: CslName = {"family": words[-1], "given": " ".join(words[:first])}
    if particles := words[first:-1]:
        parts["non-dropping-particle"] = " ".join(particles)
    if suffix:
        parts["suffix"] = suffix
    return parts
