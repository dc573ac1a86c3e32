"""Highlights of an interview: what follows "Interview Highlights" is said by whom it is with.

The paragraphs between are headings: "On the new bridge".
"""

import re
from collections.abc import Iterator, Sequence

from articles.paragraph_kinds import PassageKind

from ...findings import Span
from ...grammar.sentence_context import SentenceContexts
from ...lexicons import PATTERNS
from ...text.analysis import AnalysedArticle, AnalysedParagraph
from .interviewee import interviewee
from .set_off import SetOff, whole

_HEADING = re.compile(rf"{PATTERNS['highlights']}:?$")
_TOPIC = re.compile(rf"{PATTERNS['topic']} [^.!?]{{3,120}}$")
_ENDS = (".", "?", "!", "…", "-", "—", '"', "”", ")", "]")


def highlights(article: AnalysedArticle, contexts: SentenceContexts) -> Iterator[SetOff]:
    """Yield what is said under each topic of an interview's highlights, with a span for each paragraph."""
    shown = [paragraph for paragraph in article.paragraphs if paragraph.words]
    start = next((at for at, one in enumerate(shown) if _HEADING.match(one.text.strip())), None)
    if start is None or not any(_TOPIC.match(one.text.strip()) for one in shown[start + 1 : start + 2]):
        return
    attribution = interviewee(article, shown[start].index, contexts.mention_index, by_number=True)
    for answer in _answers(shown[start + 1 :]):
        yield SetOff(answer, attribution)


def _answers(paragraphs: Sequence[AnalysedParagraph]) -> Iterator[tuple[Span, ...]]:
    """Yield the spans under each topic, until a paragraph that is neither a topic nor ends as speech does."""
    spans: list[Span] = []
    for paragraph in paragraphs:
        text = paragraph.text.strip()
        if paragraph.kind not in (PassageKind.BODY, PassageKind.SUBHEAD):
            break
        if _TOPIC.match(text):
            yield from [tuple(spans)] if spans else []
            spans = []
        elif text.endswith(_ENDS) and text[0] not in '"“([':
            spans.append(whole(paragraph))
        else:
            break
    if spans:
        yield tuple(spans)
