"""Runs of words that may hold names: what the model looks at. Lower-case text between them costs nothing.

In: a page of the reading. Out: half-open word ranges of words with capitals and the small particles between them; a
nickname in marks, and "Jr." after a comma, belong to the run.
"""

from collections.abc import Iterator
from typing import NamedTuple

from ..lexicons import COMMON_WORDS, GRAMMAR, PARTICLES, SURNAME_WORDS, given_names
from ..text.reading import Page, Sentence
from ..text.words import proper
from .spellings import SUFFIXES

LONGEST_RUN = 40  # words; a longer one (a page in capitals) is cut, so that work stays linear
_PLAIN = COMMON_WORDS | GRAMMAR["time"] | GRAMMAR["pronoun"]
_JOINTS = frozenset(
    (" ", ". ", ".", "\u00a0", ' "', '" ', " “", "” ", " ‘", "’ ", " '", "' ", ' " ', " - ", ".-", "] ", ".] ", " [")
)


class Run(NamedTuple):
    """A half-open range of words in a page, and the sentence around it."""

    sentence: Sentence
    first: int
    last: int


def runs_of(page: Page) -> Iterator[Run]:
    """Yield the runs of a page in order."""
    words = page.words
    for sentence in page.sentences:
        at, last = sentence.first, sentence.last
        while at < last:
            if words[at].capital or (page.lowers[at] in PARTICLES and _goes_on(page, at, last)):
                end = _end(page, at, last)
                yield Run(sentence, at, end)
                at = end
            else:
                at += 1


def may_name(page: Page, run: Run) -> bool:
    """Say whether a run may hold a name at all: not a lone "The" or "Monday", as sentences begin."""
    word = proper(page.words[run.first])
    plain = page.lowers[run.first] in _PLAIN and word not in given_names() and word not in SURNAME_WORDS
    return run.last - run.first > 1 or not plain


def joined(page: Page, at: int) -> bool:
    """Say whether a word may belong to the same name as the word before it."""
    gap = page.words[at].gap
    return gap in _JOINTS or (gap == ", " and page.lowers[at] in SUFFIXES)


def _end(page: Page, at: int, last: int) -> int:
    end = at + 1
    while end < last and end - at < LONGEST_RUN and not page.words[end - 1].owns and joined(page, end):
        if not page.words[end].capital and not (page.lowers[end] in PARTICLES and _goes_on(page, end, last)):
            break
        end += 1
    return end


def _goes_on(page: Page, at: int, last: int) -> bool:
    """Say whether at most two particles are followed by a capital: "van der Meer"."""
    for step in (at + 1, at + 2):
        if step >= last or not joined(page, step):
            return False
        if page.words[step].capital:
            return True
        if page.lowers[step] not in PARTICLES:
            return False
    return False
