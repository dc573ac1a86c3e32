"""All ways to write a name that lead to whom it names: what is stored of a spelling to find it, and what is asked.

Both sides have the same ones, so that two spellings meet where they share one. Müller, Mueller and Muller are not
folded into one form, since that would join Michael with Michał and Xue with Xu; they meet because Müller is looked up
as "muller" and "mueller", and Mueller as itself and, by the letters around its ue, as "muller" (umlauts.py).
"""

import re
from functools import lru_cache

from .letters import romanised, written_out
from .normalise import LONGEST_NAME, normalise
from .umlauts import without_umlauts

WHOLE = "="  # before a key that is a whole name; no word of a name begins so
_BLANK_BETWEEN_INITIALS = re.compile(r"(?<!\w)(\w\.)\s+(?=\w\.)")


@lru_cache(maxsize=20_000)
def spellings(name: str) -> tuple[str, ...]:
    """Return the normal forms of a name, its own first; none of what is no name, or too long to be one.

    The others: letters written out (Mueller, Djindjic), Latin letters for Cyrillic or Greek ones, initials with and
    without blanks between them, and each of these without the e of umlauts that are spelled out.
    """
    if len(name) > LONGEST_NAME:
        return ()
    forms = dict.fromkeys(map(normalise, _ways(name)))
    plain = (" ".join(map(without_umlauts, form.split())) for form in forms)
    return tuple(filter(None, dict.fromkeys(form[:LONGEST_NAME].rstrip() for form in (*forms, *plain))))


def _ways(name: str) -> list[str]:
    ways = [name] if name.isascii() else [name, written_out(name), romanised(name)]
    if "." in name:
        ways += [name.replace(".", ". "), _BLANK_BETWEEN_INITIALS.sub(r"\1", name)]
    return ways


def lookup_keys(name: str) -> list[str]:
    """Return the keys by which a spelling is found: each word of each of its normal forms, and each form as a whole."""
    forms = spellings(name)
    words = (word for form in forms for word in form.split())
    return list(dict.fromkeys((*words, *whole_keys(name))))


def whole_keys(name: str) -> list[str]:
    """Return the keys of a whole name: who has one of them among theirs is called so, word for word."""
    return [WHOLE + form for form in spellings(name)]


def beginnings(text: str) -> list[frozenset[str]]:
    """Return for each word of what somebody types how words of a name may begin that are meant by it."""
    first, *others = _typed(text) or [[]]
    return list(map(frozenset, zip(first, *(words for words in others if len(words) == len(first)), strict=True)))


def unfinished(text: str) -> list[str]:
    """Return how a name, or its later words, may begin that somebody is typing whose last word may go on."""
    plain = ([*map(without_umlauts, words[:-1]), *words[-1:]] for words in _typed(text))
    return list(filter(None, dict.fromkeys(map(" ".join, (*_typed(text), *plain)))))


def _typed(text: str) -> list[list[str]]:
    ways = (str, written_out, romanised) if len(text) <= LONGEST_NAME else ()
    return [normalise(way(text)).split() for way in ways]
