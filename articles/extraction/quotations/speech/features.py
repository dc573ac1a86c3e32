"""All features of marked words in their sentence, alone and together."""

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
) -> tuple[str, ...]:
    """Return the features of marked words in their sentence, with what the rules make of them.

    `earlier` says what the marked words before these were, and how near they stand.
    """
    words, lead, rest = list(inside(quote)), list(before(quote, context)), list(after(quote, context))
    size, shape = f"size:{step(quote.size, SIZES)}", f"shape:{shape_of(reading)}"
    around = [*sentence(quote, context), *signs.features(quote), *rules(quote, context, reading)]
    pairs = [(earlier, size), (earlier, shape), (shape, size)]
    pairs += [(one, other) for one in (size, shape) for other in (lead[0], words[0])]
    pairs += [(shape, words[1]), (shape, lead[1]), (size, rest[0]), (lead[0], rest[0])]
    together = [*("&".join(pair) for pair in pairs), f"{lead[0]}&{words[0]}&{rest[0]}"]
    return (earlier, size, shape, *words, *lead, *rest, *around, *together)
