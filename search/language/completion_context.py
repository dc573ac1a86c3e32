"""What somebody is typing at their caret: the word to complete, and the names that it may be part of."""

from dataclasses import dataclass
from itertools import pairwise

from search.language.analysis import last_token
from search.language.lexer import OPERATORS, Lexeme, lexemes
from search.language.limits import LONGEST_QUERY

LONGEST_NAME = 4  # words typed without quotation marks that may be one name


@dataclass(frozen=True, slots=True)
class InputSpan:
    """A part of what was typed that a suggestion takes the place of: its words, and where it stands.

    `start` and `end` are half-open code-point offsets; quotation marks and the field before a name are within them.
    """

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CompletionContext:
    """What can be completed at a caret.

    `field` is the field whose value is being typed, or empty. `word` is the word that ends at the caret. `names` are
    the last words together, the last but one and so on: each may be the beginning of a name; the longest is first.
    """

    field: str = ""
    word: InputSpan | None = None
    names: tuple[InputSpan, ...] = ()


def completion_context(text: str, caret: int) -> CompletionContext:
    """Return what can be completed before the caret, a code-point offset in the text of a query."""
    before = text[: max(0, min(caret, len(text), LONGEST_QUERY))]
    found = list(lexemes(before))
    if not found or (found[-1].kind == "quoted" and found[-1].closed):
        return CompletionContext()
    last, previous = found[-1], found[-2] if len(found) > 1 else None
    if previous and previous.kind == "field":
        name = InputSpan(last.text, previous.start, len(before))
        return CompletionContext(previous.text, _last_word(before) if previous.text == "title" else None, (name,))
    word, is_words = _last_word(before), last.kind == "quoted" or _is_value(previous)
    return CompletionContext(word=word) if is_words else CompletionContext(word=word, names=_names(found, before))


def _last_word(before: str) -> InputSpan | None:
    """Return the word that ends right at the caret: an operator or a word with a star is finished."""
    last = last_token(before)
    if last is None or last.group() in OPERATORS:
        return None
    return InputSpan(last.group(), *last.span())


def _names(found: list[Lexeme], before: str) -> tuple[InputSpan, ...]:
    """Return the last words, the last but one and so on, the longest first."""
    run: list[Lexeme] = []
    for previous, word in reversed(list(pairwise([None, *found]))):
        if word is None or word.kind != "word" or len(run) == LONGEST_NAME or _is_value(previous):
            break
        run.insert(0, word)
    end = len(before)
    return tuple(InputSpan(before[word.start : end].strip(), word.start, end) for word in run)


def _is_value(previous: Lexeme | None) -> bool:
    """Say whether what follows is the value of a field, or the word of an "atleast3"."""
    return previous is not None and previous.kind in ("field", "times")
