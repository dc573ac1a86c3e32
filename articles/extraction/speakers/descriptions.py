"""Descriptions that stand for a person named before: "the Ohio lawmaker", "the 29-year-old singer", "the president".

In: a nominal of a paragraph. Out: whether its words are such a description, and the gender that its noun shows. "A
lawmaker" brings in somebody new, "the official" is mostly one whom nobody names: neither is one.
"""

from collections.abc import Mapping

from ..grammar.nominals import Nominal
from ..lexicons import EPITHETS, GRAMMAR, MEN, PERSONS, WOMEN
from ..text.analysis import AnalysedParagraph
from ..word_classes import DEFINITE

UNIQUE = PERSONS["unique"]  # who there is but one of at a time
_SAYS_WHICH = PERSONS["says_which"]  # "the author of a new book" may be somebody new
_LONGEST = 6  # words before the noun
_FAMILIES = GRAMMAR["legislator"], GRAMMAR["candidate"], GRAMMAR["magnate"]  # nouns and titles for the same sort
_SORTS = {word: min(family) for family in _FAMILIES for word in family}


def head_of(words: str) -> str:
    """Return the noun, in small letters, that words for somebody are about: "chair" of "the chair of the panel"."""
    lowers = words.lower().split()
    end = next((at for at, word in enumerate(lowers) if at and word in GRAMMAR["preposition"]), len(lowers))
    return lowers[end - 1].strip(".,’'") if lowers else ""


def same_sort(word: str) -> str:
    """Return one word, in small letters, for all nouns and titles of one sort of public person; others as they are."""
    return _SORTS.get(word, word)


def is_description(paragraph: AnalysedParagraph, nominal: Nominal) -> bool:
    """Say whether words describe one person known from before: "the", and a noun for a public person."""
    head = paragraph.lowers[nominal.last - 1]
    if nominal.kind not in ("group", "organisation") or head not in EPITHETS:
        return False
    the = _the(paragraph, nominal)
    follows = paragraph.lowers[nominal.last] if nominal.last < len(paragraph.words) else ""
    return the >= 0 and (nominal.last - the > 2 or head in UNIQUE or follows not in _SAYS_WHICH)


def described_gender(paragraph: AnalysedParagraph, nominal: Nominal) -> str | None:
    """Return the gender, "m" or "f", that a description's noun shows; None where it fits both."""
    head = paragraph.lowers[nominal.last - 1]
    return "f" if head in WOMEN else "m" if head in MEN else None


def people_described(head: str, roles: Mapping[int, str]) -> frozenset[int]:
    """Return the people, by number, whose roles say the same as a description's noun: a "Rep." is "the lawmaker"."""
    alike = frozenset[str]().union(*(family for family in _FAMILIES if head in family), (head,))
    return frozenset(number for number, role in roles.items() if not alike.isdisjoint(_words(role)))


def _words(role: str) -> list[str]:
    return role.lower().replace(".", " ").replace("-", " ").split()


def _the(paragraph: AnalysedParagraph, nominal: Nominal) -> int:
    """Return the "the" that a nominal begins with or stands behind; -1 where there is none."""
    for at in range(nominal.last - 2, max(-1, nominal.last - 2 - _LONGEST), -1):
        if paragraph.lowers[at] in DEFINITE:
            return at
        if paragraph.quoted[at] or paragraph.words[at].possessive or paragraph.gaps[at + 1].strip():
            return -1
    return -1
