"""What stands beside marked words in their sentence: the words before and after, and where they stand in it."""

from bisect import bisect_left
from collections.abc import Iterator

from articles.paragraph_kinds import PassageKind

from ...grammar.sentence_context import SentenceContext
from ...grammar.verbs import is_finite
from ...lexicons import MARKED
from ..quoted_text import QuotedText
from .word_kinds import kind_of, small_word

_NEAR = 3  # words before the marks that count wherever they stand among them
_NICKNAME = 4  # words that are no nickname any more
_ENDS = (".", "?", "!", "”", '"', "’")


def before(quote: QuotedText, context: SentenceContext) -> Iterator[str]:
    """Yield what stands before the marks, the nearest first."""
    paragraph, last = context.paragraph, context.last_word_before(quote.first)
    near = [paragraph.lowers[at] for at in range(max(context.sentence.first, last - _NEAR + 1), last + 1)]
    gap = paragraph.text[paragraph.ends[last] : quote.first.start].strip() if near else ""
    word = small_word(context, last) if near else "start"
    yield f"before:{kind_of(near[-1]) if near else 'start'}{gap[:1]}"
    yield f"gap:{gap[:1]}" if near else "gap:start"
    if len(near) > 1:
        yield f"words:{small_word(context, last - 1)} {word}"
        yield f"kinds:{kind_of(near[-2])} {kind_of(near[-1])}"
    for at in range(max(context.sentence.first, last - _NEAR + 1), last + 1):
        yield f"near:{small_word(context, at)}"


def after(quote: QuotedText, context: SentenceContext) -> Iterator[str]:
    """Yield what stands after the marks, first the next letter with the kind of the next word."""
    rest = context.words_after(quote.last) if quote.last.passage == context.paragraph.index else range(0)
    mark = _next_mark(quote)
    kind = _kind_at(context, rest[0]) if rest else "none"
    yield f"then:{mark} {kind}"
    yield f"then:{mark}"
    yield f"after:{kind}"
    if kind == "Name" and quote.size < _NICKNAME and _follows_name(quote, context):
        yield "nickname"
    if rest and is_finite(context.paragraph, rest[0]):
        yield "after:verb"


def _next_mark(quote: QuotedText) -> str:
    text = quote.last_paragraph.text[quote.last.end : quote.last.end + 1]
    return "end" if not text else "blank" if text.isspace() else text if text in ".,;:?!)—–-" else "letter"


def _kind_at(context: SentenceContext, at: int) -> str:
    return "Name" if context.paragraph.words[at].capital else kind_of(context.paragraph.lowers[at])


def _follows_name(quote: QuotedText, context: SentenceContext) -> bool:
    last = context.last_word_before(quote.first)
    return last >= context.sentence.first and context.paragraph.words[last].capital


def sentence(quote: QuotedText, context: SentenceContext) -> Iterator[str]:
    """Yield where the words stand in their sentence and what else is marked there."""
    paragraph = context.paragraph
    lead = paragraph.text[context.sentence.start : quote.first.start].strip()
    rest = paragraph.text[quote.last.end : context.sentence.end].strip(" .,")
    yield f"place:{'whole' if not lead and not rest else 'first' if not lead else 'last' if not rest else 'middle'}"
    yield f"marks:{min(_marks_in(context), 4)}"
    yield f"kind:{paragraph.kind}"
    if quote.is_whole_paragraph:
        yield "paragraph"
    if quote.is_speech(context):
        yield "stands alone"
    if MARKED["shown"] & set(paragraph.lowers[context.sentence.first : context.last_word_before(quote.first) + 1]):
        yield "shown"
        yield f"shown&{'clause' if quote.size > _NICKNAME - 1 else 'few'}"
    if paragraph.kind == PassageKind.BODY and not paragraph.text[-2:].rstrip().endswith(_ENDS):
        yield "label"


def _marks_in(context: SentenceContext) -> int:
    """Return how many marked stretches begin in a sentence."""
    start, end = (
        bisect_left(context.paragraph.outer, at, key=lambda one: one.start)
        for at in (context.sentence.start, context.sentence.end)
    )
    return end - start
