"""What somebody is typing where their caret stands: the word that goes on, and the names it may be part of.

A stretch is what a suggestion takes the place of: half-open code points of the text, and the words in it.
"""

from dataclasses import dataclass
from itertools import pairwise

from search.language.analysis import TOKEN
from search.language.lexer import OPERATORS, Lexeme, lexemes
from search.language.limits import LONGEST_QUERY

LONGEST_NAME = 4  # words typed without quotation marks that may be one name


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that were typed, and the half-open place in the text that they take up with their marks."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Typed:
    """What is being typed: in which field, if any, the word at the caret, and the names it may end, longest first."""

    field: str = ""
    word: Stretch | None = None
    names: tuple[Stretch, ...] = ()


def typed(text: str, caret: int) -> Typed:
    """Say what is being typed before the caret, a place in the text."""
    before = text[: max(0, min(caret, len(text), LONGEST_QUERY))]
    cut = list(lexemes(before))
    if not cut or (cut[-1].kind == "quoted" and cut[-1].closed):
        return Typed()
    last, previous = cut[-1], cut[-2] if len(cut) > 1 else None
    if previous and previous.kind == "field":
        name = Stretch(last.text, previous.start, len(before))
        return Typed(previous.text, _word_at_the_end(before) if previous.text == "title" else None, (name,))
    word, is_words = _word_at_the_end(before), last.kind == "quoted" or _is_value(previous)
    return Typed(word=word) if is_words else Typed(word=word, names=tuple(_names(cut, before)))


def _word_at_the_end(before: str) -> Stretch | None:
    """Return the word that ends right at the caret: an operator or a word with a star is finished."""
    *_, last = (None, *TOKEN.finditer(before))
    if last is None or last.end() != len(before) or last.group() in OPERATORS:
        return None
    return Stretch(last.group(), *last.span())


def _names(cut: list[Lexeme], before: str) -> list[Stretch]:
    """Return the last words, the last but one and so on: each may be where a name begins. Longest first."""
    run: list[Lexeme] = []
    for previous, word in reversed(list(pairwise([None, *cut]))):
        if word is None or word.kind != "word" or len(run) == LONGEST_NAME or _is_value(previous):
            break
        run.insert(0, word)
    end = len(before)
    return [Stretch(before[word.start : end].strip(), word.start, end) for word in run]


def _is_value(previous: Lexeme | None) -> bool:
    """Say whether what follows is the value of a field, or the word that is to be there several times."""
    return previous is not None and previous.kind in ("field", "times")
