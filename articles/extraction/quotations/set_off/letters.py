"""Letters given in full: from "Dear Mr. President:" to "Sincerely," and the name of who signs."""

import re
from collections.abc import Iterator, Sequence

from articles.paragraph_kinds import PassageKind

from ...grammar.sentence_context import Attribution, SentenceContexts
from ...lexicons import PATTERNS
from ...text.analysis import AnalysedArticle, AnalysedParagraph
from .set_off import SetOff, nominal_within, whole

_BODY = PassageKind.BODY
_OPENS = re.compile(rf"{PATTERNS['letter_opens']} [^\W\d_a-z].{{1,80}}[,:]$")
_CLOSES = re.compile(rf"{PATTERNS['letter_closes']}\b.{{0,40}}$", re.I)
_LONGEST = 60  # paragraphs
_LONGEST_NAME = 8  # words under a letter


def letters(article: AnalysedArticle, contexts: SentenceContexts) -> Iterator[SetOff]:
    """Yield the letters of an article, each one quotation with a span for each of its paragraphs."""
    body = [paragraph for paragraph in article.paragraphs if paragraph.kind == _BODY]
    for number, paragraph in enumerate(body):
        if _OPENS.match(paragraph.text.strip()):
            yield from _letter(body[number : number + _LONGEST], contexts)


def _letter(paragraphs: Sequence[AnalysedParagraph], contexts: SentenceContexts) -> Iterator[SetOff]:
    closing = next((at for at, one in enumerate(paragraphs) if at and _CLOSES.match(one.text.strip())), None)
    if closing is None or closing + 1 >= len(paragraphs):
        return
    signature = paragraphs[closing + 1]
    if not signature.words or len(signature.words) > _LONGEST_NAME:
        return
    spans = tuple(whole(one) for one in paragraphs[: closing + 1] if one.text.strip())
    if speaker := nominal_within(signature, 0, len(signature.text), contexts.mention_index):
        yield SetOff(spans, Attribution(signature, (speaker,), None, 0.9, "signs the letter"))
