"""Attribution of a quotation within its sentence: its shapes, tried in order of how sure they are.

In: a sentence's context and the outer marks of quoted words in it. Out: `Attribution`, or None where the sentence does
not say who speaks.
"""

from ..findings import Span
from ..grammar.sentence_context import Attribution, SentenceContext
from .post_quote import distant_post_quote, post_quote, sentence_final
from .pre_quote import before_colon, by_document, pre_quote, under_document
from .set_phrases import by_set_phrase

_SHAPES = (
    by_set_phrase,
    post_quote,
    under_document,
    sentence_final,
    pre_quote,
    by_document,
    before_colon,
    distant_post_quote,
)


def attribute(context: SentenceContext, outer: Span) -> Attribution | None:
    """Return who says the words between these outer marks, by the first shape of attribution that fits."""
    for shape in _SHAPES:
        if found := shape(context, outer):
            return found
    return None
