"""What all spellings of a publisher's or a section's name have in common that are the same for sure."""

from .normalise import normalise

LONGEST_IDENTITY = 400  # characters; an "&" is written out in it
_DIVIDING = str.maketrans(dict.fromkeys("_/|>»", " "))
_SPOKEN = str.maketrans({"&": " and ", "+": " plus "})  # Canal+ is not Canal


def name_identity(name: str) -> str:
    """Return a name without what makes no other name of it; of signs alone, the signs.

    That is: capitals, accents, blanks, dots, hyphens, lines below. "The Test-Post" and "THE TEST POST" are one.
    """
    name = name.replace("\x00", " ")  # which PostgreSQL does not even look for
    return (normalise(divided(name).translate(_SPOKEN)) or " ".join(name.casefold().split()))[:LONGEST_IDENTITY]


def divided(name: str) -> str:
    """Return a spelling with blanks for the lines, slashes and arrows that divide its words."""
    return name.translate(_DIVIDING)
