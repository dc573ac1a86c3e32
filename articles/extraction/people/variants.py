"""Name variants: whether two full names may be one person's, spelt or given otherwise, and by what they differ.

Judged by the names alone; whether anything else corroborates it is for `corroboration`. In: two names as articles spell
them. Out: a `NameVariant`, or None where they are the same name or two people's. Doubt speaks for two people: Kim
Jong-un is not Kim Jong-il, George H. W. Bush not George W. Bush, and a Jr. is never his father.
"""

from collections.abc import Sequence
from enum import StrEnum
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from ..candidates.spellings import SUFFIXES
from ..lexicons import GENERATION_WORDS, name_forms, nicknames
from .transliteration import consonant_skeleton, folded, is_given_name, same_name

_SUFFIXES = SUFFIXES | GENERATION_WORDS
_LONG = 6  # letters of a word in which one wrong letter may be a slip of the hand


class NameVariant(StrEnum):
    """How two names differ that may be one person's, the surest first."""

    SPELLING = "spelling"  # Mohammed, Muhammad; Zelensky, Zelenskyy; Jong Un, Jongun
    SHORT_FORM = "short form"  # Bill, William; Jon, John
    LEFT_OUT = "left out"  # George W. Bush, George Bush
    INITIAL = "initial"  # J. Okafor, Jane Okafor
    GENERATION = "generation"  # with or without Jr.: may be father and son
    SLIP = "slip"  # one letter that differs
    SEVERAL = "several"  # more than one of these at once


def name_variant(one: str, other: str) -> NameVariant | None:
    """Return by what two full names may be one person's, None where they are the same name or two people's."""
    written = _words(one), _words(other)
    suffixes = [{word for word in words if word in _SUFFIXES} for words in written]
    first, second = ([word for word in words if word not in _SUFFIXES] for words in written)
    if len(first) < 2 or len(second) < 2 or (all(suffixes) and suffixes[0] != suffixes[1]):
        return None
    seen = _differences(first, second)
    if seen is None:
        return None
    if suffixes[0] != suffixes[1]:
        seen.add(NameVariant.GENERATION)
    return (NameVariant.SEVERAL if len(seen) > 1 else seen.pop()) if seen else None


@lru_cache(maxsize=20_000)
def blocking_keys(name: str) -> frozenset[str]:
    """Return the blocking keys of a full name: every variant of it has at least one of them too; none for one word."""
    words = [word for word in _words(name) if word not in _SUFFIXES]
    if len(words) < 2:
        return frozenset()
    initials = {consonant_skeleton(given)[:1] for given in (words[0], *_fulls().get(words[0], ()))}
    return frozenset({f"{consonant_skeleton(words[-1])[:40]} {initial}" for initial in initials} | {_whole(words)})


def _whole(words: Sequence[str]) -> str:
    """Return a key in which syllables written apart or together are the same."""
    return consonant_skeleton("".join(words))[:60]


@lru_cache(maxsize=20_000)
def _words(name: str) -> tuple[str, ...]:
    parts = name.replace("-", " ").replace("‐", " ").replace("‑", " ").split()
    return tuple(word for word in map(folded, parts) if word)


def _differences(first: list[str], second: list[str]) -> set[NameVariant] | None:
    """Return by what two names differ, nothing where they are equal, None where they are two people's."""
    if "".join(first) == "".join(second):
        return {NameVariant.SPELLING} if first != second else set()
    parts = [_surname(first[-1], second[-1]), _given(first[0], second[0]), _middle(first[1:-1], second[1:-1])]
    if None in parts:
        return None
    return set().union(*(part for part in parts if part))


def _surname(one: str, other: str) -> set[NameVariant] | None:
    if one == other:
        return set()
    if same_name(one, other):
        return {NameVariant.SPELLING}
    return {NameVariant.SLIP} if _slip(one, other) else None


def _given(one: str, other: str) -> set[NameVariant] | None:
    if one == other:
        return set()
    if same_name(one, other):
        return {NameVariant.SPELLING}
    if _short_form(one, other):
        return {NameVariant.SHORT_FORM}
    if 1 in (len(one), len(other)):
        return {NameVariant.INITIAL} if one[0] == other[0] else None
    return {NameVariant.SLIP} if _slip(one, other) and not (is_given_name(one) and is_given_name(other)) else None


def _middle(one: list[str], other: list[str]) -> set[NameVariant] | None:
    """Compare what stands between: the longer must begin as the shorter does, or end so where that is no initial.

    "Ada M." may be "Ada M. L.", but "George W." is not "George H. W.".
    """
    shorter, longer = sorted((one, other), key=len)
    left_out: set[NameVariant] = set() if len(one) == len(other) else {NameVariant.LEFT_OUT}
    seen = _word_for_word(shorter, longer[: len(shorter)])
    if seen is None and all(len(word) > 1 for word in longer):
        seen = _word_for_word(shorter, longer[-len(shorter) :])
    return None if seen is None else seen | left_out


def _word_for_word(shorter: list[str], longer: list[str]) -> set[NameVariant] | None:
    seen: set[NameVariant] = set()
    for word, met in zip(shorter, longer, strict=True):
        if 1 in (len(word), len(met)) and word[0] == met[0]:
            seen |= set() if word == met else {NameVariant.INITIAL}
        elif same_name(word, met):
            seen |= set() if word == met else {NameVariant.SPELLING}
        else:
            return None
    return seen


def _short_form(one: str, other: str) -> bool:
    fulls = _fulls()
    of_one, of_other = fulls.get(one, frozenset()), fulls.get(other, frozenset())
    return one in of_other or other in of_one or bool(of_one & of_other)


@cache
def _fulls() -> dict[str, frozenset[str]]:
    """Return for each folded short or other form of a given name the folded names it may stand for."""
    fulls = {folded(short): frozenset(map(folded, names)) for short, names in nicknames().items()}
    for form, name in name_forms().items():
        fulls[folded(form)] = fulls.get(folded(form), frozenset()) | {folded(name)}
    return fulls


def _slip(one: str, other: str) -> bool:
    """Say whether one letter more, less, other or exchanged makes a long word, from its second on, the other."""
    if min(len(one), len(other)) < _LONG or one[0] != other[0]:
        return False
    return OSA.distance(one, other, score_cutoff=1) <= 1
