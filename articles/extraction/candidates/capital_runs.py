"""Runs of capitals, which may hold names: what the model of names looks at. Lower-case text between them costs nothing.

In: a paragraph. Out: half-open word ranges of words with capitals and the small particles between them; a
nickname in marks, and "Jr." after a comma, belong to the run.
"""

from bisect import bisect_left
from collections.abc import Iterator

from ..lexicons import COMMON_WORDS, GRAMMAR, PARTICLES, SURNAME_WORDS, given_names
from ..records import record
from ..text.analysis import AnalysedParagraph, Sentence
from .spellings import SUFFIXES

LONGEST_RUN = 40  # words; a longer one (a paragraph in capitals) is cut, so that work stays linear
_PLAIN = COMMON_WORDS | GRAMMAR["time"] | GRAMMAR["pronoun"]
_JOINTS = frozenset(
    (" ", ". ", ".", "\u00a0", ' "', '" ', " “", "” ", " ‘", "’ ", " '", "' ", ' " ', " - ", ".-", "] ", ".] ", " [")
)


@record
class CapitalRun:
    """A run of words with capitals: a half-open word range in a paragraph, and the sentence around it."""

    sentence: Sentence
    first: int
    last: int


def capital_runs(paragraph: AnalysedParagraph) -> Iterator[CapitalRun]:
    """Yield the runs of capitals of a paragraph in order."""
    words = paragraph.words
    openers = [at for at, word in enumerate(words) if word.capital or word.lower in PARTICLES]
    for sentence in paragraph.sentences:
        end, last = sentence.first, sentence.last
        for at in openers[bisect_left(openers, end) : bisect_left(openers, last)]:
            if at >= end and (words[at].capital or _goes_on(paragraph, at, last)):
                end = _end(paragraph, at, last)
                yield CapitalRun(sentence, at, end)


def may_hold_name(paragraph: AnalysedParagraph, run: CapitalRun) -> bool:
    """Say whether a run may hold a name at all: not a lone "The" or "Monday", as sentences begin."""
    if run.last - run.first > 1 or paragraph.lowers[run.first] not in _PLAIN:
        return True
    word = paragraph.words[run.first].title
    return word in given_names() or word in SURNAME_WORDS


def continues_name(paragraph: AnalysedParagraph, at: int) -> bool:
    """Say whether a word may belong to the same name as the word before it."""
    gap = paragraph.gaps[at]
    return gap in _JOINTS or (gap == ", " and paragraph.lowers[at] in SUFFIXES)


def _end(paragraph: AnalysedParagraph, at: int, last: int) -> int:
    end = at + 1
    while (
        end < last
        and end - at < LONGEST_RUN
        and not paragraph.words[end - 1].possessive
        and continues_name(paragraph, end)
    ):
        if not paragraph.words[end].capital and not (
            paragraph.lowers[end] in PARTICLES and _goes_on(paragraph, end, last)
        ):
            break
        end += 1
    return end


def _goes_on(paragraph: AnalysedParagraph, at: int, last: int) -> bool:
    """Say whether at most two particles are followed by a capital: "van der Meer"."""
    for step in (at + 1, at + 2):
        if step >= last or not continues_name(paragraph, step):
            return False
        if paragraph.words[step].capital:
            return True
        if paragraph.lowers[step] not in PARTICLES:
            return False
    return False
