"""Attribution by a set phrase: in the words of X, “…”; to quote X: “…”; as X put it, “…”; “…”, as X put it."""

from ..findings import Span
from ..grammar.nominals import Nominal
from ..grammar.sentence_context import Attribution, SentenceContext
from ..lexicons import SET_PHRASES
from ..word_classes import AS

_OPENING = SET_PHRASES["before_name"]  # before the name
_CLOSING = SET_PHRASES["behind_name"]  # behind the name, after "as"
_FIRST_WORDS = frozenset(phrase[0] for phrase in _OPENING) | AS  # of these phrases
_LONGEST_TITLE = 8  # words between the phrase and the name
_NEAR = 4  # words between the phrase with its name and the marks
_REASON = "is whose words they are said to be"


def by_set_phrase(context: SentenceContext, outer: Span) -> Attribution | None:
    """Return the attribution by a set phrase shortly before the marks, or right behind them."""
    last = context.last_word_before(outer)
    for at in range(last, context.sentence.first - 1, -1):
        if context.paragraph.quoted[at]:
            break
        if context.paragraph.lowers[at] in _FIRST_WORDS and (speaker := _named_by(context, at)):
            near = last - speaker.last <= _NEAR
            return context.attribution([speaker], None, 0.9, _REASON) if near else None
    behind = context.words_after(outer)
    speaker = _who_put_it(context, behind[0]) if behind else None
    return context.attribution([speaker], None, 0.9, _REASON)


def _named_by(context: SentenceContext, at: int) -> Nominal | None:
    lowers = context.paragraph.lowers
    for phrase in _OPENING:
        if tuple(lowers[at : at + len(phrase)]) == phrase:
            return _next(context, at + len(phrase))
    return _who_put_it(context, at)


def _who_put_it(context: SentenceContext, at: int) -> Nominal | None:
    """Return the name in "as X put it" where a word opens that."""
    speaker = _next(context, at + 1) if context.paragraph.lowers[at] in AS else None
    after = context.paragraph.lowers[speaker.last : speaker.last + 3] if speaker else []
    return speaker if any(tuple(after[: len(phrase)]) == phrase for phrase in _CLOSING) else None


def _next(context: SentenceContext, first: int) -> Nominal | None:
    near = range(first, first + _LONGEST_TITLE)
    return next((one for one in context.nominals if one.first in near), None)
