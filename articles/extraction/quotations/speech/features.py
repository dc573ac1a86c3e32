"""All features of marked words in their sentence, alone and together."""

from ...decisions import Conjunctions
from ...grammar.sentence_context import SentenceContext
from ..quoted_text import QuotedText
from ..readings import Reading
from .article_signs import ArticleSigns
from .beside import after, before, sentence
from .inside import inside
from .rules import SIZES, rules, shape_of
from .word_kinds import step


def speech_features(
    quote: QuotedText, context: SentenceContext, reading: Reading, signs: ArticleSigns, earlier: str
) -> tuple[tuple[str, ...], Conjunctions]:
    """Return the features of marked words in their sentence and of what the rules make of them, and conjunctions.

    `earlier` says what the marked words before these were, and how near they stand.
    """
    words, lead, rest = list(inside(quote)), list(before(quote, context)), list(after(quote, context))
    size, shape = f"size:{step(quote.size, SIZES)}", f"shape:{shape_of(reading)}"
    around = [*sentence(quote, context), *signs.features(quote), *rules(quote, context, reading)]
    together = (
        (earlier, (size, shape)),
        (shape, (size, *lead[:2], *words[:2])),
        (size, (lead[0], words[0], rest[0])),
        (lead[0], (rest[0], f"{words[0]}&{rest[0]}")),
    )
    return (earlier, size, shape, *words, *lead, *rest, *around), together
