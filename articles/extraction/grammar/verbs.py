"""Verbs: which words of a paragraph begin a finite verb, so that clauses and their subjects can be told apart.

In: a paragraph and a word's place in it. Out: yes or no. A word list and endings decide, not a grammar: a noun like
"plans" may be taken for a verb where no owner stands before it.
"""

from functools import cache

from ..lexicons import GRAMMAR, cue_kinds, kinds_in
from ..text.analysis import AnalysedParagraph
from ..word_classes import ADVERB_ENDS, COORDINATORS, PARTICIPLE_ENDS, PAST_ENDS

_AUXILIARIES = GRAMMAR["auxiliary"]
_OPENS_REMARK, _CLOSES_REMARK = frozenset(",(—–"), frozenset(",)—–")
_NO_VERB_AFTER = GRAMMAR["determiner"] | GRAMMAR["preposition"] | GRAMMAR["clitic"]


@cache
def _finite() -> frozenset[str]:
    kinds = kinds_in("verbs.tsv")
    cues = {form for form, kind in cue_kinds().items() if kind != "noun" and not form.endswith(PARTICIPLE_ENDS)}
    return frozenset(kinds["finite"] | kinds["past"] | kinds["third"] | cues)


def is_finite(paragraph: AnalysedParagraph, at: int) -> bool:
    """Say whether a word may begin a finite verb."""
    lower, word = paragraph.lowers[at], paragraph.words[at]
    if word.capital or paragraph.quoted[at]:
        return False
    if lower not in _finite() and not (lower.endswith(PAST_ENDS) and len(lower) > 4):
        return False
    return at == 0 or not (paragraph.words[at - 1].possessive or paragraph.lowers[at - 1] in _NO_VERB_AFTER)


def verb_after(paragraph: AnalysedParagraph, last: int, end: int) -> int:
    """Return the finite verb that follows a subject ending at `last`, over adverbs and one remark; else -1."""
    at = last
    while at < end and at - last <= 4 and not paragraph.quoted[at]:
        if is_finite(paragraph, at):
            return at
        if not _OPENS_REMARK.isdisjoint(paragraph.gaps[at]):
            return _verb_after_remark(paragraph, at, end)
        if paragraph.lowers[at] not in _AUXILIARIES and not paragraph.lowers[at].endswith(ADVERB_ENDS):
            return -1
        at += 1
    return -1


_LONGEST_REMARK = 25  # words between a subject and its verb


def _verb_after_remark(paragraph: AnalysedParagraph, first: int, end: int) -> int:
    """Return the verb right after the comma, bracket or dash that closes the remark beginning at `first`; else -1."""
    if paragraph.lowers[first] in COORDINATORS or is_finite(paragraph, first):
        return -1
    for at in range(first + 1, min(end, first + _LONGEST_REMARK)):
        if not _CLOSES_REMARK.isdisjoint(paragraph.gaps[at]) and not paragraph.quoted[at]:
            nxt = (
                at + 1 if paragraph.lowers[at] in _AUXILIARIES and not is_finite(paragraph, at) and at + 1 < end else at
            )
            if is_finite(paragraph, nxt):
                return nxt
    return -1
