"""How the words of a name that somebody gives fit a spelling of a name that is known.

They fit where each of them is a word of the spelling, in any order: "bush george" fits "george walker bush". Umlauts
may be spelt out on either side: Mueller fits Müller, and Müller fits Mueller.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from .normalise import LONGEST_NAME, normalise
from .umlauts import spellings


def name_words(name: str) -> list[str]:
    """Return the normalised words of a name, each once, in order; none of what is too long to be a name."""
    return list(dict.fromkeys(normalise(name).split())) if len(name) <= LONGEST_NAME else []


def words_fit(words: Sequence[str], spelling: AbstractSet[str]) -> bool:
    """Say whether each of the words is one of the spelling's words, all of them normalised; no words fit nothing."""
    return bool(words) and all(not spelling.isdisjoint(spellings(word)) for word in words)
