"""Verbs: which words of a page begin a finite verb, so that clauses and their subjects can be told apart.

In: a page and a word's place in it. Out: yes or no. A word list and endings decide, not a grammar: a noun like
"plans" may be taken for a verb where no owner stands before it.
"""

from functools import cache

from ..lexicons import GRAMMAR, cue_kinds, kinds_in
from ..text.reading import Page

_AUXILIARIES = GRAMMAR["auxiliary"]
_NO_VERB_AFTER = GRAMMAR["determiner"] | GRAMMAR["preposition"] | {"'s"}


@cache
def _finite() -> frozenset[str]:
    kinds = kinds_in("verbs.tsv")
    bases = kinds["base"]
    with_s = {_third_person(base) for base in bases}
    cues = {form for form, kind in cue_kinds().items() if kind != "noun" and not form.endswith("ing")}
    return frozenset(kinds["finite"] | kinds["past"] | with_s | cues)


def _third_person(base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "o")) else "s")


def is_finite(page: Page, at: int) -> bool:
    """Say whether a word may begin a finite verb."""
    lower, word = page.lowers[at], page.words[at]
    if word.capital or page.quoted[at]:
        return False
    if lower not in _finite() and not (lower.endswith("ed") and len(lower) > 4):
        return False
    return at == 0 or not (page.words[at - 1].owns or page.lowers[at - 1] in _NO_VERB_AFTER)


def verb_after(page: Page, last: int, end: int) -> int:
    """Return the finite verb that follows a subject ending at `last`, over adverbs and one remark; else -1."""
    at = last
    while at < end and at - last <= 4 and not page.quoted[at]:
        if is_finite(page, at):
            return at
        if set(page.words[at].gap) & set(",(—–"):
            return _verb_after_remark(page, at, end)
        if page.lowers[at] not in _AUXILIARIES and not page.lowers[at].endswith("ly"):
            return -1
        at += 1
    return -1


_LONGEST_REMARK = 25  # words between a subject and its verb


def _verb_after_remark(page: Page, first: int, end: int) -> int:
    """Return the verb right after the comma, bracket or dash that closes the remark beginning at `first`; else -1."""
    if page.lowers[first] in ("and", "but", "or") or is_finite(page, first):
        return -1
    for at in range(first + 1, min(end, first + _LONGEST_REMARK)):
        if set(page.words[at].gap) & set(",)—–") and not page.quoted[at]:
            nxt = at + 1 if page.lowers[at] in _AUXILIARIES and not is_finite(page, at) and at + 1 < end else at
            if is_finite(page, nxt):
                return nxt
    return -1
