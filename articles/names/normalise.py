"""One normal form of names, whoever writes them: imports, editors, filters, the search box.

What is stored beside a name to look it up by (`Alias.folded`, `Person.identity`) is this form, so a change here needs
a migration of what is stored.
"""

import re
import unicodedata

LONGEST_NAME = 200  # characters of the longest name that is stored; what is longer leads to nobody
_DASHES = re.compile(r"[-‐‑‒–—]")
_NOT_OF_A_NAME = re.compile(r"[^\w\s]")


def normalise(name: str) -> str:
    """Return a name without case, accents, dots, apostrophes and doubled blanks; a hyphen becomes a blank."""
    letters = unaccented(name.casefold())
    return " ".join(_NOT_OF_A_NAME.sub("", _DASHES.sub(" ", letters)).split())


def unaccented(text: str) -> str:
    """Return a text without its accents: "Yaoundé" as "Yaounde"."""
    if text.isascii():
        return text
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
