"""What marked words themselves show: how long they are, how they are written, whether somebody speaks in them."""

from collections.abc import Iterator, Sequence

from ...lexicons import COMMON_WORDS, GRAMMAR, MARKED
from ..quoted_text import QuotedText
from .word_kinds import kind_of

_VERBS = GRAMMAR["be"] | GRAMMAR["auxiliary"] | MARKED["verb"]
_SINGLE = "‘'‚’"


def inside(quote: QuotedText) -> Iterator[str]:
    """Yield what the words themselves show; first how they are written, then how they end."""
    words = quote.words
    lowers = [word.strip(".,?!;:()").lower().replace("’", "'") for word in words]
    yield f"written:{_written(words)}"
    yield f"ends:{quote.text[-1] if quote.text[-1] in '.,?!…;:-–—' else 'open'}"
    yield "speaks" if MARKED["speaking"] & set(lowers) else "speaks:not"
    if any(lower in _VERBS for lower in lowers):
        yield "verb"
    if any("'" in lower for lower in lowers):
        yield "short"
    if any(mark in quote.text[:-1] for mark in ".?!;"):
        yield "sentences"
    yield f"opens:{kind_of(lowers[0])}" if lowers else "opens:"
    yield "mark:single" if quote.paragraph.text[quote.first.start] in _SINGLE else "mark:double"
    if not quote.span.closed:
        yield "mark:open"


def _written(words: Sequence[str]) -> str:
    letters = [word.lstrip("[(") for word in words if word.lstrip("[(")[:1].isalnum()]
    if not letters:
        return "none"
    if not letters[0][:1].isupper():
        return "small"
    if all(word.isupper() for word in letters):
        return "shouted" if len(letters[0]) > 1 else "capital"
    titled = all(word[:1].isupper() or not word[:1].isalpha() or word.lower() in COMMON_WORDS for word in letters)
    return "capital" if len(letters) == 1 else "title" if titled and letters[-1][:1].isupper() else "sentence"
