"""The phrase before a verb of saying, back to a pause: its first noun speaks, not the nearest one.

"Sources close to the mayor said": the sources. "In the poll, 71 percent of people said": 71 percent of people. "One
senator, Anna Roux, said": Anna Roux. In: a sentence's context and a reporting cue. Out: a `Nominal`, or None where the
words before the verb are no such phrase.
"""

from collections.abc import Sequence

from ..grammar.nominals import Nominal
from ..grammar.sentence_context import SentenceContext
from ..grammar.verbs import is_finite
from ..lexicons import CLAUSES, GRAMMAR, NOUNS
from ..word_classes import ADVERB_ENDS, NEGATIONS, OF, PARTICIPLE_ENDS
from .content_start import pauses

_LONGEST = 14  # words of a subject
_RELATIVES = CLAUSES["describes"]
_NO_SUBJECT = (
    GRAMMAR["preposition"] | CLAUSES["no_attribution"] | CLAUSES["side"] | GRAMMAR["pronoun"] | CLAUSES["no_subject"]
)
_NO_END = CLAUSES["no_subject_end"]
_LEADS = CLAUSES["before_subject"]  # words before a subject
_QUANTITIES = CLAUSES["quantity"]
_ABOUT = CLAUSES["about"]
_CLOSE = CLAUSES["close"]
_ATTENDANT = CLAUSES["attendant"]
_NO_OPENING_ENDS = PARTICIPLE_ENDS + ADVERB_ENDS
_SKIPPED = GRAMMAR["auxiliary"] | GRAMMAR["time"] | NEGATIONS


def subject_phrase(context: SentenceContext, cue_first: int) -> tuple[int, int] | None:
    """Return the half-open words between a pause, or the sentence's beginning, and a cue that are a subject."""
    paragraph, last = context.paragraph, cue_first
    while last > context.sentence.first and _is_between(context, last - 1) and not _breaks(context, last):
        last -= 1
    first = last
    while first > context.sentence.first and not _is_edge(context, first):
        first -= 1
    with_participle = paragraph.lowers[cue_first].endswith(PARTICIPLE_ENDS) and paragraph.lowers[first] in _ATTENDANT
    first += with_participle  # "with 23 percent saying", "with Novak claiming"
    while first < last and paragraph.lowers[first] in _LEADS:
        first += 1
    if not 0 < last - first <= _LONGEST or _breaks(context, last) or not _may_open(context, first):
        return None
    return None if paragraph.lowers[last - 1] in _NO_END or _has_verb(context, first, last) else (first, last)


def phrase_speaker(context: SentenceContext, phrase: tuple[int, int]) -> Nominal | None:
    """Return who speaks by a subject phrase: its first nominal, else its words up to what describes them."""
    first, last = phrase
    lowers = context.paragraph.lowers
    if _is_quantity(lowers[first : first + 4]):
        return Nominal(first, last, "group")
    inside = [nominal for nominal in context.nominals if first <= nominal.first and nominal.last <= last]
    head = _head_end(context, first, last)
    at_head = next((nominal for nominal in inside if nominal.last == head or nominal.kind == "person"), None)
    if at_head and at_head.first < head:
        return at_head
    return Nominal(first, head, _kind(context, first, head))


def _is_quantity(lowers: Sequence[str]) -> bool:
    """Say whether words open a share of people: "71 percent", "a third"."""
    return bool(lowers) and (lowers[0][0].isdigit() or not _QUANTITIES.isdisjoint(lowers))


def named_in_apposition(context: SentenceContext, speaker: Nominal, cue_first: int) -> Nominal | None:
    """Return the person who is named between commas right before a verb: "One senator, Anna Roux, said"."""
    paragraph = context.paragraph
    if speaker.kind in ("person", "pronoun") or not pauses(paragraph, cue_first):
        return None
    named = [one for one in context.nominals if speaker.last <= one.first and one.last <= cue_first]
    person = next((one for one in named if one.kind == "person"), None)
    opened = person and any(pauses(paragraph, at) for at in range(speaker.last, person.first + 1))
    return person if opened and not any(is_finite(paragraph, at) for at in range(speaker.last, cue_first)) else None


def _is_between(context: SentenceContext, at: int) -> bool:
    lower, before = context.paragraph.lowers[at], context.paragraph.lowers[at - 1]
    adverb = (
        lower.endswith(ADVERB_ENDS) and not context.paragraph.words[at].capital and before not in GRAMMAR["determiner"]
    )
    progressive = lower in CLAUSES["be"] and context.paragraph.lowers[at + 1].endswith(PARTICIPLE_ENDS)
    return lower in _SKIPPED or progressive or (adverb and before not in GRAMMAR["possessive"])


def _breaks(context: SentenceContext, at: int) -> bool:
    """Say whether a pause stands before a word; the comma of "50,000" is none."""
    return pauses(context.paragraph, at) and context.paragraph.gaps[at] != ","


def _is_edge(context: SentenceContext, at: int) -> bool:
    paragraph = context.paragraph
    return _breaks(context, at) or bool(paragraph.quoted[at - 1]) or ":" in paragraph.gaps[at]


def _may_open(context: SentenceContext, first: int) -> bool:
    lower = context.paragraph.lowers[first]
    if lower in _ABOUT and _is_quantity(context.paragraph.lowers[first + 1 : first + 4]):
        return True
    verb = is_finite(context.paragraph, first) and context.paragraph.lowers[first + 1] not in OF
    return lower not in _NO_SUBJECT and not lower.endswith(_NO_OPENING_ENDS) and not verb


def _has_verb(context: SentenceContext, first: int, last: int) -> bool:
    """Say whether a finite verb stands in a phrase, but for one in a clause that describes its noun."""
    for at in range(first + 1, last):
        if context.paragraph.lowers[at] in _RELATIVES:
            return False
        if is_finite(context.paragraph, at) and context.paragraph.lowers[at] not in NOUNS:
            return True
    return False


def _head_end(context: SentenceContext, first: int, last: int) -> int:
    """Return the word after a phrase's head: before a preposition, a relative word, "close to"."""
    lowers = context.paragraph.lowers
    for at in range(first + 1, last):
        if lowers[at] in GRAMMAR["preposition"] or lowers[at] in _RELATIVES or lowers[at] in _CLOSE:
            return at
        if lowers[at].endswith(PARTICIPLE_ENDS) and lowers[at - 1] in _PLURALS:
            return at
    return last


_PLURALS = CLAUSES["people"]


def _kind(context: SentenceContext, first: int, last: int) -> str:
    words = context.paragraph.words
    named = all(words[at].capital for at in range(first, last)) and first > context.sentence.first
    return "organisation" if named else "group"
