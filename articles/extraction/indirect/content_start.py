"""Where reported words begin after their cue: past its hearer, time and place, "told reporters on Monday that".

In: a sentence's context and a cue in one of its frames. Out: word indexes. Every look ahead ends at a
pause or after a fixed number of words.
"""

from functools import lru_cache

from ..grammar.nominals import Nominal
from ..grammar.sentence_context import SentenceContext
from ..grammar.verbs import is_finite
from ..lexicons import CLAUSES, GRAMMAR
from ..text.analysis import AnalysedParagraph
from ..word_classes import THAT, TO
from .frames import ReportingCue

SUBJECTS = CLAUSES["subject"]
HEARERS = CLAUSES["hearer"]
QUESTIONS = CLAUSES["question"]
_ASKED = QUESTIONS - CLAUSES["doubtful_question"]  # "who" and "when" after other words rather belong to them
_CLAUSE_OPENERS = THAT | _ASKED
_TIMES = CLAUSES["time"]
_BEFORE_TIMES = CLAUSES["before_time"]
_SETTING_OPENERS = CLAUSES["setting_opener"]
_BEFORE_NOUN = GRAMMAR["determiner"] | GRAMMAR["possessive"]
_WITH_NOUN = GRAMMAR["preposition"] | _BEFORE_NOUN | CLAUSES["with_noun"]
_PLACE_OPENERS = _SETTING_OPENERS - TO
_SETTINGS = CLAUSES["setting"]
_REACH = 16  # words after a cue among which "that" or a subject may begin the clause
_PAUSES = frozenset(",;—–")


def pauses(paragraph: AnalysedParagraph, at: int) -> bool:
    """Say whether a comma, semicolon or dash stands before a word."""
    gap = paragraph.gaps[at]
    return gap != " " and _is_pause(gap)


@lru_cache(1_000)
def _is_pause(gap: str) -> bool:
    return not _PAUSES.isdisjoint(gap) or " - " in gap or "--" in gap


def content_start(context: SentenceContext, cue: ReportingCue, frame: str) -> int:
    """Return the first word of what a cue in a frame reports; the sentence's end where nothing follows."""
    paragraph, last = context.paragraph, context.sentence.last
    if cue.last < last and pauses(paragraph, cue.last) and (that := _that_after_remark(paragraph, cue.last, last)):
        return that
    at = after_times(paragraph, cue.last, last)
    if at >= last or paragraph.quoted[at]:
        return at
    if frame == "hearer":
        return _after_hearer(paragraph, at, last, context.nominals)
    if frame == "ask":
        return _opening(paragraph, at, last, _ASKED) or at
    if frame in ("clause", "that") and paragraph.lowers[at] in _SETTING_OPENERS:
        return _after_setting(paragraph, at, last)
    return at


def after_times(paragraph: AnalysedParagraph, at: int, last: int) -> int:
    """Return the word after a time such as "on Tuesday", "last week" or "Sunday night"; the same word where none is."""
    while at < last and not paragraph.quoted[at]:
        lower = paragraph.lowers[at]
        if lower in _TIMES:
            at += 1
        elif lower in _BEFORE_TIMES and at + 1 < last and _is_time(paragraph.lowers[at + 1]):
            at += 2
        else:
            break
    return at


def hearer_end(paragraph: AnalysedParagraph, at: int, last: int, nominals: list[Nominal]) -> int:
    """Return the word after the words for who is told, the same word where there are none."""
    if at < last and paragraph.lowers[at] in HEARERS:
        return at + 1
    hearer = next((one for one in nominals if at <= one.first <= at + 2 and one.kind != "pronoun"), None)
    return hearer.last if hearer else at


def _is_time(word: str) -> bool:
    return word in _TIMES or (len(word) == 4 and word.isdigit())


def _after_hearer(paragraph: AnalysedParagraph, at: int, last: int, nominals: list[Nominal]) -> int:
    """Step over who is told: "told reporters in Oslo that", "told her he"."""
    if found := _opening(paragraph, at, last, _CLAUSE_OPENERS):
        return found
    after = after_times(paragraph, hearer_end(paragraph, at, last, nominals), last)
    if at < after < last and paragraph.lowers[after] in _PLACE_OPENERS:
        return _after_setting(paragraph, after, last)
    return after


def _opening(paragraph: AnalysedParagraph, at: int, last: int, words: frozenset[str]) -> int:
    """Return the place of the first of these words near by, before any pause; 0 where there is none."""
    for step in range(at, min(at + _REACH, last)):
        if paragraph.quoted[step] or (step > at and pauses(paragraph, step)):
            return 0
        if paragraph.lowers[step] in words:
            return 0 if step > at and _describes(paragraph, step, last) else step
    return 0


def _describes(paragraph: AnalysedParagraph, at: int, last: int) -> bool:
    """Say whether "that" is the subject of its clause, which tells of the noun before: "in notes that were read"."""
    return paragraph.lowers[at] in THAT and at + 1 < last and is_finite(paragraph, at + 1)


def _that_after_remark(paragraph: AnalysedParagraph, at: int, last: int) -> int:
    """Return the place of "that" after a remark between commas: "reported, in June of last year, that"; else 0."""
    for step in range(at + 1, min(at + _REACH, last)):
        if paragraph.quoted[step]:
            break
        if pauses(paragraph, step):
            return step if paragraph.lowers[step] in THAT else 0
    return 0


def _after_setting(paragraph: AnalysedParagraph, at: int, last: int) -> int:
    """Step over where it was said: "in a statement", "at a rally in Oslo that", "on Twitter he"."""
    if found := _opening(paragraph, at, last, THAT):
        return found
    start = at
    for step in range(at, min(at + _REACH, last)):
        if paragraph.quoted[step] or (step > at and pauses(paragraph, step)):
            break
        if step > at and (paragraph.lowers[step] in SUBJECTS or _opens_phrase(paragraph, step)):
            return step
        if start == at and paragraph.lowers[step] in _SETTINGS:
            start = after_times(paragraph, step + 1, last)
            if start >= last or paragraph.lowers[start] not in _SETTING_OPENERS:
                return start
    return start


def _opens_phrase(paragraph: AnalysedParagraph, at: int) -> bool:
    """Say whether a determiner begins a phrase of its own: "on Lake News the ferry", not "in the", "to a"."""
    return paragraph.lowers[at] in _BEFORE_NOUN and paragraph.lowers[at - 1] not in _WITH_NOUN
