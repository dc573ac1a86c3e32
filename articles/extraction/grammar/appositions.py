"""Appositions: the name that stands beside a role, or the person whom a role beside the name belongs to.

In: a paragraph, a sentence, its nominals, and the nominal that a rule took for the subject. Out: the person beside it
("Novak's lawyer, Ida Holm, said": Ida Holm; "Ida Holm, the head of the port, said": Ida Holm), else the nominal itself.
"""

from collections.abc import Sequence

from ..lexicons import GRAMMAR, ROLE_MODIFIERS, ROLES, TITLES, cue_kinds
from ..text.analysis import AnalysedParagraph, Sentence
from ..text.tokens import joined_by_space
from ..word_classes import AND
from .clauses import phrase_start
from .nominals import DETERMINERS, Nominal
from .verbs import is_finite

_SMALL = GRAMMAR["within_role"]
_APART = GRAMMAR["before_another"]  # what stands behind these is somebody else
_LONGEST = 14  # words between a role and its name
_DASHES = frozenset("—–―")
_ENDS = frozenset(',;:.—–―()“”"?!')
_STANDS_FREE = GRAMMAR["before_described"]
_ON_BEHALF = GRAMMAR["on_behalf"]


def named_beside(
    paragraph: AnalysedParagraph, sentence: Sentence, nominals: Sequence[Nominal], nominal: Nominal
) -> Nominal:
    """Return the person in apposition to a nominal, before or after it; the nominal itself where there is none."""
    if nominal.kind in ("person", "pronoun", "document"):
        return nominal
    people = [one for one in nominals if one.kind == "person" and not paragraph.words[one.last - 1].possessive]
    after = next((one for one in people if one.first >= nominal.last), None)
    if after and _names(paragraph, sentence, nominal, after):
        return after
    before = next((one for one in reversed(people) if one.last <= nominal.first), None)
    return before if before and _is_described(paragraph, sentence, before, nominal) else nominal


def _names(paragraph: AnalysedParagraph, sentence: Sentence, role: Nominal, person: Nominal) -> bool:
    """Say whether a person's name follows the words for the role at once, or after one comma: "the mayor, Ida Holm"."""
    between = range(role.last, person.first)
    if len(between) > _LONGEST or (between and paragraph.lowers[between[-1]] in _APART):
        return False  # "allies of Novak" are not Novak
    if between and paragraph.lowers[between[0]] in AND and paragraph.lowers[role.first] in DETERMINERS:
        return False  # "the Chilean leader and President Vega" are two
    if between and paragraph.lowers[between[0]] in _ON_BEHALF and _is_role(paragraph, between[-1]):
        return False  # "a spokesman for the mayor, Ida Holm," is not she
    pauses = [at for at in range(role.last, person.first + 1) if not joined_by_space(paragraph.gaps[at])]
    pauses = [
        at
        for at in pauses
        if not (paragraph.words[at - 1].possessive or paragraph.quoted[at] or paragraph.quoted[at - 1])
    ]
    if not all(_in_role(paragraph, at) for at in between) or len(pauses) > 1:
        return False
    if pauses and (paragraph.gaps[pauses[0]].strip() != "," or not _ends_name(paragraph, sentence, person.last)):
        return False
    return not pauses or phrase_start(paragraph, sentence, person) == pauses[0] or pauses[0] == person.first


def _is_role(paragraph: AnalysedParagraph, at: int) -> bool:
    return paragraph.lowers[at] in ROLES or paragraph.words[at].text in TITLES


def _in_role(paragraph: AnalysedParagraph, at: int) -> bool:
    lower = paragraph.lowers[at]
    known = lower in _SMALL or lower in DETERMINERS or lower in ROLES or lower in ROLE_MODIFIERS
    title = paragraph.words[at].text in TITLES or (paragraph.words[at].capital and lower not in cue_kinds())
    return known or bool(paragraph.quoted[at]) or title  # in a heading "Say" has a capital too


def _ends_name(paragraph: AnalysedParagraph, sentence: Sentence, last: int) -> bool:
    """Say whether a name set off by a comma is closed by another, by a verb or by the end, no list."""
    return last >= sentence.last or not _ENDS.isdisjoint(paragraph.gaps[last]) or is_finite(paragraph, last)


def _is_described(paragraph: AnalysedParagraph, sentence: Sentence, person: Nominal, role: Nominal) -> bool:
    """Say whether the words are only said of the subject before them: "Ida Holm, the head of the port, said"."""
    start = phrase_start(paragraph, sentence, person)
    between = range(person.last, role.first)
    free = (
        start == sentence.first
        or paragraph.lowers[start - 1] in _STANDS_FREE
        or paragraph.quoted[start - 1] > 0
        or not _ENDS.isdisjoint(paragraph.gaps[start])
    )
    joined = bool(between) and paragraph.lowers[between[-1]] in AND
    if not free or joined or len(between) > _LONGEST or not all(_in_role(paragraph, at) for at in between):
        return False
    if any(is_finite(paragraph, at) or paragraph.quoted[at] for at in between):
        return False
    opens = [at for at in range(person.last, role.first + 1) if not _ENDS.isdisjoint(paragraph.gaps[at])]
    return bool(opens) or role.kind != "group"
