"""Names of sections, as readers know them: "us-news/politics" is Politics, "world_news" is World news.

The same name is one section across publishers: a reader wants one Politics. Of a path the last part counts; what has
blanks or capitals of its own is a name already and stays as it is.
"""

import re

from .identity import name_identity

LONGEST_SECTION = 200  # characters of the longest name that is stored
_PATH = re.compile(r"(?<!\s)/|/(?!\s)|[>»|]")  # a slash between blanks divides no path: "Life / Style"
_BETWEEN_WORDS = re.compile(r"[\s_-]+")
_INITIALS = frozenset({"eu", "tv", "uk", "un", "us", "usa"})
_SHORT = 3  # letters in capitals that may be initials


def section_name(text: str) -> str:
    """Return the readable name of a section as an article gives it, "" for nothing."""
    parts = [part.strip(" \t-_#") for part in _PATH.split(text)]
    last = next((part for part in reversed(parts) if any(map(str.isalpha, part))), text.strip())
    return _readable(last)[:LONGEST_SECTION]


def section_identity(text: str) -> str:
    """Return what all texts have in common that name one section."""
    return name_identity(section_name(text))


def _readable(part: str) -> str:
    shouted = part.isupper() and sum(map(str.isalpha, part)) > _SHORT
    if not shouted and not part.islower():
        return part.replace("_", " ")
    words = _BETWEEN_WORDS.split(part.lower())
    named = " ".join(word.upper() if word in _INITIALS else word for word in words)
    return named[:1].upper() + named[1:]
