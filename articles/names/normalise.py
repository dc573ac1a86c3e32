"""One normal form of names, whoever writes them: imports, editors, filters, the search box.

What is stored beside a name (`Alias.folded`, `Person.identity`, `SpellingKey`) is this form or made of it, so a change
here needs a migration of what is stored.
"""

import re
import unicodedata

from .letters import plain_letters

LONGEST_NAME = 200  # characters of the longest name that is stored; what is longer leads to nobody
_BETWEEN_WORDS = re.compile(r"[-‐‑‒–—−־/,;·・‧]")  # the dots stand between the parts of foreign names in Chinese
_NOT_OF_A_NAME = re.compile(r"[^\w\s]|_")


def normalise(name: str) -> str:
    """Return a name without case, accents, dots, apostrophes and doubled blanks; a hyphen becomes a blank.

    Latin letters are in ASCII; names in other scripts stay in theirs. Where no letter or digit is left, it is empty.
    """
    letters = _BETWEEN_WORDS.sub(" ", plain_letters(name))
    if letters.isascii():
        return " ".join(_NOT_OF_A_NAME.sub("", letters).split())
    composed = "".join(filter(_is_of_a_name, unicodedata.normalize("NFC", letters)))
    return " ".join(composed.split()) if any(map(str.isalnum, composed)) else ""


def normalise_accents(name: str) -> str:
    """Return a name in the normal form of before, in which a letter loses its accents and stays one: "Łódź" as "łodz".

    By it those stay apart who were two people then.
    """
    letters = re.sub(r"[-‐‑‒–—]", " ", unaccented(name.casefold()))
    return " ".join(re.sub(r"[^\w\s]", "", letters).split())


def unaccented(text: str) -> str:
    """Return a text without its accents: "Yaoundé" as "Yaounde"."""
    if text.isascii():
        return text
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


def _is_of_a_name(letter: str) -> bool:
    """Say whether a character counts in a name; signs of vowels do, without which Hindi or Thai names fall together."""
    return letter.isalnum() or letter.isspace() or unicodedata.category(letter) in ("Mn", "Mc")
